import assert from "node:assert/strict";
import { ServiceBalancer, type ServiceBalancerArgs } from "../../components/service-balancer";
import { record } from "../../planner/record";

const network = {
  vpcId: "vpc-1",
  publicSubnetIds: ["subnet-1", "subnet-2"],
  privateSubnetIds: ["subnet-3", "subnet-4"],
};
const application = { type: "application", network, exposure: "internet", tls: { certificateArn: "arn:c" } } as const;
const overTcp = { type: "network", network, exposure: "internal", tls: "none" } as const;
const make = (args: ServiceBalancerArgs = application, environment: "dev" | "prod" = "dev") =>
  record(() => ({ balancer: new ServiceBalancer("edge", args) }), { environment });

describe("ServiceBalancer", () => {
  it("is a public Application Load Balancer that drops what may attack services, and logs", async () => {
    const plan = await make();
    const { bucket } = plan.get("edge-logs-bucket").outputs;
    assert.deepEqual(plan.get("edge-lb").inputs, {
      loadBalancerType: "application",
      internal: false,
      ipAddressType: "ipv4",
      subnets: ["subnet-1", "subnet-2"],
      securityGroups: [plan.get("edge-edge").id],
      accessLogs: { enabled: true, bucket, prefix: "access" },
      connectionLogs: { enabled: true, bucket, prefix: "connection" },
      healthCheckLogs: { enabled: true, bucket, prefix: "health-check" },
      dropInvalidHeaderFields: true,
      desyncMitigationMode: "strictest",
      enableDeletionProtection: false,
      enableZonalShift: true,
      idleTimeout: 60,
      clientKeepAlive: 3600,
      tags: { Name: "edge-lb" },
    });
    assert.ok(plan.get("edge-lb").dependencies.includes(plan.get("edge-logs-policy").urn));
  });

  it("answers with 404 what is no service's, over HTTPS alone", async () => {
    const plan = await make();
    assert.deepEqual(plan.get("edge-https").inputs.defaultActions, [
      {
        type: "fixed-response",
        fixedResponse: { contentType: "text/plain", messageBody: "Not found", statusCode: "404" },
      },
    ]);
    assert.deepEqual(plan.get("edge-http").inputs.defaultActions, [
      { type: "redirect", redirect: { port: "443", protocol: "HTTPS", statusCode: "HTTP_301" } },
    ]);
  });

  it("admits anyone on the internet and private networks inside, unless it is told whom", async () => {
    const rules = (plan: Awaited<ReturnType<typeof make>>) =>
      plan.names("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
    assert.deepEqual(rules(await make()), [
      "edge-edge-in-tcp-443-0.0.0.0/0",
      "edge-edge-in-tcp-443-0:0:0:0:0:0:0:0/0",
      "edge-edge-in-tcp-80-0.0.0.0/0",
      "edge-edge-in-tcp-80-0:0:0:0:0:0:0:0/0",
    ]);
    assert.deepEqual(rules(await make(overTcp)), [
      "edge-edge-in-tcp-80-10.0.0.0/8",
      "edge-edge-in-tcp-80-172.16.0.0/12",
      "edge-edge-in-tcp-80-192.168.0.0/16",
    ]);
    const caller = { type: "securityGroup", id: "sg-1", name: "gateway" } as const;
    const plan = await make({ ...application, exposure: "internal", sources: [caller] });
    assert.deepEqual(rules(plan), ["edge-edge-in-tcp-443-gateway", "edge-edge-in-tcp-80-gateway"]);
    assert.equal(plan.get("edge-edge-in-tcp-443-gateway").inputs.referencedSecurityGroupId, "sg-1");
    assert.deepEqual(plan.get("edge-lb").inputs.subnets, ["subnet-3", "subnet-4"]);
  });

  it("admits nobody where callers are to bring their own rules", async () => {
    const plan = await make({ ...application, exposure: "internal", sources: [] });
    assert.deepEqual(plan.names("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"), []);
  });

  it("admits to the port where new versions are tested, if there is one", async () => {
    const plan = await make({ ...overTcp, port: 5432, sources: ["10.0.0.0/8"], hasTestListener: true });
    assert.deepEqual(plan.names("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"), [
      "edge-edge-in-tcp-5432-10.0.0.0/8",
      "edge-edge-in-tcp-5433-10.0.0.0/8",
    ]);
  });

  it("is a Network Load Balancer over all zones, with a group and logs of its kind", async () => {
    const plan = await make(overTcp, "prod");
    assert.deepEqual(plan.get("edge-lb").inputs, {
      loadBalancerType: "network",
      internal: true,
      subnets: ["subnet-3", "subnet-4"],
      securityGroups: [plan.get("edge-edge").id],
      accessLogs: { enabled: true, bucket: plan.get("edge-logs-bucket").outputs.bucket },
      enableCrossZoneLoadBalancing: true,
      enableDeletionProtection: true,
      tags: { Name: "edge-lb" },
    });
    const policy = JSON.parse(String(plan.get("edge-logs-policy").inputs.policy));
    assert.equal(policy.Statement[0].Principal.Service, "delivery.logs.amazonaws.com");
    assert.deepEqual(plan.names("aws:lb/listener:Listener"), []);
  });

  it("gives a Network Load Balancer the protection that it is told", async () => {
    const plan = await make({ ...overTcp, deletionProtection: false }, "prod");
    assert.equal(plan.get("edge-lb").inputs.enableDeletionProtection, false);
  });

  it("gives out what the next part needs", async () => {
    const plan = await make();
    const { dnsName, zoneId, arn, arnSuffix } = plan.get("edge-lb").outputs;
    const listenerArn = plan.get("edge-https").outputs.arn;
    const edgeGroupId = plan.get("edge-edge").id;
    assert.deepEqual(plan.get("edge").outputs, {
      dnsName,
      zoneId,
      loadBalancerArn: arn,
      arnSuffix,
      listenerArn,
      edgeGroupId,
    });
  });

  const refused: [string, ServiceBalancerArgs][] = [
    [
      "network.publicSubnetIds must hold subnets of at least two zones, got 1",
      { ...application, network: { ...network, publicSubnetIds: ["subnet-1"] } },
    ],
    [
      "idleTimeoutSeconds must be a whole number of seconds between 1 and 4000, got 0",
      { ...application, idleTimeoutSeconds: 0 },
    ],
    ["logRetentionDays must be a whole number of days, 1 or more, got 0", { ...application, logRetentionDays: 0 }],
    ["sources must name at least one peer, got []", { ...application, sources: [] }],
    ["port must be a whole number from 1 to 65534, got 65535", { ...overTcp, port: 65535 }],
    [
      "port must not be 22 or 3389, nor the one before, whose next is the test listener's, got 21",
      { ...overTcp, port: 21 },
    ],
    [
      "port must not be 22 or 3389, nor the one before, whose next is the test listener's, got 3389",
      { ...overTcp, port: 3389 },
    ],
  ];
  for (const [sentence, args] of refused) {
    it(`refuses: ${sentence}`, () => assert.rejects(make(args), { message: `service balancer "edge": ${sentence}` }));
  }

  it("refuses a name that AWS would not take for a load balancer", () =>
    assert.rejects(
      record(() => new ServiceBalancer("s".repeat(22), application)),
      /name must be at most 21 letters, digits and hyphens/,
    ));
});
