import { asList, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

const sharedType = "aws:iam/policyAttachment:PolicyAttachment";
const exclusiveTypes: Readonly<Record<string, string>> = {
  "aws:iam/userPoliciesExclusive:UserPoliciesExclusive": "policyNames",
  "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive": "policyArns",
};

export const iamNoUserPolicies = rule({
  name: "iam-no-user-policies",
  displayName: "Users have no policies of their own",
  description: "No policy is attached to a user, or written for one: users get theirs from groups and roles.",
  why: "Permissions that hang on persons are forgotten when these change their work; of groups and roles it is seen who may do what.",
  severity: "low",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-2",
  remediationSteps: "Attach the policy to a group or a role instead, and put the user into the group.",
  controls: { fsbp: ["IAM.2"], cis: ["2.13"] },
  types: [
    "aws:iam/userPolicy:UserPolicy",
    "aws:iam/userPolicyAttachment:UserPolicyAttachment",
    sharedType,
    ...Object.keys(exclusiveTypes),
  ],
  resource({ resource, deny, undecided }) {
    const property = resource.type === sharedType ? "users" : exclusiveTypes[resource.type];
    const listed = property === undefined ? [resource] : asList(at(resource.props, property));
    // What an exclusive list leaves empty takes policies away.
    if (listed === UNKNOWN) undecided(property ?? "");
    else if (listed.length > 0) deny("it gives a policy to a user; attach it to a group or a role");
  },
});
