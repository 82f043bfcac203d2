import assert from "node:assert/strict";
import { planned } from "../planned";

const plan = async (...set: string[]) => (await planned("dev", undefined, ...set)).plan;

const refused = (set: string, sentence: RegExp | string) =>
  assert.rejects(plan(set), typeof sentence === "string" ? { message: sentence } : sentence);

describe("the setting network", () => {
  it("takes every argument of a network that is made", async () => {
    const made = await plan(
      "network.zones=[use1-az1, use1-az2]",
      "network.tiers=[public, private, isolated]",
      "network.secondaryCidrs=[100.64.0.0/16]",
      "network.subnetCidrs={private: [100.64.0.0/18, 100.64.64.0/18]}",
      "network.nat={type: instance, instanceType: t4g.micro}",
      "network.ipv6={ipamPoolId: ipam-pool-1, netmaskLength: 52}",
      "network.interfaceEndpoints=[ssm, {service: com.amazonaws.us-east-1.s3, privateDns: inboundResolver}]",
      "network.flowLogs={type: s3, prefix: net, fields: [srcaddr, encryption-status], maxAggregationSeconds: 60}",
      "network.trustedCidrs=[203.0.113.0/24]",
      "network.openPorts=[{protocol: udp, port: 53}]",
      "network.encryptionControl={mode: enforce, exclusions: [lambda]}",
      "network.publicAccessExclusion={public: bidirectional}",
    );
    assert.equal(made.get("web-app-net-private-az2").inputs.cidrBlock, "100.64.64.0/18");
    assert.equal(made.get("web-app-net-nat-az1").inputs.instanceType, "t4g.micro");
    assert.equal(made.get("web-app-net-vpc").inputs.ipv6NetmaskLength, 52);
    assert.equal(made.get("web-app-net-flow-log").inputs.maxAggregationInterval, 60);
    assert.equal(made.get("web-app-net-encryption").inputs.lambdaExclusion, "enable");
    assert.ok(made.get("web-app-net-endpoint-s3-interface") && made.get("web-app-net-public-az1-public-access"));
    const pooled = await plan(
      "network.cidrBlock={ipamPoolId: ipam-pool-1, netmaskLength: 20}",
      "network.ipv6=true",
      "network.enableDns64=true",
      "network.flowLogs={type: firehose, deliveryStreamArn: arn:aws:firehose:us-east-1:123456789012:deliverystream/net}",
    );
    assert.equal(pooled.get("web-app-net-vpc").inputs.ipv4NetmaskLength, 20);
    assert.equal(pooled.get("web-app-net-private-a").inputs.enableDns64, true);
  });

  it("takes a network that is there, on which everything else is made", async () => {
    const made = await plan(
      "network={type: existing, vpcId: vpc-1, subnets: {public: [subnet-1, subnet-2], private: {Tier: app}}}",
    );
    assert.deepEqual(made.names("aws:ec2/vpc:Vpc"), []);
    assert.equal(made.get("web-app-sg-edge").inputs.vpcId, "vpc-1");
    assert.deepEqual(made.get("web-app-lb").inputs.subnets, ["subnet-1", "subnet-2"]);
    const zones = made.get("web-app-asg").inputs.vpcZoneIdentifiers as string[];
    assert.deepEqual([zones.length, new Set(zones).size], [2, 2]);
  });

  describe("refuses in one sentence", () => {
    const key = "tierwork:settings.network";
    const rows: [string, string, RegExp | string][] = [
      [
        "a network of another kind",
        "network={type: shared}",
        `${key}.type must be one of "new", "existing", got "shared"`,
      ],
      ["a network that is there without an id", "network={type: existing}", `${key}.vpcId must be a text, got nothing`],
      [
        "what is not said of a network that is there",
        "network={type: existing, vpcId: vpc-1, nat: single}",
        `${key}.nat does not go with type "existing"`,
      ],
      [
        "NAT of another kind",
        "network.nat=double",
        `${key}.nat must be "none", "single", "perZone", "regional", "instance", or a map of a type with its allocationIds or instanceType, got "double"`,
      ],
      [
        "a range that is none",
        "network.cidrBlock={pool: a}",
        /settings\.network\.cidrBlock must be a range in CIDR form, or a map of ipam/,
      ],
      [
        "IPv6 that is neither",
        "network.ipv6=dual",
        `${key}.ipv6 must be true, false, or a map of ipamPoolId and netmaskLength, got "dual"`,
      ],
      [
        "records kept nowhere",
        "network.flowLogs={type: kafka}",
        /flowLogs must be false, or a map of retentionDays, or of the type s3 or firehose with its settings, got {"type":"kafka"}/,
      ],
      [
        "records in a bucket of no kind",
        "network.flowLogs={type: s3, bucket: logs}",
        /flowLogs must be false, or a map of .*, got {"type":"s3","bucket":"logs"}/,
      ],
      [
        "an endpoint of nothing",
        "network.interfaceEndpoints=[kms]",
        /interfaceEndpoints\[0\] must be "ssm", "ecs", "eks" or a service .*, got "kms"/,
      ],
      [
        "encryption that is neither",
        "network.encryptionControl={mode: both}",
        `${key}.encryptionControl.mode must be one of "monitor", "enforce", got "both"`,
      ],
      [
        "public access that is none",
        "network.publicAccessExclusion=ingress",
        /publicAccessExclusion must be "bidirectional" or "egress", or a map of tiers/,
      ],
      [
        "subnets that are neither",
        "network={type: existing, vpcId: vpc-1, subnets: {public: all}}",
        /network\.subnets\.public must be a list of subnet ids, or a map of tags, got "all"/,
      ],
    ];
    for (const [title, set, sentence] of rows) it(title, () => refused(set, sentence));
  });
});
