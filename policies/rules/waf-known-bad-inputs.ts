import { groupStops } from "../facts/managed-rule-groups";
import { few } from "../facts/value";
import { addedRules, webAclType } from "../facts/web-acl-rules";
import { rule } from "../rule";
import { texts } from "../settings";

export const wafKnownBadInputs = rule({
  name: "waf-known-bad-inputs",
  displayName: "Web ACLs stop Log4Shell",
  description:
    "Every web ACL of AWS WAF has AWS's rule group for known bad inputs, which stops Log4Shell among others, and does not merely count what it finds.",
  why: "Requests that use known faults are tried against every address soon after these become public, faster than most servers are patched.",
  severity: "high",
  level: "advisory",
  url: "https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html",
  remediationSteps:
    "Add a rule with the managed rule group AWSManagedRulesKnownBadInputsRuleSet and overrideAction none.",
  controls: {},
  settings: {
    groups: texts(["AWSManagedRulesKnownBadInputsRuleSet"], "The managed rule groups that every web ACL must have."),
  },
  types: [],
  // Rules can be resources of their own, so no ACL can be judged alone.
  stack({ stack, settings, on }) {
    const added = addedRules(stack);
    for (const acl of stack.ofType(webAclType)) {
      const { deny, undecided } = on(acl);
      const verdicts = settings.groups.map((group) => ({ group, ...groupStops(acl, group, added) }));
      const [doubt] = verdicts.flatMap((verdict) => verdict.doubt ?? []);
      if (doubt) undecided(doubt);
      const missing = verdicts.filter(({ stops }) => stops === false).map(({ group }) => group);
      if (missing.length > 0) deny(`no rule of it stops what ${few(missing)} finds; add the group, not to count`);
    }
  },
});
