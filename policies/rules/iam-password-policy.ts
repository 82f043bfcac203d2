import { asBoolean, asNumber, at, type Fact, shown, UNKNOWN } from "../facts/value";
import type { Resource } from "../resource";
import { type Change, rule } from "../rule";
import { integer } from "../settings";

interface Numbers {
  readonly minimumLength: number;
  readonly reusePrevention: number;
  readonly maxAgeDays: number;
}

export const iamPasswordPolicy = rule({
  name: "iam-password-policy",
  displayName: "Passwords of users are strong",
  description:
    "The password policy of an account asks for long passwords of all four classes of characters that are not used again and end by themselves.",
  why: "Short passwords are guessed, and old ones turn up in what leaks from elsewhere.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-7",
  remediationSteps:
    "Set minimumPasswordLength, passwordReusePrevention and maxPasswordAge, and the four require… properties to true.",
  controls: { fsbp: ["IAM.7"], cis: ["2.8", "2.9"] },
  settings: {
    minimumLength: integer(14, "How many characters a password has at least.", { minimum: 6, maximum: 128 }),
    reusePrevention: integer(24, "How many earlier passwords may not be used again.", { minimum: 1, maximum: 24 }),
    maxAgeDays: integer(90, "How many days a password lasts at most; 0 asks for none.", { minimum: 0, maximum: 1095 }),
  },
  types: ["aws:iam/accountPasswordPolicy:AccountPasswordPolicy"],
  resource({ resource, settings, deny, undecided }) {
    const faults = facts(resource, settings).filter(({ value, isRight }) => value !== UNKNOWN && !isRight);
    const shownFaults = faults.map(
      ({ property, value, right }) => `${property} is ${shown(value)} and must be ${right}`,
    );
    if (faults.length > 0) {
      deny(shownFaults.join(", "), { fsbp: ["IAM.7"], cis: faults.flatMap(({ property }) => cis[property] ?? []) });
    } else if (facts(resource, settings).some(({ value }) => value === UNKNOWN)) undecided("one of its properties");
  },
  remediate(resource, settings) {
    const faults = facts(resource, settings).filter(({ value, isRight }) => value !== UNKNOWN && !isRight);
    return faults.map(({ property, fix }): Change => ({ path: [property], value: fix }));
  },
});

/** The recommendations of the benchmark by the property that they are about. */
const cis: Readonly<Record<string, string>> = { minimumPasswordLength: "2.8", passwordReusePrevention: "2.9" };

interface PasswordFact {
  readonly property: string;
  readonly value: Fact<number | boolean>;
  readonly isRight: boolean;
  /** In words. */
  readonly right: string;
  readonly fix: number | boolean;
}

/** What is absent asks for nothing: six characters of any class, for ever. */
function facts({ props }: Resource, { minimumLength, reusePrevention, maxAgeDays }: Numbers): PasswordFact[] {
  const number = (property: string, fix: number, right: string, isRight: (value: number) => boolean): PasswordFact => {
    const value = asNumber(at(props, property));
    return { property, value, right, fix, isRight: value !== UNKNOWN && isRight(value ?? 0) };
  };
  const classes = ["requireLowercaseCharacters", "requireUppercaseCharacters", "requireNumbers", "requireSymbols"];
  const age = number("maxPasswordAge", maxAgeDays, `${maxAgeDays} or less`, (days) => days > 0 && days <= maxAgeDays);
  return [
    number("minimumPasswordLength", minimumLength, `${minimumLength} or more`, (length) => length >= minimumLength),
    number("passwordReusePrevention", reusePrevention, `${reusePrevention} or more`, (last) => last >= reusePrevention),
    ...(maxAgeDays > 0 ? [age] : []),
    ...classes.map((property): PasswordFact => {
      const value = asBoolean(at(props, property));
      return { property, value, right: "true", fix: true, isRight: value === true };
    }),
  ];
}
