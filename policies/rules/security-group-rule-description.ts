import { groupRuleTypes, groupTypes, type StatedRule, statedRules } from "../facts/security-group-rules";
import { asText, at, few, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const securityGroupRuleDescription = rule({
  name: "security-group-rule-description",
  displayName: "Security group rules are described",
  description: "Every rule of a security group, inline or a resource of its own, says who may connect and why.",
  why: "A rule of which nobody knows who needs it is never removed, also when its reason is gone.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  remediationSteps: "Give each rule a description; it can be changed later without replacing the rule.",
  controls: {},
  types: [...groupTypes, ...groupRuleTypes],
  resource({ resource, deny, undecided }) {
    const bare: StatedRule[] = [];
    for (const direction of ["ingress", "egress"] as const) {
      const { rules, unknown } = statedRules(resource, direction);
      if (unknown) undecided(unknown);
      for (const stated of rules) {
        const description = asText(at(stated.rule, "description"));
        if (description === UNKNOWN) undecided(stated.pathOf("description"));
        else if ((description ?? "").trim() === "") bare.push(stated);
      }
    }
    const places = bare.map(({ place }) => place);
    if (places.length > 0) {
      deny(`${few(places)} ${places.length > 1 ? "have" : "has"} no description; say who may connect and why`);
    }
  },
});
