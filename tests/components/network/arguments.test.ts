import assert from "node:assert/strict";
import { Network, type NetworkArgs } from "../../../components/network";
import { record } from "../../../planner/record";

const network = (args: NetworkArgs) =>
  record(
    () => {
      new Network("net", args);
    },
    { environment: "dev" },
  );

describe("the arguments of a Network", () => {
  const refused: [string, NetworkArgs, RegExp][] = [
    [
      "one zone",
      { zones: 1 },
      /network "net": zones must be at least 2, so that one of them can fail, and at most 8, got 1/,
    ],
    ["nine zones", { zones: 9 }, /zones must be at least 2, .* and at most 8, got 9/],
    ["half a zone", { zones: 2.5 }, /zones must be at least 2, .* got 2.5/],
    ["more zones than the region has", { zones: 8 }, /zones must be at most 3, as many as the region has, got 8/],
    [
      "one named zone",
      { zones: ["eu-west-1a"] },
      /zones must name at least 2, so that one of them can fail, got \["eu-west-1a"\]/,
    ],
    ["one zone twice", { zones: ["eu-west-1a", "eu-west-1a"] }, /zones must name at least 2/],
    [
      "a zone twice among others",
      { zones: ["eu-west-1a", "eu-west-1b", "eu-west-1a"] },
      /zones must not repeat a zone/,
    ],
    ["zones of two regions", { zones: ["eu-west-1a", "eu-west-2b"] }, /zones must be of one region/],
    [
      "a zone that has no such name or id",
      { zones: ["euw1-az9", "euw1-az2"] },
      /zones must name zones such as "eu-west-1a", or ids such as "euw1-az1", got "euw1-az9"/,
    ],
    ["a local zone's id", { zones: ["usw2-lax1-az1", "usw2-az1"] }, /zones must name zones .* got "usw2-lax1-az1"/],
    ["names and ids", { zones: ["eu-west-1a", "euw1-az2"] }, /zones must be all names or all ids/],
    ["ids of two regions", { zones: ["euw1-az1", "euw2-az2"] }, /zones must be of one region/],
    ["a local zone", { zones: ["us-west-2a", "us-west-2-lax-1a"] }, /zones must name zones .* got "us-west-2-lax-1a"/],
    ["no tier", { tiers: [] }, /tiers must name at least one tier, got \[\]/],
    ["a tier twice", { tiers: ["public", "public"] }, /tiers must not repeat a value/],
    [
      "a VPC that is no range",
      { cidrBlock: "10.0.0.0" },
      /cidrBlock must be an IPv4 or IPv6 range in CIDR form, got "10.0.0.0"/,
    ],
    [
      "overlapping subnets",
      { subnetCidrs: { public: ["10.0.0.0/24", "10.0.1.0/24"] } },
      /must not make subnets overlap: public 10.0.0.0\/24 and private 10.0.0.0\/20/,
    ],
    [
      "NAT without private subnets",
      { tiers: ["public"], nat: "single" },
      /nat must be "none" without a private tier, got "single"/,
    ],
    [
      "zonal NAT without public subnets",
      { tiers: ["private"], nat: "perZone" },
      /nat must be "regional" or "none" without a public tier, got "perZone"/,
    ],
    [
      "too few addresses",
      { nat: { type: "perZone", allocationIds: ["eipalloc-1"] } },
      /nat.allocationIds must hold 2 ids for "perZone", got 1/,
    ],
    [
      "one address for two zones",
      { nat: { type: "perZone", allocationIds: ["eipalloc-1", "eipalloc-1"] } },
      /nat.allocationIds must not repeat an id, got "eipalloc-1"/,
    ],
    [
      "an endpoint of no service",
      { interfaceEndpoints: ["com.amazonaws.kms"] },
      /interfaceEndpoints must hold "ssm", "ecs", "eks" or service names .* got "com.amazonaws.kms"/,
    ],
    [
      "an interface endpoint for S3",
      { interfaceEndpoints: ["com.amazonaws.eu-west-1.s3"] },
      /must not hold s3 or dynamodb/,
    ],
    [
      "interface endpoints without subnets",
      { tiers: ["public"], interfaceEndpoints: ["ssm"] },
      /interfaceEndpoints must be empty without a private or isolated tier/,
    ],
    [
      "inspection without public subnets",
      { tiers: ["private", "inspection"] },
      /tiers must name "public", whose traffic passes "inspection", got \["private","inspection"\]/,
    ],
    [
      "NAT past the tier inspection",
      { tiers: ["public", "private", "inspection"], nat: "regional" },
      /nat must stand in public subnets \("single", "perZone"\) for its traffic to pass "inspection", got "regional"/,
    ],
    [
      "a NAT instance without public subnets",
      { tiers: ["private"], nat: "instance" },
      /nat must be "regional" or "none" without a public tier, got "instance"/,
    ],
    [
      "two addresses for a NAT instance",
      { nat: { type: "instance", allocationIds: ["eipalloc-1", "eipalloc-2"] } },
      /nat.allocationIds must hold 1 ids for "instance", got 2/,
    ],
    [
      "a NAT instance of no type",
      { nat: { type: "instance", instanceType: "nano" } },
      /nat.instanceTypes must be types such as "t4g.micro", got "nano"/,
    ],
    [
      "an IPv6 range of another size",
      { ipv6: { ipamPoolId: "ipam-pool-1", netmaskLength: 54 } },
      /ipv6.netmaskLength must be a multiple of 4 from 44 to 56, got 54/,
    ],
    [
      "an IPv6 range with too few subnets",
      { ipv6: { ipamPoolId: "ipam-pool-1", netmaskLength: 60 } },
      /ipv6.netmaskLength must be a multiple of 4 from 44 to 56, got 60/,
    ],
    ["DNS64 without IPv6", { enableDns64: true }, /enableDns64 must be false without ipv6, got true/],
    [
      "DNS64 without a NAT gateway",
      { enableDns64: true, ipv6: true, nat: "none" },
      /enableDns64 must be false without a NAT gateway, which translates its addresses, got true/,
    ],
    [
      "DNS64 with a NAT instance",
      { enableDns64: true, ipv6: true, nat: "instance" },
      /enableDns64 must be false without a NAT gateway/,
    ],
    [
      "DNS64 with inspection",
      { enableDns64: true, ipv6: true, tiers: ["public", "private", "inspection"] },
      /enableDns64 must be false with "inspection", where private subnets go out over IPv4 only, got true/,
    ],
    [
      "two words on one service's endpoint",
      {
        interfaceEndpoints: [
          { service: "ssm", privateDns: "none" },
          { service: "com.amazonaws.eu-west-1.ssm", policy: "{}" },
        ],
      },
      /interfaceEndpoints must not say twice how a service's endpoint is, got "ssm"/,
    ],
    [
      "names for an office of what has no gateway endpoint",
      { interfaceEndpoints: [{ service: "com.amazonaws.eu-west-1.kms", privateDns: "inboundResolver" }] },
      /interfaceEndpoints.privateDns must be "inboundResolver" for s3 alone, beside its gateway endpoint, got "kms"/,
    ],
    [
      "names for an office of S3 without its gateway endpoint",
      {
        gatewayEndpoints: [],
        interfaceEndpoints: [{ service: "com.amazonaws.eu-west-1.s3", privateDns: "inboundResolver" }],
      },
      /interfaceEndpoints.privateDns must be "inboundResolver" for s3 alone/,
    ],
    ["a gateway endpoint twice", { gatewayEndpoints: ["s3", "s3"] }, /gatewayEndpoints must not repeat a value/],
    [
      "too many trusted ranges beside secondary ones",
      { secondaryCidrs: ["100.64.0.0/16"], trustedCidrs: Array.from({ length: 10 }, (_, at) => `192.168.${at}.0/24`) },
      /trustedCidrs must hold at most 9 ranges beside 1 of secondaryCidrs/,
    ],
    [
      "the world as a trusted range",
      { trustedCidrs: ["0.0.0.0/1"] },
      /trustedCidrs must hold no range wider than \/8 \(IPv4\) or \/16 \(IPv6\), got "0.0.0.0\/1"/,
    ],
    [
      "eleven trusted ranges",
      { trustedCidrs: Array.from({ length: 11 }, (_, at) => `192.168.${at}.0/24`) },
      /trustedCidrs must hold at most 10 ranges/,
    ],
  ];
  for (const [title, args, sentence] of refused) {
    it(`refuses ${title}`, async () => {
      await assert.rejects(network(args), sentence);
    });
  }

  it("has no spelling for other tiers, NAT or endpoints, by the compiler's word", () => {
    // @ts-expect-error there is no such tier
    const tiers: NetworkArgs = { tiers: ["dmz"] };
    // @ts-expect-error NAT that is not there has no addresses
    const nat: NetworkArgs = { nat: { type: "none", allocationIds: [] } };
    // @ts-expect-error a service is named whole
    const endpoints: NetworkArgs = { interfaceEndpoints: ["kms"] };
    // @ts-expect-error what is only watched excludes nothing
    const control: NetworkArgs = { encryptionControl: { mode: "monitor", exclusions: [] } };
    // @ts-expect-error a delivery stream is named
    const logs: NetworkArgs = { flowLogs: { type: "firehose" } };
    assert.ok(tiers && nat && endpoints && control && logs);
  });
});
