import assert from "node:assert/strict";
import type { JsonObject } from "../../../planner/plan";
import { words } from "./effects";

describe("what a change of a disk or a file system means", () => {
  const from = (type: string, before: JsonObject, after: JsonObject) => words({ type, before, after });

  it("is made while it is in use, or replaces it with its data", () => {
    const volume = "aws:ebs/volume:Volume";
    assert.deepEqual(from(volume, { size: 10 }, { size: 20 }), [
      "inPlace: in place, while it is in use; a disk never becomes smaller",
    ]);
    assert.deepEqual(from(volume, { kmsKeyId: "a" }, { kmsKeyId: "b" }), [
      "replaced: replaces the disk by an empty one",
    ]);
    assert.deepEqual(from("aws:efs/fileSystem:FileSystem", { kmsKeyId: "a" }, { kmsKeyId: "b" }), [
      "replaced: replaces the file system by an empty one",
    ]);
  });
});
