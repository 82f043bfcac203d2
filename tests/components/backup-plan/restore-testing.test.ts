import assert from "node:assert/strict";
import type { RestoreTesting } from "../../../components/backup-plan/restore-testing";
import { plannedBackups } from "./planned-backups";

const tested = (testing: RestoreTesting) => plannedBackups({ restoreTesting: testing });

describe("a test of restores", () => {
  it("restores the newest backup of each resource once a month, and deletes it at once", async () => {
    const plan = await tested({ resourceTypes: ["EFS", "EBS"] });
    assert.deepEqual(plan.get("safe-restores").inputs, {
      name: "dev_safe",
      scheduleExpression: "cron(0 6 1 * ? *)",
      recoveryPointSelection: {
        algorithm: "LATEST_WITHIN_WINDOW",
        includeVaults: [plan.get("safe-vault").outputs.arn],
        recoveryPointTypes: ["CONTINUOUS", "SNAPSHOT"],
        selectionWindowDays: 30,
      },
      tags: { Name: "safe-restores" },
    });
    assert.deepEqual(plan.get("safe-restores-efs").inputs, {
      name: "EFS",
      restoreTestingPlanName: "dev_safe",
      protectedResourceType: "EFS",
      protectedResourceArns: ["*"],
      iamRoleArn: plan.get("safe-role").outputs.arn,
    });
    assert.equal(plan.get("safe-restores-ebs").inputs.protectedResourceType, "EBS");
  });

  it("comes when it is told, and leaves time to look", async () => {
    const plan = await tested({
      resourceTypes: ["S3"],
      recurrence: "0 3 * * SAT",
      timeZone: "Europe/Paris",
      selectionWindowDays: 7,
      validationWindowHours: 4,
    });
    const { scheduleExpression, scheduleExpressionTimezone } = plan.get("safe-restores").inputs;
    assert.deepEqual([scheduleExpression, scheduleExpressionTimezone], ["cron(0 3 ? * SAT *)", "Europe/Paris"]);
    assert.equal(plan.get("safe-restores-s3").inputs.validationWindowHours, 4);
  });

  describe("is refused with", () => {
    const refused: [string, RestoreTesting, string][] = [
      ["nothing to try", { resourceTypes: [] }, "resourceTypes must name at least one type, got []"],
      [
        "what cannot be tried",
        { resourceTypes: ["Redshift" as "RDS"] },
        'resourceTypes must be among Aurora, DocumentDB, DynamoDB, EBS, EC2, EFS, FSx, Neptune, RDS, S3, got "Redshift"',
      ],
      ["a type twice", { resourceTypes: ["S3", "S3"] }, 'resourceTypes must not repeat a type, got ["S3","S3"]'],
      [
        "a recurrence that is no cron",
        { resourceTypes: ["S3"], recurrence: "monthly" },
        'recurrence must have five fields: minute, hour, day of the month, month, day of the week, got "monthly"',
      ],
      [
        "a time zone that is none",
        { resourceTypes: ["S3"], timeZone: "+01:00" },
        'timeZone must be an IANA time zone such as "Europe/London", got "+01:00"',
      ],
      [
        "backups older than a year",
        { resourceTypes: ["S3"], selectionWindowDays: 366 },
        "selectionWindowDays must be a whole number between 1 and 365, got 366",
      ],
      [
        "more than a week to look",
        { resourceTypes: ["S3"], validationWindowHours: 169 },
        "validationWindowHours must be a whole number between 1 and 168, got 169",
      ],
    ];
    for (const [title, testing, sentence] of refused) {
      it(title, () => assert.rejects(tested(testing), { message: `backup plan "safe": restoreTesting.${sentence}` }));
    }
  });
});
