import assert from "node:assert/strict";
import type { LoadBalancedTier } from "../../../components/beanstalk-app/load-balanced";
import { app, certificateArn, loadBalanced, network, optionsOf } from "./planned-app";

const make = (tier: Partial<LoadBalancedTier> = {}, environment: "dev" | "prod" = "dev") =>
  app({ tier: { ...loadBalanced, ...tier } }, environment);

describe("an environment behind a load balancer of its own", () => {
  it("has its load balancer in the public subnets and its instances in the private ones, without public addresses", async () => {
    assert.deepEqual(optionsOf(await make(), "aws:ec2:vpc"), {
      AssociatePublicIpAddress: "false",
      ELBScheme: "public",
      ELBSubnets: "subnet-public-a,subnet-public-b",
      Subnets: "subnet-private-a,subnet-private-b",
      VPCId: "vpc-1",
    });
    const { ELBScheme, ELBSubnets } = optionsOf(await make({ exposure: "internal" }), "aws:ec2:vpc");
    assert.deepEqual([ELBScheme, ELBSubnets], ["internal", "subnet-private-a,subnet-private-b"]);
  });

  it("puts instances into the public subnets, with an address of their own, only by name", async () => {
    const plan = await app({ instanceSubnets: "public" });
    const { AssociatePublicIpAddress, Subnets } = optionsOf(plan, "aws:ec2:vpc");
    assert.deepEqual([AssociatePublicIpAddress, Subnets], ["true", "subnet-public-a,subnet-public-b"]);
  });

  it("is an Application Load Balancer that logs to a bucket of its own and wears the component's group alone", async () => {
    const plan = await make({ idleTimeoutSeconds: 120, logRetentionDays: 7 });
    const edge = plan.get("shop-sg-edge").id;
    assert.equal(optionsOf(plan, "aws:elasticbeanstalk:environment").LoadBalancerType, "application");
    assert.deepEqual(optionsOf(plan, "aws:elbv2:loadbalancer"), {
      AccessLogsS3Bucket: plan.get("shop-logs-bucket").outputs.bucket,
      AccessLogsS3Enabled: "true",
      AccessLogsS3Prefix: "access",
      IdleTimeout: "120",
      ManagedSecurityGroup: edge,
      SecurityGroups: edge,
    });
    assert.deepEqual(Object(plan.get("shop-logs-lifecycle").inputs.rules)[0].expiration, { days: 7 });
  });

  it("serves HTTPS with a current policy, and redirects from 80 by a listener of the component's", async () => {
    const plan = await make();
    assert.deepEqual(optionsOf(plan, "aws:elbv2:listener:443"), {
      ListenerEnabled: "true",
      Protocol: "HTTPS",
      SSLCertificateArns: certificateArn,
      SSLPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
    });
    assert.deepEqual(optionsOf(plan, "aws:elbv2:listener:default"), { ListenerEnabled: "false" });
    assert.deepEqual(plan.get("shop-env-http").inputs, {
      loadBalancerArn: Object(plan.get("shop-env").outputs.loadBalancers)[0],
      port: 80,
      protocol: "HTTP",
      defaultActions: [{ type: "redirect", redirect: { port: "443", protocol: "HTTPS", statusCode: "HTTP_301" } }],
    });
    const policy = "ELBSecurityPolicy-TLS13-1-3-2021-06";
    const own = await make({ tls: { certificateArn, policy } });
    assert.equal(optionsOf(own, "aws:elbv2:listener:443").SSLPolicy, policy);
  });

  it("serves plain HTTP only where it is asked for, with no listener besides Elastic Beanstalk's", async () => {
    const plan = await make({ tls: "none" });
    assert.deepEqual(optionsOf(plan, "aws:elbv2:listener:default"), { ListenerEnabled: "true", Protocol: "HTTP" });
    assert.deepEqual(optionsOf(plan, "aws:elbv2:listener:443"), {});
    assert.deepEqual(plan.ofType("aws:lb/listener:Listener"), []);
    assert.ok(!plan.resources.some(({ name }) => name.startsWith("shop-sg-edge-in-tcp-443")));
  });

  it("has IPv6 too where it is asked for", async () => {
    const plan = await make({ ipAddressType: "dualstack" });
    assert.equal(optionsOf(plan, "aws:elbv2:loadbalancer").IpAddressType, "dualstack");
    assert.equal(plan.get("shop-sg-app-out-tcp-443-0:0:0:0:0:0:0:0/0").inputs.cidrIpv6, "::/0");
  });

  it("lets in only the sources that are named, and the app's port only from the load balancer", async () => {
    const plan = await make({ sources: ["198.51.100.0/24"], port: 8080 });
    assert.deepEqual(plan.names("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"), [
      "shop-sg-app-in-tcp-8080-edge",
      "shop-sg-edge-in-tcp-443-198.51.100.0/24",
      "shop-sg-edge-in-tcp-80-198.51.100.0/24",
    ]);
    assert.equal(optionsOf(plan, "aws:elasticbeanstalk:environment:process:default").Port, "8080");
  });

  it("asks /health every 15 seconds, and sends a client anywhere", async () => {
    assert.deepEqual(optionsOf(await make(), "aws:elasticbeanstalk:environment:process:default"), {
      DeregistrationDelay: "20",
      HealthCheckInterval: "15",
      HealthCheckPath: "/health",
      HealthCheckTimeout: "5",
      HealthyThresholdCount: "3",
      MatcherHTTPCode: "200",
      Port: "80",
      Protocol: "HTTP",
      StickinessEnabled: "false",
      UnhealthyThresholdCount: "5",
    });
  });

  it("asks what it is told, and keeps a client with its instance by a cookie", async () => {
    const plan = await make({
      healthCheck: {
        ...{ path: "/up", matcher: "200,204", intervalSeconds: 30, timeoutSeconds: 10 },
        ...{ healthyThreshold: 2, unhealthyThreshold: 4 },
      },
      deregistrationDelaySeconds: 60,
      stickinessSeconds: 3600,
    });
    assert.deepEqual(optionsOf(plan, "aws:elasticbeanstalk:environment:process:default"), {
      DeregistrationDelay: "60",
      HealthCheckInterval: "30",
      HealthCheckPath: "/up",
      HealthCheckTimeout: "10",
      HealthyThresholdCount: "2",
      MatcherHTTPCode: "200,204",
      Port: "80",
      Protocol: "HTTP",
      StickinessEnabled: "true",
      StickinessLBCookieDuration: "3600",
      StickinessType: "lb_cookie",
      UnhealthyThresholdCount: "4",
    });
  });

  const refused: [string, Partial<LoadBalancedTier>][] = [
    ["tier.idleTimeoutSeconds must be a whole number between 1 and 3600, got 4000", { idleTimeoutSeconds: 4000 }],
    ["tier.logRetentionDays must be a whole number of days, 1 or more, got 0", { logRetentionDays: 0 }],
    ["tier.port must be a whole number between 1 and 65535, got 0", { port: 0 }],
    [
      "tier.deregistrationDelaySeconds must be a whole number between 0 and 3600, got 3601",
      { deregistrationDelaySeconds: 3601 },
    ],
    ["tier.stickinessSeconds must be a whole number between 1 and 604800, got 0", { stickinessSeconds: 0 }],
    ['tier.healthCheck.path must be a path such as "/health", got "health"', { healthCheck: { path: "health" } }],
    [
      'tier.healthCheck.matcher must be codes from 200 to 499 such as "200,204", got "500"',
      { healthCheck: { matcher: "500" } },
    ],
    [
      "tier.healthCheck.intervalSeconds must be a whole number between 5 and 300, got 301",
      { healthCheck: { intervalSeconds: 301 } },
    ],
    [
      "tier.healthCheck.timeoutSeconds must be a whole number between 1 and 60, got 61",
      { healthCheck: { timeoutSeconds: 61 } },
    ],
    [
      "tier.healthCheck.timeoutSeconds must be less than intervalSeconds (15), got 15",
      { healthCheck: { timeoutSeconds: 15 } },
    ],
    [
      "tier.healthCheck.healthyThreshold must be a whole number between 2 and 10, got 1",
      { healthCheck: { healthyThreshold: 1 } },
    ],
    [
      "tier.healthCheck.unhealthyThreshold must be a whole number between 2 and 10, got 11",
      { healthCheck: { unhealthyThreshold: 11 } },
    ],
    ["tier.sources must name at least one peer, got []", { sources: [] }],
  ];
  for (const [sentence, tier] of refused) {
    it(`is refused: ${sentence}`, () => assert.rejects(make(tier), { message: `beanstalk app "shop": ${sentence}` }));
  }

  it("is refused in one zone, for its load balancer and for its instances", async () => {
    const message = (tier: string) =>
      `beanstalk app "shop": network.${tier}SubnetIds must hold subnets of at least two zones, got 1`;
    const publicly = { ...network, publicSubnetIds: ["subnet-public-a"] };
    await assert.rejects(app({ network: publicly }), { message: message("public") });
    const privately = { ...network, privateSubnetIds: ["subnet-private-a"] };
    await assert.rejects(app({ network: privately }), { message: message("private") });
  });
});
