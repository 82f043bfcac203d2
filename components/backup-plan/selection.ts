import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/** What is backed up. Kinds of resources that the account has opted out of are not, whatever is named here. */
export interface BackupSelection {
  /** What has one of these tags. @default `Backup: daily`, unless ARNs are named */
  readonly tags?: Readonly<Record<string, string>>;
  /** What is named, at most 500 ARNs. @default nothing */
  readonly arns?: readonly pulumi.Input<string>[];
  /** What is left out all the same, at most 500 ARNs. @default nothing */
  readonly exceptArns?: readonly pulumi.Input<string>[];
}

/** The arguments with their defaults, checked. */
export type SelectionSettings = Required<BackupSelection>;

/** Limits: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupSelection.html */
export function readSelection(check: ArgumentCheck, selection: BackupSelection): SelectionSettings {
  const { arns = [], exceptArns = [] } = selection;
  const { tags = arns.length > 0 ? {} : { Backup: "daily" } } = selection;
  // A selection without either takes everything that there is in the account.
  const isNarrow = Object.keys(tags).length + arns.length > 0;
  check(isNarrow, "select", "must name a tag or an ARN", selection);
  for (const [key, value] of Object.entries(tags)) {
    const isTag = key.length >= 1 && key.length <= 128 && value.length <= 256;
    check(isTag, "select.tags", "must have keys of 1 to 128 characters and values of at most 256", { [key]: value });
  }
  checkArns(check, "select.arns", arns);
  checkArns(check, "select.exceptArns", exceptArns);
  return { tags, arns, exceptArns };
}

function checkArns(check: ArgumentCheck, argument: string, arns: readonly pulumi.Input<string>[]): void {
  const written = arns.filter((arn) => typeof arn === "string");
  for (const arn of written) {
    const isArn = /^arn:aws[\w-]*:[^*]+\*?$/.test(arn);
    check(isArn, argument, "must be ARNs, with a * at most at their end", arn);
  }
  const hasWildcard = written.some((arn) => arn.endsWith("*"));
  const most = hasWildcard ? 30 : 500;
  const requirement = `must be at most ${most} ARNs${hasWildcard ? " where one ends with *" : ""}`;
  check(arns.length <= most, argument, requirement, arns.length);
}

export function backupSelection(
  name: string,
  { tags, arns, exceptArns }: SelectionSettings,
  { plan, role }: { readonly plan: aws.backup.Plan; readonly role: aws.iam.Role },
  { parent, dependsOn }: pulumi.CustomResourceOptions,
): void {
  const tagged = Object.entries(tags).map(([key, value]) => ({ type: "STRINGEQUALS", key, value }));
  new aws.backup.Selection(
    `${name}-selection`,
    {
      planId: plan.id,
      iamRoleArn: role.arn,
      selectionTags: tagged.length > 0 ? tagged : undefined,
      resources: arns.length > 0 ? [...arns] : undefined,
      notResources: exceptArns.length > 0 ? [...exceptArns] : undefined,
    },
    { parent, dependsOn },
  );
}
