import { type Maker, text } from "./words";

/** Stand-ins of IAM. */
export const iam: Readonly<Record<string, Maker>> = {
  "aws:iam/role:Role": ({ named, globalArn, hex }) => {
    const name = named("name", 64);
    return { id: name, name, arn: globalArn("iam", `role/${name}`), uniqueId: `AROA${hex(17).toUpperCase()}` };
  },
  "aws:iam/policy:Policy": ({ named, globalArn, hex }) => {
    const name = named("name", 128);
    const arn = globalArn("iam", `policy/${name}`);
    return { id: arn, arn, name, policyId: `ANPA${hex(17).toUpperCase()}` };
  },
  "aws:iam/rolePolicy:RolePolicy": ({ inputs, named }) => ({ id: `${text(inputs.role)}:${named()}`, name: named() }),
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": ({ inputs, hex }) => ({ id: `${text(inputs.role)}-${hex(12)}` }),
  "aws:iam/group:Group": ({ named, globalArn, hex }) => {
    const name = named("name", 128);
    return { id: name, name, arn: globalArn("iam", `group/${name}`), uniqueId: `AGPA${hex(17).toUpperCase()}` };
  },
  "aws:iam/groupPolicyAttachment:GroupPolicyAttachment": ({ inputs, hex }) => ({
    id: `${text(inputs.group)}-${hex(12)}`,
  }),
  "aws:iam/accountPasswordPolicy:AccountPasswordPolicy": ({ inputs }) => ({
    id: "iam-account-password-policy",
    expirePasswords: inputs.maxPasswordAge !== undefined,
  }),
  "aws:iam/instanceProfile:InstanceProfile": ({ named, globalArn, hex }) => {
    const name = named("name", 128);
    return {
      id: name,
      name,
      arn: globalArn("iam", `instance-profile/${name}`),
      uniqueId: `AIPA${hex(17).toUpperCase()}`,
    };
  },
  "aws:iam/openIdConnectProvider:OpenIdConnectProvider": ({ inputs, globalArn }) => {
    const arn = globalArn("iam", `oidc-provider/${text(inputs.url).replace(/^https:\/\//, "")}`);
    return { id: arn, arn };
  },
};
