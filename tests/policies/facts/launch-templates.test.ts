import assert from "node:assert/strict";
import { foreignTemplates, isForNodeGroups, templatesOf, usersOf } from "../../../policies/facts/launch-templates";
import { UNKNOWN } from "../../../policies/facts/value";
import type { StackResource } from "../../../policies/resource";
import { fake, fakeStack } from "./fake-stack";

const template = (name: string) =>
  fake("aws:ec2/launchTemplate:LaunchTemplate", name, { id: `lt-${name}`, name: `${name}-template` });
const web = template("web");
const arm = template("arm");

function foreign(props: Record<string, unknown>, references: Record<string, StackResource[]> = {}): string[] {
  const group = fake("aws:autoscaling/group:Group", "fleet", props, references);
  return foreignTemplates(fakeStack(web, arm, group), group);
}

const mixed = (base: unknown, ...overrides: unknown[]) => ({
  mixedInstancesPolicy: {
    launchTemplate: {
      launchTemplateSpecification: { launchTemplateId: base },
      overrides: overrides.map((id) => ({ launchTemplateSpecification: { launchTemplateId: id } })),
    },
  },
});

describe("the launch templates that a stack does not define", () => {
  it("are none of those that are found by id, by name or by reference", () => {
    assert.deepEqual(foreign({ launchTemplate: { id: "lt-web" } }), []);
    assert.deepEqual(foreign({ launchTemplate: { name: "web-template" } }), []);
    assert.deepEqual(foreign({ launchTemplate: { id: UNKNOWN } }, { launchTemplate: [web] }), []);
    assert.deepEqual(foreign({ launchTemplate: UNKNOWN }, { launchTemplate: [web] }), []);
    assert.deepEqual(foreign(mixed(UNKNOWN, "lt-arm"), { mixedInstancesPolicy: [web] }), []);
    assert.deepEqual(foreign(mixed(UNKNOWN, UNKNOWN), { mixedInstancesPolicy: [web, arm] }), []);
    assert.deepEqual(foreign({}), []);
  });

  it("are none where preview leaves to AWS how else a group could start its instances", () => {
    const computed = { mixedInstancesPolicy: UNKNOWN };
    assert.deepEqual(foreign({ launchTemplate: { id: UNKNOWN }, ...computed }, { launchTemplate: [web] }), []);
    assert.deepEqual(foreign({ launchConfiguration: "old", launchTemplate: UNKNOWN, ...computed }), []);
  });

  it("are named where they are written by hand, also beside one of the stack", () => {
    const golden = 'the launch template "lt-golden", which this stack does not define,';
    assert.deepEqual(foreign({ launchTemplate: { id: "lt-golden" } }), [golden]);
    assert.deepEqual(foreign(mixed("lt-web", "lt-golden")), [golden]);
    assert.deepEqual(foreign(mixed(UNKNOWN, "lt-golden"), { mixedInstancesPolicy: [web] }), [golden]);
  });

  it("are named by their property where nothing is known of them", () => {
    assert.deepEqual(foreign({ launchTemplate: UNKNOWN }), ["launchTemplate"]);
    assert.deepEqual(foreign({ launchTemplate: { id: UNKNOWN } }), ["launchTemplate"]);
    assert.deepEqual(foreign(mixed(UNKNOWN)), ["mixedInstancesPolicy"]);
  });
});

describe("the launch templates that something uses", () => {
  const users: Record<string, [type: string, props: Record<string, unknown>]> = {
    server: ["aws:ec2/instance:Instance", { launchTemplate: { name: "web-template" } }],
    group: ["aws:autoscaling/group:Group", mixed("lt-web", "lt-arm")],
    fleet: [
      "aws:ec2/fleet:Fleet",
      { launchTemplateConfigs: [{ launchTemplateSpecification: { launchTemplateId: "lt-arm", version: "1" } }] },
    ],
    spots: [
      "aws:ec2/spotFleetRequest:SpotFleetRequest",
      { launchTemplateConfigs: [{ launchTemplateSpecification: { name: "arm-template" } }] },
    ],
    nodes: ["aws:eks/nodeGroup:NodeGroup", { launchTemplate: { id: "lt-web", version: "1" } }],
  };
  const stackOf = (...names: string[]) => {
    const made = names.map((name) => fake(...([users[name]?.[0] ?? "", name, users[name]?.[1] ?? {}] as const)));
    return { stack: fakeStack(web, arm, ...made), made };
  };
  const named = (resources: readonly StackResource[]) => resources.map(({ name }) => name);

  it("are found wherever a type names them, each once", () => {
    const { stack, made } = stackOf("server", "group", "fleet", "spots", "nodes");
    assert.deepEqual(
      made.map((user) => named(templatesOf(stack, user)).sort()),
      [["web"], ["arm", "web"], ["arm"], ["arm"], ["web"]],
    );
    assert.deepEqual(named(usersOf(stack, web)).sort(), ["group", "nodes", "server"]);
    assert.deepEqual(named(usersOf(stack, arm)).sort(), ["fleet", "group", "spots"]);
  });

  it("are for node groups where nothing else uses them", () => {
    assert.equal(isForNodeGroups(stackOf("nodes").stack, web), true);
    assert.equal(isForNodeGroups(stackOf("nodes", "server").stack, web), false);
    assert.equal(isForNodeGroups(stackOf("nodes").stack, arm), false);
  });
});
