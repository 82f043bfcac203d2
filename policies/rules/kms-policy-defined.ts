import { keyPolicyType, keyTypes } from "../facts/kms-keys";
import { named } from "../facts/references";
import { stated } from "../facts/stated";
import { at, UNKNOWN } from "../facts/value";
import type { StackResource } from "../resource";
import { rule } from "../rule";

const keyKind = { types: Object.keys(keyTypes), keys: ["id", "keyId", "arn"] };

export const kmsPolicyDefined = rule({
  name: "kms-policy-defined",
  displayName: "Keys have a policy of their own",
  description:
    "Every KMS key states its policy, or a KeyPolicy does: the one that AWS gives it otherwise leaves everything to the policies of the account.",
  why: "Otherwise whoever writes IAM policies in the account decides who uses the key, and not the owner of the data.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html",
  remediationSteps: "Set policy of the key, or add an aws.kms.KeyPolicy that names it.",
  controls: {},
  types: keyKind.types,
  stack({ stack, run, on }) {
    const covered = new Set<StackResource>();
    let isVague = false;
    for (const policy of stack.ofType(keyPolicyType)) {
      const id = at(policy.props, "keyId");
      const keys = named(stack, policy, "keyId", id, keyKind);
      for (const key of keys) covered.add(key);
      isVague ||= id === UNKNOWN && keys.length === 0;
    }
    for (const key of stack.ofType(...keyKind.types)) {
      // Outputs hold the policy that AWS gives as well.
      const isStated = run.statedInputs.has(key, "policy") && at(stated(key).props, "policy") !== "";
      if (isStated || covered.has(key)) continue;
      if (isVague) on(key).undecided("which key an aws.kms.KeyPolicy names");
      else on(key).deny("policy is not set, and no aws.kms.KeyPolicy names it; state one");
    }
  },
});
