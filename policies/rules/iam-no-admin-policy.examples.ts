import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string, props: object) => ({ type: `aws:iam/${type}`, props: { ...props } });
const json = (...list: object[]) =>
  JSON.stringify({ Version: "2012-10-17", Statement: list.map((one) => ({ Effect: "Allow", ...one })) });
const policy = (...list: object[]) => of("policy:Policy", { policy: json(...list) });
const all = { Action: "*", Resource: "*" };
const read = { Action: "s3:GetObject", Resource: "arn:aws:s3:::acme-shop/*" };

export const examples: Examples = {
  denied: [
    {
      title: "everything on everything, wherever a policy stands",
      resources: {
        managed: policy(read, { ...all, Sid: "Admin" }),
        role: of("rolePolicy:RolePolicy", { role: "web", policy: json(all) }),
        user: of("userPolicy:UserPolicy", { user: "ann", policy: json(all) }),
        group: of("groupPolicy:GroupPolicy", { group: "ops", policy: json(all) }),
        inside: of("role:Role", { inlinePolicies: [{ policy: json(read) }, { policy: json(all) }] }),
        people: {
          type: "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
          props: { inlinePolicy: json(all) },
        },
      },
      says: {
        managed: "Statement[1] (Admin) of policy allows every action on every resource; name what is needed",
        role: "Statement[0] of policy allows every action",
        user: "Statement[0] of policy allows every action",
        group: "Statement[0] of policy allows every action",
        inside: "Statement[0] of inlinePolicies[1].policy allows every action",
        people: "Statement[0] of inlinePolicy allows every action",
      },
    },
    {
      title: "other spellings of it, and a condition",
      resources: {
        object: of("policy:Policy", { policy: { Statement: { Effect: "Allow", Action: ["*:*"], Resource: ["*"] } } }),
        stars: policy({ Action: ["s3:GetObject", "**"], Resource: ["arn:aws:s3:::a", "arn:aws:*"] }),
        others: policy({ Action: "*", NotResource: "arn:aws:s3:::acme-audit" }),
        signedIn: policy({ ...all, Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } }),
      },
      says: {
        object: "Statement[0] of policy",
        stars: "Statement[0] of policy",
        others: "Statement[0] of policy",
        signedIn: "Statement[0] of policy",
      },
    },
  ],
  allowed: [
    {
      title: "some actions, or everything on something, or nothing",
      resources: {
        reads: policy(read),
        bucket: { type: "aws:s3/bucket:Bucket", props: {} },
        owner: of("policy:Policy", {
          policy: { Statement: [{ Effect: "Allow", Action: "*", Resource: ref("bucket", "arn") }] },
        }),
        service: policy({ Action: "s3:*", Resource: "*" }),
        never: policy({ ...all, Effect: "Deny" }),
        bare: of("role:Role", { assumeRolePolicy: json({ Principal: "*", Action: "*" }) }),
        broken: of("policy:Policy", { policy: "{" }),
      },
    },
    {
      title: "a boundary, which grants nothing",
      resources: {
        "team-boundary": policy(all),
        teams: of("policy:Policy", { name: "DeveloperBoundary", policy: json(all) }),
      },
    },
  ],
  undecided: [
    {
      title: "policies, actions and effects that are not known",
      resources: {
        whole: of("policy:Policy", { policy: UNKNOWN }),
        inside: of("role:Role", { inlinePolicies: UNKNOWN }),
        action: of("policy:Policy", { policy: { Statement: [{ ...all, Effect: "Allow", Action: UNKNOWN }] } }),
        effect: of("policy:Policy", { policy: { Statement: [{ ...all, Effect: UNKNOWN }] } }),
      },
      says: {
        whole: "policy is not known yet",
        inside: "inlinePolicies is not known yet",
        action: "Action of Statement[0] of policy is not known yet",
        effect: "Effect of Statement[0] of policy is not known yet",
      },
    },
  ],
};
