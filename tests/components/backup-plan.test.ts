import assert from "node:assert/strict";
import { BackupPlan, type BackupPlanArgs } from "../../components/backup-plan";
import { record } from "../../planner/record";

const make = (args: BackupPlanArgs = {}, environment: "dev" | "prod" = "dev") =>
  record(() => new BackupPlan("safe", args), { environment });

describe("BackupPlan", () => {
  it("makes a backup each morning, and keeps it for a week, or five in prod", async () => {
    const rules = async (environment: "dev" | "prod") => {
      const plan = await make({}, environment);
      return [plan.get("safe-plan").inputs.rules, plan.get("safe-vault").outputs.name];
    };
    const expected = (targetVaultName: unknown, deleteAfter: number) => [
      {
        ruleName: "daily",
        targetVaultName,
        schedule: "cron(0 5 * * ? *)",
        startWindow: 480,
        completionWindow: 10080,
        lifecycle: { deleteAfter },
      },
    ];
    const [dev, devVault] = await rules("dev");
    assert.deepEqual(dev, expected(devVault, 7));
    const [prod, prodVault] = await rules("prod");
    assert.deepEqual(prod, expected(prodVault, 35));
  });

  it("backs up what has a tag, by a role with AWS's policies for backup and restore", async () => {
    const plan = await make();
    assert.deepEqual(plan.get("safe-selection").inputs, {
      planId: plan.get("safe-plan").id,
      iamRoleArn: plan.get("safe-role").outputs.arn,
      selectionTags: [{ type: "STRINGEQUALS", key: "Backup", value: "daily" }],
    });
    const { assumeRolePolicy } = plan.get("safe-role").inputs;
    assert.deepEqual(JSON.parse(String(assumeRolePolicy)).Statement, [
      { Effect: "Allow", Principal: { Service: "backup.amazonaws.com" }, Action: "sts:AssumeRole" },
    ]);
    assert.deepEqual(
      ["backup", "restore"].map((key) => plan.get(`safe-role-${key}`).inputs.policyArn),
      [
        "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup",
        "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores",
      ],
    );
    // It is used only once it can do its work.
    const { dependencies } = plan.get("safe-selection");
    for (const key of ["backup", "restore"]) assert.ok(dependencies.includes(plan.get(`safe-role-${key}`).urn));
  });

  it("gives its role further policies", async () => {
    const plan = await make({ policyArns: { s3: "arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Backup" } });
    assert.deepEqual(plan.get("safe-role-s3").inputs, {
      role: plan.get("safe-role").outputs.name,
      policyArn: "arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Backup",
    });
  });

  it("tells when a job fails", async () => {
    const plan = await make({ alarms: { notify: { topicArn: "arn:aws:sns:t" } } });
    assert.deepEqual(plan.get("safe-failed").inputs, {
      alarmDescription: "A backup failed",
      namespace: "AWS/Backup",
      metricName: "NumberOfBackupJobsFailed",
      dimensions: { BackupVaultName: plan.get("safe-vault").outputs.name },
      statistic: "Sum",
      period: 300,
      evaluationPeriods: 1,
      comparisonOperator: "GreaterThanThreshold",
      threshold: 0,
      treatMissingData: "notBreaching",
      alarmActions: ["arn:aws:sns:t"],
    });
    const alarmed = (of: typeof plan) =>
      of.ofType("aws:cloudwatch/metricAlarm:MetricAlarm").map(({ inputs }) => inputs.metricName);
    assert.deepEqual(alarmed(plan).sort(), ["NumberOfBackupJobsExpired", "NumberOfBackupJobsFailed"]);
    const rule = { recurrence: "0 5 * * *", deleteAfterDays: 7, copies: [{ region: "eu-central-1" }] };
    assert.ok(alarmed(await make({ rules: { rule } })).includes("NumberOfCopyJobsFailed"));
  });

  it("makes a topic of its own for its alarms, mailed to whom it is told", async () => {
    const plan = await make({ alarms: { notify: { email: "ops@example.com" } } });
    assert.deepEqual(plan.get("safe-failed").inputs.alarmActions, [plan.get("safe-alarms-topic").outputs.arn]);
    assert.equal(plan.get("safe-alarms-email").inputs.endpoint, "ops@example.com");
  });

  it("tells nobody, and makes no topic, if told", async () => {
    const plan = await make({ alarms: "none" });
    assert.deepEqual(plan.ofType("aws:cloudwatch/metricAlarm:MetricAlarm"), []);
    assert.deepEqual(plan.ofType("aws:sns/topic:Topic"), []);
  });

  it("copies to a vault of its own in each other region", async () => {
    const daily = { recurrence: "0 5 * * *", deleteAfterDays: 14 };
    const plan = await make(
      {
        rules: {
          daily: { ...daily, copies: [{ region: "eu-central-1" }, { region: "us-east-1", deleteAfterDays: 90 }] },
          weekly: { ...daily, deleteAfterDays: 60, copies: [{ region: "eu-central-1" }] },
        },
      },
      "prod",
    );
    for (const region of ["eu-central-1", "us-east-1"]) {
      const vault = plan.get(`safe-${region}`);
      for (const part of ["", "-key", "-policy", "-lock"]) {
        assert.equal(plan.get(`safe-${region}${part}`).inputs.region, region, part);
      }
      assert.equal(vault.inputs.kmsKeyArn, plan.get(`safe-${region}-key`).outputs.arn);
      assert.equal(vault.outputs.arn, `arn:aws:backup:${region}:123456789012:backup-vault:${vault.outputs.name}`);
    }
    const { arn: frankfurt } = plan.get("safe-eu-central-1").outputs;
    const { arn: virginia } = plan.get("safe-us-east-1").outputs;
    const rules = plan.get("safe-plan").inputs.rules as { copyActions: unknown }[];
    assert.deepEqual(
      rules.map(({ copyActions }) => copyActions),
      [
        [
          { destinationVaultArn: frankfurt, lifecycle: { deleteAfter: 14 } },
          { destinationVaultArn: virginia, lifecycle: { deleteAfter: 90 } },
        ],
        [{ destinationVaultArn: frankfurt, lifecycle: { deleteAfter: 60 } }],
      ],
    );
    assert.equal(plan.get("safe-vault-lock").inputs.minRetentionDays, 14);
    assert.equal(plan.get("safe-eu-central-1-lock").inputs.minRetentionDays, 14);
    assert.equal(plan.get("safe-us-east-1-lock").inputs.minRetentionDays, 90);
  });

  it("puts a copy apart, for as long as the rule keeps its own", async () => {
    const plan = await make({ airGap: { minRetentionDays: 7, maxRetentionDays: 30 } });
    const vault = plan.get("safe-air-gapped");
    assert.deepEqual(vault.inputs, {
      minRetentionDays: 7,
      maxRetentionDays: 30,
      encryptionKeyArn: plan.get("safe-vault-key").outputs.arn,
      tags: { Name: "safe-air-gapped" },
    });
    const [rule] = plan.get("safe-plan").inputs.rules as { copyActions: unknown }[];
    assert.deepEqual(rule?.copyActions, [{ destinationVaultArn: vault.outputs.arn, lifecycle: { deleteAfter: 7 } }]);
  });

  it("tells what others need", async () => {
    const rule = { recurrence: "0 5 * * *", deleteAfterDays: 7, copies: [{ region: "eu-central-1" }] };
    const plan = await make({ rules: { rule } });
    assert.deepEqual(plan.get("safe").outputs, {
      planId: plan.get("safe-plan").id,
      vaultName: plan.get("safe-vault").outputs.name,
      vaultArn: plan.get("safe-vault").outputs.arn,
      copyVaultArns: { "eu-central-1": plan.get("safe-eu-central-1").outputs.arn },
      roleArn: plan.get("safe-role").outputs.arn,
      alarmTopicArn: plan.get("safe-alarms-topic").outputs.arn,
    });
  });

  describe("refuses, before it makes anything,", () => {
    const refused: [string, BackupPlanArgs, string][] = [
      [
        "a policy by the name of AWS's own",
        { policyArns: { backup: "arn:aws:iam::aws:policy/x" } },
        'policyArns must not use the names of AWS\'s own policies, got "backup"',
      ],
      [
        "a mail address that is none",
        { alarms: { notify: { email: "ops" } } },
        'alarms.notify.email must be an address such as "operations@example.com", got "ops"',
      ],
      [
        "a vault apart that keeps for less than AWS does",
        { airGap: { minRetentionDays: 6, maxRetentionDays: 30 } },
        "airGap.minRetentionDays must be a whole number between 7 and 36500, got 6",
      ],
      [
        "a vault apart that keeps nothing",
        { airGap: { minRetentionDays: 7, maxRetentionDays: 6 } },
        "airGap.maxRetentionDays must be a whole number between 7 and 36500, got 6",
      ],
      [
        "backups that are kept for less than the vault apart asks",
        { airGap: { minRetentionDays: 14, maxRetentionDays: 30 } },
        "airGap.minRetentionDays must be at most the days that each backup is kept (7), got 14",
      ],
    ];
    for (const [title, args, sentence] of refused) {
      it(title, () => assert.rejects(make(args), { message: `backup plan "safe": ${sentence}` }));
    }

    it("a name that leaves vaults none", () =>
      assert.rejects(
        record(() => new BackupPlan("a".repeat(28))),
        {
          message: `backup plan "${"a".repeat(28)}": name must be at most 27 letters, digits, - and _, so that names of vaults fit, got "${"a".repeat(28)}"`,
        },
      ));
  });
});
