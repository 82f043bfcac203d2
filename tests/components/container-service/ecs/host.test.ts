import assert from "node:assert/strict";
import type { ContainerServiceArgs } from "../../../../components/container-service";
import { ContainerService } from "../../../../components/container-service";
import { EcsCluster } from "../../../../components/ecs-cluster";
import { record } from "../../../../planner/record";
import { network, plain, shop } from "../shop";

const strategies = async (compute: ContainerServiceArgs["compute"], minCount = 2) =>
  (await shop({ ...plain, compute, minCount })).get("shop-service").inputs.capacityProviderStrategies;

describe("what a service on ECS runs on", () => {
  it("is Fargate on demand, in private subnets, without public addresses", async () => {
    const plan = await shop();
    const { inputs } = plan.get("shop-service");
    assert.deepEqual(inputs.capacityProviderStrategies, [{ capacityProvider: "FARGATE", weight: 1 }]);
    assert.deepEqual(inputs.networkConfiguration, {
      subnets: network.privateSubnetIds,
      securityGroups: [plan.get("shop-app").id],
      assignPublicIp: false,
    });
    assert.equal(inputs.availabilityZoneRebalancing, "ENABLED");
    assert.deepEqual(plan.get("shop-task").inputs.requiresCompatibilities, ["FARGATE"]);
    assert.equal(inputs.launchType, undefined);
  });

  it("can be spare capacity above a base of as many tasks as must always run", async () => {
    assert.deepEqual(await strategies({ type: "fargate", spot: { spotPercent: 80 } }, 3), [
      { capacityProvider: "FARGATE", base: 3, weight: 20 },
      { capacityProvider: "FARGATE_SPOT", weight: 80 },
    ]);
    assert.deepEqual(await strategies({ type: "fargate", spot: { onDemandBase: 0, spotPercent: 100 } }), [
      { capacityProvider: "FARGATE", base: 0, weight: 0 },
      { capacityProvider: "FARGATE_SPOT", weight: 100 },
    ]);
  });

  it("is an Auto Scaling group that ECS sizes, its tasks spread over zones and then over instances", async () => {
    const plan = await shop({ ...plain, compute: { type: "ec2" } });
    const { inputs } = plan.get("shop-service");
    assert.deepEqual(inputs.capacityProviderStrategies, [
      { capacityProvider: plan.get("shop-capacity").outputs.name, weight: 1 },
    ]);
    assert.deepEqual(inputs.orderedPlacementStrategies, [
      { type: "spread", field: "attribute:ecs.availability-zone" },
      { type: "spread", field: "instanceId" },
    ]);
    assert.deepEqual(plan.get("shop-task").inputs.requiresCompatibilities, ["EC2"]);
    assert.equal(plan.get("shop-tg").inputs.targetType, "ip");
    assert.ok(plan.get("shop-service").dependencies.includes(plan.get("shop-capacity-providers").urn));
  });

  it("is instances that ECS manages, which place tasks by themselves", async () => {
    const plan = await shop({ ...plain, compute: { type: "ec2", capacity: "managedInstances" } });
    const { inputs } = plan.get("shop-service");
    assert.equal(inputs.orderedPlacementStrategies, undefined);
    assert.deepEqual(plan.get("shop-task").inputs.requiresCompatibilities, ["MANAGED_INSTANCES"]);
  });

  it("reaches tasks in bridge mode by their instance, on whichever port Docker picks", async () => {
    const plan = await shop({ ...plain, compute: { type: "ec2", networkMode: "bridge" } });
    assert.equal(plan.get("shop-task").inputs.networkMode, "bridge");
    assert.equal(plan.get("shop-service").inputs.networkConfiguration, undefined);
    assert.equal(plan.get("shop-tg").inputs.targetType, "instance");
    const instances = plan.get("shop-instances").id;
    const { description: _in, ...inward } = plan.get("shop-app-in-tcp-dynamic-edge").inputs;
    const { description: _out, ...outward } = plan.get("shop-edge-out-tcp-dynamic-app").inputs;
    const ports = { ipProtocol: "tcp", fromPort: 32768, toPort: 65535 };
    const edge = plan.get("shop-edge").id;
    assert.deepEqual(inward, { ...ports, securityGroupId: instances, referencedSecurityGroupId: edge });
    assert.deepEqual(outward, { ...ports, securityGroupId: edge, referencedSecurityGroupId: instances });
  });

  it("is a cluster that other services use as well", async () => {
    const plan = await record(() => {
      const cluster = new EcsCluster("shops", { instances: { network, capacity: "managedInstances" } });
      new ContainerService("shop", { ...plain, compute: { type: "ec2", cluster } });
      new ContainerService("cart", { ...plain, compute: { type: "ec2", cluster } });
    });
    assert.deepEqual(plan.names("aws:ecs/cluster:Cluster"), ["shops-cluster"]);
    for (const service of ["shop-service", "cart-service"]) {
      assert.equal(plan.get(service).inputs.cluster, plan.get("shops-cluster").outputs.arn);
      assert.deepEqual(plan.get(service).inputs.capacityProviderStrategies, [
        { capacityProvider: plan.get("shops-capacity").outputs.name, weight: 1 },
      ]);
    }
  });

  it("lets people in only if it is said, by a role that reaches the sessions and their record", async () => {
    assert.equal((await shop()).get("shop-service").inputs.enableExecuteCommand, false);
    const web = { ...plain.containers.web, readOnlyRoot: false };
    const plan = await shop({ ...plain, exec: true, containers: { web } });
    assert.equal(plan.get("shop-service").inputs.enableExecuteCommand, true);
    const [channels, records, key] = JSON.parse(String(plan.get("shop-task-role-policy").inputs.policy)).Statement;
    assert.deepEqual(channels.Resource, ["*"]);
    assert.ok(channels.Action.includes("ssmmessages:OpenDataChannel"));
    assert.deepEqual(records.Resource, [`${plan.get("shop-exec-logs").outputs.arn}:*`]);
    assert.deepEqual(key.Resource, [plan.get("shop-exec-key").outputs.arn]);
  });

  describe("is refused when", () => {
    const weak = { ...plain.containers.web, readOnlyRoot: false };
    const windows = { operatingSystem: "windows2022Core", architecture: "x86_64", cpu: 1024 } as const;
    const refused: [string, () => ContainerServiceArgs][] = [
      [
        'compute.cluster must be one without instances, got "autoScalingGroup"',
        () => ({ ...plain, compute: { type: "fargate", cluster: new EcsCluster("c", { instances: { network } }) } }),
      ],
      [
        'compute.cluster must be one with instances, got "fargate"',
        () => ({ ...plain, compute: { type: "ec2", cluster: new EcsCluster("c") } }),
      ],
      [
        'architecture must be arm64, which the cluster\'s instances are, got "x86_64"',
        () => ({
          ...plain,
          architecture: "x86_64",
          compute: { type: "ec2", cluster: new EcsCluster("c", { instances: { network } }) },
        }),
      ],
      [
        'compute.cluster must be one with exec, which keeps what people type, got "a cluster without it"',
        () => ({
          ...plain,
          exec: true,
          containers: { web: weak },
          compute: { type: "fargate", cluster: new EcsCluster("c") },
        }),
      ],
      [
        "containers.web.readOnlyRoot must be false for exec, whose agent writes into the container, got true",
        () => ({ ...plain, exec: true }),
      ],
      [
        "compute.spot.spotPercent must be a whole number between 1 and 100, got 0",
        () => ({ ...plain, compute: { type: "fargate", spot: { spotPercent: 0 } } }),
      ],
      [
        "compute.spot.onDemandBase must be a whole number between 0 and 100000, got -1",
        () => ({ ...plain, compute: { type: "fargate", spot: { onDemandBase: -1, spotPercent: 50 } } }),
      ],
      [
        'containers.web.ulimits must hold nofile alone on fargate, got "core"',
        () => ({ ...plain, containers: { web: { ...weak, ulimits: { core: { soft: 0, hard: 0 } } } } }),
      ],
      [
        'containers.web.addCapabilities must hold SYS_PTRACE alone on fargate, got "NET_ADMIN"',
        () => ({ ...plain, containers: { web: { ...weak, addCapabilities: ["NET_ADMIN"] } } }),
      ],
      [
        'compute.networkMode must be awsvpc on managed instances, which have no bridge, got "bridge"',
        () => ({ ...plain, compute: { type: "ec2", capacity: "managedInstances", networkMode: "bridge" } }),
      ],
      [
        'callers must be left out in bridge mode, whose ports change, got ["10.0.0.0/16"]',
        () => ({ ...plain, callers: ["10.0.0.0/16"], compute: { type: "ec2", networkMode: "bridge" } }),
      ],
      [
        'discovery.type must be serviceConnect in bridge mode, whose ports change, got "cloudMap"',
        () => ({
          ...plain,
          discovery: { type: "cloudMap", namespaceId: "ns-1" },
          compute: { type: "ec2", networkMode: "bridge" },
        }),
      ],
      [
        'operatingSystem must be linux on ec2, got "windows2022Core"',
        () => ({ ...plain, ...windows, compute: { type: "ec2" } }),
      ],
      ['architecture must be x86_64 for Windows, got "arm64"', () => ({ ...plain, ...windows, architecture: "arm64" })],
      ["cpu must be between 1024 and 4096 for Windows on fargate, got 512", () => ({ ...plain, ...windows, cpu: 512 })],
      [
        'compute.instanceTypes must be of arm64, which the images are built for, got ["m7i.large"]',
        () => ({ ...plain, compute: { type: "ec2", instanceTypes: ["m7i.large"] } }),
      ],
      [
        "compute.minSize must be a whole number, 2 or more to span two zones, got 1",
        () => ({ ...plain, compute: { type: "ec2", minSize: 1 } }),
      ],
    ];
    for (const [sentence, args] of refused) {
      it(sentence, () =>
        assert.rejects(
          record(() => {
            new ContainerService("shop", args());
          }),
          { message: `container service "shop": ${sentence}` },
        ),
      );
    }

    it("its capacity provider would have a name of AWS's", () =>
      assert.rejects(
        record(() => {
          new ContainerService("ecs-shop", { ...plain, compute: { type: "ec2" } });
        }),
        /name must not begin with aws, ecs or fargate, which AWS keeps for its own providers, got "ecs-shop"/,
      ));
  });
});
