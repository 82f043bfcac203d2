import assert from "node:assert/strict";
import { make, overTls, targets } from "./placed-service";

describe("a service's place on a network balancer", () => {
  it("is a listener, whose targets answer a request to be healthy", async () => {
    const plan = await make({ balancing: overTls });
    assert.deepEqual(plan.get("shop-listener").inputs, {
      loadBalancerArn: plan.get("shop-lb").outputs.arn,
      port: 443,
      protocol: "TLS",
      sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
      certificateArn: "arn:c",
      defaultActions: [{ type: "forward", targetGroupArn: plan.get("shop-tg").outputs.arn }],
    });
    assert.deepEqual(plan.get("shop-listener-b.example").inputs, {
      listenerArn: plan.get("shop-listener").outputs.arn,
      certificateArn: "arn:b",
    });
    assert.deepEqual(plan.get("shop-listener").options.ignoreChanges, undefined);
    const { protocol, healthCheck, connectionTermination, stickiness } = plan.get("shop-tg").inputs;
    assert.deepEqual(
      { protocol, connectionTermination, stickiness },
      { protocol: "TCP", connectionTermination: true, stickiness: undefined },
    );
    assert.equal(Object(healthCheck).path, "/health");
  });

  it("is healthy when it takes a connection, if it speaks no HTTP", async () => {
    const balancing = { ...overTls, tls: "none", port: 5432 } as const;
    const plan = await make({ balancing, targets: { ...targets, protocol: "tcp" } });
    assert.deepEqual(plan.get("shop-tg").inputs.healthCheck, {
      enabled: true,
      protocol: "TCP",
      port: "traffic-port",
      interval: 15,
      timeout: 5,
      healthyThreshold: 2,
      unhealthyThreshold: 3,
    });
    const { port, protocol, sslPolicy } = plan.get("shop-listener").inputs;
    assert.deepEqual({ port, protocol, sslPolicy }, { port: 5432, protocol: "TCP", sslPolicy: undefined });
  });

  it("takes connections to be healthy where requests would have to be HTTP/2", async () => {
    const plan = await make({ balancing: overTls, targets: { ...targets, protocol: "grpc" } });
    const { protocol, path } = Object(plan.get("shop-tg").inputs.healthCheck);
    assert.deepEqual({ protocol, path }, { protocol: "TCP", path: undefined });
  });

  it("with two versions has a test listener on the next port", async () => {
    const plan = await make({ balancing: overTls, twoVersions: true });
    const { port, defaultActions } = plan.get("shop-test").inputs;
    assert.equal(port, 444);
    assert.deepEqual(defaultActions, [{ type: "forward", targetGroupArn: plan.get("shop-alt").outputs.arn }]);
    assert.deepEqual(plan.get("shop-listener").options.ignoreChanges, ["defaultActions"]);
    assert.deepEqual(plan.get("shop-test").options.ignoreChanges, ["defaultActions"]);
    const { productionRuleArn, testRuleArn } = plan.get("shop", "test:index:Service").outputs;
    assert.equal(productionRuleArn, plan.get("shop-listener").outputs.arn);
    assert.equal(testRuleArn, plan.get("shop-test").outputs.arn);
  });
});
