import assert from "node:assert/strict";
import { SnapshotPolicy, type SnapshotPolicyArgs } from "../../components/snapshot-policy";
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
