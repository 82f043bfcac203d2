import assert from "node:assert/strict";
import { EcsCluster, type EcsClusterArgs } from "../../components/ecs-cluster";
import { record } from "../../planner/record";
import { network } from "./container-service/shop";

const make = (args: EcsClusterArgs = {}, environment: "dev" | "prod" = "dev", config?: Record<string, string>) =>
  record(
    () => {
      new EcsCluster("shops", args);
    },
    { environment, config },
  );
const userData = async (args: EcsClusterArgs) =>
  Buffer.from(String((await make(args)).get("shops-template").inputs.userData), "base64").toString();

describe("EcsCluster", () => {
  it("is watched closely, has a namespace of its own, and runs Fargate on demand and spare", async () => {
    const plan = await make();
    assert.deepEqual(plan.get("shops-cluster").inputs, {
      settings: [{ name: "containerInsights", value: "enhanced" }],
      serviceConnectDefaults: { namespace: plan.get("shops-namespace").outputs.arn },
      tags: { Name: "shops" },
    });
    assert.deepEqual(plan.get("shops-capacity-providers").inputs, {
      clusterName: plan.get("shops-cluster").outputs.name,
      capacityProviders: ["FARGATE", "FARGATE_SPOT"],
      defaultCapacityProviderStrategies: [{ capacityProvider: "FARGATE", weight: 1 }],
    });
  });

  it("can be watched less closely", async () => {
    const plan = await make({ containerInsights: "enabled" });
    assert.deepEqual(plan.get("shops-cluster").inputs.settings, [{ name: "containerInsights", value: "enabled" }]);
  });

  it("calls for help when its instances are too busy or fail, and tells nobody unless told", async () => {
    const instances = { network };
    const alarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";
    const told = await make({ instances, alarms: { cpuPercent: 80, notify: { topicArn: "arn:aws:sns:t" } } });
    assert.deepEqual(told.names(alarmType), ["shops-instances-cpu", "shops-instances-status-checks"]);
    const { dimensions, threshold, alarmActions } = told.get("shops-instances-cpu").inputs;
    assert.deepEqual(
      [dimensions, threshold, alarmActions],
      [{ AutoScalingGroupName: told.get("shops-asg").outputs.name }, 80, ["arn:aws:sns:t"]],
    );
    const silent = await make({ instances });
    assert.equal(silent.get("shops-instances-cpu").inputs.alarmActions, undefined);
    assert.deepEqual(silent.ofType("aws:sns/topic:Topic"), []);
    assert.deepEqual((await make({ instances, alarms: "none" })).names(alarmType), []);
    assert.deepEqual((await make()).names(alarmType), []);
    await assert.rejects(make({ alarms: { cpuPercent: 0 } }), {
      message: 'ecs cluster "shops": alarms.cpuPercent must be more than 0 and at most 100, got 0',
    });
  });

  it("keeps what people type in its containers, encrypted by a key of its own, once they may", async () => {
    const plan = await make({ exec: true }, "prod");
    const key = plan.get("shops-exec-key");
    assert.deepEqual(Object(plan.get("shops-cluster").inputs.configuration).executeCommandConfiguration, {
      kmsKeyId: key.outputs.arn,
      logging: "OVERRIDE",
      logConfiguration: {
        cloudWatchEncryptionEnabled: true,
        cloudWatchLogGroupName: plan.get("shops-exec-logs").outputs.name,
      },
    });
    const { kmsKeyId, retentionInDays } = plan.get("shops-exec-logs").inputs;
    assert.deepEqual([kmsKeyId, retentionInDays], [key.outputs.arn, 365]);
    assert.equal(key.inputs.enableKeyRotation, true);
    const [, logs] = JSON.parse(String(key.inputs.policy)).Statement;
    assert.deepEqual(logs.Principal, { Service: "logs.eu-west-1.amazonaws.com" });
    const context = logs.Condition.ArnLike["kms:EncryptionContext:aws:logs:arn"];
    assert.equal(context, "arn:aws:logs:eu-west-1:123456789012:log-group:shops-exec-*");
    assert.ok(String(plan.get("shops-exec-logs").outputs.name).startsWith("shops-exec-"));
  });

  it("has instances that ECS sizes, protects while they have tasks, and drains before they go", async () => {
    const plan = await make({ instances: { network, minSize: 3, maxSize: 30 } });
    const { inputs, options } = plan.get("shops-asg");
    assert.deepEqual(plan.get("shops-capacity").inputs.autoScalingGroupProvider, {
      autoScalingGroupArn: plan.get("shops-asg").outputs.arn,
      managedScaling: { status: "ENABLED", targetCapacity: 100, instanceWarmupPeriod: 300 },
      managedDraining: "ENABLED",
      managedTerminationProtection: "ENABLED",
    });
    assert.deepEqual([inputs.minSize, inputs.maxSize, inputs.protectFromScaleIn], [3, 30, true]);
    assert.deepEqual(inputs.vpcZoneIdentifiers, network.privateSubnetIds);
    assert.deepEqual(options.ignoreChanges, ["desiredCapacity"]);
    assert.deepEqual(plan.get("shops-capacity-providers").inputs.capacityProviders, [
      plan.get("shops-capacity").outputs.name,
    ]);
  });

  it("boots AWS's newest image for ECS on Graviton, with IMDSv2 alone and encrypted disks", async () => {
    const plan = await make({ instances: { network } });
    const { inputs } = plan.get("shops-template");
    assert.equal(inputs.instanceType, "t4g.small");
    assert.match(String(inputs.imageId), /^ami-/);
    assert.deepEqual(inputs.metadataOptions, {
      httpEndpoint: "enabled",
      httpTokens: "required",
      httpPutResponseHopLimit: 1,
    });
    const [root, ...others] = Object(inputs.blockDeviceMappings);
    assert.deepEqual([root.deviceName, root.ebs.encrypted, root.ebs.volumeType], ["/dev/xvda", "true", "gp3"]);
    assert.deepEqual(others, []);
    assert.deepEqual(inputs.vpcSecurityGroupIds, [plan.get("shops-instances").id]);
    assert.equal(
      (await make({ instances: { network } }, "prod")).get("shops-template").inputs.instanceType,
      "m7g.large",
    );
  });

  it("tells Amazon Linux, or Bottlerocket with a disk for containers, which cluster it is in", async () => {
    const clusterName = (await make()).get("shops-cluster").outputs.name;
    const linux = await userData({ instances: { network } });
    for (const line of [
      `ECS_CLUSTER=${clusterName}`,
      "ECS_AWSVPC_BLOCK_IMDS=true",
      "ECS_ENABLE_SPOT_INSTANCE_DRAINING=true",
    ]) {
      assert.ok(linux.includes(line), line);
    }
    const bottlerocket = { network, ami: "bottlerocket" } as const;
    assert.ok((await userData({ instances: bottlerocket })).includes(`cluster = "${clusterName}"`));
    const disks = (await make({ instances: bottlerocket })).get("shops-template").inputs.blockDeviceMappings;
    assert.deepEqual(
      Object(disks).map((disk: { deviceName: string; ebs: object }) => [disk.deviceName, Object(disk.ebs).encrypted]),
      [
        ["/dev/xvda", "true"],
        ["/dev/xvdb", "true"],
      ],
    );
  });

  it("carries the stack's tags to its instances, which ECS knows as its own", async () => {
    const plan = await make({ instances: { network } }, "dev", {
      "aws:defaultTags": JSON.stringify({ tags: { Project: "shop" } }),
    });
    assert.deepEqual(
      Object(plan.get("shops-asg").inputs.tags).map(({ key, value }: { key: string; value: string }) => [key, value]),
      [
        ["Name", "shops"],
        ["Project", "shop"],
        ["AmazonECSManaged", "true"],
      ],
    );
  });

  it("can buy spare instances of several types", async () => {
    const instanceTypes = ["m7g.large", "m6g.large"];
    const plan = await make({ instances: { network, instanceTypes, purchasing: { type: "spot" } } });
    const { launchTemplate, instancesDistribution } = Object(plan.get("shops-asg").inputs.mixedInstancesPolicy);
    assert.deepEqual(
      launchTemplate.overrides,
      instanceTypes.map((instanceType) => ({ instanceType })),
    );
    assert.equal(instancesDistribution.onDemandPercentageAboveBaseCapacity, 0);
  });

  it("has three types to choose among where there is spot capacity, if none are named", async () => {
    const types = async (architecture: "arm64" | "x86_64", environment: "dev" | "prod") => {
      const instances = { network, architecture, purchasing: { type: "mixed" } } as const;
      const plan = await record(() => new EcsCluster("shops", { instances }), { environment });
      const { overrides } = Object(plan.get("shops-asg").inputs.mixedInstancesPolicy).launchTemplate;
      return overrides.map(({ instanceType }: { instanceType: string }) => instanceType);
    };
    assert.deepEqual(await types("arm64", "prod"), ["m7g.large", "m6g.large", "r7g.large"]);
    assert.deepEqual(await types("x86_64", "prod"), ["m7i.large", "m6i.large", "m7a.large"]);
    assert.deepEqual(await types("arm64", "dev"), ["t4g.small", "t4g.medium", "t4g.large"]);
    assert.deepEqual(await types("x86_64", "dev"), ["t3.small", "t3a.small", "t3.medium"]);
  });

  it("can leave the instances to ECS, by roles that may do no more than that", async () => {
    const plan = await make({ instances: { network, capacity: "managedInstances", spot: true } });
    const { cluster, managedInstancesProvider } = plan.get("shops-capacity").inputs;
    assert.equal(cluster, plan.get("shops-cluster").outputs.name);
    const { instanceLaunchTemplate, ...provider } = Object(managedInstancesProvider);
    assert.deepEqual(provider, {
      infrastructureRoleArn: plan.get("shops-infrastructure-role").outputs.arn,
      propagateTags: "CAPACITY_PROVIDER",
      autoRepairConfiguration: { actionsStatus: "ENABLED" },
    });
    assert.deepEqual(instanceLaunchTemplate, {
      ec2InstanceProfileArn: plan.get("shops-instance-profile").outputs.arn,
      capacityOptionType: "SPOT",
      monitoring: "DETAILED",
      networkConfiguration: {
        subnets: network.privateSubnetIds,
        securityGroups: [plan.get("shops-instances").id],
      },
      storageConfiguration: { storageSizeGib: 30 },
      instanceRequirements: {
        vcpuCount: { min: 1 },
        memoryMib: { min: 1024 },
        instanceGenerations: ["current"],
        cpuManufacturers: ["amazon-web-services"],
      },
    });
    const [passing] = JSON.parse(String(plan.get("shops-infrastructure-role-pass").inputs.policy)).Statement;
    assert.equal(passing.Resource, plan.get("shops-instance-role").outputs.arn);
    assert.deepEqual(plan.ofType("aws:ecs/clusterCapacityProviders:ClusterCapacityProviders"), []);
  });

  it("can name the types that ECS picks from", async () => {
    const instanceTypes = ["m7g.*", "c7g.*"];
    const plan = await make({ instances: { network, capacity: "managedInstances", instanceTypes } });
    const { instanceLaunchTemplate } = Object(plan.get("shops-capacity").inputs.managedInstancesProvider);
    assert.deepEqual(instanceLaunchTemplate.instanceRequirements.allowedInstanceTypes, instanceTypes);
    assert.equal(instanceLaunchTemplate.instanceRequirements.cpuManufacturers, undefined);
  });

  const refused: [string, EcsClusterArgs][] = [
    ["minSize must be a whole number, 2 or more to span two zones, got 1", { instances: { network, minSize: 1 } }],
    ["maxSize must be a whole number, at least minSize (4), got 3", { instances: { network, minSize: 4, maxSize: 3 } }],
    [
      'instanceTypes must be of x86_64, which the images are built for, got ["m7g.large"]',
      { instances: { network, architecture: "x86_64", instanceTypes: ["m7g.large"] } },
    ],
    [
      'instanceTypes must be types or patterns such as "m7g.*", got "M7"',
      { instances: { network, capacity: "managedInstances", instanceTypes: ["M7"] } },
    ],
    [
      "network.privateSubnetIds must hold subnets of at least two zones, got 0",
      { instances: { network: { ...network, privateSubnetIds: [] } } },
    ],
  ];
  for (const [sentence, args] of refused) {
    it(`refuses, before it makes anything: ${sentence}`, () =>
      assert.rejects(make(args), { message: `ecs cluster "shops": ${sentence}` }));
  }
});
