import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { GatewayInspection, type GatewayInspectionArgs } from "../../components/gateway-inspection";
import { Network, type NetworkArgs } from "../../components/network";
import { record } from "../../planner/record";

const make = (
  args: Partial<GatewayInspectionArgs> = {},
  networkArgs: NetworkArgs = {},
  environment: "dev" | "prod" = "dev",
) =>
  record(
    () => {
      const shared = { zones: ["eu-west-1a", "eu-west-1b"], ...networkArgs };
      const network = new Network("shop", { tiers: ["inspection", "public", "private"], ...shared });
      const applianceNetwork = new Network("sec", { ...shared, cidrBlock: "10.1.0.0/16" });
      return new GatewayInspection("fw", { network, applianceNetwork, ...args });
    },
    { environment },
  );

const zone = (letter: string) => ({
  letter,
  subnetId: pulumi.output(`subnet-inspection-${letter}`),
  publicRouteTableId: pulumi.output(`rtb-${letter}`),
  publicCidrBlock: pulumi.output("10.0.0.0/24"),
  publicIpv6CidrBlock: undefined,
});

/** Arguments that are refused before anything is made need no whole networks. */
const refuse = (args: Partial<GatewayInspectionArgs>) =>
  record(() => {
    const publicSubnetIds = ["subnet-public-a", "subnet-public-b"];
    const privateSubnetIds = ["subnet-private-a", "subnet-private-b"];
    const inspection = { internetGatewayId: pulumi.output("igw-1"), zones: ["a", "b"].map(zone) };
    const network = { vpcId: "vpc-1", publicSubnetIds, privateSubnetIds, inspection };
    const applianceNetwork = { vpcId: "vpc-2", cidrBlock: "10.1.0.0/16", publicSubnetIds: [], privateSubnetIds };
    return new GatewayInspection("fw", { network, applianceNetwork, ...args });
  });

describe("GatewayInspection", () => {
  it("is a gateway load balancer over all zones of the appliances' network, whose listener takes every packet", async () => {
    const plan = await make();
    assert.deepEqual(plan.get("fw-lb").inputs, {
      loadBalancerType: "gateway",
      subnets: [plan.get("sec-private-a").id, plan.get("sec-private-b").id],
      ipAddressType: "ipv4",
      enableCrossZoneLoadBalancing: true,
      enableDeletionProtection: false,
      tags: { Name: "fw-lb" },
    });
    assert.deepEqual(plan.get("fw-listener").inputs, {
      loadBalancerArn: plan.get("fw-lb").outputs.arn,
      tcpIdleTimeoutSeconds: 350,
      defaultActions: [{ type: "forward", targetGroupArn: plan.get("fw-tg").outputs.arn }],
    });
    const prod = await make({}, {}, "prod");
    assert.equal(prod.get("fw-lb").inputs.enableDeletionProtection, true);
  });

  it("sends packets by GENEVE on 6081 to healthy appliances, and moves flows from those that fail", async () => {
    const plan = await make();
    assert.deepEqual(plan.get("fw-tg").inputs, {
      vpcId: plan.get("sec-vpc").id,
      targetType: "instance",
      protocol: "GENEVE",
      port: 6081,
      healthCheck: {
        enabled: true,
        protocol: "HTTP",
        port: "80",
        path: "/health",
        matcher: "200-399",
        interval: 10,
        timeout: 5,
        healthyThreshold: 2,
        unhealthyThreshold: 2,
      },
      deregistrationDelay: 300,
      stickiness: { enabled: false, type: "source_ip_dest_ip_proto" },
      targetFailovers: [{ onDeregistration: "rebalance", onUnhealthy: "rebalance" }],
      tags: { Name: "fw-tg" },
    });
  });

  it("has an auto-scaled group of appliances in private subnets, which wait for the listener", async () => {
    const plan = await make({ minSize: 2, maxSize: 6, instanceTypes: ["c7g.large"] });
    const { inputs, dependencies } = plan.get("fw-appliances-asg");
    assert.deepEqual(inputs.targetGroupArns, [plan.get("fw-tg").outputs.arn]);
    assert.deepEqual(inputs.vpcZoneIdentifiers, [plan.get("sec-private-a").id, plan.get("sec-private-b").id]);
    assert.deepEqual([inputs.minSize, inputs.maxSize, inputs.healthCheckType], [2, 6, "ELB"]);
    assert.ok(dependencies.includes(plan.get("fw-listener").urn));
    const template = plan.get("fw-appliances-template").inputs;
    assert.deepEqual(template.vpcSecurityGroupIds, [plan.get("fw-appliance").id]);
    assert.equal(template.instanceType, "c7g.large");
  });

  it("admits to the appliances only GENEVE and health checks of their own network, and lets them call by HTTPS", async () => {
    const plan = await make({ healthCheck: { protocol: "tcp", port: 8443 } });
    const rules = plan.resources.filter(({ name }) => /^fw-appliance-(in|out)-/.test(name));
    assert.deepEqual(
      rules
        .map(({ name, inputs }) => [name, inputs.ipProtocol, inputs.fromPort, inputs.toPort, inputs.cidrIpv4])
        .sort(),
      [
        ["fw-appliance-in-geneve", "udp", 6081, 6081, "10.1.0.0/16"],
        ["fw-appliance-in-health", "tcp", 8443, 8443, "10.1.0.0/16"],
        ["fw-appliance-out-geneve", "udp", 6081, 6081, "10.1.0.0/16"],
        ["fw-appliance-out-https", "tcp", 443, 443, "0.0.0.0/0"],
      ],
    );
  });

  it("offers itself as an endpoint service that accepts by hand, and accepts its own endpoints", async () => {
    const plan = await make({ allowedPrincipals: ["arn:aws:iam::210987654321:root"] });
    const service = plan.get("fw-service");
    assert.deepEqual(service.inputs, {
      gatewayLoadBalancerArns: [plan.get("fw-lb").outputs.arn],
      acceptanceRequired: true,
      supportedIpAddressTypes: ["ipv4"],
      allowedPrincipals: ["arn:aws:iam::210987654321:root"],
      tags: { Name: "fw-service" },
    });
    assert.deepEqual(plan.get("fw-endpoint-b-accepted").inputs, {
      vpcEndpointServiceId: service.id,
      vpcEndpointId: plan.get("fw-endpoint-b").id,
    });
    // Nothing is led through before there are appliances to look at it.
    assert.ok(service.dependencies.includes(plan.get("fw-appliances-asg").urn));
  });

  it("keeps flows together as it is told", async () => {
    const two = await make({ flowStickiness: "twoTuple", flowsOfLostAppliances: "keep", crossZone: false });
    assert.deepEqual(two.get("fw-tg").inputs.stickiness, { enabled: true, type: "source_ip_dest_ip" });
    const keep = [{ onDeregistration: "no_rebalance", onUnhealthy: "no_rebalance" }];
    assert.deepEqual(two.get("fw-tg").inputs.targetFailovers, keep);
    assert.equal(two.get("fw-lb").inputs.enableCrossZoneLoadBalancing, false);
    const three = await make({ flowStickiness: "threeTuple" });
    assert.deepEqual(three.get("fw-tg").inputs.stickiness, { enabled: true, type: "source_ip_dest_ip_proto" });
  });

  it("tells what others need", async () => {
    const plan = await make();
    assert.deepEqual(plan.get("fw").outputs, {
      network: {
        vpcId: plan.get("shop-vpc").id,
        publicSubnetIds: [plan.get("shop-public-a").id, plan.get("shop-public-b").id],
        privateSubnetIds: [plan.get("shop-private-a").id, plan.get("shop-private-b").id],
        isolatedSubnetIds: [],
      },
      loadBalancerArn: plan.get("fw-lb").outputs.arn,
      serviceName: plan.get("fw-service").outputs.serviceName,
      endpointIds: [plan.get("fw-endpoint-a").id, plan.get("fw-endpoint-b").id],
      groupName: plan.get("fw-appliances-asg").outputs.name,
      applianceGroupId: plan.get("fw-appliance").id,
      alarmTopicArn: plan.get("fw-alarms-topic").outputs.arn,
    });
  });

  describe("refuses, before it makes anything,", () => {
    const refused: [string, Partial<GatewayInspectionArgs>, string][] = [
      [
        "an idle timeout that AWS does not take",
        { tcpIdleTimeoutSeconds: 30 },
        "tcpIdleTimeoutSeconds must be a whole number between 60 and 6000, got 30",
      ],
      [
        "a delay that AWS does not take",
        { deregistrationDelaySeconds: 3601 },
        "deregistrationDelaySeconds must be a whole number between 0 and 3600, got 3601",
      ],
      [
        "a health check on GENEVE's port",
        { healthCheck: { protocol: "tcp", port: 6081 } },
        "healthCheck.port must not be 6081, which is GENEVE's, got 6081",
      ],
      [
        "a port that there is not",
        { healthCheck: { protocol: "tcp", port: 0 } },
        "healthCheck.port must be a whole number between 1 and 65535, got 0",
      ],
      [
        "an answer that may take longer than the interval",
        { healthCheck: { protocol: "tcp", intervalSeconds: 5, timeoutSeconds: 5 } },
        "healthCheck.timeoutSeconds must be less than intervalSeconds (5), got 5",
      ],
      [
        "an interval that AWS does not take",
        { healthCheck: { protocol: "tcp", intervalSeconds: 301 } },
        "healthCheck.intervalSeconds must be a whole number between 5 and 300, got 301",
      ],
      [
        "a threshold that AWS does not take",
        { healthCheck: { protocol: "tcp", unhealthyThreshold: 1 } },
        "healthCheck.unhealthyThreshold must be a whole number between 2 and 10, got 1",
      ],
      [
        "a path without its slash",
        { healthCheck: { protocol: "http", path: "health" } },
        'healthCheck.path must begin with / and have at most 1024 characters, got "health"',
      ],
      [
        "codes of an unhealthy answer",
        { healthCheck: { protocol: "https", matcher: "500" } },
        'healthCheck.matcher must be codes from 200 to 399 such as "200" or "200-399", got "500"',
      ],
      [
        "a principal that is no ARN",
        { allowedPrincipals: ["*"] },
        'allowedPrincipals must be ARNs of accounts (…:root), users or roles, got "*"',
      ],
      [
        "a network without the tier",
        { network: { vpcId: "vpc-1", publicSubnetIds: [], privateSubnetIds: [], inspection: undefined } },
        'network must have the tier "inspection", got nothing',
      ],
      [
        "appliances in one zone",
        {
          applianceNetwork: { vpcId: "v", cidrBlock: "10.1.0.0/16", publicSubnetIds: [], privateSubnetIds: ["s-a"] },
        },
        "applianceNetwork.privateSubnetIds must hold subnets of at least two zones, got 1",
      ],
    ];
    for (const [title, args, sentence] of refused) {
      it(title, () => assert.rejects(refuse(args), { message: `gateway inspection "fw": ${sentence}` }));
    }

    it("appliances that are missing in a zone", () => {
      const zones = ["a", "b", "c"].map(zone);
      const inspection = { internetGatewayId: pulumi.output("igw-1"), zones };
      const network = { vpcId: "vpc-1", publicSubnetIds: [], privateSubnetIds: [], inspection };
      return assert.rejects(refuse({ network }), {
        message:
          'gateway inspection "fw": applianceNetwork must have private subnets in all 3 zones of the network, got ["subnet-private-a","subnet-private-b"]',
      });
    });
  });
});
