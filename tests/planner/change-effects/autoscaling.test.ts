import assert from "node:assert/strict";
import type { JsonObject, PlannedResource } from "../../../planner/plan";
import { resource } from "../reports";
import { type Change, words } from "./effects";

const template = "aws:ec2/launchTemplate:LaunchTemplate";

describe("what a change of a launch template means", () => {
  const group = (name: string, inputs: JsonObject) =>
    resource(name, {
      type: "aws:autoscaling/group:Group",
      inputs,
      dependencies: [resource("it", { type: template }).urn],
    });
  const changed = (...beside: PlannedResource[]): Change => ({
    type: template,
    before: { imageId: "ami-1" },
    after: { imageId: "ami-2" },
    beside,
  });
  const later = "inPlace: for servers that start from now on; those that run stay as they are";

  it("is rolled out by the group that refreshes itself, and by no other", () => {
    assert.deepEqual(words(changed(group("web", { instanceRefresh: { strategy: "Rolling" } }))), [
      "rolledOut: rolled out by the instance refresh of web, server by server",
    ]);
    assert.deepEqual(words(changed(group("web", {}))), [later]);
    assert.deepEqual(words(changed()), [later]);
  });
});
