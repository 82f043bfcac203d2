import { keyPolicyType, keyTypes } from "../facts/kms-keys";
import { narrowKeys, openStatements } from "../facts/policy-statements";
import { at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

const keys = [...narrowKeys, "kms:CallerAccount"];

export const kmsNoPublicKey = rule({
  name: "kms-no-public-key",
  displayName: "No key is open to everyone",
  description:
    "No policy of a KMS key lets everyone in, unless a condition ties the request to an account, an organisation, a principal or a network.",
  why: "Anybody with an AWS account may then use the key, and what it protects is protected no more.",
  severity: "critical",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html#kms-5",
  remediationSteps:
    "Name accounts, roles or services in Principal, or add a condition such as kms:CallerAccount or aws:PrincipalOrgID.",
  controls: { fsbp: ["KMS.5"], cis: ["2.21"] },
  types: [...Object.keys(keyTypes), keyPolicyType],
  resource({ resource, deny, undecided }) {
    const open = openStatements(at(resource.props, "policy"), keys);
    if (open === UNKNOWN) undecided("policy");
    else for (const { place } of open) deny(`${place} of policy lets everyone in; name accounts, roles or services`);
  },
});
