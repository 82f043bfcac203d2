import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const policy = (props: object) => ({
  type: "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
  props: { ...props },
});
const good = {
  minimumPasswordLength: 14,
  passwordReusePrevention: 24,
  maxPasswordAge: 90,
  requireLowercaseCharacters: true,
  requireUppercaseCharacters: "true",
  requireNumbers: true,
  requireSymbols: true,
};

export const examples: Examples = {
  denied: [
    {
      title: "a policy that asks for little, or for nothing",
      resources: { weak: policy({ ...good, minimumPasswordLength: 8, requireSymbols: false }), none: policy({}) },
      says: {
        weak: "minimumPasswordLength is 8 and must be 14 or more, requireSymbols is false and must be true",
        none: "minimumPasswordLength is not set and must be 14 or more, passwordReusePrevention is not set and must be 24 or more, maxPasswordAge is not set and must be 90 or less",
      },
    },
    {
      title: "passwords that last too long, for ever, or come back",
      resources: {
        long: policy({ ...good, maxPasswordAge: 365 }),
        ever: policy({ ...good, maxPasswordAge: 0 }),
        again: policy({ ...good, passwordReusePrevention: "5" }),
      },
      says: {
        long: "maxPasswordAge is 365 and must be 90 or less",
        ever: "maxPasswordAge is 0 and must be 90 or less",
        again: "passwordReusePrevention is 5 and must be 24 or more",
      },
    },
  ],
  allowed: [
    {
      title: "a policy that asks for all of it",
      resources: { good: policy(good), more: policy({ ...good, minimumPasswordLength: "20" }) },
    },
    {
      title: "passwords for ever, where no age is asked for",
      settings: { maxAgeDays: 0 },
      resources: { ever: policy({ ...good, maxPasswordAge: undefined }) },
    },
  ],
  undecided: [
    {
      title: "numbers that are not known",
      resources: { vague: policy({ ...good, minimumPasswordLength: UNKNOWN }) },
      says: { vague: "one of its properties is not known yet" },
    },
  ],
};
