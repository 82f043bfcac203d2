import assert from "node:assert/strict";
import fc from "fast-check";
import { NetworkBalancer, type NetworkBalancerArgs } from "../../components/network-balancer";
import { ServiceBalancer } from "../../components/service-balancer";
import { record } from "../../planner/record";
import { make, network, web } from "./network-balancer/made";

describe("NetworkBalancer", () => {
  it("stands in the public subnets with a group and logs of its own, and loads all targets alike", async () => {
    const plan = await make();
    assert.deepEqual(plan.get("edge-lb").inputs, {
      loadBalancerType: "network",
      internal: false,
      ipAddressType: "ipv4",
      subnets: ["subnet-1", "subnet-2"],
      securityGroups: [plan.get("edge-edge").id],
      accessLogs: { enabled: true, bucket: plan.get("edge-logs-bucket").outputs.bucket },
      enableCrossZoneLoadBalancing: true,
      enableZonalShift: true,
      enableDeletionProtection: false,
      tags: { Name: "edge-lb" },
    });
    assert.ok(plan.get("edge-lb").dependencies.includes(plan.get("edge-logs-policy").urn));
    const policy = JSON.parse(String(plan.get("edge-logs-policy").inputs.policy));
    assert.equal(policy.Statement[0].Principal.Service, "delivery.logs.amazonaws.com");
  });

  it("leads a listener to its target group", async () => {
    const plan = await make();
    assert.deepEqual(plan.get("edge-web-listener").inputs, {
      loadBalancerArn: plan.get("edge-lb").outputs.arn,
      port: 80,
      protocol: "TCP",
      defaultActions: [{ type: "forward", targetGroupArn: plan.get("edge-servers").outputs.arn }],
    });
    assert.equal(plan.get("edge-web-listener").options.ignoreChanges, undefined);
    assert.deepEqual(plan.get("edge-servers").inputs, {
      vpcId: "vpc-1",
      targetType: "instance",
      protocol: "TCP",
      port: 8080,
      healthCheck: {
        enabled: true,
        protocol: "TCP",
        port: "traffic-port",
        interval: 15,
        timeout: 5,
        healthyThreshold: 2,
        unhealthyThreshold: 3,
      },
      deregistrationDelay: 300,
      connectionTermination: true,
      tags: { Name: "edge-servers" },
    });
  });

  it("stands in the private subnets inside, and cannot be deleted in prod", async () => {
    const plan = await make({ exposure: "internal" }, "prod");
    const { internal, subnets, enableDeletionProtection } = plan.get("edge-lb").inputs;
    assert.deepEqual([internal, subnets, enableDeletionProtection], [true, ["subnet-3", "subnet-4"], true]);
  });

  it("takes what is said of zones, addresses, capacity and protection", async () => {
    const plan = await make({
      ipAddressType: "dualstack",
      crossZone: false,
      clientRoutingPolicy: "partialAvailabilityZoneAffinity",
      zonalShift: false,
      minimumCapacityUnits: 3000,
      deletionProtection: true,
    });
    const { inputs } = plan.get("edge-lb");
    assert.equal(inputs.ipAddressType, "dualstack");
    assert.equal(inputs.enableCrossZoneLoadBalancing, false);
    assert.equal(inputs.dnsRecordClientRoutingPolicy, "partial_availability_zone_affinity");
    assert.equal(inputs.enableZonalShift, false);
    assert.deepEqual(inputs.minimumLoadBalancerCapacity, { capacityUnits: 3000 });
    assert.equal(inputs.enableDeletionProtection, true);
    assert.equal(inputs.enablePrefixForIpv6SourceNat, undefined);
  });

  it("takes UDP over IPv6 from a prefix of each subnet where it is dual stack", async () => {
    const plan = await make({
      ipAddressType: "dualstack",
      listeners: { dns: { protocol: "udp", port: 53, target: "dns" } },
      targetGroups: {
        dns: {
          protocol: "udp",
          port: 53,
          targets: { type: "ipAddresses", addresses: ["2001:db8::5", "2001:db8::6"] },
          healthCheck: { protocol: "tcp" },
        },
      },
    });
    assert.equal(plan.get("edge-lb").inputs.enablePrefixForIpv6SourceNat, "on");
    assert.equal(plan.get("edge-dns").inputs.ipAddressType, "ipv6");
  });

  it("gives out what the next part needs", async () => {
    const plan = await make();
    const { dnsName, zoneId, arn, arnSuffix } = plan.get("edge-lb").outputs;
    assert.deepEqual(plan.get("edge").outputs, {
      dnsName,
      zoneId,
      loadBalancerArn: arn,
      arnSuffix,
      addresses: [],
      targetGroupArns: { servers: plan.get("edge-servers").outputs.arn },
      edgeGroupId: plan.get("edge-edge").id,
      appGroupIds: [plan.get("edge-app").id],
    });
  });

  it("stands before an Application Load Balancer, which lets it in, once it has a listener on the port", async () => {
    const plan = await record(
      () => {
        const balancer = new ServiceBalancer("shop", {
          type: "application",
          network,
          exposure: "internal",
          tls: { certificateArn: "arn:c" },
          sources: [],
        });
        new NetworkBalancer("edge", {
          network,
          exposure: "internet",
          addresses: { type: "elasticIps" },
          listeners: { https: { protocol: "tcp", port: 443, target: "shop" } },
          targetGroups: { shop: { protocol: "tcp", port: 443, targets: { type: "applicationBalancer", balancer } } },
        });
      },
      { environment: "dev" },
    );
    assert.deepEqual(plan.get("edge-shop").inputs, {
      vpcId: "vpc-1",
      targetType: "alb",
      protocol: "TCP",
      port: 443,
      healthCheck: {
        enabled: true,
        protocol: "HTTPS",
        port: "traffic-port",
        path: "/health",
        matcher: "200-399",
        interval: 15,
        timeout: 5,
        healthyThreshold: 2,
        unhealthyThreshold: 3,
      },
      tags: { Name: "edge-shop" },
    });
    const attachment = plan.get("edge-shop-balancer");
    assert.deepEqual(attachment.inputs, {
      targetGroupArn: plan.get("edge-shop").outputs.arn,
      targetId: plan.get("shop-lb").outputs.arn,
    });
    // AWS takes no target that has no listener on the port yet.
    assert.ok(attachment.dependencies.includes(plan.get("shop-https").urn));
    const admitted = plan.get("edge-shop-balancer-in-tcp-443-edge").inputs;
    assert.equal(admitted.securityGroupId, plan.get("shop-edge").id);
    assert.equal(admitted.referencedSecurityGroupId, plan.get("edge-edge").id);
    assert.equal(
      plan.get("edge-edge-out-tcp-443-shop-balancer").inputs.referencedSecurityGroupId,
      plan.get("shop-edge").id,
    );
    assert.deepEqual(plan.get("edge").outputs.appGroupIds, []);
  });

  it("has as many listeners and target groups as are declared, each with a rule for each of its transports", async () => {
    const protocol = fc.constantFrom("tcp" as const, "udp" as const, "tcpUdp" as const);
    const ports = fc.uniqueArray(fc.integer({ min: 1024, max: 3000 }), { minLength: 1, maxLength: 6 });
    const healthCheck = { protocol: "tcp" } as const;
    const declared = ports.chain((list) =>
      fc.tuple(...list.map((port) => fc.record({ port: fc.constant(port), protocol }))),
    );
    await fc.assert(
      fc.asyncProperty(declared, async (entries) => {
        const named = entries.map((entry, index) => [`l${index}`, entry] as const);
        const plan = await make({
          sources: ["192.0.2.0/24"],
          listeners: Object.fromEntries(named.map(([key, entry]) => [key, { ...entry, target: key }])),
          targetGroups: Object.fromEntries(
            named.map(([key, entry]) => [key, { ...entry, targets: { type: "instances" }, healthCheck }]),
          ),
        });
        assert.equal(plan.names("aws:lb/listener:Listener").length, entries.length);
        assert.equal(plan.names("aws:lb/targetGroup:TargetGroup").length, entries.length);
        const admitted = plan.ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
        const edge = admitted.filter(({ inputs }) => inputs.securityGroupId === plan.get("edge-edge").id);
        const expected = entries.flatMap(({ port, protocol }) =>
          (protocol === "tcpUdp" ? ["tcp", "udp"] : [protocol]).map((transport) => `${transport} ${port}`),
        );
        const found = edge.map(({ inputs }) => `${inputs.ipProtocol} ${inputs.fromPort}`);
        assert.deepEqual(found.sort(), expected.sort());
        // Every health check is over TCP, so every port of a target is open to TCP from the balancer.
        const app = admitted.filter(({ inputs }) => inputs.securityGroupId === plan.get("edge-app").id);
        const behind = new Set([...expected, ...entries.map(({ port }) => `tcp ${port}`)]);
        assert.deepEqual(app.map(({ inputs }) => `${inputs.ipProtocol} ${inputs.fromPort}`).sort(), [...behind].sort());
      }),
      { numRuns: 15 },
    );
  });

  const refused: [string, Partial<NetworkBalancerArgs>][] = [
    [
      "network.publicSubnetIds must hold subnets of at least two zones, got 1",
      { network: { ...network, publicSubnetIds: ["subnet-1"] } },
    ],
    ["minimumCapacityUnits must be a whole number of capacity units, 1 or more, got 0", { minimumCapacityUnits: 0 }],
    [
      "minimumCapacityUnits must be left out beside TLS listeners, for which AWS reserves no capacity, got 3000",
      {
        minimumCapacityUnits: 3000,
        listeners: { web: { protocol: "tls", port: 443, certificateArn: "arn:c", target: "servers" } },
      },
    ],
    ["logRetentionDays must be a whole number of days, 1 or more, got 0", { logRetentionDays: 0 }],
  ];
  for (const [sentence, args] of refused) {
    it(`refuses: ${sentence}`, () => assert.rejects(make(args), { message: `network balancer "edge": ${sentence}` }));
  }

  it("refuses a name that AWS would not take for a load balancer", () =>
    assert.rejects(
      record(() => new NetworkBalancer("s".repeat(22), web)),
      /name must be at most 21 letters, digits and hyphens/,
    ));
});
