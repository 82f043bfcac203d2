import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { TierRoute } from "../../../components/load-balancer/routes";
import { WebTier } from "../../../components/web-tier";
import { record } from "../../../planner/record";

const network = {
  vpcId: "vpc-1",
  publicSubnetIds: ["subnet-1", "subnet-2"],
  privateSubnetIds: ["subnet-3", "subnet-4"],
};
const routed = (routes: Record<string, TierRoute>) =>
  record(() => new WebTier("shop", { network, exposure: "internet", tls: "none", routes }), { environment: "dev" });
type Target = Extract<NonNullable<TierRoute["action"]>, { type: "forward" }>["to"];
const make = (to: Target) => routed({ crm: { paths: ["/crm/*"], action: { type: "forward", to } } });
const aliasArn = "arn:aws:lambda:eu-west-1:123456789012:function:crm:live";
const lambda = { type: "lambda", function: { functionName: "crm", aliasName: "live", aliasArn } } as const;
const groupArn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/other/0123456789abcdef";
const edgeRules = (plan: Awaited<ReturnType<typeof make>>) =>
  plan
    .names("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule")
    .filter((name) => name.startsWith("shop-edge-out"));

describe("a route to a function of Lambda", () => {
  it("has a target group of its own that alone may call the alias, and is not checked for health", async () => {
    const plan = await make(lambda);
    const group = plan.get("shop-crm-tg");
    assert.deepEqual(group.inputs, {
      targetType: "lambda",
      lambdaMultiValueHeadersEnabled: false,
      healthCheck: { enabled: false },
      tags: { Name: "shop-crm-tg" },
    });
    assert.deepEqual(plan.get("shop-crm-invoke").inputs, {
      action: "lambda:InvokeFunction",
      function: "crm",
      qualifier: "live",
      principal: "elasticloadbalancing.amazonaws.com",
      sourceArn: group.outputs.arn,
    });
    const attachment = plan.get("shop-crm-function");
    assert.deepEqual(attachment.inputs, { targetGroupArn: group.outputs.arn, targetId: aliasArn });
    assert.ok(attachment.dependencies.includes(plan.get("shop-crm-invoke").urn));
    assert.deepEqual(plan.get("shop-crm-route").inputs.actions, [
      { type: "forward", targetGroupArn: group.outputs.arn },
    ]);
    assert.deepEqual(edgeRules(plan), []);
  });

  it("has lists of values, and checks of health with more time than one may take, where they are asked for", async () => {
    const plan = await make({ ...lambda, multiValueHeaders: true, healthCheck: {} });
    const { lambdaMultiValueHeadersEnabled, healthCheck } = plan.get("shop-crm-tg").inputs;
    assert.equal(lambdaMultiValueHeadersEnabled, true);
    assert.deepEqual(healthCheck, { enabled: true, path: "/", interval: 35, timeout: 30, matcher: "200" });
    const quick = await make({ ...lambda, healthCheck: { path: "/up", intervalSeconds: 10, matcher: "200-299" } });
    assert.deepEqual(quick.get("shop-crm-tg").inputs.healthCheck, {
      enabled: true,
      path: "/up",
      interval: 10,
      timeout: 9,
      matcher: "200-299",
    });
  });
});

describe("a route to addresses", () => {
  it("has a target group of its own, with each address, and lets the load balancer out to them", async () => {
    const plan = await make({ type: "addresses", addresses: { one: "10.0.1.5", two: "10.0.2.5" }, appPort: 8080 });
    const group = plan.get("shop-crm-tg");
    const { vpcId, targetType, port, protocol } = group.inputs;
    assert.deepEqual([vpcId, targetType, port, protocol], ["vpc-1", "ip", 8080, "HTTP"]);
    assert.deepEqual(plan.get("shop-crm-one").inputs, {
      targetGroupArn: group.outputs.arn,
      targetId: "10.0.1.5",
      port: 8080,
    });
    assert.equal(plan.get("shop-crm-two").inputs.targetId, "10.0.2.5");
    assert.deepEqual(edgeRules(plan), ["shop-edge-out-tcp-8080-10.0.1.5/32", "shop-edge-out-tcp-8080-10.0.2.5/32"]);
    const { securityGroupId, cidrIpv4, description } = plan.get("shop-edge-out-tcp-8080-10.0.1.5/32").inputs;
    assert.deepEqual(
      [securityGroupId, cidrIpv4, description],
      [plan.get("shop-sg-edge").id, "10.0.1.5/32", "Requests: tcp 8080 to 10.0.1.5/32"],
    );
  });

  it("lets the load balancer out to the port of health checks as well", async () => {
    const plan = await make({ type: "addresses", addresses: { one: "10.0.1.5" }, healthCheck: { port: 8081 } });
    assert.deepEqual(edgeRules(plan), ["shop-edge-out-tcp-80-10.0.1.5/32", "shop-edge-out-tcp-8081-10.0.1.5/32"]);
  });

  it("says of addresses outside the VPC that they are in no zone", async () => {
    const plan = await make({ type: "addresses", addresses: { office: "192.168.7.9" }, location: "outside" });
    assert.deepEqual(plan.get("shop-crm-office").inputs, {
      targetGroupArn: plan.get("shop-crm-tg").outputs.arn,
      targetId: "192.168.7.9",
      port: 80,
      availabilityZone: "all",
    });
  });

  it("takes addresses that are not known yet, whose rules are called after their names", async () => {
    const plan = await make({ type: "addresses", addresses: { interface: pulumi.output("10.0.1.7") } });
    assert.deepEqual(edgeRules(plan), ["shop-edge-out-tcp-80-shop-crm-interface"]);
    assert.equal(plan.get("shop-edge-out-tcp-80-shop-crm-interface").inputs.cidrIpv4, "10.0.1.7/32");
  });

  it("opens the way to an address once, for however many routes", async () => {
    const to = { type: "addresses", addresses: { one: "10.0.1.5" } } as const;
    const action = { type: "forward", to } as const;
    const plan = await routed({ crm: { paths: ["/crm/*"], action }, hr: { paths: ["/hr/*"], action } });
    assert.deepEqual(edgeRules(plan), ["shop-edge-out-tcp-80-10.0.1.5/32"]);
  });

  it("has a target group for each share", async () => {
    const addresses = (address: string) => ({ type: "addresses", addresses: { one: address } }) as const;
    const targets = {
      old: { to: addresses("10.0.1.5"), weight: 9 },
      new: { to: addresses("10.0.1.6"), weight: 1 },
    };
    const plan = await routed({ crm: { paths: ["/crm/*"], action: { type: "weighted", targets } } });
    assert.deepEqual(Object(plan.get("shop-crm-route").inputs.actions)[0].forward.targetGroups, [
      { arn: plan.get("shop-crm-old-tg").outputs.arn, weight: 9 },
      { arn: plan.get("shop-crm-new-tg").outputs.arn, weight: 1 },
    ]);
  });
});

describe("a route to another target group", () => {
  it("uses it as it is, and lets the load balancer out where its targets are", async () => {
    const plan = await make({
      type: "targetGroup",
      arn: groupArn,
      egress: { to: { type: "securityGroup", id: "sg-1", name: "crm" }, port: 8080 },
    });
    assert.deepEqual(plan.get("shop-crm-route").inputs.actions, [{ type: "forward", targetGroupArn: groupArn }]);
    assert.equal(plan.get("shop-edge-out-tcp-8080-crm").inputs.referencedSecurityGroupId, "sg-1");
    assert.deepEqual(edgeRules(await make({ type: "targetGroup", arn: groupArn })), []);
  });
});

describe("a target is refused:", () => {
  const addresses = (given: Record<string, string>, location?: "outside"): Target => ({
    type: "addresses",
    addresses: given,
    location,
  });
  const group = (port: number): Target => ({ type: "targetGroup", arn: groupArn, egress: { to: "10.0.0.0/8", port } });
  const refused: [string, Target][] = [
    ["addresses must name at least one address, got {}", addresses({})],
    ['addresses must have names of 1 to 64 letters, digits and dashes, got "a b"', addresses({ "a b": "10.0.0.1" })],
    ['addresses must be IPv4 addresses, got "crm.example.com"', addresses({ a: "crm.example.com" })],
    ['addresses must be IPv4 addresses, got "2001:db8::1"', addresses({ a: "2001:db8::1" })],
    ['addresses must not repeat an address, got "10.0.0.1"', addresses({ a: "10.0.0.1", b: "10.0.0.1" })],
    [
      'addresses must be in 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10 outside the VPC, got "198.51.100.7"',
      addresses({ a: "198.51.100.7" }, "outside"),
    ],
    [
      "appPort must be a whole number between 1 and 65535, got 0",
      { type: "addresses", addresses: { a: "10.0.0.1" }, appPort: 0 },
    ],
    [
      "crossZone must be true for addresses outside the VPC, which are in no zone, got false",
      { type: "addresses", addresses: { a: "10.0.0.1" }, location: "outside", crossZone: false },
    ],
    [
      'protocolVersion must be "HTTP1" where the load balancer has no tls, got "HTTP2"',
      { type: "addresses", addresses: { a: "10.0.0.1" }, protocolVersion: "HTTP2" },
    ],
    ["egress.port must be a whole number from 1 to 65535, got 0", group(0)],
    [
      "healthCheck.intervalSeconds must be a whole number between 5 and 300, got 4",
      { ...lambda, healthCheck: { intervalSeconds: 4 } },
    ],
    [
      'healthCheck.path must begin with / and have at most 1024 characters, got "up"',
      { ...lambda, healthCheck: { path: "up" } },
    ],
    [
      'healthCheck.matcher must be codes from 200 to 499 such as "200" or "200-299", got "500"',
      { ...lambda, healthCheck: { matcher: "500" } },
    ],
  ];
  for (const [sentence, to] of refused) {
    it(sentence, () => assert.rejects(make(to), { message: `web tier "shop": routes.crm.action.to.${sentence}` }));
  }

  it("a range of which a peer is not one", () =>
    assert.rejects(make({ type: "targetGroup", arn: groupArn, egress: { to: "10.0.0.1/8", port: 80 } }), {
      message:
        'web tier "shop": routes.crm.action.to.egress.to must have no bits set beyond its prefix (10.0.0.0/8), got "10.0.0.1/8"',
    }));

  it("a name too long for a target group", () =>
    assert.rejects(routed({ "customer-relations": { paths: ["/crm/*"], action: { type: "forward", to: lambda } } }), {
      message:
        'web tier "shop": routes.customer-relations.action.to must have names of at most 21 letters, digits and hyphens together for a target group, got "shop-customer-relations"',
    }));
});
