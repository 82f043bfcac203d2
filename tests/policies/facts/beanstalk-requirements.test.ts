import assert from "node:assert/strict";
import { optionChanges, required } from "../../../policies/facts/beanstalk-requirements";
import { environmentType } from "../../../policies/facts/beanstalk-settings";
import { UNKNOWN } from "../../../policies/facts/value";
import { fake } from "./fake-stack";

const option = required("aws:autoscaling:launchconfiguration", "DisableIMDSv1", "true");
const other = required("aws:elasticbeanstalk:cloudwatch:logs", "StreamLogs", "true");
const stated = ({ namespace, name }: typeof option, value: unknown) => ({ namespace, name, value });
const changes = (props: Record<string, unknown>) => optionChanges(fake(environmentType, "web", props), [option, other]);

describe("the changes that give a Beanstalk environment its options", () => {
  it("correct what is stated, and add the rest behind it", () => {
    assert.deepEqual(changes({ settings: [stated(other, "true"), stated(option, "false")] }), [
      { path: ["settings", 1, "value"], value: "true" },
    ]);
    assert.deepEqual(changes({ settings: [stated(option, "false")] }), [
      { path: ["settings", 0, "value"], value: "true" },
      { path: ["settings", 1], value: stated(other, "true") },
    ]);
  });

  it("make the list where there is none", () => {
    const list = [stated(option, "true"), stated(other, "true")];
    assert.deepEqual(changes({}), [{ path: ["settings"], value: list }]);
  });

  it("add nothing where the list or a name in it is not known, or where a template says the rest", () => {
    assert.deepEqual(changes({ settings: UNKNOWN }), []);
    assert.deepEqual(changes({ settings: [{ namespace: UNKNOWN, name: UNKNOWN, value: "x" }] }), []);
    assert.deepEqual(changes({ settings: [], templateName: UNKNOWN }), []);
    assert.deepEqual(changes({ settings: [stated(option, "false")], templateName: "golden" }), [
      { path: ["settings", 0, "value"], value: "true" },
    ]);
  });

  it("leave alone what is right or not known, and what is no list", () => {
    assert.deepEqual(changes({ settings: [stated(option, "true"), stated(other, UNKNOWN)] }), []);
    assert.deepEqual(changes({ settings: { 0: stated(option, "false") } }), []);
  });
});
