import assert from "node:assert/strict";
import { SnapshotPolicy, type SnapshotPolicyArgs } from "../../components/snapshot-policy";
import type { FastRestore, SnapshotSchedule } from "../../components/snapshot-policy/schedule";
import { record } from "../../planner/record";

const make = (args: SnapshotPolicyArgs = {}, environment: "dev" | "prod" = "dev") =>
  record(() => new SnapshotPolicy("snaps", args), { environment });

const detailsOf = async (args: SnapshotPolicyArgs, environment: "dev" | "prod" = "dev") =>
  (await make(args, environment)).get("snaps-policy").inputs.policyDetails as Record<string, unknown>;

const daily = {
  name: "daily",
  createRule: { cronExpression: "cron(0 3 * * ? *)" },
  retainRule: { count: 7 },
  copyTags: true,
  tagsToAdd: { SnapshotPolicy: "snaps" },
};

describe("SnapshotPolicy", () => {
  it("makes a snapshot of each volume with a tag every night, and keeps the newest", async () => {
    const plan = await make();
    assert.deepEqual(plan.get("snaps-policy").inputs, {
      description: "Snapshots of snaps",
      executionRoleArn: plan.get("snaps-role").outputs.arn,
      state: "ENABLED",
      policyDetails: {
        policyType: "EBS_SNAPSHOT_MANAGEMENT",
        resourceTypes: ["VOLUME"],
        targetTags: { Snapshot: "daily" },
        schedules: [daily],
      },
      tags: { Name: "snaps-policy" },
    });
    assert.deepEqual((await detailsOf({}, "prod")).schedules, [{ ...daily, retainRule: { count: 14 } }]);
  });

  it("makes them of all volumes of an instance, or an image of it", async () => {
    const { policyType, resourceTypes } = await detailsOf({ of: { type: "instances" } });
    assert.deepEqual([policyType, resourceTypes], ["EBS_SNAPSHOT_MANAGEMENT", ["INSTANCE"]]);
    const images = await detailsOf({ of: { type: "images" } });
    assert.deepEqual([images.policyType, images.resourceTypes], ["IMAGE_MANAGEMENT", ["INSTANCE"]]);
    assert.deepEqual(images.parameters, { noReboot: true });
    assert.deepEqual((await detailsOf({ of: { type: "images", reboot: true } })).parameters, { noReboot: false });
  });

  it("has a role with AWS's policy for what it makes", async () => {
    const policyOf = async (args: SnapshotPolicyArgs) => (await make(args)).get("snaps-role-dlm").inputs.policyArn;
    const policy = "arn:aws:iam::aws:policy/service-role/AWSDataLifecycleManagerServiceRole";
    assert.equal(await policyOf({}), policy);
    assert.equal(await policyOf({ of: { type: "images" } }), `${policy}ForAMIManagement`);
    const { assumeRolePolicy } = (await make()).get("snaps-role").inputs;
    assert.deepEqual(JSON.parse(String(assumeRolePolicy)).Statement, [
      { Effect: "Allow", Principal: { Service: "dlm.amazonaws.com" }, Action: "sts:AssumeRole" },
    ]);
  });

  it("keeps volumes of the newest at full speed where that is said, counted as it keeps them", async () => {
    const zones = ["eu-west-1a", "eu-west-1b"];
    const rule = async (schedule: Pick<SnapshotSchedule, "keep" | "fastRestore">) => {
      const { schedules } = await detailsOf({ schedules: { daily: { recurrence: "0 3 * * *", ...schedule } } });
      return Object(schedules)[0].fastRestoreRule;
    };
    assert.deepEqual(await rule({ keep: { count: 7 }, fastRestore: { zones, count: 1 } }), {
      availabilityZones: zones,
      count: 1,
    });
    assert.deepEqual(await rule({ keep: { days: 7 }, fastRestore: { zones, days: 2 } }), {
      availabilityZones: zones,
      interval: 2,
      intervalUnit: "DAYS",
    });
    assert.equal(await rule({ keep: { count: 7 } }), undefined);
  });

  for (const [sentence, schedule, of] of [
    ['zones must be zones such as "eu-west-1a", got ["eu-west-1"]', { zones: ["eu-west-1"], count: 1 }],
    ["zones must be between 1 and 10 zones, got []", { zones: [], count: 1 }],
    ["count must be a whole number between 1 and 7, got 8", { zones: ["eu-west-1a"], count: 8 }],
    ['must have count, as keep has, got {"zones":["eu-west-1a"],"days":1}', { zones: ["eu-west-1a"], days: 1 }],
    [
      'must be left out of images, as only snapshots have it, got {"zones":["eu-west-1a"],"count":1}',
      { zones: ["eu-west-1a"], count: 1 },
      { type: "images" },
    ],
  ] as [string, FastRestore, SnapshotPolicyArgs["of"]?][]) {
    it(`refuses a fast restore: ${sentence}`, () => {
      const daily = { recurrence: "0 3 * * *", keep: { count: 7 }, fastRestore: schedule };
      const place = `schedules.daily.fastRestore${sentence.startsWith("must") ? " " : "."}`;
      return assert.rejects(make({ of, schedules: { daily } }), {
        message: `snapshot policy "snaps": ${place}${sentence}`,
      });
    });
  }

  it("may use the keys of the volumes and of their copies", async () => {
    const volumes = "arn:aws:kms:eu-west-1:123456789012:key/volumes";
    const copies = "arn:aws:kms:eu-central-1:123456789012:key/copies";
    const plan = await make({
      kmsKeyArns: [volumes],
      schedules: {
        own: {
          recurrence: "0 3 * * *",
          keep: { days: 7 },
          copies: [{ region: "eu-central-1", days: 7, kmsKeyArn: copies }],
        },
      },
    });
    const { Statement } = JSON.parse(String(plan.get("snaps-keys").inputs.policy));
    assert.deepEqual(Statement, [
      {
        Effect: "Allow",
        Resource: [volumes, copies],
        Action: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
        Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
      },
      {
        Effect: "Allow",
        Resource: [volumes, copies],
        Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
      },
    ]);
    assert.equal(plan.get("snaps-role-keys").inputs.policyArn, plan.get("snaps-keys").outputs.arn);
    assert.equal((await make()).ofType("aws:iam/policy:Policy").length, 0);
  });

  it("keeps in the Recycle Bin for a while what it made and somebody deleted", async () => {
    const plan = await make();
    assert.deepEqual(plan.get("snaps-bin").inputs, {
      description: "What snaps made and somebody deleted",
      resourceType: "EBS_SNAPSHOT",
      resourceTags: [{ resourceTagKey: "SnapshotPolicy", resourceTagValue: "snaps" }],
      retentionPeriod: { retentionPeriodUnit: "DAYS", retentionPeriodValue: 7 },
      tags: { Name: "snaps-bin" },
    });
    const images = (await make({ of: { type: "images" }, recycleBinDays: 30 })).get("snaps-bin").inputs;
    assert.equal(images.resourceType, "EC2_IMAGE");
    assert.equal(Object(images.retentionPeriod).retentionPeriodValue, 30);
    assert.equal((await make({ recycleBinDays: "none" })).ofType("aws:rbin/rule:Rule").length, 0);
  });

  it("tells what others need", async () => {
    const plan = await make();
    assert.deepEqual(plan.get("snaps").outputs, {
      policyId: plan.get("snaps-policy").id,
      roleArn: plan.get("snaps-role").outputs.arn,
    });
  });

  describe("refuses, before it makes anything,", () => {
    const refused: [string, SnapshotPolicyArgs, string][] = [
      ["no tag", { targetTags: {} }, "targetTags must hold between 1 and 50 tags, got 0"],
      [
        "more tags than a policy has",
        { targetTags: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`Tag${index}`, "yes"])) },
        "targetTags must hold between 1 and 50 tags, got 51",
      ],
      [
        "no day in the Recycle Bin",
        { recycleBinDays: 0 },
        'recycleBinDays must be a whole number between 1 and 365, or "none", got 0',
      ],
      [
        "more than a year in the Recycle Bin",
        { recycleBinDays: 366 },
        'recycleBinDays must be a whole number between 1 and 365, or "none", got 366',
      ],
    ];
    for (const [title, args, sentence] of refused) {
      it(title, () => assert.rejects(make(args), { message: `snapshot policy "snaps": ${sentence}` }));
    }
    it("a name that no description can hold", () =>
      assert.rejects(
        record(() => new SnapshotPolicy("my snaps!")),
        { message: 'snapshot policy "my snaps!": name must be at most 64 letters, digits, - and _, got "my snaps!"' },
      ));
  });
});
