import assert from "node:assert/strict";
import { WebTier, type WebTierArgs } from "../../components/web-tier";
import { record } from "../../planner/record";

const network = {
  vpcId: "vpc-1",
  publicSubnetIds: ["subnet-1", "subnet-2"],
  privateSubnetIds: ["subnet-3", "subnet-4"],
};
const make = (args: Partial<WebTierArgs> = {}) =>
  record(() => new WebTier("shop", { network, exposure: "internet", tls: "none", ...args }), { environment: "dev" });

describe("the target group of a web tier", () => {
  it("asks the servers for /health on port 80", async () => {
    const plan = await make();
    assert.deepEqual(plan.get("shop-tg").inputs, {
      vpcId: "vpc-1",
      targetType: "instance",
      protocol: "HTTP",
      port: 80,
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
      deregistrationDelay: 300,
      slowStart: 0,
      stickiness: { enabled: false, type: "lb_cookie" },
      loadBalancingAlgorithmType: "round_robin",
      tags: { Name: "shop-tg" },
    });
  });

  it("asks as it is told", async () => {
    const plan = await make({
      appPort: 3005,
      healthCheck: {
        path: "/home",
        matcher: "200-299,301",
        intervalSeconds: 300,
        timeoutSeconds: 120,
        healthyThreshold: 10,
        unhealthyThreshold: 2,
      },
      deregistrationDelaySeconds: 0,
      slowStartSeconds: 30,
    });
    const { port, healthCheck, deregistrationDelay, slowStart } = plan.get("shop-tg").inputs;
    assert.deepEqual(healthCheck, {
      enabled: true,
      protocol: "HTTP",
      port: "traffic-port",
      path: "/home",
      matcher: "200-299,301",
      interval: 300,
      timeout: 120,
      healthyThreshold: 10,
      unhealthyThreshold: 2,
    });
    assert.deepEqual({ port, deregistrationDelay, slowStart }, { port: 3005, deregistrationDelay: 0, slowStart: 30 });
  });

  it("ties a client to a server by the load balancer's cookie or by the app's", async () => {
    const byBalancer = await make({ stickiness: { type: "loadBalancerCookie" } });
    const byApp = await make({ stickiness: { type: "appCookie", cookieName: "session", durationSeconds: 3600 } });
    assert.deepEqual(byBalancer.get("shop-tg").inputs.stickiness, {
      enabled: true,
      type: "lb_cookie",
      cookieDuration: 86400,
    });
    assert.deepEqual(byApp.get("shop-tg").inputs.stickiness, {
      enabled: true,
      type: "app_cookie",
      cookieDuration: 3600,
      cookieName: "session",
    });
  });

  for (const [algorithm, spelled] of [
    ["leastOutstandingRequests", "least_outstanding_requests"],
    ["weightedRandom", "weighted_random"],
  ] as const) {
    it(`can choose a server by ${algorithm}`, async () => {
      const plan = await make({ algorithm });
      assert.equal(plan.get("shop-tg").inputs.loadBalancingAlgorithmType, spelled);
    });
  }

  it("can find servers that fail more than the others", async () => {
    const plan = await make({ algorithm: "weightedRandom", anomalyMitigation: true });
    const { loadBalancingAlgorithmType, loadBalancingAnomalyMitigation } = plan.get("shop-tg").inputs;
    assert.deepEqual([loadBalancingAlgorithmType, loadBalancingAnomalyMitigation], ["weighted_random", "on"]);
  });

  it("can keep requests in their zone", async () => {
    assert.equal((await make({ crossZone: false })).get("shop-tg").inputs.loadBalancingCrossZoneEnabled, "false");
  });

  it("can speak HTTPS to the servers, and checks their health in the same way", async () => {
    const plan = await make({ appProtocol: "HTTPS", appPort: 8443 });
    const { protocol, port, healthCheck } = plan.get("shop-tg").inputs;
    assert.deepEqual([protocol, port, Object(healthCheck).protocol], ["HTTPS", 8443, "HTTPS"]);
  });

  it("can check health at another port, in another way, which the security groups let through", async () => {
    const plan = await make({ appProtocol: "HTTPS", appPort: 8443, healthCheck: { port: 9000, protocol: "HTTP" } });
    const { port, protocol } = Object(plan.get("shop-tg").inputs.healthCheck);
    assert.deepEqual([port, protocol], ["9000", "HTTP"]);
    assert.equal(plan.get("shop-sg-edge-out-tcp-9000-app").inputs.fromPort, 9000);
    assert.equal(plan.get("shop-sg-app-in-tcp-9000-edge").inputs.fromPort, 9000);
    assert.equal(plan.get("shop-sg-app-in-tcp-8443-edge").inputs.fromPort, 8443);
  });

  it("speaks HTTP/2 or gRPC to servers that do, and knows what gRPC calls healthy", async () => {
    const tls = { certificateArn: "arn:certificate" };
    const overHttp2 = (await make({ protocolVersion: "HTTP2", tls })).get("shop-tg").inputs;
    const overGrpc = (await make({ protocolVersion: "GRPC", tls })).get("shop-tg").inputs;
    const asTold = (await make({ protocolVersion: "GRPC", tls, healthCheck: { matcher: "0-99" } })).get(
      "shop-tg",
    ).inputs;
    assert.deepEqual([overHttp2.protocolVersion, Object(overHttp2.healthCheck).matcher], ["HTTP2", "200"]);
    assert.deepEqual([overGrpc.protocolVersion, Object(overGrpc.healthCheck).matcher], ["GRPC", "0,12"]);
    assert.equal(Object(asTold.healthCheck).matcher, "0-99");
  });

  it("lets servers ask for as many requests as they can take", async () => {
    const plan = await make({ targetControlPort: 3000 });
    assert.equal(plan.get("shop-tg").inputs.targetControlPort, 3000);
    assert.equal(plan.get("shop-sg-edge-out-tcp-3000-app").inputs.fromPort, 3000);
    assert.equal(plan.get("shop-sg-app-in-tcp-3000-edge").inputs.fromPort, 3000);
  });

  const refused: [string, Partial<WebTierArgs>][] = [
    ['algorithm must be "weightedRandom" for anomalyMitigation to work, got "roundRobin"', { anomalyMitigation: true }],
    [
      'crossZone must be true unless stickiness is "none", got false',
      { crossZone: false, stickiness: { type: "loadBalancerCookie" } },
    ],
    ['protocolVersion must be "HTTP1" where the load balancer has no tls, got "GRPC"', { protocolVersion: "GRPC" }],
    ["targetControlPort must be a whole number between 1 and 65535, got 65536", { targetControlPort: 65536 }],
    ["targetControlPort must not be the appPort, got 80", { targetControlPort: 80 }],
    ["healthCheck.port must be a whole number between 1 and 65535, got 0", { healthCheck: { port: 0 } }],
    [
      'healthCheck.matcher must be codes of gRPC from 0 to 99 such as "0,12", got "200"',
      { protocolVersion: "GRPC", healthCheck: { matcher: "200" } },
    ],
    ["appPort must be a whole number between 1 and 65535, got 0", { appPort: 0 }],
    [
      "deregistrationDelaySeconds must be a whole number between 0 and 3600, got 3601",
      { deregistrationDelaySeconds: 3601 },
    ],
    ["slowStartSeconds must be a whole number between 30 and 900, got 29", { slowStartSeconds: 29 }],
    ["slowStartSeconds must be a whole number between 30 and 900, got 901", { slowStartSeconds: 901 }],
    [
      'algorithm must be "roundRobin" for slowStartSeconds to work, got "weightedRandom"',
      { slowStartSeconds: 60, algorithm: "weightedRandom" },
    ],
    [
      "stickiness.durationSeconds must be a whole number between 1 and 604800, got 604801",
      { stickiness: { type: "loadBalancerCookie", durationSeconds: 604801 } },
    ],
    [
      'stickiness.cookieName must be a name that does not begin with AWSALB, got "AWSALBAPP-1"',
      { stickiness: { type: "appCookie", cookieName: "AWSALBAPP-1" } },
    ],
    [
      'healthCheck.path must begin with / and have at most 1024 characters, got "health"',
      { healthCheck: { path: "health" } },
    ],
    [
      'healthCheck.matcher must be codes from 200 to 499 such as "200" or "200-299", got "500"',
      { healthCheck: { matcher: "500" } },
    ],
    [
      "healthCheck.intervalSeconds must be a whole number between 5 and 300, got 4",
      { healthCheck: { intervalSeconds: 4 } },
    ],
    [
      "healthCheck.timeoutSeconds must be a whole number between 2 and 120, got 1",
      { healthCheck: { timeoutSeconds: 1 } },
    ],
    [
      "healthCheck.intervalSeconds must be more than timeoutSeconds (15), got 15",
      { healthCheck: { intervalSeconds: 15, timeoutSeconds: 15 } },
    ],
    [
      "healthCheck.healthyThreshold must be a whole number between 2 and 10, got 1",
      { healthCheck: { healthyThreshold: 1 } },
    ],
    [
      "healthCheck.unhealthyThreshold must be a whole number between 2 and 10, got 11",
      { healthCheck: { unhealthyThreshold: 11 } },
    ],
  ];
  for (const [sentence, args] of refused) {
    it(`refuses: ${sentence}`, () => assert.rejects(make(args), { message: `web tier "shop": ${sentence}` }));
  }

  it("has a long path only up to AWS's limit", async () => {
    const path = `/${"p".repeat(1023)}`;
    assert.equal(Object((await make({ healthCheck: { path } })).get("shop-tg").inputs.healthCheck).path, path);
    await assert.rejects(make({ healthCheck: { path: `${path}p` } }), /healthCheck\.path must begin with \//);
  });
});
