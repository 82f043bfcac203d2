import assert from "node:assert/strict";
import { GatewayInspection } from "../../../components/gateway-inspection";
import { Network, type NetworkArgs } from "../../../components/network";
import { record } from "../../../planner/record";
import { elsewhere, Reachability, type Trip } from "../network/reachability";

const roads = async (args: NetworkArgs = {}) =>
  new Reachability(
    await record(
      () => {
        const tiers = ["inspection", "public", "private", "isolated"] as const;
        const network = new Network("shop", { tiers, ...args });
        const applianceNetwork = new Network("sec", { cidrBlock: "10.1.0.0/16", zones: args.zones, ipv6: args.ipv6 });
        new GatewayInspection("fw", { network, applianceNetwork });
      },
      { environment: "dev" },
    ),
  );

const arriving = (...hops: string[]): Trip => ({ hops, arrives: true });
const zones = ["a", "b"] as const;

describe("the routes of GatewayInspection", () => {
  it("lead public subnets out, back and in through the endpoint of their own zone", async () => {
    const network = await roads();
    for (const zone of zones) {
      const subnet = `shop-public-${zone}`;
      const endpoint = [`fw-endpoint-${zone}`, `shop-inspection-${zone}`];
      assert.deepEqual(network.outwards(subnet), arriving(subnet, ...endpoint, "shop-igw", "internet"));
      assert.deepEqual(network.back(subnet), arriving("internet", "shop-igw", ...endpoint, subnet));
      assert.deepEqual(network.inwards(subnet), arriving("internet", "shop-igw", ...endpoint, subnet));
    }
  });

  it("do the same for IPv6", async () => {
    const network = await roads({ ipv6: true });
    for (const zone of zones) {
      const subnet = `shop-public-${zone}`;
      const endpoint = [`fw-endpoint-${zone}`, `shop-inspection-${zone}`];
      assert.deepEqual(network.outwards(subnet, elsewhere.ipv6), arriving(subnet, ...endpoint, "shop-igw", "internet"));
      assert.deepEqual(network.back(subnet, elsewhere.ipv6), arriving("internet", "shop-igw", ...endpoint, subnet));
      assert.deepEqual(network.inwards(subnet, "ipv6"), arriving("internet", "shop-igw", ...endpoint, subnet));
    }
  });

  for (const nat of ["single", "perZone", "instance"] as const) {
    it(`lead what private subnets ask through NAT "${nat}" and one endpoint, and the answer through the same`, async () => {
      const network = await roads({ nat });
      for (const zone of zones) {
        const subnet = `shop-private-${zone}`;
        const [out, back] = [network.outwards(subnet), network.back(subnet)];
        const at = nat === "perZone" ? zone : "a";
        assert.ok(out.arrives && back.arrives, `${out.hops} and ${back.hops}`);
        const passed = (trip: Trip) => trip.hops.filter((hop) => hop.startsWith("fw-endpoint-"));
        assert.deepEqual([passed(out), passed(back)], [[`fw-endpoint-${at}`], [`fw-endpoint-${at}`]]);
        assert.equal(back.hops.at(-1), subnet);
      }
    });
  }

  it("let nobody into private and isolated subnets, and isolated ones out nowhere", async () => {
    const network = await roads({ nat: "perZone" });
    for (const zone of zones) {
      assert.equal(network.inwards(`shop-private-${zone}`).arrives, false);
      assert.equal(network.inwards(`shop-isolated-${zone}`).arrives, false);
      assert.equal(network.outwards(`shop-isolated-${zone}`).arrives, false);
    }
  });

  it("let the appliances out by their own network, uninspected", async () => {
    const network = await roads();
    const { hops, arrives } = network.outwards("sec-private-b");
    assert.deepEqual([arrives, hops.filter((hop) => hop.startsWith("fw-"))], [true, []]);
  });
});
