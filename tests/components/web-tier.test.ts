import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { DnsRecord } from "../../components/dns-record";
import { Network } from "../../components/network";
import { WebTier, type WebTierArgs } from "../../components/web-tier";
import { record } from "../../planner/record";

const network = {
  vpcId: "vpc-1",
  publicSubnetIds: ["subnet-public-a", "subnet-public-b"],
  privateSubnetIds: ["subnet-private-a", "subnet-private-b"],
};
const plain = { network, exposure: "internet", tls: "none" } as const;
const tls = { certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/c" };
const make = (args: Partial<WebTierArgs> = {}, environment: "dev" | "prod" = "dev") =>
  record(() => new WebTier("shop", { ...plain, ...args }), { environment });

describe("WebTier", () => {
  it("puts its load balancer into the public subnets and its instances into the private ones", async () => {
    const plan = await make();
    assert.deepEqual(plan.get("shop-lb").inputs.subnets, network.publicSubnetIds);
    assert.deepEqual(plan.get("shop-lb").inputs.securityGroups, [plan.get("shop-sg-edge").id]);
    assert.deepEqual(plan.get("shop-asg").inputs.vpcZoneIdentifiers, network.privateSubnetIds);
    assert.deepEqual(plan.get("shop-template").inputs.vpcSecurityGroupIds, [plan.get("shop-sg-app").id]);
    assert.equal(plan.get("shop-tg").inputs.vpcId, "vpc-1");
  });

  it("keeps everything in the private subnets when it is internal, for private addresses only", async () => {
    const plan = await make({ exposure: "internal" });
    assert.deepEqual(plan.get("shop-lb").inputs.subnets, network.privateSubnetIds);
    assert.deepEqual(
      plan.ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").map(({ inputs }) => inputs.cidrIpv4),
      [undefined, "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"],
    );
  });

  it("puts instances into the public subnets, with an address of their own, only by name", async () => {
    const plan = await make({ exposure: "internal", instanceSubnets: "public" });
    const template = plan.get("shop-template").inputs;
    assert.deepEqual(plan.get("shop-asg").inputs.vpcZoneIdentifiers, network.publicSubnetIds);
    assert.equal(template.vpcSecurityGroupIds, undefined);
    assert.deepEqual(template.networkInterfaces, [
      {
        deviceIndex: 0,
        associatePublicIpAddress: "true",
        deleteOnTermination: "true",
        securityGroups: [plan.get("shop-sg-app").id],
      },
    ]);
  });

  it("opens 443 and 80 to the internet with TLS, and only 80 without", async () => {
    const edge = /^shop-sg-edge-in-tcp-(\d+)-0\.0\.0\.0\/0$/;
    const ports = async (args: Partial<WebTierArgs>) =>
      (await make(args)).resources.flatMap(({ name }) => edge.exec(name)?.[1] ?? []).sort();
    assert.deepEqual(await ports({ tls }), ["443", "80"]);
    assert.deepEqual(await ports({}), ["80"]);
  });

  it("lets in only the sources that are named, the app reach what is named, and SSH from whom is named", async () => {
    const plan = await make({
      appPort: 3005,
      sources: ["198.51.100.0/24"],
      appEgress: [{ to: "10.0.0.0/16", port: 5432 }],
      ssh: { from: ["203.0.113.7/32"] },
    });
    assert.deepEqual(plan.names("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"), [
      "shop-sg-app-in-tcp-3005-edge",
      "shop-sg-edge-in-tcp-80-198.51.100.0/24",
      "shop-sg-ssh-in-tcp-22-203.0.113.7/32",
    ]);
    assert.deepEqual(plan.names("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"), [
      "shop-sg-app-out-tcp-443-0.0.0.0/0",
      "shop-sg-app-out-tcp-5432-10.0.0.0/16",
      "shop-sg-edge-out-tcp-3005-app",
    ]);
    assert.deepEqual(plan.get("shop-template").inputs.vpcSecurityGroupIds, [
      plan.get("shop-sg-app").id,
      plan.get("shop-sg-ssh").id,
    ]);
  });

  it("lets the app use HTTPS over IPv6 where the load balancer has it", async () => {
    const plan = await make({ ipAddressType: "dualstack" });
    assert.equal(plan.get("shop-sg-app-out-tcp-443-0:0:0:0:0:0:0:0/0").inputs.cidrIpv6, "::/0");
  });

  it("logs every request to a bucket of its own, which is ready before the load balancer", async () => {
    const plan = await make({ logRetentionDays: 7 });
    const { inputs, dependencies } = plan.get("shop-lb");
    const { bucket } = plan.get("shop-logs-bucket").outputs;
    assert.deepEqual(inputs.accessLogs, { enabled: true, bucket, prefix: "access" });
    assert.ok(dependencies.includes(plan.get("shop-logs-policy").urn));
    assert.deepEqual(Object(plan.get("shop-logs-lifecycle").inputs.rules)[0].expiration, { days: 7 });
  });

  it("starts instances once the listeners are there", async () => {
    const { dependencies } = (await make({ tls })).get("shop-asg");
    for (const listener of ["shop-https", "shop-http"]) {
      assert.ok(
        dependencies.some((urn) => urn.endsWith(`::${listener}`)),
        listener,
      );
    }
  });

  it("is larger and protected in prod", async () => {
    const dev = await make();
    const prod = await make({}, "prod");
    assert.deepEqual(
      [dev, prod].map((plan) => [
        plan.get("shop-lb").inputs.enableDeletionProtection,
        plan.get("shop-template").inputs.instanceType,
        plan.get("shop-asg").inputs.minSize,
        plan.get("shop-asg").inputs.desiredCapacity,
        plan.get("shop-asg").inputs.maxSize,
      ]),
      [
        [false, "t4g.micro", 2, 2, 4],
        [true, "m7g.medium", 3, 3, 6],
      ],
    );
  });

  it("is protected from deletion in dev too if told", async () => {
    const plan = await make({ deletionProtection: true });
    assert.equal(plan.get("shop-lb").inputs.enableDeletionProtection, true);
  });

  it("tells what its neighbours need and nothing else", async () => {
    const plan = await make({ tls });
    assert.deepEqual(plan.get("shop").outputs, {
      dnsName: plan.get("shop-lb").outputs.dnsName,
      zoneId: plan.get("shop-lb").outputs.zoneId,
      loadBalancerArn: plan.get("shop-lb").outputs.arn,
      listenerArn: plan.get("shop-https").outputs.arn,
      targetGroupArn: plan.get("shop-tg").outputs.arn,
      groupName: plan.get("shop-asg").outputs.name,
      groupArn: plan.get("shop-asg").outputs.arn,
      edgeGroupId: plan.get("shop-sg-edge").id,
      appGroupId: plan.get("shop-sg-app").id,
      alarmTopicArn: plan.get("shop-alarms-topic").outputs.arn,
    });
  });

  it("stands in a Network, and is the target of a DnsRecord, as it is", async () => {
    const plan = await record(() => {
      const tier = new WebTier("shop", { ...plain, network: new Network("net", { zones: 2 }) });
      new DnsRecord("dns", { zoneId: "Z1", domainName: "shop.example.com", target: tier });
    });
    assert.deepEqual(
      plan.get("shop-asg").inputs.vpcZoneIdentifiers,
      ["a", "b"].map((zone) => plan.get(`net-private-${zone}`).id),
    );
    const { dnsName, zoneId } = plan.get("shop-lb").outputs;
    assert.deepEqual(plan.get("dns-a").inputs.aliases, [{ name: dnsName, zoneId, evaluateTargetHealth: true }]);
  });

  it("names children after itself, under itself", async () => {
    const plan = await make({ tls });
    const { urn } = plan.get("shop");
    const own = plan.resources.filter(
      ({ type }) => type !== "pulumi:pulumi:Stack" && !type.startsWith("pulumi:providers"),
    );
    for (const { name, parent } of own.filter((resource) => resource.urn !== urn)) {
      assert.ok(name.startsWith("shop-"), name);
      assert.ok(parent?.includes("::tierwork:index:WebTier"), name);
    }
  });

  it("lets a transform of the caller reach every child", async () => {
    const transform: pulumi.ResourceTransform = ({ type, props, opts }) =>
      type === "aws:lb/loadBalancer:LoadBalancer" ? { props: { ...props, clientKeepAlive: 60 }, opts } : undefined;
    const plan = await record(() => new WebTier("shop", plain, { transforms: [transform] }), { environment: "dev" });
    assert.equal(plan.get("shop-lb").inputs.clientKeepAlive, 60);
  });

  describe("refuses, before it makes anything,", () => {
    const refused: [string, Partial<WebTierArgs>][] = [
      [
        "network.publicSubnetIds must hold subnets of at least two zones, got 1",
        { network: { ...network, publicSubnetIds: [pulumi.output("subnet-public-a")] } },
      ],
      [
        "network.privateSubnetIds must hold subnets of at least two zones, got 0",
        { network: { ...network, privateSubnetIds: [] } },
      ],
      ["logRetentionDays must be a whole number of days, 1 or more, got 0", { logRetentionDays: 0 }],
      [
        'alarms.notify.topicArn must be the ARN of an SNS topic, such as "arn:aws:sns:eu-west-1:123456789012:alarms", got "on-call"',
        { alarms: { notify: { topicArn: "on-call" } } },
      ],
      [
        'alarms.notify.email must be an address such as "operations@example.com", got "me"',
        { alarms: { notify: { email: "me" } } },
      ],
    ];
    for (const [sentence, args] of refused) {
      it(sentence, () => assert.rejects(make(args), { message: `web tier "shop": ${sentence}` }));
    }

    it("the name -shop, as no load balancer's begins", () =>
      assert.rejects(
        record(() => new WebTier("-shop", plain)),
        { message: 'web tier "-shop": name must begin with a letter or a digit, got "-shop"' },
      ));

    for (const name of ["s".repeat(22), "my_shop"]) {
      it(`the name ${name}`, () =>
        assert.rejects(
          record(() => new WebTier(name, plain)),
          {
            message: `web tier "${name}": name must be at most 21 letters, digits and hyphens, as the load balancer is called after it, got "${name}"`,
          },
        ));
    }
    it("a name that AWS keeps for itself", () =>
      assert.rejects(
        record(() => new WebTier("internal-shop", plain)),
        {
          message:
            'web tier "internal-shop": name must not begin with internal-, which AWS keeps for itself, got "internal-shop"',
        },
      ));
  });

  it("takes a single public subnet that it does not use, and subnets that are not known yet", async () => {
    const internal = { ...network, publicSubnetIds: [] };
    assert.ok((await make({ exposure: "internal", network: internal })).get("shop-lb"));
    assert.ok(
      (await make({ network: { ...network, publicSubnetIds: pulumi.output(["subnet-later"]) } })).get("shop-lb"),
    );
  });

  it("takes TLS or its refusal, never silence", () => {
    // @ts-expect-error tls must be said
    const silent: WebTierArgs = { network, exposure: "internet" };
    // @ts-expect-error a certificate is part of TLS
    const empty: WebTierArgs = { network, exposure: "internet", tls: {} };
    assert.equal(Object.keys({ ...silent, ...empty }).length, 3);
  });
});
