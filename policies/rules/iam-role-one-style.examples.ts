import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string, props: object) => ({ type: `aws:iam/${type}`, props: { ...props } });
const role = (props: object = {}) => of("role:Role", props);
const policyArn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
const inline = (role: unknown) => of("rolePolicy:RolePolicy", { role, policy: "{}" });
const attached = (role: unknown) => of("rolePolicyAttachment:RolePolicyAttachment", { role, policyArn });
const own = { inlinePolicies: [{ name: "read", policy: "{}" }] };

export const examples: Examples = {
  denied: [
    {
      title: "inline policies of both kinds",
      resources: { web: role(own), more: inline(ref("web", "name")), again: inline(ref("web")) },
      says: {
        web: 'it has inlinePolicies beside "more", "again", and each removes the other\'s; leave out inlinePolicies',
      },
    },
    {
      title: "managed policies of both kinds, also where the role asks for none",
      resources: {
        web: role({ managedPolicyArns: [policyArn] }),
        none: role({ managedPolicyArns: [] }),
        ofWeb: attached(ref("web", "name")),
        shared: of("policyAttachment:PolicyAttachment", { policyArn, roles: [ref("none", "name")] }),
      },
      says: {
        web: 'it has managedPolicyArns beside "ofWeb"',
        none: 'it has managedPolicyArns beside "shared"',
      },
    },
    {
      title: "a list of names that another resource keeps",
      resources: {
        web: role({ ...own, name: "web" }),
        only: of("rolePoliciesExclusive:RolePoliciesExclusive", { roleName: "web", policyNames: [] }),
      },
      says: { web: 'it has inlinePolicies beside "only"' },
    },
  ],
  allowed: [
    { title: "its own policies alone", resources: { web: role({ ...own, managedPolicyArns: [policyArn] }) } },
    {
      title: "resources alone",
      resources: { web: role(), a: inline(ref("web", "name")), b: attached(ref("web", "name")) },
    },
    {
      title: "inline policies of its own beside managed ones that are attached, and those of another role",
      resources: {
        web: role(own),
        app: role(),
        b: attached(ref("web", "name")),
        c: inline(ref("app", "name")),
        d: inline("elsewhere"),
      },
    },
  ],
  undecided: [
    {
      title: "policies that are not known",
      resources: { web: role({ inlinePolicies: UNKNOWN }), more: inline(ref("web", "name")) },
      says: { web: "inlinePolicies is not known yet" },
    },
  ],
};
