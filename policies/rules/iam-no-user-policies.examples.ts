import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string, props: object) => ({ type: `aws:iam/${type}`, props: { ...props } });
const policyArn = "arn:aws:iam::aws:policy/ReadOnlyAccess";

export const examples: Examples = {
  denied: [
    {
      title: "policies of a user, written, attached or listed",
      resources: {
        inline: of("userPolicy:UserPolicy", { user: "ann", policy: "{}" }),
        attached: of("userPolicyAttachment:UserPolicyAttachment", { user: "ann", policyArn }),
        shared: of("policyAttachment:PolicyAttachment", { policyArn, users: ["ann"], roles: ["web"] }),
        names: of("userPoliciesExclusive:UserPoliciesExclusive", { userName: "ann", policyNames: ["read"] }),
        arns: of("userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive", {
          userName: "ann",
          policyArns: [policyArn],
        }),
      },
      says: {
        inline: "it gives a policy to a user; attach it to a group or a role",
        attached: "it gives a policy to a user",
        shared: "it gives a policy to a user",
        names: "it gives a policy to a user",
        arns: "it gives a policy to a user",
      },
    },
  ],
  allowed: [
    {
      title: "policies of groups and roles, and lists that leave a user none",
      resources: {
        group: of("groupPolicyAttachment:GroupPolicyAttachment", { group: "ops", policyArn }),
        shared: of("policyAttachment:PolicyAttachment", { policyArn, roles: ["web"], groups: ["ops"] }),
        none: of("userPoliciesExclusive:UserPoliciesExclusive", { userName: "ann", policyNames: [] }),
      },
    },
  ],
  undecided: [
    {
      title: "users that are not known",
      resources: { shared: of("policyAttachment:PolicyAttachment", { policyArn, users: UNKNOWN }) },
      says: { shared: "users is not known yet" },
    },
  ],
};
