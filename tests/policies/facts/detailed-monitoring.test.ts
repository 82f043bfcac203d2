import assert from "node:assert/strict";
import { isMonitored } from "../../../policies/facts/detailed-monitoring";
import { launchSpecifications } from "../../../policies/facts/launch-specifications";
import { UNKNOWN } from "../../../policies/facts/value";
import { fake } from "./fake-stack";

describe("whether instances report each minute", () => {
  const said = (type: string, props: Record<string, unknown>) => {
    const resource = fake(type, "web", props);
    const specifications = launchSpecifications(resource);
    return specifications === UNKNOWN ? [UNKNOWN] : specifications.map((one) => isMonitored(resource, one));
  };

  it("is what each type says in its own place", () => {
    assert.deepEqual(said("aws:ec2/instance:Instance", { monitoring: "true" }), [true]);
    assert.deepEqual(said("aws:ec2/launchTemplate:LaunchTemplate", { monitoring: { enabled: UNKNOWN } }), [UNKNOWN]);
    assert.deepEqual(said("aws:ec2/launchConfiguration:LaunchConfiguration", { enableMonitoring: false }), [false]);
  });

  it("is yes for a launch configuration without a word, no for an instance, and its template's to say", () => {
    assert.deepEqual(said("aws:ec2/launchConfiguration:LaunchConfiguration", {}), [true]);
    assert.deepEqual(said("aws:ec2/instance:Instance", {}), [false]);
    assert.deepEqual(said("aws:ec2/instance:Instance", { launchTemplate: { id: "lt-1" } }), [undefined]);
  });
});
