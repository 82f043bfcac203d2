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

describe("the load balancer of a web tier", () => {
  it("drops what may attack the servers behind it", async () => {
    const plan = await make();
    const { subnets, securityGroups, accessLogs, ...inputs } = plan.get("shop-lb").inputs;
    assert.deepEqual(inputs, {
      loadBalancerType: "application",
      internal: false,
      ipAddressType: "ipv4",
      dropInvalidHeaderFields: true,
      desyncMitigationMode: "strictest",
      enableDeletionProtection: false,
      idleTimeout: 60,
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
    });
    assert.deepEqual(plan.get("shop-http").inputs, {
      loadBalancerArn,
      port: 80,
      protocol: "HTTP",
      defaultActions: [{ type: "redirect", redirect: { port: "443", protocol: "HTTPS", statusCode: "HTTP_301" } }],
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

  for (const idleTimeoutSeconds of [0, 4001, 1.5]) {
    it(`refuses to be idle for ${idleTimeoutSeconds} seconds`, () =>
      assert.rejects(make({ idleTimeoutSeconds }), {
        message: `web tier "shop": idleTimeoutSeconds must be a whole number of seconds between 1 and 4000, got ${idleTimeoutSeconds}`,
      }));
  }
});
