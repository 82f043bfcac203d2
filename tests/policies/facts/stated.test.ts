import assert from "node:assert/strict";
import { stated } from "../../../policies/facts/stated";
import { UNKNOWN } from "../../../policies/facts/value";
import { fake } from "./fake-stack";

describe("what a resource of a stack states", () => {
  const profile = fake("aws:iam/instanceProfile:InstanceProfile", "profile", {});

  it("leaves out, at any depth, what is unknown because AWS decides it", () => {
    const instance = fake("aws:ec2/instance:Instance", "app", {
      ami: "ami-1",
      privateIp: UNKNOWN,
      metadataOptions: { httpEndpoint: "enabled", httpTokens: UNKNOWN },
      ebsBlockDevices: [{ deviceName: "/dev/sdf", encrypted: UNKNOWN }, null],
    });
    assert.deepEqual(stated(instance).props, {
      ami: "ami-1",
      privateIp: undefined,
      metadataOptions: { httpEndpoint: "enabled", httpTokens: undefined },
      ebsBlockDevices: [{ deviceName: "/dev/sdf", encrypted: undefined }, null],
    });
  });

  it("keeps what is unknown because another resource gives it", () => {
    const props = { iamInstanceProfile: UNKNOWN };
    const instance = fake("aws:ec2/instance:Instance", "app", props, { iamInstanceProfile: [profile] });
    assert.deepEqual(stated(instance).props, props);
  });
});
