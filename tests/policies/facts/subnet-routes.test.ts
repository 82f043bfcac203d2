import assert from "node:assert/strict";
import { subnetRoutes } from "../../../policies/facts/subnet-routes";
import { isPublic, tierOf } from "../../../policies/facts/subnet-tiers";
import { UNKNOWN } from "../../../policies/facts/value";
import type { StackResource } from "../../../policies/resource";
import { fake, fakeStack } from "./fake-stack";

const vpc = fake("aws:ec2/vpc:Vpc", "net", {
  id: "vpc-1",
  mainRouteTableId: "rtb-main",
  defaultRouteTableId: "rtb-main",
});
const subnet = fake("aws:ec2/subnet:Subnet", "a", { id: "subnet-a", vpcId: "vpc-1" });
const other = fake("aws:ec2/subnet:Subnet", "b", { id: "subnet-b", vpcId: "vpc-1" });
const internet = fake("aws:ec2/internetGateway:InternetGateway", "internet", { id: UNKNOWN });
const nat = fake("aws:ec2/natGateway:NatGateway", "nat", { id: UNKNOWN });
const vpn = fake("aws:ec2/vpnGateway:VpnGateway", "vpn", { id: UNKNOWN });
const everywhere = { cidrBlock: "0.0.0.0/0" };

const table = (name: string, routes?: unknown, references: StackResource[] = []) =>
  fake("aws:ec2/routeTable:RouteTable", name, { id: `rtb-${name}`, vpcId: "vpc-1", routes }, { routes: references });
const route = (of: string, props: Record<string, unknown>, references: Record<string, StackResource[]> = {}) =>
  fake("aws:ec2/route:Route", `to-${of}`, { routeTableId: `rtb-${of}`, ...props }, references);
const tie = (subnetId: unknown, routeTableId: unknown, references: Record<string, StackResource[]> = {}) =>
  fake("aws:ec2/routeTableAssociation:RouteTableAssociation", "tie", { subnetId, routeTableId }, references);
const adopt = (routes: unknown[]) =>
  fake("aws:ec2/defaultRouteTable:DefaultRouteTable", "default", { defaultRouteTableId: "rtb-main", routes });

function routes(...others: StackResource[]) {
  const { defaultRoutes, doubt } = subnetRoutes(fakeStack(vpc, subnet, ...others), subnet);
  return { leads: defaultRoutes.map(({ target, isCertain }) => (isCertain ? target : [target])), doubt };
}

describe("the default routes of a subnet", () => {
  it("are none where nothing takes over the main table of its VPC", () => {
    assert.deepEqual(routes(), { leads: [], doubt: undefined });
    assert.equal(tierOf(fakeStack(vpc, subnet), subnet), "isolated");
  });

  it("are those of the table that is tied to it, inline or as resources of their own", () => {
    const inline = table("open", [
      { cidrBlock: "10.1.0.0/16", transitGatewayId: "tgw-1" },
      { ...everywhere, gatewayId: "igw-1" },
    ]);
    assert.deepEqual(routes(inline, tie("subnet-a", "rtb-open")).leads, ["internet gateway"]);
    const separate = route("closed", { destinationIpv6CidrBlock: "::/0", egressOnlyGatewayId: "eigw-1" });
    const parts = [
      table("closed"),
      separate,
      tie("subnet-a", "rtb-closed"),
      adopt([{ ...everywhere, gatewayId: "igw-1" }]),
    ];
    assert.deepEqual(routes(...parts).leads, ["egress-only internet gateway"]);
  });

  it("are otherwise those of the main table, by whichever resource has the last word on it", () => {
    const adopted = adopt([{ ...everywhere, gatewayId: "igw-1" }]);
    assert.deepEqual(routes(adopted).leads, ["internet gateway"]);
    assert.deepEqual(routes(route("main", { destinationCidrBlock: "0.0.0.0/0", gatewayId: "igw-1" })).leads, [
      "internet gateway",
    ]);
    const replacement = fake("aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation", "main", {
      vpcId: "vpc-1",
      routeTableId: "rtb-other",
    });
    const byNat = table("other", [{ ...everywhere, natGatewayId: "nat-1" }]);
    assert.deepEqual(routes(adopted, replacement, byNat).leads, ["NAT gateway"]);
  });

  it("lead where the property says that holds their target", () => {
    const targets = {
      natGatewayId: "NAT gateway",
      egressOnlyGatewayId: "egress-only internet gateway",
      networkInterfaceId: "network interface",
      instanceId: "network interface",
      transitGatewayId: "transit gateway",
      vpcEndpointId: "VPC endpoint",
      vpcPeeringConnectionId: "peering connection",
      coreNetworkArn: "core network",
      carrierGatewayId: "carrier gateway",
      localGatewayId: "local gateway",
      odbNetworkArn: "Oracle network",
    };
    for (const [property, target] of Object.entries(targets)) {
      // A provider fills the properties that a route in a table leaves out with empty texts.
      const stated = table("t", [{ ...everywhere, gatewayId: "", [property]: UNKNOWN }], [nat]);
      assert.deepEqual(routes(stated, tie("subnet-a", "rtb-t")).leads, [target], property);
    }
  });

  it("lead, by gatewayId, to the kind of gateway that the id or the reference is of", () => {
    const by = (gatewayId: unknown, ...references: StackResource[]) =>
      routes(table("t", [{ ...everywhere, gatewayId }], references), tie("subnet-a", "rtb-t")).leads;
    assert.deepEqual(by("igw-1"), ["internet gateway"]);
    assert.deepEqual(by("vgw-1"), ["gateway"]);
    assert.deepEqual(by("vpce-1"), ["VPC endpoint"]);
    assert.deepEqual(by(UNKNOWN, internet), ["internet gateway"]);
    assert.deepEqual(by(UNKNOWN, vpn), ["gateway"]);
    assert.deepEqual(by(UNKNOWN, vpn, internet), [UNKNOWN]);
    assert.deepEqual(by(UNKNOWN), [UNKNOWN]);
  });

  it("leave out what a preview does not know because AWS fills it in", () => {
    const computed = { networkInterfaceId: UNKNOWN, instanceId: UNKNOWN, destinationPrefixListId: "" };
    const props = { destinationCidrBlock: "0.0.0.0/0", gatewayId: UNKNOWN, ...computed };
    assert.deepEqual(routes(route("main", props, { gatewayId: [internet] })).leads, ["internet gateway"]);
    assert.deepEqual(routes(table("t", UNKNOWN), tie("subnet-a", "rtb-t")).leads, []);
  });

  it("are for the whole internet in any spelling, or for a half of it", () => {
    for (const cidr of ["0.0.0.0/0", "::/0", "0::0/00", "0.0.0.0/1", "128.0.0.0/1", "8000::/1"]) {
      assert.deepEqual(routes(adopt([{ cidrBlock: cidr, gatewayId: "igw-1" }])).leads, ["internet gateway"], cidr);
    }
    for (const cidr of ["10.0.0.0/8", "0.0.0.0/10", "2000::/3", ""]) {
      assert.deepEqual(routes(adopt([{ cidrBlock: cidr, gatewayId: "igw-1" }])).leads, [], cidr);
    }
  });

  it("are for what a prefix list of the stack holds", () => {
    const list = (cidr: string) =>
      fake("aws:ec2/managedPrefixList:ManagedPrefixList", "list", { id: "pl-1", entries: [{ cidr }] });
    const stated = adopt([{ destinationPrefixListId: "pl-1", gatewayId: "igw-1" }]);
    assert.deepEqual(routes(stated, list("0.0.0.0/0")).leads, ["internet gateway"]);
    assert.deepEqual(routes(stated, list("10.0.0.0/8")).leads, []);
    assert.deepEqual(routes(stated).leads, [["internet gateway"]]);
    // What a company keeps in a list of its own it does not send to the internet.
    assert.deepEqual(routes(adopt([{ destinationPrefixListId: "pl-1", transitGatewayId: "tgw-1" }])).leads, []);
  });

  it("are not certain where it is not known which of several tables a route belongs to", () => {
    const [one, two] = [table("one"), table("two")];
    const props = { routeTableId: UNKNOWN, destinationCidrBlock: "0.0.0.0/0", gatewayId: "igw-1" };
    const stated = route("one", props, { routeTableId: [one, two] });
    assert.deepEqual(routes(one, two, stated, tie("subnet-a", "rtb-two")).leads, [["internet gateway"]]);
    assert.equal(isPublic(fakeStack(vpc, subnet, one, two, stated, tie("subnet-a", "rtb-two")), subnet), UNKNOWN);
  });

  it("are not all known where the table, its VPC or its routes are not", () => {
    assert.deepEqual(routes(tie("subnet-a", "rtb-9")).doubt, 'route table "rtb-9", which this stack does not define,');
    const [one, two] = [table("one"), table("two")];
    assert.match(
      routes(one, two, tie("subnet-a", UNKNOWN, { routeTableId: [one, two] })).doubt ?? "",
      /which route table/,
    );
    assert.match(
      routes(one, other, tie(UNKNOWN, "rtb-one", { subnetId: [subnet, other] })).doubt ?? "",
      /which route table/,
    );
    assert.deepEqual(routes(table("t", UNKNOWN, [internet]), tie("subnet-a", "rtb-t")).leads, [[UNKNOWN]]);
    const foreign = fake("aws:ec2/subnet:Subnet", "a", { id: "subnet-a", vpcId: "vpc-9" });
    assert.deepEqual(
      subnetRoutes(fakeStack(foreign), foreign).doubt,
      'the main route table of "vpc-9", which this stack does not define,',
    );
  });

  it("of a default subnet lead to the internet unless the default VPC's table is taken over", () => {
    const preset = fake("aws:ec2/defaultSubnet:DefaultSubnet", "preset", { id: "subnet-1", vpcId: UNKNOWN });
    const home = fake("aws:ec2/defaultVpc:DefaultVpc", "home", { id: "vpc-1", defaultRouteTableId: "rtb-main" });
    assert.equal(isPublic(fakeStack(preset), preset), true);
    assert.equal(isPublic(fakeStack(preset, home), preset), true);
    assert.equal(isPublic(fakeStack(home, subnet), subnet), true);
    assert.equal(isPublic(fakeStack(preset, home, adopt([])), preset), false);
  });
});

describe("the tier of a subnet", () => {
  it("is private with any default route but one to an internet gateway", () => {
    const stack = fakeStack(vpc, subnet, adopt([{ ...everywhere, transitGatewayId: "tgw-1" }]));
    assert.equal(tierOf(stack, subnet), "private");
  });

  it("is public when one of several routes is", () => {
    const both = [
      { ...everywhere, natGatewayId: "nat-1" },
      { ipv6CidrBlock: "::/0", gatewayId: "igw-1" },
    ];
    const stack = fakeStack(vpc, subnet, adopt(both));
    assert.equal(tierOf(stack, subnet), "public");
    assert.deepEqual(
      [isPublic(stack, subnet), isPublic(stack, subnet, "IPv4"), isPublic(stack, subnet, "IPv6")],
      [true, false, true],
    );
  });
});
