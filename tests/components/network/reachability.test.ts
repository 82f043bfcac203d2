import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { Network, type NetworkArgs } from "../../../components/network";
import { record } from "../../../planner/record";
import { elsewhere, Reachability, type Trip } from "./reachability";

const roads = async (args: NetworkArgs = {}) =>
  new Reachability(
    await record(
      () => {
        new Network("net", { tiers: ["public", "private", "isolated"], ...args });
      },
      { environment: "dev" },
    ),
  );

const arriving = (...hops: string[]): Trip => ({ hops, arrives: true });
const lost = (...hops: string[]): Trip => ({ hops, arrives: false });

describe("the routes of a Network", () => {
  for (const nat of ["none", "single", "perZone", "regional", "instance"] as const) {
    it(`lead public subnets straight out, back and in with NAT "${nat}"`, async () => {
      const network = await roads({ nat });
      for (const subnet of ["net-public-a", "net-public-b"]) {
        assert.deepEqual(network.outwards(subnet), arriving(subnet, "net-igw", "internet"));
        assert.deepEqual(network.back(subnet), arriving("internet", "net-igw", subnet));
        assert.deepEqual(network.inwards(subnet), arriving("internet", "net-igw", subnet));
      }
    });

    it(`lead isolated subnets nowhere with NAT "${nat}"`, async () => {
      const network = await roads({ nat, ipv6: true });
      for (const subnet of ["net-isolated-a", "net-isolated-b"]) {
        for (const address of Object.values(elsewhere)) {
          assert.deepEqual(network.outwards(subnet, address), lost(subnet));
          assert.deepEqual(network.back(subnet, address), lost("internet"));
        }
        assert.deepEqual(network.inwards(subnet), lost("internet"));
      }
    });

    it(`let nobody into private subnets with NAT "${nat}"`, async () => {
      const network = await roads({ nat, ipv6: true });
      for (const subnet of ["net-private-a", "net-private-b"]) {
        assert.deepEqual(network.inwards(subnet), lost("internet"));
        assert.deepEqual(network.inwards(subnet, "ipv6"), lost("internet"));
      }
    });
  }

  it("lead private subnets nowhere over IPv4 without NAT", async () => {
    const network = await roads({ nat: "none" });
    assert.deepEqual(network.outwards("net-private-b"), lost("net-private-b"));
  });

  it("lead every private subnet through the single NAT gateway and back", async () => {
    const network = await roads({ nat: "single" });
    for (const subnet of ["net-private-a", "net-private-b"]) {
      const out = arriving(subnet, "net-nat-a", "net-public-a", "net-igw", "internet");
      assert.deepEqual(network.outwards(subnet), out);
      assert.deepEqual(network.back(subnet), arriving("internet", "net-igw", "net-public-a", "net-nat-a", subnet));
    }
  });

  it("lead each private subnet through the NAT gateway of its own zone", async () => {
    const network = await roads({ nat: "perZone", zones: 3 });
    for (const zone of ["a", "b", "c"]) {
      const [subnet, nat, stand] = [`net-private-${zone}`, `net-nat-${zone}`, `net-public-${zone}`];
      assert.deepEqual(network.outwards(subnet), arriving(subnet, nat, stand, "net-igw", "internet"));
      assert.deepEqual(network.back(subnet), arriving("internet", "net-igw", stand, nat, subnet));
    }
  });

  it("lead private subnets through a regional NAT gateway, also without public ones", async () => {
    for (const tiers of [["private"], ["public", "private"]] as const) {
      const network = await roads({ nat: "regional", tiers });
      const out = arriving("net-private-b", "net-nat", "net-igw", "internet");
      assert.deepEqual(network.outwards("net-private-b"), out);
      assert.deepEqual(network.back("net-private-b"), arriving("internet", "net-igw", "net-nat", "net-private-b"));
    }
  });

  it("lead private subnets through the interface of a NAT instance, which lets them pass", async () => {
    const network = await roads({ nat: "instance" });
    const nat = "net-nat-a-interface";
    const out = arriving("net-private-b", nat, "net-public-a", "net-igw", "internet");
    assert.deepEqual(network.outwards("net-private-b"), out);
    const back = arriving("internet", "net-igw", "net-public-a", nat, "net-private-b");
    assert.deepEqual(network.back("net-private-b"), back);
  });

  it("lead IPv6 both ways in public and outwards in private subnets", async () => {
    const network = await roads({ ipv6: true });
    const out = (subnet: string) => network.outwards(subnet, elsewhere.ipv6);
    assert.deepEqual(out("net-public-a"), arriving("net-public-a", "net-igw", "internet"));
    assert.deepEqual(network.inwards("net-public-a", "ipv6"), arriving("internet", "net-igw", "net-public-a"));
    assert.deepEqual(out("net-private-b"), arriving("net-private-b", "net-egress-only", "internet"));
    const back = network.back("net-private-b", elsewhere.ipv6);
    assert.deepEqual(back, arriving("internet", "net-egress-only", "net-private-b"));
    assert.deepEqual((await roads()).outwards("net-private-b", elsewhere.ipv6), lost("net-private-b"));
  });

  it("lead what speaks only IPv6 to what speaks only IPv4, through NAT", async () => {
    const network = await roads({ ipv6: true, enableDns64: true, nat: "perZone" });
    const address = "64:ff9b::c633:6407";
    const out = arriving("net-private-b", "net-nat-b", "net-public-b", "net-igw", "internet");
    assert.deepEqual(network.outwards("net-private-b", address), out);
    const back = arriving("internet", "net-igw", "net-public-b", "net-nat-b", "net-private-b");
    assert.deepEqual(network.back("net-private-b", address), back);
    const plain = await roads({ ipv6: true, nat: "perZone" });
    assert.deepEqual(
      plain.outwards("net-private-b", address),
      arriving("net-private-b", "net-egress-only", "internet"),
    );
  });

  it("lead subnets in secondary ranges, and subnets in what IPAM gives, as all others", async () => {
    const secondary = await roads({
      secondaryCidrs: ["100.64.0.0/16"],
      subnetCidrs: { private: ["100.64.0.0/18", "100.64.64.0/18"] },
    });
    const back = arriving("internet", "net-igw", "net-public-a", "net-nat-a", "net-private-b");
    assert.deepEqual(secondary.back("net-private-b"), back);
    const pooled = await roads({ cidrBlock: { ipamPoolId: "ipam-pool-1", netmaskLength: 20 } });
    assert.deepEqual(pooled.back("net-private-b"), back);
    assert.deepEqual(pooled.inwards("net-public-b"), arriving("internet", "net-igw", "net-public-b"));
  });

  it("lead public subnets nowhere until the tier inspection is passed", async () => {
    const network = await roads({ tiers: ["public", "private", "inspection"] });
    assert.deepEqual(network.outwards("net-public-a"), lost("net-public-a"));
    assert.deepEqual(network.outwards("net-private-b"), lost("net-private-b", "net-nat-a", "net-public-a"));
    const out = arriving("net-inspection-a", "net-igw", "internet");
    assert.deepEqual(network.outwards("net-inspection-a"), out);
  });
});

describe("Reachability", () => {
  it("follows endpoints in both directions, by the gateway's own table inwards", async () => {
    const plan = await record(() => {
      const vpc = new aws.ec2.Vpc("vpc", { cidrBlock: "10.0.0.0/16" });
      const vpcId = vpc.id;
      const igw = new aws.ec2.InternetGateway("igw", { vpcId });
      const inner = new aws.ec2.Subnet("inner", { vpcId, cidrBlock: "10.0.0.0/24" });
      const outer = new aws.ec2.Subnet("outer", { vpcId, cidrBlock: "10.0.1.0/24" });
      const endpoint = new aws.ec2.VpcEndpoint("endpoint", { vpcId, subnetIds: [outer.id] });
      const table = (name: string, to: Partial<aws.ec2.RouteArgs>, of: Partial<aws.ec2.RouteTableAssociationArgs>) => {
        const routeTableId = new aws.ec2.RouteTable(name, { vpcId }).id;
        new aws.ec2.Route(name, { routeTableId, destinationCidrBlock: "0.0.0.0/0", ...to });
        new aws.ec2.RouteTableAssociation(name, { routeTableId, ...of });
      };
      table("inner-routes", { vpcEndpointId: endpoint.id }, { subnetId: inner.id });
      table("outer-routes", { gatewayId: igw.id }, { subnetId: outer.id });
      const toEndpoint = { destinationCidrBlock: "10.0.0.0/24", vpcEndpointId: endpoint.id };
      table("edge-routes", toEndpoint, { gatewayId: igw.id });
    });
    const network = new Reachability(plan);
    const out = arriving("inner", "endpoint", "outer", "igw", "internet");
    assert.deepEqual(network.outwards("inner"), out);
    const inwards = arriving("internet", "igw", "endpoint", "outer", "inner");
    assert.deepEqual([network.back("inner"), network.inwards("inner")], [inwards, inwards]);
  });

  it("stops at interfaces that check addresses, at routes to nothing, and in circles", async () => {
    const plan = await record(() => {
      const vpcId = new aws.ec2.Vpc("vpc", { cidrBlock: "10.0.0.0/16" }).id;
      const subnet = (name: string, cidrBlock: string, to: (subnetId: aws.ec2.Subnet["id"]) => object) => {
        const { id } = new aws.ec2.Subnet(name, { vpcId, cidrBlock });
        const routeTableId = new aws.ec2.RouteTable(name, { vpcId }).id;
        new aws.ec2.Route(name, { routeTableId, destinationCidrBlock: "0.0.0.0/0", ...to(id) });
        new aws.ec2.RouteTableAssociation(name, { routeTableId, subnetId: id });
      };
      const eni =
        (name: string, args: Omit<aws.ec2.NetworkInterfaceArgs, "subnetId">) => (subnetId: aws.ec2.Subnet["id"]) => ({
          networkInterfaceId: new aws.ec2.NetworkInterface(name, { subnetId, ...args }).id,
        });
      subnet("checked", "10.0.0.0/24", eni("eni", {}));
      subnet("astray", "10.0.1.0/24", () => ({ natGatewayId: "nat-1" }));
      subnet("circle", "10.0.2.0/24", eni("round", { sourceDestCheck: false }));
    });
    const network = new Reachability(plan);
    assert.deepEqual(network.outwards("checked"), lost("checked", "eni"));
    assert.deepEqual(network.outwards("astray"), lost("astray"));
    assert.equal(network.outwards("circle").arrives, false);
  });
});
