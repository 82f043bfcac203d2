import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { kept } from "./guard-rails";

/** What a password of an IAM user must be; all four kinds of characters always. */
export interface PasswordPolicyArgs {
  /** Characters, 8 to 128. @default 14, as CIS asks */
  readonly minimumLength?: number;
  /** How many earlier passwords may not come again, 1 to 24. @default 24, as CIS asks */
  readonly reusePrevention?: number;
  /** The days after which it must be changed, 1 to 1095. @default 90, as Security Hub's IAM.7 asks */
  readonly maxAgeDays?: number | "never";
}

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html and https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-7 */
export function readPasswordPolicy(check: ArgumentCheck, args: PasswordPolicyArgs): Required<PasswordPolicyArgs> {
  const { minimumLength = 14, reusePrevention = 24, maxAgeDays = 90 } = args;
  const between = (argument: string, value: number, least: number, most: number) => {
    const isInRange = Number.isInteger(value) && value >= least && value <= most;
    check(isInRange, `passwordPolicy.${argument}`, `must be a whole number from ${least} to ${most}`, value);
  };
  between("minimumLength", minimumLength, 8, 128);
  between("reusePrevention", reusePrevention, 1, 24);
  if (maxAgeDays !== "never") between("maxAgeDays", maxAgeDays, 1, 1095);
  return { minimumLength, reusePrevention, maxAgeDays };
}

export function passwordPolicy(
  name: string,
  { minimumLength, reusePrevention, maxAgeDays }: Required<PasswordPolicyArgs>,
  parent: pulumi.Resource,
): void {
  new aws.iam.AccountPasswordPolicy(
    `${name}-passwords`,
    {
      minimumPasswordLength: minimumLength,
      passwordReusePrevention: reusePrevention,
      maxPasswordAge: maxAgeDays === "never" ? undefined : maxAgeDays,
      requireLowercaseCharacters: true,
      requireUppercaseCharacters: true,
      requireNumbers: true,
      requireSymbols: true,
      allowUsersToChangePassword: true,
      // Whoever comes back after a holiday may still set a new one.
      hardExpiry: false,
    },
    kept(parent),
  );
}
