import assert from "node:assert/strict";
import { ServiceBalancer } from "../../components/service-balancer";
import { WebTier, type WebTierArgs } from "../../components/web-tier";
import { record } from "../../planner/record";

const network = {
  vpcId: "vpc-1",
  publicSubnetIds: ["subnet-1", "subnet-2"],
  privateSubnetIds: ["subnet-3", "subnet-4"],
};
const make = (args: Partial<WebTierArgs> = {}) =>
  record(() => new WebTier("shop", { network, exposure: "internet", tls: "none", ...args }), { environment: "dev" });

describe("the load balancer of a web tier", () => {
  it("drops what may attack the servers behind it", async () => {
    const plan = await make();
    const { subnets, securityGroups, accessLogs, connectionLogs, healthCheckLogs, ...inputs } =
      plan.get("shop-lb").inputs;
    assert.deepEqual(inputs, {
      loadBalancerType: "application",
      internal: false,
      ipAddressType: "ipv4",
      dropInvalidHeaderFields: true,
      desyncMitigationMode: "strictest",
      enableDeletionProtection: false,
      enableZonalShift: true,
      idleTimeout: 60,
      clientKeepAlive: 3600,
      tags: { Name: "shop-lb" },
    });
  });

  it("is internal, dual-stack and patient as it is told", async () => {
    const plan = await make({ exposure: "internal", ipAddressType: "dualstack", idleTimeoutSeconds: 4000 });
    const { internal, ipAddressType, idleTimeout } = plan.get("shop-lb").inputs;
    assert.deepEqual(
      { internal, ipAddressType, idleTimeout },
      { internal: true, ipAddressType: "dualstack", idleTimeout: 4000 },
    );
  });

  it("speaks HTTPS with AWS's recommended policy, and sends HTTP there for good", async () => {
    const plan = await make({ tls: { certificateArn: "arn:certificate" } });
    const loadBalancerArn = plan.get("shop-lb").outputs.arn;
    assert.deepEqual(plan.get("shop-https").inputs, {
      loadBalancerArn,
      port: 443,
      protocol: "HTTPS",
      sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
      certificateArn: "arn:certificate",
      defaultActions: [{ type: "forward", targetGroupArn: plan.get("shop-tg").outputs.arn }],
      routingHttpResponseServerEnabled: false,
      routingHttpResponseStrictTransportSecurityHeaderValue: "max-age=31536000",
      routingHttpResponseXContentTypeOptionsHeaderValue: "nosniff",
    });
    assert.deepEqual(plan.get("shop-http").inputs, {
      loadBalancerArn,
      port: 80,
      protocol: "HTTP",
      defaultActions: [{ type: "redirect", redirect: { port: "443", protocol: "HTTPS", statusCode: "HTTP_301" } }],
      routingHttpResponseServerEnabled: false,
    });
    assert.deepEqual(plan.names("aws:lb/listenerCertificate:ListenerCertificate"), []);
  });

  it("serves further hosts, each by a certificate whose name no other host can change", async () => {
    const plan = await make({
      tls: {
        certificateArn: "arn:certificate",
        additionalCertificateArns: { "b.example": "arn:b", "a.example": "arn:a" },
        policy: "ELBSecurityPolicy-TLS13-1-3-2021-06",
      },
    });
    const listenerArn = plan.get("shop-https").outputs.arn;
    assert.equal(plan.get("shop-https").inputs.sslPolicy, "ELBSecurityPolicy-TLS13-1-3-2021-06");
    assert.deepEqual(plan.names("aws:lb/listenerCertificate:ListenerCertificate"), [
      "shop-https-a.example",
      "shop-https-b.example",
    ]);
    assert.deepEqual(plan.get("shop-https-a.example").inputs, { listenerArn, certificateArn: "arn:a" });
    assert.deepEqual(plan.get("shop-https-b.example").inputs, { listenerArn, certificateArn: "arn:b" });
  });

  it("serves plain HTTP only where TLS is refused by name", async () => {
    const plan = await make({ tls: "none" });
    assert.deepEqual(plan.names("aws:lb/listener:Listener"), ["shop-http"]);
    assert.deepEqual(plan.get("shop-http").inputs.defaultActions, [
      { type: "forward", targetGroupArn: plan.get("shop-tg").outputs.arn },
    ]);
  });

  it("logs requests, connections and health checks, each below a prefix of its own", async () => {
    const plan = await make();
    const { accessLogs, connectionLogs, healthCheckLogs } = plan.get("shop-lb").inputs;
    const { bucket } = plan.get("shop-logs-bucket").outputs;
    assert.deepEqual(accessLogs, { enabled: true, bucket, prefix: "access" });
    assert.deepEqual(connectionLogs, { enabled: true, bucket, prefix: "connection" });
    assert.deepEqual(healthCheckLogs, { enabled: true, bucket, prefix: "health-check" });
  });

  it("leaves out the logs of connections and health checks only if told", async () => {
    const plan = await make({ connectionLogs: false, healthCheckLogs: false });
    const { accessLogs, connectionLogs, healthCheckLogs } = plan.get("shop-lb").inputs;
    assert.equal(Object(accessLogs).enabled, true);
    assert.deepEqual([connectionLogs, healthCheckLogs], [undefined, undefined]);
  });

  it("asks a web ACL first, and refuses what that could not see", async () => {
    const plan = await make({ webAclArn: "arn:acl" });
    assert.deepEqual(plan.get("shop-web-acl").inputs, {
      resourceArn: plan.get("shop-lb").outputs.arn,
      webAclArn: "arn:acl",
    });
    assert.equal(plan.get("shop-lb").inputs.enableWafFailOpen, undefined);
    assert.deepEqual((await make()).names("aws:wafv2/webAclAssociation:WebAclAssociation"), []);
  });

  it("passes on what a web ACL could not see only if told", async () => {
    const open = await make({ webAclArn: "arn:acl", webAclFailure: "pass" });
    const shut = await make({ webAclArn: "arn:acl", webAclFailure: "refuse" });
    assert.equal(open.get("shop-lb").inputs.enableWafFailOpen, true);
    assert.equal(shut.get("shop-lb").inputs.enableWafFailOpen, false);
  });

  it("can do without HTTP/2, zonal shift and Amazon's addresses, and keep capacity ready", async () => {
    const plan = await make({
      http2: false,
      zonalShift: false,
      clientKeepAliveSeconds: 60,
      ipamPoolId: "ipam-pool-1",
      minimumCapacityUnits: 100,
    });
    const { enableHttp2, enableZonalShift, clientKeepAlive, ipamPools, minimumLoadBalancerCapacity } =
      plan.get("shop-lb").inputs;
    assert.deepEqual([enableHttp2, enableZonalShift, clientKeepAlive], [false, false, 60]);
    assert.deepEqual(ipamPools, { ipv4IpamPoolId: "ipam-pool-1" });
    assert.deepEqual(minimumLoadBalancerCapacity, { capacityUnits: 100 });
  });

  it("is the same before services: web ACL, logs, headers, capacity", async () => {
    const plan = await record(
      () =>
        new ServiceBalancer("edge", {
          type: "application",
          network,
          exposure: "internet",
          tls: { certificateArn: "arn:certificate", mutual: { mode: "passthrough" } },
          webAclArn: "arn:acl",
          responseHeaders: { frameOptions: "DENY" },
          connectionLogs: false,
          minimumCapacityUnits: 200,
        }),
    );
    const { connectionLogs, healthCheckLogs, minimumLoadBalancerCapacity } = plan.get("edge-lb").inputs;
    assert.equal(plan.get("edge-web-acl").inputs.resourceArn, plan.get("edge-lb").outputs.arn);
    assert.equal(connectionLogs, undefined);
    assert.equal(Object(healthCheckLogs).prefix, "health-check");
    assert.deepEqual(minimumLoadBalancerCapacity, { capacityUnits: 200 });
    const { routingHttpResponseXFrameOptionsHeaderValue, mutualAuthentication } = plan.get("edge-https").inputs;
    assert.equal(routingHttpResponseXFrameOptionsHeaderValue, "DENY");
    assert.deepEqual(mutualAuthentication, { mode: "passthrough" });
  });

  const refused: [string, Partial<WebTierArgs>][] = [
    ...[0, 4001, 1.5].map((idleTimeoutSeconds): [string, Partial<WebTierArgs>] => [
      `idleTimeoutSeconds must be a whole number of seconds between 1 and 4000, got ${idleTimeoutSeconds}`,
      { idleTimeoutSeconds },
    ]),
    ...[59, 604801].map((clientKeepAliveSeconds): [string, Partial<WebTierArgs>] => [
      `clientKeepAliveSeconds must be a whole number of seconds between 60 and 604800, got ${clientKeepAliveSeconds}`,
      { clientKeepAliveSeconds },
    ]),
    [
      "minimumCapacityUnits must be a whole number of capacity units, 100 or more, got 99",
      { minimumCapacityUnits: 99 },
    ],
    [
      'ipamPoolId must be left out for an internal load balancer, which has no public address, got "ipam-pool-1"',
      { exposure: "internal", ipamPoolId: "ipam-pool-1" },
    ],
  ];
  for (const [sentence, args] of refused) {
    it(`refuses: ${sentence}`, () => assert.rejects(make(args), { message: `web tier "shop": ${sentence}` }));
  }
});
