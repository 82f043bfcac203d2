import assert from "node:assert/strict";
import { byGroup, groupType, isOfEcs, scalers } from "../../../policies/facts/auto-scaling-groups";
import { UNKNOWN } from "../../../policies/facts/value";
import type { StackResource } from "../../../policies/resource";
import { fake, fakeStack } from "./fake-stack";

const web = fake(groupType, "web", { name: "web-fleet", arn: "arn:web" });
const policy = (props: Record<string, unknown>, references: Record<string, StackResource[]> = {}) =>
  fake("aws:autoscaling/policy:Policy", "busy", props, references);
const provider = (autoScalingGroupProvider: unknown, references: Record<string, StackResource[]> = {}) =>
  fake("aws:ecs/capacityProvider:CapacityProvider", "ecs", { autoScalingGroupProvider }, references);
const found = (...resources: StackResource[]) =>
  scalers(fakeStack(web, ...resources)).map(({ groups, works }) => ({ groups, works }));

describe("what changes the size of Auto Scaling groups", () => {
  it("belongs to a group of the stack by its name or by a reference, and to another by its name", () => {
    const name = { autoscalingGroupName: "web-fleet" };
    assert.deepEqual(found(policy(name)), [{ groups: [web.urn], works: true }]);
    const referring = policy({ autoscalingGroupName: UNKNOWN }, { autoscalingGroupName: [web] });
    assert.deepEqual(found(referring), [{ groups: [web.urn], works: true }]);
    assert.deepEqual(found(policy({ autoscalingGroupName: "elsewhere" })), [{ groups: ["elsewhere"], works: true }]);
  });

  it("belongs to none where its group is not known, and is none where it names none", () => {
    assert.deepEqual(found(policy({ autoscalingGroupName: UNKNOWN })), [{ groups: [], works: true }]);
    assert.deepEqual(found(policy({}), policy({ autoscalingGroupName: null })), []);
  });

  it("leaves out what is turned off, and keeps what may be", () => {
    const name = { autoscalingGroupName: "web-fleet" };
    assert.deepEqual(found(policy({ ...name, enabled: "false" })), []);
    assert.deepEqual(found(policy({ ...name, enabled: UNKNOWN })), [{ groups: [web.urn], works: UNKNOWN }]);
  });

  it("is a capacity provider of ECS that manages the scaling", () => {
    const managed = { autoScalingGroupArn: "arn:web", managedScaling: { status: "ENABLED" } };
    assert.deepEqual(found(provider(managed)), [{ groups: [web.urn], works: true }]);
    assert.deepEqual(found(provider({ ...managed, managedScaling: { status: UNKNOWN } })), [
      { groups: [web.urn], works: UNKNOWN },
    ]);
    assert.deepEqual(found(provider({ ...managed, managedScaling: undefined }), provider(undefined)), []);
    assert.deepEqual(scalers(fakeStack(web, provider(managed))).map(isOfEcs), [true]);
  });

  it("is listed by group", () => {
    const all = scalers(
      fakeStack(web, policy({ autoscalingGroupName: "web-fleet" }), policy({ autoscalingGroupName: "x" })),
    );
    assert.deepEqual(
      [...byGroup(all)].map(([group, own]) => [group, own.length]),
      [
        [web.urn, 1],
        ["x", 1],
      ],
    );
  });
});
