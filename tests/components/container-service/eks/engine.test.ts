import assert from "node:assert/strict";
import { ContainerService } from "../../../../components/container-service";
import { EksCluster } from "../../../../components/eks-cluster";
import { record } from "../../../../planner/record";
import { image, network, planned, plannedWith } from "./planned-service";

const balancing = { type: "application", exposure: "internet", tls: "none" } as const;
const stop = (args: object, sentence: RegExp) => assert.rejects(planned(args), sentence);

describe("a service on EKS", () => {
  it("tells where its load balancer is, who its pods are, and whom its alarms call", async () => {
    const plan = await record(() => {
      const containers = { web: { image, port: 8080 } };
      const shop = new ContainerService("shop", { network, compute: { type: "eks" }, containers, balancing });
      const { address, serviceName, appGroupId, edgeGroupId, taskRoleArn, alarmTopicArn } = shop;
      return { dnsName: address?.dnsName, serviceName, appGroupId, edgeGroupId, taskRoleArn, alarmTopicArn };
    });
    const { dnsName, ...outputs } = plan.outputs;
    assert.match(String(dnsName), /^k8s-shop-shop-[0-9a-f]+-[0-9a-f]+\.eu-west-1\.elb\.amazonaws\.com$/);
    assert.deepEqual(outputs, {
      serviceName: "shop",
      appGroupId: Object(plan.get("shop-eks-cluster").outputs.vpcConfig).clusterSecurityGroupId,
      edgeGroupId: plan.get("shop-edge").id,
      taskRoleArn: plan.get("shop-pod-role").outputs.arn,
      alarmTopicArn: plan.get("shop-alarms-topic").outputs.arn,
    });
  });

  it("has a cluster of its own that keeps the pods' output as the service's logs say", async () => {
    const plan = await planned({ logs: { retentionDays: 30, logClass: "infrequentAccess" } });
    const { retentionInDays, logGroupClass } = plan.get("shop-eks-insights-application").inputs;
    assert.deepEqual([retentionInDays, logGroupClass], [30, "INFREQUENT_ACCESS"]);
    assert.equal(plan.get("shop-eks-insights-performance").inputs.logGroupClass, "STANDARD");
  });

  it("shares a cluster with others, in namespaces and with identities of their own", async () => {
    const plan = await record(() => {
      const cluster = new EksCluster("platform", { network });
      for (const name of ["shop", "orders"])
        new ContainerService(name, {
          network,
          compute: { type: "eks", cluster },
          containers: { web: { image, port: 8080 } },
          balancing,
        });
    });
    assert.deepEqual(plan.names("aws:eks/cluster:Cluster"), ["platform-cluster"]);
    assert.deepEqual(plan.names("kubernetes:core/v1:Namespace"), ["orders-namespace", "shop-namespace"]);
    const { provider } = plan.get("orders-deployment");
    assert.equal(provider, `${plan.get("platform-kubernetes").urn}::${plan.get("platform-kubernetes").id}`);
    assert.equal(plan.get("orders-identity").inputs.namespace, "orders");
  });

  it("calls for help when clients suffer or too few pods run", async () => {
    const plan = await planned({ minCount: 3, alarms: { errorPercent: 2, latencySeconds: 0.5 } });
    assert.deepEqual(plan.names("aws:cloudwatch/metricAlarm:MetricAlarm"), [
      "shop-cpu",
      "shop-latency",
      "shop-lb-5xx",
      "shop-memory",
      "shop-running-pods",
      "shop-target-5xx",
    ]);
    const parts = ["shop-target-5xx", "shop-lb-5xx", "shop-running-pods"];
    const { alarmRule } = plan.get("shop-down").inputs;
    assert.equal(alarmRule, parts.map((name) => `ALARM("${plan.get(name).outputs.name}")`).join(" OR "));
    const { metricName: used, dimensions: ofPods, threshold: percent } = plan.get("shop-memory").inputs;
    assert.deepEqual(
      [used, ofPods, percent],
      ["pod_memory_utilization_over_pod_limit", plan.get("shop-running-pods").inputs.dimensions, 90],
    );
    const { metricName, namespace, dimensions, threshold, treatMissingData } = plan.get("shop-running-pods").inputs;
    assert.deepEqual(
      { metricName, namespace, dimensions, threshold, treatMissingData },
      {
        metricName: "service_number_of_running_pods",
        namespace: "ContainerInsights",
        dimensions: { ClusterName: "shop-eks-dev", Namespace: "shop", Service: "shop" },
        threshold: 3,
        treatMissingData: "breaching",
      },
    );
    assert.equal(plan.get("shop-target-5xx").inputs.threshold, 2);
    assert.equal(plan.get("shop-latency").inputs.threshold, 0.5);
    const name = String(Object(plan.get("shop-ingress").outputs.status).loadBalancer.ingress[0].hostname);
    const [, balancer] = /^(.*)-[^-]+\.eu-west-1/.exec(name) ?? [];
    assert.match(
      String(Object(plan.get("shop-latency").inputs.dimensions).LoadBalancer),
      new RegExp(`^app/${balancer}/`),
    );
  });

  it("runs on every kind of node", async () => {
    for (const type of ["auto", "managed", "selfManaged"] as const)
      assert.ok((await planned({ compute: { type: "eks", nodes: { type } } })).get("shop-deployment"));
    const fargate = await planned({ compute: { type: "eks", nodes: { type: "fargate" } }, architecture: "x86_64" });
    assert.ok(fargate.get("shop-deployment"));
    assert.throws(() => fargate.get("shop-running-pods"));
  });
});

describe("what EKS cannot do", () => {
  const step = { type: "step", scaleOut: [{ above: 70, add: 2 }], scaleIn: [{ below: 30, remove: 1 }] } as const;
  const fargate = { compute: { type: "eks", nodes: { type: "fargate" } }, architecture: "x86_64" } as const;

  it("is refused in scaling", async () => {
    await stop({ scaling: [step] }, /shop": scaling\[0\]\.type must be target or schedule on eks, got "step"/);
    await stop(
      { scaling: [{ type: "target", metric: "requestsPerTarget", target: 500 }] },
      /scaling\[0\]\.metric must be cpu or memory on eks, which knows no others, got "requestsPerTarget"/,
    );
    await stop(
      { scaling: [{ type: "schedule", name: "Friday_Evening", recurrence: "0 17 * * 5", minCount: 4 }] },
      /scaling\[0\]\.name must be at most 31 lower-case letters, digits and hyphens on eks, got "Friday_Evening"/,
    );
  });

  it("is refused in containers", async () => {
    await assert.rejects(
      plannedWith({ ulimits: { nofile: { soft: 1024, hard: 4096 } } }),
      /containers\.web\.ulimits must be empty on eks, where the node sets them, got \["nofile"\]/,
    );
    await assert.rejects(
      plannedWith({ restart: { ignoredExitCodes: [0] } }),
      /containers\.web\.restart must be left out on eks, which always restarts in place/,
    );
    await stop(
      { cpu: 256, containers: { web: { image, port: 8080, cpu: 256 }, agent: { image } } },
      /containers must leave some of the cpu \(256\) to those without, got \["web","agent"\]/,
    );
    await stop(
      { memoryMiB: 512, containers: { web: { image, port: 8080, memoryMiB: 512 }, agent: { image } } },
      /containers must leave some of the memory \(512 MiB\) to those without, got \["web","agent"\]/,
    );
    await assert.rejects(
      plannedWith({ startTimeoutSeconds: 30 }),
      /containers\.web\.startTimeoutSeconds must be left out on eks, which has no such limit, got 30/,
    );
  });

  it("is refused on nodes that lack it", async () => {
    await stop(
      { compute: { type: "eks", nodes: { type: "managed", groups: { x: { instanceTypes: ["m7i.large"] } } } } },
      /architecture must be x86_64 on these nodes, got "arm64"/,
    );
    await stop({ ...fargate, architecture: "arm64" }, /architecture must be x86_64 on these nodes, got "arm64"/);
    await stop(
      { ...fargate, volumes: { data: { type: "ebs", sizeGiB: 20 } } },
      /volumes\.data\.type must not be ebs on Fargate nodes, which have no disks, got "ebs"/,
    );
    const secretArn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf";
    await assert.rejects(
      plannedWith({ secrets: { DB: { secretArn } } }, fargate),
      /containers\.web\.secrets must be empty on Fargate nodes, where the driver that reads them cannot run, got \["DB"\]/,
    );
  });

  it("is refused on a shared cluster without the add-on for it", async () => {
    const efs = { fileSystemId: "fs-1", fileSystemArn: "arn:fs", securityGroupId: "sg-1" };
    await assert.rejects(
      record(() => {
        const cluster = new EksCluster("platform", { network });
        new ContainerService("shop", {
          network,
          compute: { type: "eks", cluster },
          containers: { web: { image, port: 8080 } },
          balancing,
          volumes: { files: { type: "efs", ...efs } },
        });
      }),
      /volumes\.files\.type must not be efs without the cluster's add-on aws-efs-csi-driver, got "efs"/,
    );
  });

  it("is refused in the cluster's own arguments, before anything of the service exists", async () => {
    await stop(
      { compute: { type: "eks", nodes: { type: "managed", groups: { base: { minSize: 1 } } } } },
      /container service "shop": compute\.nodes\.groups\.base\.minSize must be a whole number, 2 or more to span two zones, got 1/,
    );
    await stop(
      { compute: { type: "eks", endpointCidrs: ["0.0.0.0/0"] } },
      /container service "shop": compute\.endpointCidrs must hold no range wider than \/8, got "0\.0\.0\.0\/0"/,
    );
  });

  it("is refused by the types as well, where they can say so", () => {
    const portable = {
      network,
      compute: { type: "eks" as const },
      containers: { web: { image, port: 8080 } },
      balancing,
    };
    const refused = () => [
      // @ts-expect-error: EKS shifts no requests between versions.
      new ContainerService("a", { ...portable, rollout: { type: "canary" } }),
      // @ts-expect-error: nothing in a cluster counts requests.
      new ContainerService("b", { ...portable, scaling: [{ type: "target", metric: "requestsPerTarget", target: 9 }] }),
      // @ts-expect-error: the HPA does not forecast.
      new ContainerService("c", { ...portable, scaling: [{ type: "predictive", target: 40 }] }),
    ];
    assert.equal(typeof refused, "function");
  });
});
