import assert from "node:assert/strict";
import {
  configurationTemplateType,
  environmentType,
  foreignOrigin,
  inheritsOptions,
  statedOption,
} from "../../../policies/facts/beanstalk-settings";
import { UNKNOWN } from "../../../policies/facts/value";
import type { StackResource } from "../../../policies/resource";
import { fake, fakeStack } from "./fake-stack";

const namespace = "aws:autoscaling:asg";
const minSize = { namespace, name: "MinSize" };
const values = (settings: unknown) => {
  const stated = statedOption({ settings }, minSize);
  return { values: stated.settings.map(({ place, value }) => [place, value]), doubt: stated.doubt };
};

describe("the settings of an option of Elastic Beanstalk", () => {
  it("are those of its namespace and name, with their values as text", () => {
    const settings = [
      { ...minSize, value: "2" },
      { ...minSize, value: 3 },
      { ...minSize, value: true },
      { ...minSize },
      { namespace, name: "MaxSize", value: "9" },
      { namespace: "aws:ec2:instances", name: "MinSize", value: "8" },
      null,
      "MinSize",
    ];
    const found = [
      ["settings[0]", "2"],
      ["settings[1]", "3"],
      ["settings[2]", "true"],
      ["settings[3]", undefined],
    ];
    assert.deepEqual(values(settings), { values: found, doubt: undefined });
    assert.deepEqual(values(undefined), { values: [], doubt: undefined });
  });

  it("are every one of several, with and without a resource, for none is the last in a set", () => {
    const night = { namespace: "aws:autoscaling:scheduledaction", name: "MinSize", resource: "night", value: "1" };
    const day = { ...night, resource: "day", value: "4" };
    const stated = statedOption({ settings: [night, day] }, { namespace: night.namespace, name: "MinSize" });
    assert.deepEqual(
      stated.settings.map(({ index, value }) => [index, value]),
      [
        [0, "1"],
        [1, "4"],
      ],
    );
  });

  it("may be more than those where the list, a name or a namespace is not known", () => {
    assert.deepEqual(values(UNKNOWN), { values: [], doubt: "settings" });
    assert.equal(values([UNKNOWN]).doubt, "settings[0].name");
    assert.equal(values([{ namespace, name: UNKNOWN, value: "2" }]).doubt, "settings[0].name");
    assert.equal(values([{ namespace: UNKNOWN, name: "MinSize", value: "2" }]).doubt, "settings[0].namespace");
    assert.equal(values([{ namespace: UNKNOWN, name: "MaxSize", value: "2" }]).doubt, undefined);
    assert.equal(values([{ namespace: "aws:ec2:vpc", name: UNKNOWN, value: "2" }]).doubt, undefined);
  });

  it("have a value that may not be known", () => {
    assert.deepEqual(values([{ ...minSize, value: UNKNOWN }]).values, [["settings[0]", UNKNOWN]]);
  });
});

describe("where the options of an environment come from that it does not state", () => {
  const template = fake(configurationTemplateType, "common", { id: "hardened", name: "hardened" });
  const origin = (props: Record<string, unknown>, references: Record<string, StackResource[]> = {}) => {
    const environment = fake(environmentType, "web", props, references);
    return foreignOrigin(fakeStack(template, environment), environment);
  };

  it("is nowhere else without a template, and in the stack by its name or a reference", () => {
    assert.equal(inheritsOptions(fake(environmentType, "web", {})), false);
    assert.equal(inheritsOptions(fake(environmentType, "web", { templateName: UNKNOWN })), true);
    assert.equal(inheritsOptions(fake("aws:ec2/instance:Instance", "web", { templateName: "x" })), false);
    assert.equal(origin({}), undefined);
    assert.equal(origin({ templateName: "hardened" }), undefined);
    assert.equal(origin({ templateName: UNKNOWN }, { templateName: [template] }), undefined);
  });

  it("is named where the stack does not define it", () => {
    assert.equal(
      origin({ templateName: "golden" }),
      'the configuration template "golden", which this stack does not define,',
    );
    assert.equal(origin({ templateName: UNKNOWN }), "templateName");
  });
});
