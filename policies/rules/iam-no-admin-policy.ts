import { identityPolicyTypes } from "../facts/identity-policies";
import { allowsEverything, grantsOf } from "../facts/policy-grants";
import { UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const iamNoAdminPolicy = rule({
  name: "iam-no-admin-policy",
  displayName: "No policy allows everything",
  description:
    "No policy of a user, a group, a role or a permission set allows every action on every resource. A policy whose name says that it is a boundary grants nothing and may.",
  why: "Whoever gets hold of such an identity, or of a program that has it, has the account.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-1",
  remediationSteps:
    "Name the actions that are needed, and the resources that they are needed on; IAM Access Analyzer can write such a policy from what was used.",
  // What allows everything allows to decrypt with every key, and no other rule says so of it.
  controls: { fsbp: ["IAM.1", "KMS.1", "KMS.2"], cis: ["2.14"] },
  types: identityPolicyTypes,
  resource({ resource, deny, undecided }) {
    const { grants, unknown } = grantsOf(resource);
    for (const { place, statement } of grants) {
      const verdict = allowsEverything(statement);
      if (verdict === UNKNOWN) undecided(`Action of ${place}`);
      else if (verdict) deny(`${place} allows every action on every resource; name what is needed`);
    }
    for (const value of unknown) undecided(value);
  },
});
