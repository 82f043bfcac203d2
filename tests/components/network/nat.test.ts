import assert from "node:assert/strict";
import { Network, type NetworkArgs } from "../../../components/network";
import type { Plan } from "../../../planner/plan";
import { record } from "../../../planner/record";

const routeType = "aws:ec2/route:Route";
const natType = "aws:ec2/natGateway:NatGateway";

const network = (args?: NetworkArgs, environment: "dev" | "prod" = "dev") =>
  record(
    () => {
      new Network("net", args);
    },
    { environment },
  );

/** Where the default route of a private zone leads. */
const natOf = (plan: Plan, letter: string) => plan.get(`net-private-${letter}-to-nat`).inputs.natGatewayId;

describe("the NAT gateways", () => {
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
});
