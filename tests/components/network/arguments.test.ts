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
    ["a zone id", { zones: ["euw1-az1", "euw1-az2"] }, /zones must name zones such as "eu-west-1a", got "euw1-az1"/],
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
    ["a gateway endpoint twice", { gatewayEndpoints: ["s3", "s3"] }, /gatewayEndpoints must not repeat a value/],
    [
      "a retention that CloudWatch lacks",
      { flowLogs: { retentionDays: 10 } },
      /flowLogs.retentionDays must be one of 1, 3, 5, .*, got 10/,
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
    assert.ok(tiers && nat && endpoints);
  });
});
