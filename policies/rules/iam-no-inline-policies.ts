import { asList, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

const roleType = "aws:iam/role:Role";

export const iamNoInlinePolicies = rule({
  name: "iam-no-inline-policies",
  displayName: "Policies are things of their own",
  description:
    "No policy is written inside a user, a group or a role: one that is managed can be shared, seen and rolled back.",
  why: "A policy inside a user or a role is seen only by those who open it, and keeps no earlier version to go back to.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html",
  remediationSteps: "Make it an aws.iam.Policy and attach that.",
  controls: {},
  types: [
    roleType,
    "aws:iam/rolePolicy:RolePolicy",
    "aws:iam/userPolicy:UserPolicy",
    "aws:iam/groupPolicy:GroupPolicy",
  ],
  resource({ resource, deny, undecided }) {
    if (resource.type !== roleType) {
      deny("it is an inline policy; make it an aws.iam.Policy and attach that");
      return;
    }
    const policies = asList(at(resource.props, "inlinePolicies"));
    if (policies === UNKNOWN) undecided("inlinePolicies");
    // A member without a policy tells the provider that there is to be none.
    else if (policies.some((policy) => at(policy, "policy") !== undefined)) {
      deny("it has inlinePolicies; make each an aws.iam.Policy and attach that");
    }
  },
});
