import assert from "node:assert/strict";
import { instance, wiki } from "./server";

const dataVolumes = { "/dev/sdf": { sizeGiB: 100, mountPath: "/var/lib/wiki" }, "/dev/sdg": { sizeGiB: 10 } };

describe("the data volumes of a server", () => {
  it("are volumes of their own, which are attached once the last server has let go of them", async () => {
    const plan = await wiki({ dataVolumes, instanceTags: { Backup: "daily" } });
    const { availabilityZone, ...volume } = plan.get("wiki-sdf").inputs;
    assert.deepEqual(volume, { type: "gp3", size: 100, encrypted: true, tags: { Name: "wiki-sdf", Backup: "daily" } });
    assert.notEqual(availabilityZone, undefined);
    const attachment = plan.get("wiki-sdf-attachment");
    assert.deepEqual(attachment.inputs, {
      deviceName: "/dev/sdf",
      volumeId: plan.get("wiki-sdf").id,
      instanceId: plan.get("wiki-instance").id,
      stopInstanceBeforeDetaching: true,
    });
    assert.equal(attachment.options.deleteBeforeReplace, true);
    assert.equal(plan.get("wiki-instance").inputs.ebsBlockDevices, undefined);
    assert.deepEqual(plan.get("wiki").outputs.volumeIds, {
      "/dev/sdf": plan.get("wiki-sdf").id,
      "/dev/sdg": plan.get("wiki-sdg").id,
    });
  });

  it("stay in prod even if the stack goes", async () => {
    for (const [environment, isKept] of [
      ["dev", undefined],
      ["prod", true],
    ] as const) {
      const { options } = (await wiki({ dataVolumes }, environment)).get("wiki-sdf");
      assert.deepEqual([options.protect, options.retainOnDelete], [isKept, isKept]);
    }
  });

  it("may be parts of the server, and go with it", async () => {
    const plan = await wiki({ dataVolumes, dataVolumeLifetime: "server" });
    const common = { volumeType: "gp3", encrypted: true, deleteOnTermination: true };
    assert.deepEqual(plan.get("wiki-instance").inputs.ebsBlockDevices, [
      { ...common, deviceName: "/dev/sdf", volumeSize: 100, tags: { Name: "wiki-sdf" } },
      { ...common, deviceName: "/dev/sdg", volumeSize: 10, tags: { Name: "wiki-sdg" } },
    ]);
    assert.deepEqual(plan.ofType("aws:ebs/volume:Volume"), []);
    assert.deepEqual(plan.get("wiki").outputs.volumeIds, {});
  });

  it("are mounted by what is run first", async () => {
    const { userData } = await instance({ dataVolumes });
    assert.match(
      String(userData),
      /^#!\/bin\/bash\n[\s\S]*\nmount_volume \/var\/lib\/wiki \/dev\/sdf vol-0ff11e\w{11}\n$/,
    );
    const own = await instance({ dataVolumes, dataVolumeLifetime: "server" });
    assert.match(String(own.userData), /\nmount_volume \/var\/lib\/wiki \/dev\/sdf\n$/);
  });
});
