import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const key = { type: "aws:apigateway/apiKey:ApiKey", props: { name: "partner" } };
const plan = (props: object) => ({ type: "aws:apigateway/usagePlan:UsagePlan", props: { name: "basic", ...props } });
const membership = (keyId: unknown) => ({
  type: "aws:apigateway/usagePlanKey:UsagePlanKey",
  props: { keyId, keyType: "API_KEY", usagePlanId: "p1" },
});

export const examples: Examples = {
  denied: [
    {
      title: "a key in no plan, and a plan without limits",
      resources: { key, other: key, in: membership(ref("other")), plan: plan({}) },
      says: {
        key: "it is in no usage plan; add an aws.apigateway.UsagePlanKey",
        plan: "it limits nothing; set throttleSettings or quotaSettings",
      },
    },
  ],
  allowed: [
    {
      title: "keys of plans with a rate or a quota",
      resources: {
        key,
        rate: plan({ throttleSettings: { rateLimit: 10, burstLimit: 20 } }),
        quota: plan({ quotaSettings: { limit: "1000", period: "DAY" } }),
        in: membership(ref("key")),
      },
    },
  ],
  undecided: [
    {
      title: "a key or a limit that is not known",
      resources: { key, in: membership(UNKNOWN), plan: plan({ throttleSettings: UNKNOWN }) },
      says: {
        key: "the keyId of a UsagePlanKey is not known yet",
        plan: "throttleSettings or quotaSettings is not known yet",
      },
    },
  ],
};
