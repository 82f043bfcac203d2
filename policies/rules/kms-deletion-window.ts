import { keyPolicyType, keyTypes } from "../facts/kms-keys";
import { asBoolean, asNumber, at, type Fact, shown, UNKNOWN } from "../facts/value";
import type { Resource } from "../resource";
import { type Change, rule } from "../rule";
import { integer } from "../settings";

export const kmsDeletionWindow = rule({
  name: "kms-deletion-window",
  displayName: "A key is not lost by mistake",
  description:
    "A KMS key that is removed waits before it is gone for good, is in use, and has a policy that leaves the account a way in.",
  why: "When a key is gone, all that it encrypts is lost for good, and the waiting time is the only chance to notice.",
  severity: "medium",
  level: { dev: "disabled", prod: "advisory" },
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html#kms-3",
  remediationSteps:
    "Leave deletionWindowInDays out, which is 30 days, leave the key enabled, and remove bypassPolicyLockoutSafetyCheck.",
  controls: { fsbp: ["KMS.3"] },
  settings: {
    days: integer(30, "How many days a removed key waits at least.", { minimum: 7, maximum: 30 }),
  },
  types: [...Object.keys(keyTypes), keyPolicyType],
  resource({ resource, settings: { days }, deny, undecided }) {
    const all = facts(resource, days);
    const wrong = all.filter(({ value, isRight }) => value !== UNKNOWN && !isRight);
    const vague = all.filter(({ value }) => value === UNKNOWN).map(({ property }) => property);
    if (wrong.length > 0) {
      deny(wrong.map(({ property, value, fix }) => `${property} is ${shown(value)}; set it to ${fix}`).join(", "));
    } else if (vague.length > 0) undecided(vague.join(" or "));
  },
  remediate(resource, { days }) {
    const wrong = facts(resource, days).filter(({ value, isRight }) => value !== UNKNOWN && !isRight);
    return wrong.map(({ property, fix }): Change => ({ path: [property], value: fix }));
  },
});

interface KeyFact {
  readonly property: string;
  readonly value: Fact<number | boolean>;
  readonly isRight: boolean;
  readonly fix: number | boolean;
}

function facts({ type, props }: Resource, days: number): KeyFact[] {
  const bypass: Fact<boolean> = asBoolean(at(props, "bypassPolicyLockoutSafetyCheck"));
  const lockout: KeyFact = {
    property: "bypassPolicyLockoutSafetyCheck",
    value: bypass,
    isRight: bypass !== true,
    fix: false,
  };
  const use = keyTypes[type];
  if (!use) return [lockout];
  const window = asNumber(at(props, "deletionWindowInDays"));
  const enabled: Fact<boolean> = asBoolean(at(props, use));
  return [
    {
      property: "deletionWindowInDays",
      value: window,
      // Thirty days unless something else is said.
      isRight: window !== UNKNOWN && (window ?? 30) >= days,
      fix: days,
    },
    { property: use, value: enabled, isRight: enabled !== false, fix: true },
    lockout,
  ];
}
