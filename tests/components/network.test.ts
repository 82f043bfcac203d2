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

  it("resolves and translates IPv4 names for what speaks only IPv6 in private subnets, when asked", async () => {
    const plan = await network({ ipv6: true, enableDns64: true, nat: "perZone" });
    assert.equal(plan.get("net-private-b").inputs.enableDns64, true);
    assert.ok(!("enableDns64" in plan.get("net-public-b").inputs));
    assert.deepEqual(plan.get("net-private-b-to-nat64").inputs, {
      routeTableId: plan.get("net-private-b-routes").id,
      destinationIpv6CidrBlock: "64:ff9b::/96",
      natGatewayId: plan.get("net-nat-b").id,
    });
    assert.ok(!("enableDns64" in (await network({ ipv6: true })).get("net-private-b").inputs));
  });

  it("publishes subnet ids that wait for their way out", async () => {
    const plan = await network();
    assert.deepEqual(plan.get("net").outputs, {
      vpcId: plan.get("net-vpc").id,
      cidrBlock: "10.0.0.0/16",
      publicSubnetIds: [plan.get("net-public-a").id, plan.get("net-public-b").id],
      privateSubnetIds: [plan.get("net-private-a").id, plan.get("net-private-b").id],
      isolatedSubnetIds: [],
      ipv6: false,
    });
    const nat = plan.get("net-nat-a").propertyDependencies.subnetId ?? [];
    for (const name of ["net-public-a", "net-public-a-routing", "net-public-to-internet"]) {
      assert.ok(nat.includes(plan.get(name).urn), name);
    }
  });
});
