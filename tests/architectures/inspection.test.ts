import assert from "node:assert/strict";
import { join } from "node:path";
import { createColors } from "picocolors";
import { createArchitecture } from "../../architectures/catalogue";
import { text } from "../../planner/format/text";
import { record } from "../../planner/record";
import { Reachability } from "../components/network/reachability";
import { assertGolden } from "../golden";
import { planned } from "./planned";

const plan = (...set: string[]) => planned("inspection", undefined, ...set);
const refused = (set: string[], message: RegExp | string) =>
  assert.rejects(plan(...set), typeof message === "string" ? { message } : message);

describe("the architecture inspection", () => {
  it("plans as the golden plan shows", async () => {
    const { plan: made, judgement, region } = await plan();
    const shown = text(
      { plan: made, judgement: await judgement, region, notes: [] },
      { colors: createColors(false), inputs: false },
    );
    assertGolden(join(__dirname, "inspection.plan.txt"), shown);
  });

  it("leads every packet between the internet and the load balancer or the servers through the appliances", async () => {
    for (const nat of ["single", "perZone"]) {
      const { plan: made } = await plan(`network.nat=${nat}`);
      const roads = new Reachability(made);
      for (const zone of ["a", "b"]) {
        const trips = [
          roads.outwards(`inspection-net-public-${zone}`),
          roads.inwards(`inspection-net-public-${zone}`),
          roads.outwards(`inspection-net-private-${zone}`),
          roads.back(`inspection-net-private-${zone}`),
        ];
        for (const { hops, arrives } of trips) {
          assert.equal(arrives, true, hops.join(" → "));
          assert.equal(hops.filter((hop) => hop.startsWith("inspection-gw-endpoint-")).length, 1, hops.join(" → "));
        }
      }
    }
  });

  it("starts its servers only once their way out is there", async () => {
    const { plan: made } = await plan();
    const { dependencies } = made.get("inspection-asg");
    for (const zone of ["a", "b"]) assert.ok(dependencies.includes(made.get(`inspection-gw-${zone}-out`).urn));
  });

  it("begins with a small appliance, which blocks what the settings say", async () => {
    const userData = async (...set: string[]) => {
      const { plan: made } = await plan(...set);
      return Buffer.from(String(made.get("inspection-gw-appliances-template").inputs.userData), "base64").toString();
    };
    assert.match(await userData(), /^ExecStart=\/opt\/appliance\.py tcp\/23$/m);
    assert.match(
      await userData("appliances.block=[udp/161, tcp/445]"),
      /^ExecStart=\/opt\/appliance\.py udp\/161 tcp\/445$/m,
    );
  });

  it("leaves an image of somebody else's as it is", async () => {
    const ami = "appliances.ami={type: id, id: ami-0a1b2c3d4e5f60718, rootDevice: /dev/xvda, architecture: x86_64}";
    const { plan: made } = await plan(ami, "appliances.instanceTypes=[c6i.large]");
    const { imageId, userData } = made.get("inspection-gw-appliances-template").inputs;
    assert.deepEqual([imageId, userData], ["ami-0a1b2c3d4e5f60718", undefined]);
  });

  it("keeps the appliances in the zones of what they inspect", async () => {
    const { plan: made } = await plan("network.zones=3");
    assert.equal((made.get("inspection-gw-lb").inputs.subnets as string[]).length, 3);
    assert.equal((made.outputs.applianceGroupName as string).startsWith("inspection-gw-appliances-asg"), true);
  });

  it("tells both groups' alarms to one topic", async () => {
    const { plan: made } = await plan("alarms.notify.email=ops@example.com");
    assert.deepEqual(made.names("aws:sns/topic:Topic"), ["inspection-alarms-topic"]);
    assert.equal(made.ofType("aws:sns/topicSubscription:TopicSubscription").length, 1);
  });

  describe("refuses in one sentence", () => {
    it("a block that is none", () =>
      refused(
        ["appliances.block=[telnet]"],
        'tierwork:settings.appliances.block[0] must be "tcp/PORT" or "udp/PORT" with a port from 1 to 65535, got "telnet"',
      ));
    it("a block of a port that there is not", () =>
      refused(
        ["appliances.block=[tcp/23, tcp/65536]"],
        'tierwork:settings.appliances.block[1] must be "tcp/PORT" or "udp/PORT" with a port from 1 to 65535, got "tcp/65536"',
      ));
    it("a block for an appliance that is not ours", () =>
      refused(
        ["appliances.block=[tcp/23]", 'appliances.userData="#!/bin/sh"'],
        "tierwork:settings.appliances.block: must be left out with appliances of your own, which know what they drop",
      ));
    it("a network without the tier", () =>
      refused(["network.tiers=[public, private]"], /settings\.network must have the tier "inspection"/));
    it("a stack without a domain that does not ask for plain HTTP", () =>
      assert.rejects(
        record(() => createArchitecture(), { config: { "tierwork:architecture": "inspection" } }),
        {
          message:
            "tierwork:settings: inspection needs a domain for HTTPS: set domain.name and domain.zoneId, or tls: none for plain HTTP",
        },
      ));
  });
});
