import assert from "node:assert/strict";
import { Network, type NetworkArgs } from "../../../components/network";
import { record } from "../../../planner/record";

const routeType = "aws:ec2/route:Route";

const network = (args: NetworkArgs = {}) =>
  record(
    () => {
      new Network("net", { tiers: ["public", "private", "inspection"], ...args });
    },
    { environment: "dev" },
  );

describe("a Network with the tier inspection", () => {
  it("has small subnets for the endpoints, from which a table leads to the internet gateway", async () => {
    const plan = await network();
    assert.deepEqual(plan.get("net-inspection-b").inputs, {
      vpcId: plan.get("net-vpc").id,
      availabilityZone: "eu-west-1b",
      cidrBlock: "10.0.194.0/23",
      mapPublicIpOnLaunch: false,
      tags: { Name: "net-inspection-b", Tier: "inspection" },
    });
    const table = plan.get("net-inspection-routes").id;
    assert.deepEqual(plan.get("net-inspection-to-internet").inputs, {
      routeTableId: table,
      destinationCidrBlock: "0.0.0.0/0",
      gatewayId: plan.get("net-igw").id,
    });
    for (const name of ["net-inspection-a", "net-inspection-b"])
      assert.deepEqual(plan.get(`${name}-routing`).inputs, { subnetId: plan.get(name).id, routeTableId: table });
  });

  it("gives public subnets a table per zone and no way out, until somebody adds one", async () => {
    const plan = await network({ ipv6: true });
    for (const name of ["net-public-a", "net-public-b"]) {
      const table = plan.get(`${name}-routes`).id;
      assert.deepEqual(plan.get(`${name}-routing`).inputs, { subnetId: plan.get(name).id, routeTableId: table });
      assert.deepEqual(
        plan.ofType(routeType).filter(({ inputs }) => inputs.routeTableId === table),
        [],
      );
    }
    assert.deepEqual(plan.names("aws:ec2/routeTable:RouteTable"), [
      "net-inspection-routes",
      "net-private-a-routes",
      "net-private-b-routes",
      "net-public-a-routes",
      "net-public-b-routes",
    ]);
  });

  it("publishes what inspection needs, zone by zone", async () => {
    const plan = await network({ ipv6: true });
    const id = (name: string) => plan.get(name).id;
    const block = String(plan.get("net-vpc").outputs.ipv6CidrBlock);
    const zone = (letter: string, publicCidrBlock: string, ipv6: string) => ({
      letter,
      subnetId: id(`net-inspection-${letter}`),
      publicRouteTableId: id(`net-public-${letter}-routes`),
      publicCidrBlock,
      publicIpv6CidrBlock: block.replace("00::/56", ipv6),
    });
    assert.deepEqual(plan.get("net").outputs.inspection, {
      internetGatewayId: id("net-igw"),
      zones: [zone("a", "10.0.128.0/22", "08::/64"), zone("b", "10.0.132.0/22", "09::/64")],
    });
    const plain = await network();
    const publicSubnetIds = [plain.get("net-public-a").id, plain.get("net-public-b").id];
    assert.deepEqual(plain.get("net").outputs.publicSubnetIds, publicSubnetIds);
    const without = await network({ tiers: ["public", "private"] });
    assert.ok(!("inspection" in without.get("net").outputs));
  });

  it("lets private subnets out over IPv4 only, for nothing can inspect what an egress-only gateway passes", async () => {
    const plan = await network({ ipv6: true });
    assert.deepEqual(plan.names("aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway"), []);
    assert.equal(plan.get("net-private-a").inputs.assignIpv6AddressOnCreation, false);
    assert.equal(plan.get("net-private-a-to-nat").inputs.natGatewayId, plan.get("net-nat-a").id);
    assert.deepEqual(plan.ofType(routeType).filter(({ inputs }) => inputs.destinationIpv6CidrBlock).length, 1);
  });

  it("lets pass through the endpoints' subnets what may pass through public ones", async () => {
    const plan = await network({ ipv6: true, trustedCidrs: ["203.0.113.0/24"] });
    const { ingress, egress } = plan.get("net-public-acl").inputs;
    const acl = plan.get("net-inspection-acl").inputs;
    assert.deepEqual([acl.ingress, acl.egress], [ingress, egress]);
    assert.deepEqual(acl.subnetIds, [plan.get("net-inspection-a").id, plan.get("net-inspection-b").id]);
  });

  it("leaves every subnet where it was before that tier", async () => {
    const before = await network({ tiers: ["public", "private", "isolated"] });
    const after = await network({ tiers: ["public", "private", "isolated", "inspection"] });
    for (const { name, inputs } of before.ofType("aws:ec2/subnet:Subnet"))
      assert.deepEqual(after.get(name).inputs, inputs, name);
  });
});
