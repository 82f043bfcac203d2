import assert from "node:assert/strict";
import type { ServicePlaceArgs } from "../../../components/service-balancer/service-place";
import { record } from "../../../planner/record";
import { application, make, overTls, Service, targets } from "./placed-service";

describe("a service's place on a balancer of its own", () => {
  it("is every request, by a rule after all others", async () => {
    const plan = await make();
    assert.deepEqual(plan.get("shop-route").inputs, {
      listenerArn: plan.get("shop-https").outputs.arn,
      priority: 50000,
      conditions: [{ pathPattern: { values: ["/*"] } }],
      actions: [{ type: "forward", targetGroupArn: plan.get("shop-tg").outputs.arn }],
      tags: { Name: "shop-route" },
    });
    assert.deepEqual(plan.get("shop-route").options.ignoreChanges, undefined);
    assert.deepEqual(plan.names("aws:lb/listenerRule:ListenerRule"), ["shop-route"]);
    assert.deepEqual(plan.get("shop", "test:index:Service").outputs.waitsFor, [plan.get("shop-route").urn]);
  });

  it("has a target group of addresses that are asked for /health", async () => {
    const plan = await make();
    assert.deepEqual(plan.get("shop-tg").inputs, {
      vpcId: "vpc-1",
      targetType: "ip",
      protocol: "HTTP",
      port: 8080,
      healthCheck: {
        enabled: true,
        protocol: "HTTP",
        port: "traffic-port",
        path: "/health",
        matcher: "200",
        interval: 15,
        timeout: 5,
        healthyThreshold: 2,
        unhealthyThreshold: 3,
      },
      deregistrationDelay: 30,
      slowStart: 0,
      stickiness: { enabled: false, type: "lb_cookie" },
      loadBalancingAlgorithmType: "round_robin",
      tags: { Name: "shop-tg" },
    });
  });

  it("has a target group of instances where Docker picks the ports", async () => {
    const plan = await make({
      targets: { ...targets, targetType: "instance", stickiness: { type: "loadBalancerCookie" } },
    });
    assert.equal(plan.get("shop-tg").inputs.targetType, "instance");
    assert.deepEqual(plan.get("shop-tg").inputs.stickiness, {
      enabled: true,
      type: "lb_cookie",
      cookieDuration: 86400,
    });
  });

  for (const [protocol, version, matcher] of [
    ["http2", "HTTP2", "200"],
    ["grpc", "GRPC", "0,12"],
  ] as const) {
    it(`speaks ${protocol} to containers that do`, async () => {
      const { protocolVersion, healthCheck } = (await make({ targets: { ...targets, protocol } })).get(
        "shop-tg",
      ).inputs;
      assert.equal(protocolVersion, version);
      assert.equal(Object(healthCheck).matcher, matcher);
    });
  }

  it("with two versions has a second target group, and a test rule right before the rule that serves", async () => {
    const plan = await make({ twoVersions: true });
    const [first, second] = [plan.get("shop-tg"), plan.get("shop-alt")];
    const { tags: _tags, ...inputs } = first.inputs;
    const { tags: _others, ...others } = second.inputs;
    assert.deepEqual(inputs, others);
    assert.deepEqual(plan.get("shop-route").inputs.actions, [
      {
        type: "forward",
        forward: {
          targetGroups: [
            { arn: first.outputs.arn, weight: 100 },
            { arn: second.outputs.arn, weight: 0 },
          ],
        },
      },
    ]);
    assert.deepEqual(plan.get("shop-test").inputs, {
      listenerArn: plan.get("shop-https").outputs.arn,
      priority: 49999,
      conditions: [{ httpHeader: { httpHeaderName: "X-Test-Traffic", values: ["true"] } }],
      actions: [{ type: "forward", targetGroupArn: second.outputs.arn }],
      tags: { Name: "shop-test" },
    });
    assert.deepEqual(plan.get("shop", "test:index:Service").outputs, {
      waitsFor: [plan.get("shop-route").urn, plan.get("shop-test").urn],
      productionRuleArn: plan.get("shop-route").outputs.arn,
      testRuleArn: plan.get("shop-test").outputs.arn,
      alternate: second.outputs.arn,
    });
  });

  it("with two versions leaves the weights to ECS on every later up", async () => {
    const plan = await make({ twoVersions: true });
    assert.deepEqual(plan.get("shop-route").options.ignoreChanges, ["actions"]);
    assert.deepEqual(plan.get("shop-test").options.ignoreChanges, ["actions"]);
  });
});

describe("a service's place", () => {
  const refused: [string, Partial<ServicePlaceArgs>][] = [
    [
      'balancing.type must be "network" for a container that speaks tcp, got "application"',
      { targets: { ...targets, protocol: "tcp" } },
    ],
    [
      'balancing.tls must be given for HTTP/2 and gRPC, got "none"',
      { balancing: { ...application, tls: "none" }, targets: { ...targets, protocol: "grpc" } },
    ],
    [
      'stickiness must be "none" behind a network balancer, which knows no cookies, got {"type":"loadBalancerCookie"}',
      { balancing: overTls, targets: { ...targets, stickiness: { type: "loadBalancerCookie" } } },
    ],
    [
      "deregistrationDelaySeconds must be a whole number between 0 and 3600, got 3601",
      { targets: { ...targets, deregistrationDelaySeconds: 3601 } },
    ],
    ["balancing.port must be a whole number from 1 to 65534, got 0", { balancing: { ...overTls, port: 0 } }],
    [
      "balancing.logRetentionDays must be a whole number of days, 1 or more, got 0",
      { balancing: { ...application, logRetentionDays: 0 } },
    ],
  ];
  for (const [sentence, args] of refused) {
    it(`is refused: ${sentence}`, () =>
      assert.rejects(make(args), { message: `container service "shop": ${sentence}` }));
  }

  it("is given to a service whose name has 20 characters", async () => {
    const name = "s".repeat(20);
    const plan = await record(() => {
      new Service(name);
    });
    assert.deepEqual(plan.names("aws:lb/targetGroup:TargetGroup"), [`${name}-tg`]);
  });

  for (const name of ["s".repeat(21), "internal-shop", "shop_1"]) {
    it(`is refused to a service called ${name}`, () =>
      assert.rejects(
        record(() => new Service(name)),
        /name must be at most 20 letters, digits and hyphens and not begin with internal-/,
      ));
  }
});
