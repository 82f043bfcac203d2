import assert from "node:assert/strict";
import { Network, type NetworkArgs } from "../../components/network";
import type { Plan } from "../../planner/plan";
import { record } from "../../planner/record";

const subnetType = "aws:ec2/subnet:Subnet";
const routeType = "aws:ec2/route:Route";
const natType = "aws:ec2/natGateway:NatGateway";
const allTiers = ["public", "private", "isolated"] as const;

const network = (args?: NetworkArgs, environment: "dev" | "prod" = "dev") =>
  record(
    () => {
      new Network("net", args);
    },
    { environment },
  );

/** Where the default route of a private zone leads. */
const natOf = (plan: Plan, letter: string) => plan.get(`net-private-${letter}-to-nat`).inputs.natGatewayId;

describe("Network", () => {
  it("makes a VPC with DNS names and a default security group without rules", async () => {
    const plan = await network();
    assert.deepEqual(plan.get("net-vpc").inputs, {
      cidrBlock: "10.0.0.0/16",
      enableDnsSupport: true,
      enableDnsHostnames: true,
      tags: { Name: "net-vpc" },
    });
    assert.deepEqual(plan.get("net-default-sg").inputs, {
      vpcId: plan.get("net-vpc").id,
      ingress: [],
      egress: [],
      tags: { Name: "net-default-sg" },
    });
    assert.equal(plan.get("net").type, "tierwork:index:Network");
    const children = plan.resources.filter(({ name, type }) => name.startsWith("net-") && type.startsWith("aws:"));
    assert.deepEqual([...new Set(children.map(({ parent }) => parent))], [plan.get("net").urn]);
  });

  it("has a public and a private subnet in two zones in dev and three in prod, none that gives out addresses", async () => {
    const plan = await network();
    assert.deepEqual(plan.names(subnetType), ["net-private-a", "net-private-b", "net-public-a", "net-public-b"]);
    assert.deepEqual(plan.get("net-public-b").inputs, {
      vpcId: plan.get("net-vpc").id,
      availabilityZone: "eu-west-1b",
      cidrBlock: "10.0.132.0/22",
      mapPublicIpOnLaunch: false,
      tags: { Name: "net-public-b", Tier: "public", "kubernetes.io/role/elb": "1" },
    });
    assert.deepEqual(plan.get("net-private-a").inputs, {
      vpcId: plan.get("net-vpc").id,
      availabilityZone: "eu-west-1a",
      cidrBlock: "10.0.0.0/20",
      mapPublicIpOnLaunch: false,
      tags: { Name: "net-private-a", Tier: "private", "kubernetes.io/role/internal-elb": "1" },
    });
    const prod = await network({}, "prod");
    assert.equal(prod.ofType(subnetType).length, 6);
    assert.equal(prod.get("net-private-c").inputs.availabilityZone, "eu-west-1c");
  });

  it("changes nothing when a count becomes names, in any order", async () => {
    const shown = (plan: Plan) => plan.ofType(subnetType).map(({ urn, inputs }) => ({ urn, inputs }));
    const counted = await network({ zones: 2, tiers: allTiers });
    const named = await network({ zones: ["eu-west-1b", "eu-west-1a"], tiers: allTiers });
    const byUrn = (plan: Plan) => shown(plan).sort((one, other) => one.urn.localeCompare(other.urn));
    assert.deepEqual(byUrn(named), byUrn(counted));
  });

  it("changes no subnet, table or gateway that was there when a zone and a tier are added", async () => {
    const before = await network({ zones: 2, nat: "perZone" });
    const after = await network({ zones: 3, nat: "perZone", tiers: allTiers });
    for (const type of [subnetType, routeType, natType, "aws:ec2/routeTable:RouteTable"]) {
      for (const { name, inputs } of before.ofType(type)) assert.deepEqual(after.get(name).inputs, inputs, name);
    }
    assert.ok(after.ofType(subnetType).length > before.ofType(subnetType).length);
  });

  it("puts given ranges where they are given", async () => {
    const plan = await network({
      cidrBlock: "10.9.0.0/16",
      subnetCidrs: { public: ["10.9.255.0/25", "10.9.255.128/25"] },
    });
    assert.equal(plan.get("net-public-b").inputs.cidrBlock, "10.9.255.128/25");
    assert.equal(plan.get("net-private-b").inputs.cidrBlock, "10.9.16.0/20");
  });

  it("gives public subnets one table with a route to the internet gateway", async () => {
    const plan = await network();
    const table = plan.get("net-public-routes");
    assert.deepEqual(plan.get("net-public-to-internet").inputs, {
      routeTableId: table.id,
      destinationCidrBlock: "0.0.0.0/0",
      gatewayId: plan.get("net-igw").id,
    });
    assert.equal(plan.get("net-igw").inputs.vpcId, plan.get("net-vpc").id);
    for (const name of ["net-public-a", "net-public-b"]) {
      assert.deepEqual(plan.get(`${name}-routing`).inputs, { subnetId: plan.get(name).id, routeTableId: table.id });
    }
  });

  it("gives each private zone a table of its own, also with a single NAT gateway", async () => {
    const plan = await network();
    const table = plan.get("net-private-b-routes");
    const routing = plan.get("net-private-b-routing").inputs;
    assert.deepEqual(routing, { subnetId: plan.get("net-private-b").id, routeTableId: table.id });
    assert.deepEqual(plan.get("net-private-b-to-nat").inputs, {
      routeTableId: table.id,
      destinationCidrBlock: "0.0.0.0/0",
      natGatewayId: plan.get("net-nat-a").id,
    });
  });

  it("has a single NAT gateway in dev and one per zone in prod, each with an address", async () => {
    const dev = await network();
    assert.deepEqual(dev.names(natType), ["net-nat-a"]);
    assert.deepEqual(dev.get("net-nat-a").inputs, {
      allocationId: dev.get("net-nat-a-ip").id,
      subnetId: dev.get("net-public-a").id,
      tags: { Name: "net-nat-a" },
    });
    assert.deepEqual(dev.get("net-nat-a-ip").inputs, { domain: "vpc", tags: { Name: "net-nat-a" } });
    const prod = await network({}, "prod");
    assert.deepEqual(prod.names(natType), ["net-nat-a", "net-nat-b", "net-nat-c"]);
    for (const letter of ["a", "b", "c"]) {
      assert.equal(natOf(prod, letter), prod.get(`net-nat-${letter}`).id);
      assert.equal(prod.get(`net-nat-${letter}`).inputs.subnetId, prod.get(`net-public-${letter}`).id);
    }
  });

  it("has one regional NAT gateway for all zones when asked, in no subnet", async () => {
    const plan = await network({ nat: "regional" });
    assert.deepEqual(plan.get("net-nat").inputs, {
      availabilityMode: "regional",
      connectivityType: "public",
      vpcId: plan.get("net-vpc").id,
      tags: { Name: "net-nat" },
    });
    assert.ok(plan.get("net-nat").dependencies.includes(plan.get("net-igw").urn));
    assert.deepEqual([natOf(plan, "a"), natOf(plan, "b")], [plan.get("net-nat").id, plan.get("net-nat").id]);
    assert.equal(plan.ofType("aws:ec2/eip:Eip").length, 0);
    const privateOnly = await network({ nat: "regional", tiers: ["private"] });
    assert.equal(natOf(privateOnly, "a"), privateOnly.get("net-nat").id);
  });

  it("uses Elastic IPs that are already there", async () => {
    const perZone = await network({ nat: { type: "perZone", allocationIds: ["eipalloc-1", "eipalloc-2"] } });
    assert.equal(perZone.get("net-nat-b").inputs.allocationId, "eipalloc-2");
    assert.equal(perZone.ofType("aws:ec2/eip:Eip").length, 0);
    const single = await network({ nat: { type: "single", allocationIds: ["eipalloc-1"] } });
    assert.equal(single.get("net-nat-a").inputs.allocationId, "eipalloc-1");
    const regional = await network({ nat: { type: "regional", allocationIds: ["eipalloc-1", "eipalloc-2"] } });
    assert.deepEqual(regional.get("net-nat").inputs.availabilityZoneAddresses, [
      { allocationIds: ["eipalloc-1"], availabilityZone: "eu-west-1a" },
      { allocationIds: ["eipalloc-2"], availabilityZone: "eu-west-1b" },
    ]);
  });

  it("has no NAT without a way to use it, or when told so", async () => {
    const told = await network({ nat: "none" });
    const isolated = await network({ tiers: ["isolated"] });
    const publicOnly = await network({ tiers: ["public"] });
    assert.deepEqual(
      [told, isolated, publicOnly].map((plan) => plan.ofType(natType).length),
      [0, 0, 0],
    );
    assert.deepEqual(told.names(routeType), ["net-public-to-internet"]);
    assert.deepEqual([isolated.names(routeType), isolated.names("aws:ec2/internetGateway:InternetGateway")], [[], []]);
  });

  it("gives isolated subnets one table without a default route", async () => {
    const plan = await network({ tiers: allTiers, nat: "none" });
    assert.equal(plan.get("net-isolated-b-routing").inputs.routeTableId, plan.get("net-isolated-routes").id);
    assert.deepEqual(plan.get("net-isolated-a").inputs.tags, { Name: "net-isolated-a", Tier: "isolated" });
    const routes = plan
      .ofType(routeType)
      .filter(({ inputs }) => inputs.routeTableId === plan.get("net-isolated-routes").id);
    assert.deepEqual(routes, []);
  });

  it("routes IPv6 both ways in public, outwards in private and nowhere in isolated subnets", async () => {
    const plan = await network({ ipv6: true, tiers: allTiers });
    const block = String(plan.get("net-vpc").outputs.ipv6CidrBlock);
    assert.equal(plan.get("net-vpc").inputs.assignGeneratedIpv6CidrBlock, true);
    const ipv6 = (name: string) => {
      const { ipv6CidrBlock, assignIpv6AddressOnCreation } = plan.get(name).inputs;
      return [ipv6CidrBlock, assignIpv6AddressOnCreation];
    };
    assert.match(block, /00::\/56$/);
    assert.deepEqual(ipv6("net-private-b"), [block.replace("00::/56", "01::/64"), true]);
    assert.deepEqual(ipv6("net-public-b"), [block.replace("00::/56", "09::/64"), false]);
    assert.deepEqual(ipv6("net-isolated-b"), [block.replace("00::/56", "11::/64"), false]);
    assert.deepEqual(plan.get("net-public-to-internet-ipv6").inputs, {
      routeTableId: plan.get("net-public-routes").id,
      destinationIpv6CidrBlock: "::/0",
      gatewayId: plan.get("net-igw").id,
    });
    assert.deepEqual(plan.get("net-private-b-to-internet-ipv6").inputs, {
      routeTableId: plan.get("net-private-b-routes").id,
      destinationIpv6CidrBlock: "::/0",
      egressOnlyGatewayId: plan.get("net-egress-only").id,
    });
    const v6Routes = plan.ofType(routeType).filter(({ inputs }) => inputs.destinationIpv6CidrBlock);
    assert.equal(v6Routes.length, 3);
  });

  it("publishes subnet ids that wait for their way out", async () => {
    const plan = await record(() => ({ ids: new Network("net").privateSubnetIds }), { environment: "dev" });
    assert.deepEqual(plan.get("net").outputs, {
      vpcId: plan.get("net-vpc").id,
      cidrBlock: "10.0.0.0/16",
      publicSubnetIds: [plan.get("net-public-a").id, plan.get("net-public-b").id],
      privateSubnetIds: [plan.get("net-private-a").id, plan.get("net-private-b").id],
      isolatedSubnetIds: [],
    });
    const nat = plan.get("net-nat-a").propertyDependencies.subnetId ?? [];
    for (const name of ["net-public-a", "net-public-a-routing", "net-public-to-internet"]) {
      assert.ok(nat.includes(plan.get(name).urn), name);
    }
  });

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
