import assert from "node:assert/strict";
import { blockDevices } from "../../../policies/facts/block-devices";
import { pathTo, written } from "../../../policies/facts/property-paths";
import { UNKNOWN } from "../../../policies/facts/value";
import { fake } from "./fake-stack";

const devicesOf = (type: string, props: Record<string, unknown>) => blockDevices(fake(type, "it", props));
const placesOf = (type: string, props: Record<string, unknown>) =>
  devicesOf(type, props).stated.map((device) => written(pathTo(device.place, "encrypted")));

const template = "aws:ec2/launchTemplate:LaunchTemplate";
const instance = "aws:ec2/instance:Instance";
const fleet = "aws:ec2/spotFleetRequest:SpotFleetRequest";

describe("the block devices of a resource", () => {
  it("are read with all that is said of them, in both spellings", () => {
    const ebs = {
      encrypted: "true",
      kmsKeyId: "alias/disks",
      snapshotId: "",
      deleteOnTermination: "false",
      volumeType: "gp3",
    };
    assert.deepEqual(devicesOf(template, { blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs }] }).stated, [
      {
        place: ["blockDeviceMappings", 0, "ebs"],
        isRoot: true,
        encrypted: true,
        kmsKeyId: "alias/disks",
        snapshotId: undefined,
        deleteOnTermination: false,
        volumeType: "gp3",
      },
    ]);
  });

  it("of a volume are itself, whose type is called type", () => {
    const { stated } = devicesOf("aws:ebs/volume:Volume", { type: "io2", encrypted: true });
    assert.deepEqual([stated[0]?.place, stated[0]?.volumeType, stated[0]?.isRoot], [[], "io2", false]);
  });

  it("have the places under which they are said", () => {
    const disks = { rootBlockDevice: {}, ebsBlockDevices: [{}, {}] };
    assert.deepEqual(placesOf(instance, disks), [
      "rootBlockDevice.encrypted",
      "ebsBlockDevices[0].encrypted",
      "ebsBlockDevices[1].encrypted",
    ]);
    assert.deepEqual(placesOf(fleet, { launchSpecifications: [{}, { rootBlockDevices: [{}] }] }), [
      "launchSpecifications[1].rootBlockDevices[0].encrypted",
    ]);
    assert.deepEqual(placesOf("aws:ebs/volume:Volume", {}), ["encrypted"]);
  });

  it("leave out what is taken away and what is no EBS disk, but not a disk beside the empty noDevice of a state", () => {
    const blockDeviceMappings = [
      { deviceName: "/dev/sdb", noDevice: "" },
      { deviceName: "/dev/sdc", noDevice: "true" },
      { deviceName: "/dev/sdd", virtualName: "ephemeral0" },
      { deviceName: "/dev/sde", noDevice: "", virtualName: "", ebs: {} },
    ];
    assert.deepEqual(placesOf(template, { blockDeviceMappings }), ["blockDeviceMappings[3].ebs.encrypted"]);
  });

  it("say where a root disk of which nothing is said would be stated", () => {
    assert.deepEqual(devicesOf(instance, {}).unsaidRoots, [["rootBlockDevice"]]);
    assert.deepEqual(devicesOf(instance, { rootBlockDevice: {} }).unsaidRoots, []);
    assert.deepEqual(devicesOf(template, {}).unsaidRoots, [["blockDeviceMappings"]]);
    assert.deepEqual(devicesOf(template, { blockDeviceMappings: [{ deviceName: UNKNOWN }] }).unsaidRoots, UNKNOWN);
    assert.deepEqual(devicesOf(fleet, { launchSpecifications: [{}] }).unsaidRoots, [
      ["launchSpecifications", 0, "rootBlockDevices", 0],
    ]);
  });

  it("name the lists that are not known, and keep what is", () => {
    const { stated, unknownLists } = devicesOf(instance, { rootBlockDevice: {}, ebsBlockDevices: UNKNOWN });
    assert.deepEqual([stated.length, unknownLists], [1, ["ebsBlockDevices"]]);
    assert.deepEqual(
      devicesOf(fleet, { launchSpecifications: [{ rootBlockDevices: UNKNOWN }, UNKNOWN] }).unknownLists,
      [
        "launchSpecifications[0].rootBlockDevices",
        "launchSpecifications[1].rootBlockDevices",
        "launchSpecifications[1].ebsBlockDevices",
      ],
    );
  });

  it("are encrypted where ECS makes them, unless it is told not to", () => {
    const encrypted = (managedEbsVolume: unknown) =>
      devicesOf("aws:ecs/service:Service", { volumeConfiguration: { managedEbsVolume } }).stated.map(
        (device) => device.encrypted,
      );
    assert.deepEqual(encrypted({}), [true]);
    assert.deepEqual(encrypted({ encrypted: false }), [false]);
    assert.deepEqual(encrypted(undefined), []);
  });
});
