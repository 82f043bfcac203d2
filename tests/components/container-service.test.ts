import assert from "node:assert/strict";
import { ContainerService, type ContainerServiceArgs } from "../../components/container-service";
import type { Compute } from "../../components/container-service/compute";
import { DnsRecord } from "../../components/dns-record";
import { Network } from "../../components/network";
import { ServiceBalancer } from "../../components/service-balancer";
import { record } from "../../planner/record";
import { image, network, plain, shop, web } from "./container-service/shop";

const secretArn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf";
const component = "tierwork:index:ContainerService";

describe("ContainerService", () => {
  it("runs the same service on each engine by a change of compute alone", async () => {
    const run = (compute: Compute) =>
      shop({
        network,
        compute,
        containers: { web: { ...web, environment: { LOG_LEVEL: "info" }, secrets: { DB_PASSWORD: { secretArn } } } },
        balancing: { type: "application", exposure: "internet", tls: "none" },
        scaling: [{ type: "target", metric: "memory", target: 60 }],
        minCount: 3,
      });
    const onEcs = [
      await run({ type: "fargate" }),
      await run({ type: "ec2" }),
      await run({ type: "ec2", capacity: "managedInstances" }),
    ];
    for (const plan of onEcs) {
      const [container] = JSON.parse(String(plan.get("shop-task").inputs.containerDefinitions));
      assert.equal(container.image, image);
      assert.deepEqual(container.secrets, [{ name: "DB_PASSWORD", valueFrom: secretArn }]);
      assert.equal(plan.get("shop-service").inputs.desiredCount, 3);
    }
    const onEks = await run({ type: "eks" });
    const [deployment] = onEks.ofType("kubernetes:apps/v1:Deployment");
    const [container] = Object(deployment?.inputs.spec).template.spec.containers;
    assert.equal(container.image, image);
    assert.deepEqual(onEks.ofType("aws:ecs/service:Service"), []);
  });

  it("takes two tasks or more in prod, and one in dev only if it is said", async () => {
    const count = async (args: Partial<ContainerServiceArgs>, environment: "dev" | "prod") =>
      (await shop({ ...plain, ...args } as ContainerServiceArgs, environment)).get("shop-service").inputs.desiredCount;
    assert.deepEqual([await count({}, "dev"), await count({}, "prod"), await count({ minCount: 1 }, "dev")], [2, 2, 1]);
  });

  it("keeps the containers' output for a fortnight in dev and a year in prod, or as long as is said", async () => {
    const group = "aws:cloudwatch/logGroup:LogGroup";
    const kept = async (args: ContainerServiceArgs, environment: "dev" | "prod") =>
      (await shop(args, environment)).get("shop-logs", group).inputs;
    assert.equal((await kept(plain, "dev")).retentionInDays, 14);
    assert.equal((await kept(plain, "prod")).retentionInDays, 365);
    const kmsKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";
    const logs = { retentionDays: 30, logClass: "infrequentAccess", kmsKeyArn, deletionProtection: true } as const;
    assert.deepEqual(await kept({ ...plain, logs }, "dev"), {
      retentionInDays: 30,
      logGroupClass: "INFREQUENT_ACCESS",
      kmsKeyId: kmsKeyArn,
      deletionProtectionEnabled: true,
      tags: { Name: "shop-logs" },
    });
  });

  it("publishes what its neighbours need", async () => {
    const plan = await shop();
    assert.deepEqual(plan.get("shop", component).outputs, {
      address: { dnsName: plan.get("shop-lb").outputs.dnsName, zoneId: plan.get("shop-lb").outputs.zoneId },
      loadBalancerArn: plan.get("shop-lb").outputs.arn,
      edgeGroupId: plan.get("shop-edge").id,
      listenerArn: plan.get("shop-http").outputs.arn,
      serviceName: plan.get("shop-service").outputs.name,
      appGroupId: plan.get("shop-app").id,
      taskRoleArn: plan.get("shop-task-role").outputs.arn,
      alarmTopicArn: plan.get("shop-alarms-topic").outputs.arn,
    });
  });

  it("stands in a Network, and is the target of a DnsRecord", async () => {
    const plan = await record(() => {
      const service = new ContainerService("shop", { ...plain, network: new Network("net", { zones: 2 }) });
      if (service.address) {
        new DnsRecord("dns", { zoneId: "Z1", domainName: "shop.example.com", target: service.address });
      }
    });
    const { dnsName, zoneId } = plan.get("shop-lb").outputs;
    assert.deepEqual(plan.get("dns-a").inputs.aliases, [{ name: dnsName, zoneId, evaluateTargetHealth: true }]);
    assert.deepEqual(
      Object(plan.get("shop-service").inputs.networkConfiguration).subnets,
      ["a", "b"].map((zone) => plan.get(`net-private-${zone}`).id),
    );
  });

  it("stands with others behind one load balancer, each with its own requests", async () => {
    const plan = await record(() => {
      const balancer = new ServiceBalancer("front", {
        type: "application",
        network,
        exposure: "internet",
        tls: "none",
      });
      const place = { type: "shared", balancer } as const;
      new ContainerService("shop", { ...plain, balancing: { ...place, paths: ["/shop/*"] } });
      new ContainerService("cart", { ...plain, balancing: { ...place, paths: ["/cart/*"] } });
    });
    assert.deepEqual(plan.names("aws:lb/loadBalancer:LoadBalancer"), ["front-lb"]);
    const edge = plan.get("front-edge").id;
    for (const service of ["shop", "cart"]) {
      assert.equal(plan.get(`${service}-app-in-tcp-8080-edge`).inputs.referencedSecurityGroupId, edge);
      const [{ targetGroupArn }] = Object(plan.get(`${service}-service`).inputs.loadBalancers);
      assert.equal(targetGroupArn, plan.get(`${service}-tg`).outputs.arn);
      assert.ok(plan.get(`${service}-service`).dependencies.includes(plan.get(`${service}-route`).urn));
    }
    assert.ok(!plan.names("aws:cloudwatch/metricAlarm:MetricAlarm").includes("shop-lb-5xx"));
  });

  it("names children after itself, under itself", async () => {
    const plan = await shop();
    const { urn } = plan.get("shop", component);
    const own = plan.resources.filter(({ type }) => !type.startsWith("pulumi:"));
    for (const { name, parent } of own.filter((resource) => resource.urn !== urn)) {
      assert.match(name, /^shop(-|$)/);
      assert.ok(parent?.includes(`::${component}`), name);
    }
  });

  it("makes versions of a task that no other stack shares", async () => {
    assert.equal((await shop()).get("shop-task").inputs.family, "test-dev-shop");
    assert.equal((await shop()).get("shop-task").inputs.skipDestroy, true);
  });

  it("takes faults from outside only if it is said", async () => {
    assert.equal((await shop()).get("shop-task").inputs.enableFaultInjection, false);
    const plan = await shop({ ...plain, faultInjection: true });
    assert.equal(plan.get("shop-task").inputs.enableFaultInjection, true);
  });

  it("knows by its types what EKS lacks", () => {
    const onEks = { network, compute: { type: "eks" }, containers: { web }, balancing: "none" } as const;
    const step = { type: "step", scaleOut: [{ above: 70, add: 1 }], scaleIn: [{ below: 30, remove: 1 }] } as const;
    // @ts-expect-error two versions
    const canary: ContainerServiceArgs = { ...onEks, rollout: { type: "canary" } };
    // @ts-expect-error Service Connect
    const found: ContainerServiceArgs = { ...onEks, discovery: { type: "serviceConnect" } };
    // @ts-expect-error ECS Exec
    const opened: ContainerServiceArgs = { ...onEks, exec: true };
    // @ts-expect-error steps
    const stepped: ContainerServiceArgs = { ...onEks, scaling: [step] };
    // @ts-expect-error forecasts
    const forecast: ContainerServiceArgs = { ...onEks, scaling: [{ type: "predictive", target: 40 }] };
    // @ts-expect-error Windows
    const windows: ContainerServiceArgs = { ...onEks, operatingSystem: "windows2022Core" };
    // @ts-expect-error a load balancer that others use
    const shared: ContainerServiceArgs = { ...onEks, balancing: { type: "shared", balancer: {} } };
    // @ts-expect-error spare capacity is Fargate's
    const spot: ContainerServiceArgs = { ...onEks, compute: { type: "ec2", spot: { spotPercent: 50 } } };
    assert.equal([canary, found, opened, stepped, forecast, windows, shared, spot].length, 8);
  });
});
