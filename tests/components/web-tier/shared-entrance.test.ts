import assert from "node:assert/strict";
import { ServiceBalancer } from "../../../components/service-balancer";
import { type SharedWebTierArgs, WebTier, type WebTierArgs } from "../../../components/web-tier";
import type { SharedPlace } from "../../../components/web-tier/shared-entrance";
import { record } from "../../../planner/record";

const network = {
  vpcId: "vpc-1",
  publicSubnetIds: ["subnet-1", "subnet-2"],
  privateSubnetIds: ["subnet-3", "subnet-4"],
};
const tls = { certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/c" };
type Place = Omit<SharedPlace, "type" | "balancer">;

/** Tiers by their name that share one balancer. */
const share = (tiers: Record<string, Place>, args: Partial<SharedWebTierArgs> = {}, speaksTls = true) =>
  record(
    () => {
      const balancer = new ServiceBalancer("edge", {
        type: "application",
        network,
        exposure: "internet",
        tls: speaksTls ? tls : "none",
      });
      for (const [name, place] of Object.entries(tiers)) {
        new WebTier(name, { network, ...args, balancing: { type: "shared", balancer, ...place } });
      }
    },
    { environment: "dev" },
  );
const jwt = { type: "jwt", issuer: "https://id.example.com", jwksEndpoint: "https://id.example.com/keys" } as const;

describe("a web tier on a load balancer that others share", () => {
  it("has a rule there, and no load balancer, log bucket or edge group of its own", async () => {
    const plan = await share({ api: { paths: ["/api", "/api/*"] }, web: {} });
    assert.deepEqual(plan.names("aws:lb/loadBalancer:LoadBalancer"), ["edge-lb"]);
    assert.deepEqual(plan.names("aws:s3/bucket:Bucket"), ["edge-logs-bucket"]);
    assert.deepEqual(plan.names("aws:ec2/securityGroup:SecurityGroup"), ["api-app", "edge-edge", "web-app"]);
    assert.deepEqual(plan.get("api-route").inputs, {
      listenerArn: plan.get("edge-https").outputs.arn,
      priority: plan.get("api-route").inputs.priority,
      conditions: [{ pathPattern: { values: ["/api", "/api/*"] } }],
      actions: [{ type: "forward", targetGroupArn: plan.get("api-tg").outputs.arn }],
      tags: { Name: "api-route" },
    });
    assert.equal(plan.get("web-route").inputs.priority, 50000);
    assert.deepEqual(plan.get("web-route").inputs.conditions, [{ pathPattern: { values: ["/*"] } }]);
  });

  it("lets the shared edge in, on its port and from nowhere else, and the edge out to it", async () => {
    const plan = await share({ api: { paths: ["/api/*"] } }, { appPort: 8080 });
    assert.deepEqual(
      plan.names("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").filter((name) => name.startsWith("api")),
      ["api-app-in-tcp-8080-edge"],
    );
    assert.deepEqual(plan.get("api-app-in-tcp-8080-edge").inputs, {
      securityGroupId: plan.get("api-app").id,
      description: "Requests: tcp 8080 from group edge",
      ipProtocol: "tcp",
      fromPort: 8080,
      toPort: 8080,
      referencedSecurityGroupId: plan.get("edge-edge").id,
    });
    assert.deepEqual(plan.get("api-edge-out-tcp-8080-app").inputs, {
      securityGroupId: plan.get("edge-edge").id,
      description: "Requests: tcp 8080 to group app",
      ipProtocol: "tcp",
      fromPort: 8080,
      toPort: 8080,
      referencedSecurityGroupId: plan.get("api-app").id,
    });
    assert.deepEqual(plan.names("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"), [
      "api-app-out-tcp-443-0.0.0.0/0",
      "api-edge-out-tcp-8080-app",
    ]);
    assert.deepEqual(plan.get("api-template").inputs.vpcSecurityGroupIds, [plan.get("api-app").id]);
  });

  it("lets its servers reach what is named, and SSH in from whom is named, by a group of its own", async () => {
    const plan = await share(
      { api: { paths: ["/api/*"] } },
      { appEgress: [{ to: "10.0.0.0/16", port: 5432 }], ssh: { from: ["203.0.113.7/32"] } },
    );
    assert.equal(plan.get("api-app-out-tcp-5432-10.0.0.0/16").inputs.cidrIpv4, "10.0.0.0/16");
    assert.equal(plan.get("api-ssh-in-tcp-22-203.0.113.7/32").inputs.securityGroupId, plan.get("api-ssh").id);
    assert.deepEqual(plan.get("api-template").inputs.vpcSecurityGroupIds, [
      plan.get("api-app").id,
      plan.get("api-ssh").id,
    ]);
  });

  it("lets the shared edge in on the port of health checks as well", async () => {
    const plan = await share({ api: { paths: ["/api/*"] } }, { healthCheck: { port: 8081 } });
    assert.equal(plan.get("api-app-in-tcp-8081-edge").inputs.referencedSecurityGroupId, plan.get("edge-edge").id);
    assert.equal(plan.get("api-edge-out-tcp-8081-app").inputs.securityGroupId, plan.get("edge-edge").id);
  });

  it("starts its servers once its rule is there", async () => {
    const plan = await share({ api: { paths: ["/api/*"] } });
    assert.ok(plan.get("api-asg").dependencies.includes(plan.get("api-route").urn));
  });

  it("watches its own target group, and not what others' requests make of the load balancer", async () => {
    const plan = await share({ api: { paths: ["/api/*"] } });
    const alarms = plan.names("aws:cloudwatch/metricAlarm:MetricAlarm");
    assert.deepEqual(
      alarms.filter((name) => name.startsWith("api-")),
      ["api-at-max", "api-cpu", "api-latency", "api-status-checks", "api-target-5xx", "api-unhealthy-hosts"],
    );
    assert.deepEqual(plan.get("api-latency").inputs.dimensions, {
      LoadBalancer: plan.get("edge-lb").outputs.arnSuffix,
      TargetGroup: plan.get("api-tg").outputs.arnSuffix,
    });
  });

  it("scales on its own requests", async () => {
    const plan = await share(
      { api: { paths: ["/api/*"] } },
      { scaling: [{ type: "target", metric: "requestsPerTarget", target: 1000 }] },
    );
    const { predefinedMetricSpecification } = Object(
      plan.get("api-target-requestsPerTarget").inputs.targetTrackingConfiguration,
    );
    assert.deepEqual(predefinedMetricSpecification, {
      predefinedMetricType: "ALBRequestCountPerTarget",
      resourceLabel: `${plan.get("edge-lb").outputs.arnSuffix}/${plan.get("api-tg").outputs.arnSuffix}`,
    });
  });

  it("tells where requests reach it", async () => {
    const plan = await share({ api: { paths: ["/api/*"] } });
    const { dnsName, zoneId, loadBalancerArn, listenerArn, edgeGroupId, appGroupId } = plan.get("api").outputs;
    assert.deepEqual(
      { dnsName, zoneId, loadBalancerArn, listenerArn, edgeGroupId, appGroupId },
      {
        dnsName: plan.get("edge-lb").outputs.dnsName,
        zoneId: plan.get("edge-lb").outputs.zoneId,
        loadBalancerArn: plan.get("edge-lb").outputs.arn,
        listenerArn: plan.get("edge-https").outputs.arn,
        edgeGroupId: plan.get("edge-edge").id,
        appGroupId: plan.get("api-app").id,
      },
    );
  });

  it("lets people sign in and changes requests on their way, for itself alone", async () => {
    const rewrite = { url: { regex: "^/api/(.*)$", replace: "/$1" } };
    const plan = await share({
      api: { paths: ["/api/*"], authentication: jwt, rewrite },
      staff: { paths: ["/staff/*"], authentication: jwt },
      web: {},
    });
    const types = (name: string) => Object(plan.get(name).inputs.actions).map(({ type }: { type: string }) => type);
    assert.deepEqual(types("api-route"), ["jwt-validation", "forward"]);
    assert.deepEqual(types("web-route"), ["forward"]);
    assert.deepEqual(plan.get("api-route").inputs.transforms, [
      { type: "url-rewrite", urlRewriteConfig: { rewrite: rewrite.url } },
    ]);
    // Two tiers need the way to the provider; AWS takes a rule once.
    const toProvider = plan.get("edge-edge-out-tcp-443-0.0.0.0/0");
    assert.equal(toProvider.inputs.securityGroupId, plan.get("edge-edge").id);
  });

  describe("is refused, before anything of it is made:", () => {
    const api = { paths: ["/api/*"] };
    const one = (place: Place, args: Partial<SharedWebTierArgs> = {}) => share({ api: place }, args);
    const refused: [string, () => Promise<unknown>][] = [
      [
        'web tier "b": balancing.paths must differ from those of "a", or have a stated priority: neither is more specific, got ["/api/*"]',
        () => share({ a: api, b: api }),
      ],
      [
        'web tier "api": balancing.paths must begin with / and have at most 128 characters that a rule takes, got "api"',
        () => one({ paths: ["api"] }),
      ],
      [
        'web tier "api": balancing.balancer must have tls for authentication, got "none"',
        () => share({ api: { ...api, authentication: jwt } }, {}, false),
      ],
      [
        'web tier "api": balancing.balancer must have tls for HTTP/2 and gRPC, got "none"',
        () => share({ api }, { protocolVersion: "HTTP2" }, false),
      ],
      [
        'web tier "api": balancing.authentication.jwksEndpoint must begin with https://, got "keys"',
        () => one({ ...api, authentication: { ...jwt, jwksEndpoint: "keys" } }),
      ],
      ['web tier "api": balancing.rewrite must change url or host, got {}', () => one({ ...api, rewrite: {} })],
      [
        'web tier "api": appEgress must have ports that are whole numbers from 1 to 65535, got 0',
        () => one(api, { appEgress: [{ to: "10.0.0.0/8", port: 0 }] }),
      ],
      [
        'web tier "api": appEgress must not repeat a rule (HTTPS to anywhere is one already), got "tcp 443 to 0.0.0.0/0"',
        () => one(api, { appEgress: [{ to: "0.0.0.0/0", port: 443 }] }),
      ],
      [
        'web tier "api": ssh.from must hold no range wider than /8 (IPv4) or /16 (IPv6), got "0.0.0.0/0"',
        () => one(api, { ssh: { from: ["0.0.0.0/0"] } }),
      ],
      [
        'web tier "api": network.privateSubnetIds must hold subnets of at least two zones, got 1',
        () => one(api, { network: { ...network, privateSubnetIds: ["subnet-3"] } }),
      ],
      [
        'web tier "a_b": name must be at most 21 letters, digits and hyphens and not begin with internal-, got "a_b"',
        () => share({ a_b: api }),
      ],
      ['web tier "-api": name must begin with a letter or a digit, got "-api"', () => share({ "-api": api })],
    ];
    for (const [message, made] of refused) it(message, () => assert.rejects(made(), { message }));

    it("a network balancer, which has no rules", () =>
      assert.rejects(
        record(() => {
          const balancer = new ServiceBalancer("edge", { type: "network", network, exposure: "internal", tls: "none" });
          new WebTier("api", { network, balancing: { type: "shared", balancer } });
        }),
        { message: 'web tier "api": balancing.balancer must be an application balancer, got "network"' },
      ));

    it("what is the load balancer's own, by the compiler", () => {
      const make = (balancer: ServiceBalancer) => {
        const balancing = { type: "shared", balancer } as const;
        // @ts-expect-error its exposure is said where it is made
        const exposed: SharedWebTierArgs = { network, balancing, exposure: "internet" };
        // @ts-expect-error and a tier with one of its own has no place on another
        const both: WebTierArgs = { network, balancing, exposure: "internet", tls: "none" };
        return [exposed, both];
      };
      assert.equal(typeof make, "function");
    });
  });
});
