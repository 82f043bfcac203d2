import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string, props: object) => ({ type: `aws:iam/${type}`, props: { ...props } });
const admin = "arn:aws:iam::aws:policy/AdministratorAccess";
const readOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";

export const examples: Examples = {
  denied: [
    {
      title: "AWS's policies for administrators, however they are attached",
      resources: {
        role: of("rolePolicyAttachment:RolePolicyAttachment", { role: "web", policyArn: admin }),
        user: of("userPolicyAttachment:UserPolicyAttachment", {
          user: "ann",
          policyArn: "arn:aws:iam::aws:policy/IAMFullAccess",
        }),
        group: of("groupPolicyAttachment:GroupPolicyAttachment", {
          group: "ops",
          policyArn: "arn:aws:iam::aws:policy/PowerUserAccess",
        }),
        shared: of("policyAttachment:PolicyAttachment", {
          users: ["ann"],
          policyArn: "arn:aws:iam::aws:policy/AWSCloudShellFullAccess",
        }),
        inside: of("role:Role", { managedPolicyArns: [readOnly, admin] }),
        only: of("rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive", { policyArns: [admin] }),
        china: of("rolePolicyAttachment:RolePolicyAttachment", {
          role: "web",
          policyArn: "arn:aws-cn:iam::aws:policy/AdministratorAccess",
        }),
      },
      says: {
        role: `policyArn is "${admin}"; attach a policy that names what is needed`,
        user: 'policyArn is "arn:aws:iam::aws:policy/IAMFullAccess"',
        group: 'policyArn is "arn:aws:iam::aws:policy/PowerUserAccess"',
        shared: 'policyArn is "arn:aws:iam::aws:policy/AWSCloudShellFullAccess"',
        inside: `managedPolicyArns[1] is "${admin}"`,
        only: `policyArns[0] is "${admin}"`,
        china: 'policyArn is "arn:aws-cn:iam::aws:policy/AdministratorAccess"',
      },
    },
    {
      title: "a policy of the list",
      settings: { arns: ["arn:aws:iam::111122223333:policy/everything"] },
      resources: {
        role: of("rolePolicyAttachment:RolePolicyAttachment", {
          policyArn: "arn:aws:iam::111122223333:policy/everything",
        }),
      },
      says: { role: 'policyArn is "arn:aws:iam::111122223333:policy/everything"' },
    },
  ],
  allowed: [
    {
      title: "other policies, of AWS and of the stack",
      resources: {
        read: of("rolePolicyAttachment:RolePolicyAttachment", { role: "web", policyArn: readOnly }),
        policy: of("policy:Policy", {}),
        own: of("rolePolicyAttachment:RolePolicyAttachment", { role: "web", policyArn: ref("policy", "arn") }),
        bare: of("role:Role", {}),
      },
    },
    {
      title: "an administrator's policy that is not in the list",
      settings: { arns: [] },
      resources: { role: of("rolePolicyAttachment:RolePolicyAttachment", { policyArn: admin }) },
    },
  ],
  undecided: [
    {
      title: "lists that are not known, and a policy that may be one of the list",
      settings: { arns: ["arn:aws:iam::111122223333:policy/everything"] },
      resources: {
        inside: of("role:Role", { managedPolicyArns: UNKNOWN }),
        policy: of("policy:Policy", {}),
        own: of("rolePolicyAttachment:RolePolicyAttachment", { policyArn: ref("policy", "arn") }),
      },
      says: { inside: "managedPolicyArns is not known yet", own: "policyArn is not known yet" },
    },
  ],
};
