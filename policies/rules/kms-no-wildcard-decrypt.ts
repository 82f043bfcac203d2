import { identityPolicyTypes } from "../facts/identity-policies";
import { allowedOf, isOnEverything, partialGrantsOf } from "../facts/policy-grants";
import type { Statement } from "../facts/policy-statements";
import { few, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

const actions = ["kms:Decrypt", "kms:ReEncryptFrom"];

export const kmsNoWildcardDecrypt = rule({
  name: "kms-no-wildcard-decrypt",
  displayName: "Policies name the keys that they decrypt with",
  description:
    "No policy of a user, a group, a role or a permission set allows kms:Decrypt or kms:ReEncryptFrom on every key, not even with a condition.",
  why: "Decryption is the last barrier before the data: who may use every key reads whatever they get at.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html#kms-1",
  remediationSteps: "Name in Resource the ARNs of the keys that the user or role decrypts with.",
  controls: { fsbp: ["KMS.1", "KMS.2"] },
  types: identityPolicyTypes,
  resource({ resource, ...verdicts }) {
    for (const { place, statement } of partialGrantsOf(resource)) {
      if (!isOnEverything(statement) && !isOnEveryKey(statement)) continue;
      const allowed = allowedOf(statement, actions);
      if (allowed === UNKNOWN) verdicts.undecided(`Action of ${place}`);
      else if (allowed.length > 0) verdicts.deny(`${place} allows ${few(allowed)} on every key; name the keys`);
    }
  },
});

/** Every key of an account counts, also of one region. */
function isOnEveryKey({ resources = [] }: Statement): boolean {
  return resources.some(
    (resource) => resource !== UNKNOWN && /^arn:[^:]*:kms:[^:]*:[^:]*:(?:(?:key|alias)\/)?\*+$/.test(resource),
  );
}
