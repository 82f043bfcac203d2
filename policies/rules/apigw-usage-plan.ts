import { type Kind, named } from "../facts/references";
import { asNumber, at, UNKNOWN } from "../facts/value";
import type { StackResource } from "../resource";
import { rule } from "../rule";

const keyKind: Kind = { types: ["aws:apigateway/apiKey:ApiKey"], keys: ["id"] };
const planType = "aws:apigateway/usagePlan:UsagePlan";

export const apigwUsagePlan = rule({
  name: "apigw-usage-plan",
  displayName: "API keys belong to a usage plan",
  description: "Every API key is in a usage plan, and every usage plan limits requests.",
  why: "A key that is in no plan opens nothing, and a plan without limits lets one customer use up what all share.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html",
  remediationSteps:
    "Add an aws.apigateway.UsagePlanKey with the key and a plan, and set throttleSettings or quotaSettings of the plan.",
  controls: {},
  types: [planType],
  resource({ resource: { props }, deny, undecided }) {
    const limits = [at(props, "throttleSettings", "rateLimit"), at(props, "quotaSettings", "limit")].map(asNumber);
    if (limits.some((limit) => typeof limit === "number")) return;
    if (limits.includes(UNKNOWN)) undecided("throttleSettings or quotaSettings");
    else deny("it limits nothing; set throttleSettings or quotaSettings");
  },
  stack({ stack, on }) {
    const planned = new Set<StackResource>();
    let isVague = false;
    for (const membership of stack.ofType("aws:apigateway/usagePlanKey:UsagePlanKey")) {
      const keys = named(stack, membership, "keyId", at(membership.props, "keyId"), keyKind);
      for (const key of keys) planned.add(key);
      if (keys.length === 0 && at(membership.props, "keyId") === UNKNOWN) isVague = true;
    }
    for (const key of stack.ofType(...keyKind.types)) {
      if (planned.has(key)) continue;
      if (isVague) on(key).undecided("the keyId of a UsagePlanKey");
      else on(key).deny("it is in no usage plan; add an aws.apigateway.UsagePlanKey");
    }
  },
});
