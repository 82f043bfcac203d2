import assert from "node:assert/strict";
import { foreignTemplates } from "../../../policies/facts/launch-templates";
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
