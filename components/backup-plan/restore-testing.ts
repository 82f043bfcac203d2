import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { checkHourlyRecurrence, type HourlyRecurrence } from "../hourly-recurrence";
import { awsCron } from "../scaling/aws-cron";

/** What can be restored for a try. https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html */
export type TestedType =
  | "Aurora"
  | "DocumentDB"
  | "DynamoDB"
  | "EBS"
  | "EC2"
  | "EFS"
  | "FSx"
  | "Neptune"
  | "RDS"
  | "S3";

/** Restores the newest backups for a try, on the first of each month at six unless told, and deletes what came of it. */
export interface RestoreTesting extends Partial<HourlyRecurrence> {
  /** What is tried, each with the newest backup of each resource. */
  readonly resourceTypes: readonly TestedType[];
  /** How many days old a backup may be, 1–365. @default 30 */
  readonly selectionWindowDays?: number;
  /** Hours for which what was restored stays for you to look at, 1–168. @default it goes at once */
  readonly validationWindowHours?: number;
}

const monthly = "0 6 1 * *";

const testedTypes: readonly TestedType[] = [
  "Aurora",
  "DocumentDB",
  "DynamoDB",
  "EBS",
  "EC2",
  "EFS",
  "FSx",
  "Neptune",
  "RDS",
  "S3",
];

/** Limits: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_RestoreTestingPlanForCreate.html */
export function checkRestoreTesting(check: ArgumentCheck, testing: RestoreTesting): void {
  const {
    resourceTypes,
    recurrence = monthly,
    timeZone,
    selectionWindowDays: days = 30,
    validationWindowHours: hours = 1,
  } = testing;
  const place = "restoreTesting";
  check(resourceTypes.length > 0, `${place}.resourceTypes`, "must name at least one type", resourceTypes);
  for (const type of resourceTypes) {
    check(testedTypes.includes(type), `${place}.resourceTypes`, `must be among ${testedTypes.join(", ")}`, type);
  }
  const isOnce = new Set(resourceTypes).size === resourceTypes.length;
  check(isOnce, `${place}.resourceTypes`, "must not repeat a type", resourceTypes);
  checkHourlyRecurrence(check, place, { recurrence, timeZone });
  const isDays = Number.isInteger(days) && days >= 1 && days <= 365;
  check(isDays, `${place}.selectionWindowDays`, "must be a whole number between 1 and 365", days);
  const isHours = Number.isInteger(hours) && hours >= 1 && hours <= 168;
  check(isHours, `${place}.validationWindowHours`, "must be a whole number between 1 and 168", hours);
}

export function restoreTesting(
  name: string,
  testing: RestoreTesting,
  { vault, role }: { readonly vault: aws.backup.Vault; readonly role: aws.iam.Role },
  { parent, dependsOn }: pulumi.CustomResourceOptions,
): void {
  const { resourceTypes, recurrence = monthly, timeZone, selectionWindowDays = 30, validationWindowHours } = testing;
  // The names of these two kinds may hold no hyphens, which Pulumi's own would.
  const word = `${pulumi.getStack()}_${name}`.replace(/\W/g, "_").slice(-50);
  const plan = new aws.backup.RestoreTestingPlan(
    `${name}-restores`,
    {
      name: word,
      scheduleExpression: awsCron(recurrence),
      scheduleExpressionTimezone: timeZone,
      recoveryPointSelection: {
        algorithm: "LATEST_WITHIN_WINDOW",
        includeVaults: [vault.arn],
        recoveryPointTypes: ["CONTINUOUS", "SNAPSHOT"],
        selectionWindowDays,
      },
      tags: { Name: `${name}-restores` },
    },
    { parent },
  );
  for (const type of resourceTypes) {
    new aws.backup.RestoreTestingSelection(
      `${name}-restores-${type.toLowerCase()}`,
      {
        name: type,
        restoreTestingPlanName: plan.name,
        protectedResourceType: type,
        protectedResourceArns: ["*"],
        iamRoleArn: role.arn,
        validationWindowHours,
      },
      { parent, dependsOn },
    );
  }
}
