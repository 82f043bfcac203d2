import assert from "node:assert/strict";
import { refuses, wiki } from "./server";

describe("the further network interfaces of a server", () => {
  it("outlive it, and follow it to the next one", async () => {
    const plan = await wiki({
      networkInterfaces: [
        { subnetId: "subnet-8" },
        { subnetId: "subnet-9", securityGroupIds: ["sg-9"], sourceDestCheck: false },
      ],
    });
    const common = { description: "Server wiki" };
    assert.deepEqual(plan.get("wiki-interface-1").inputs, {
      ...common,
      subnetId: "subnet-8",
      securityGroups: [plan.get("wiki-sg").id],
      sourceDestCheck: true,
      tags: { Name: "wiki-interface-1" },
    });
    assert.deepEqual(plan.get("wiki-interface-2").inputs, {
      ...common,
      subnetId: "subnet-9",
      securityGroups: ["sg-9"],
      sourceDestCheck: false,
      tags: { Name: "wiki-interface-2" },
    });
    const attachment = plan.get("wiki-interface-2-attachment");
    assert.deepEqual(attachment.inputs, {
      instanceId: plan.get("wiki-instance").id,
      networkInterfaceId: plan.get("wiki-interface-2").id,
      deviceIndex: 2,
    });
    assert.equal(attachment.options.deleteBeforeReplace, true);
  });

  refuses([
    [
      "networkInterfaces must be at most 14 beside the first, got 15",
      { networkInterfaces: Array.from({ length: 15 }, () => ({ subnetId: "subnet-8" })) },
    ],
    [
      "networkInterfaces[0].securityGroupIds must name at least one group, got []",
      { networkInterfaces: [{ subnetId: "subnet-8", securityGroupIds: [] }] },
    ],
  ]);
});
