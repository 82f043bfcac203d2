import assert from "node:assert/strict";
import type { ServiceVolume } from "../../../../components/container-service/volumes";
import { containers, plain, shop, statements, web } from "../shop";

const fileSystemArn = "arn:aws:elasticfilesystem:eu-west-1:123456789012:file-system/fs-1";
const files = { type: "efs", fileSystemId: "fs-1", fileSystemArn, securityGroupId: "sg-files" } as const;
const mount = (volume: ServiceVolume, readOnly?: boolean) =>
  shop({
    ...plain,
    volumes: { data: volume },
    containers: { web: { ...web, mounts: { data: { path: "/data", readOnly } } } },
  });

describe("the volumes of a service on ECS", () => {
  it("can be room that goes with the task", async () => {
    const plan = await mount({ type: "scratch" });
    assert.deepEqual(plan.get("shop-task").inputs.volumes, [{ name: "data" }]);
    assert.deepEqual(containers(plan).web?.mountPoints, [
      { sourceVolume: "data", containerPath: "/data", readOnly: false },
    ]);
  });

  it("can be shared files, over TLS and by the task's role, which may do no more than it must", async () => {
    const plan = await mount(files);
    assert.deepEqual(plan.get("shop-task").inputs.volumes, [
      {
        name: "data",
        efsVolumeConfiguration: {
          fileSystemId: "fs-1",
          transitEncryption: "ENABLED",
          authorizationConfig: { iam: "ENABLED" },
        },
      },
    ]);
    const actions = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"];
    assert.deepEqual(statements(plan, "shop-task-role-policy"), [
      { Effect: "Allow", Action: actions, Resource: [fileSystemArn] },
    ]);
  });

  it("can be one folder of shared files, to be read only", async () => {
    const plan = await mount({ ...files, accessPointId: "fsap-1" }, true);
    const [volume] = Object(plan.get("shop-task").inputs.volumes);
    assert.deepEqual(volume.efsVolumeConfiguration.authorizationConfig, { accessPointId: "fsap-1", iam: "ENABLED" });
    const accessPoint = "arn:aws:elasticfilesystem:eu-west-1:123456789012:access-point/fsap-1";
    assert.deepEqual(statements(plan, "shop-task-role-policy"), [
      {
        Effect: "Allow",
        Action: ["elasticfilesystem:ClientMount"],
        Resource: [fileSystemArn],
        Condition: { StringEquals: { "elasticfilesystem:AccessPointArn": accessPoint } },
      },
    ]);
  });

  it("can be an encrypted disk for each task, which ECS makes by a role for that", async () => {
    const kmsKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";
    const plan = await mount({ type: "ebs", sizeGiB: 100, iops: 6000, throughputMiBps: 500, kmsKeyArn });
    assert.deepEqual(plan.get("shop-task").inputs.volumes, [{ name: "data", configureAtLaunch: true }]);
    assert.deepEqual(plan.get("shop-service").inputs.volumeConfiguration, {
      name: "data",
      managedEbsVolume: {
        roleArn: plan.get("shop-disk-role").outputs.arn,
        encrypted: true,
        kmsKeyId: kmsKeyArn,
        volumeType: "gp3",
        sizeInGb: 100,
        iops: 6000,
        throughput: 500,
        tagSpecifications: [{ resourceType: "volume", propagateTags: "SERVICE" }],
      },
    });
    assert.equal(
      plan.get("shop-disk-role-ecs").inputs.policyArn,
      "arn:aws:iam::aws:policy/service-role/AmazonECSInfrastructureRolePolicyForVolumes",
    );
  });
});
