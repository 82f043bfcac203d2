import assert from "node:assert/strict";
import { snapshotEncryption } from "../../../policies/facts/snapshots";
import { UNKNOWN } from "../../../policies/facts/value";
import type { StackResource } from "../../../policies/resource";
import { fake, fakeStack } from "./fake-stack";

const volume = fake("aws:ebs/volume:Volume", "data", { id: "vol-1", encrypted: "true" });
const daily = fake("aws:ebs/snapshot:Snapshot", "daily", { id: "snap-1", volumeId: "vol-1" });
const copy = fake("aws:ebs/snapshotCopy:SnapshotCopy", "copy", { id: "snap-2", encrypted: false });
const silent = fake("aws:ebs/snapshotImport:SnapshotImport", "silent", { id: "snap-3" });
const known = fake("aws:ebs/snapshot:Snapshot", "known", { id: "snap-4", encrypted: true, volumeId: "vol-9" });
const stack = fakeStack(volume, daily, copy, silent, known);

const encryptionOf = (id: unknown, ...snapshots: StackResource[]) =>
  snapshotEncryption(stack, fake("aws:ec2/instance:Instance", "app", {}, { disks: snapshots }), "disks", id);

describe("the encryption of a snapshot", () => {
  it("is what it states, else that of its volume", () => {
    assert.equal(encryptionOf("snap-1"), true);
    assert.equal(encryptionOf("snap-2"), false);
    assert.equal(encryptionOf("snap-4"), true);
  });

  it("is not known where nothing is said, and undefined where the snapshot is not in the stack", () => {
    assert.equal(encryptionOf("snap-3"), UNKNOWN);
    assert.equal(encryptionOf("snap-9", daily), undefined);
    assert.equal(encryptionOf(UNKNOWN), undefined);
  });

  it("is that of the snapshots which are referred to, when they are alike", () => {
    assert.equal(encryptionOf(UNKNOWN, daily), true);
    assert.equal(encryptionOf(UNKNOWN, daily, known), true);
    assert.equal(encryptionOf(UNKNOWN, daily, copy), UNKNOWN);
  });
});
