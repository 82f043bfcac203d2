import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string, props: object) => ({ type: `aws:iam/${type}`, props: { ...props } });

export const examples: Examples = {
  denied: [
    {
      title: "policies inside roles, users and groups",
      resources: {
        role: of("rolePolicy:RolePolicy", { role: "web", policy: "{}" }),
        user: of("userPolicy:UserPolicy", { user: "ann", policy: "{}" }),
        group: of("groupPolicy:GroupPolicy", { group: "ops", policy: "{}" }),
        inside: of("role:Role", { inlinePolicies: [{ name: "read", policy: "{}" }] }),
      },
      says: {
        role: "it is an inline policy; make it an aws.iam.Policy and attach that",
        user: "it is an inline policy",
        group: "it is an inline policy",
        inside: "it has inlinePolicies; make each an aws.iam.Policy and attach that",
      },
    },
  ],
  allowed: [
    {
      title: "managed policies, and roles without a policy of their own",
      resources: {
        read: of("policy:Policy", { policy: "{}" }),
        bare: of("role:Role", {}),
        none: of("role:Role", { inlinePolicies: [{}] }),
      },
    },
  ],
  undecided: [
    {
      title: "inline policies that are not known",
      resources: { role: of("role:Role", { inlinePolicies: UNKNOWN }) },
      says: { role: "inlinePolicies is not known yet" },
    },
  ],
};
