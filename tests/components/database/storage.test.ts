import assert from "node:assert/strict";
import { asyncProperty, assert as holds, integer } from "fast-check";
import type { DatabaseStorage } from "../../../components/database/storage";
import { made, refuses } from "./made";

const disk = async (...[args]: Parameters<typeof made>) => {
  const { inputs } = (await made(args)).get("orders-db");
  const { storageType, allocatedStorage, maxAllocatedStorage, iops, storageThroughput } = inputs;
  return [storageType, allocatedStorage, maxAllocatedStorage, iops, storageThroughput];
};

describe("the storage of a database", () => {
  it("is gp3 as fast as AWS makes it by its size, and grows by itself", async () => {
    assert.deepEqual(await disk(), ["gp3", 20, 100, undefined, undefined]);
    assert.deepEqual(await disk({ storageGiB: 50000, storage: { type: "gp3" } }), [
      ...["gp3", 50000, 65536, undefined, undefined],
    ]);
  });

  it("does not grow where there is no tenth to grow by", async () => {
    assert.deepEqual(await disk({ storageGiB: 60000 }), ["gp3", 60000, undefined, undefined, undefined]);
  });

  it("is as fast as stated, of gp3 from 400 GiB on", async () => {
    const storage: DatabaseStorage = { type: "gp3", iops: 16000, throughputMiBps: 1000 };
    assert.deepEqual(await disk({ storageGiB: 400, storage }), ["gp3", 400, 2000, 16000, 1000]);
  });

  it("is io2 if told, of 100 GiB or more", async () => {
    assert.deepEqual(await disk({ storage: { type: "io2", iops: 5000 } }), ["io2", 100, 500, 5000, undefined]);
  });

  it("is encrypted with a key of yours if told", async () => {
    assert.equal((await made({ kmsKeyArn: "arn:own" })).get("orders-db").inputs.kmsKeyId, "arn:own");
  });

  it("takes of io2 exactly what is within a half and a thousand per GiB", () =>
    holds(
      asyncProperty(integer({ min: 100, max: 1000 }), integer({ min: 1, max: 300000 }), async (storageGiB, iops) => {
        const fits = iops >= 1000 && iops <= 256000 && iops <= 1000 * storageGiB && 2 * iops >= storageGiB;
        const plan = made({ storageGiB, storage: { type: "io2", iops } });
        if (fits) assert.equal((await plan).get("orders-db").inputs.iops, iops);
        else await assert.rejects(plan, /storage\.iops must be a whole number between \d+ and \d+, got \d+/);
      }),
      { numRuns: 25 },
    ));

  const gp3 = (more: Partial<Extract<DatabaseStorage, { type: "gp3" }>>): DatabaseStorage => ({ type: "gp3", ...more });
  const alone = "must be left out where storageGiB is less than 400";
  refuses([
    ['storage.type must be "gp3" or "io2", got "gp2"', { storage: { type: "gp2" as "gp3" } }],
    ["storageGiB must be a whole number between 20 and 65536, got 10", { storageGiB: 10 }],
    ["storageGiB must be a whole number between 20 and 65536, got 65537", { storageGiB: 65537 }],
    [
      "storageGiB must be a whole number between 100 and 65536, got 50",
      { storageGiB: 50, storage: { type: "io2", iops: 1000 } },
    ],
    ["maxStorageGiB must be a whole number between 22 and 65536, got 21", { maxStorageGiB: 21 }],
    [
      "maxStorageGiB must be left out where storageGiB (60000) leaves no tenth up to 65536, got 65536",
      { storageGiB: 60000, maxStorageGiB: 65536 },
    ],
    [`storage.iops ${alone}, got 12000`, { storageGiB: 399, storage: gp3({ iops: 12000 }) }],
    [`storage.throughputMiBps ${alone}, got 500`, { storageGiB: 399, storage: gp3({ throughputMiBps: 500 }) }],
    [
      "storage.iops must be a whole number between 12000 and 64000, got 90000",
      { storageGiB: 400, storage: gp3({ iops: 90000 }) },
    ],
    [
      "storage.iops must be a whole number between 12000 and 64000, got 3000",
      { storageGiB: 400, storage: gp3({ iops: 3000 }) },
    ],
    [
      "storage.throughputMiBps must be a whole number between 500 and 3000, got 3001",
      { storageGiB: 400, storage: gp3({ throughputMiBps: 3001 }) },
    ],
    [
      "storage.throughputMiBps must be a whole number between 500 and 4000, got 4001",
      { storageGiB: 400, storage: gp3({ iops: 64000, throughputMiBps: 4001 }) },
    ],
    [
      "storage.iops must be a whole number between 1000 and 100000, got 100001",
      { storageGiB: 100, storage: { type: "io2", iops: 100001 } },
    ],
    [
      "storage.iops must be a whole number between 1000 and 256000, got 256001",
      { storageGiB: 400, storage: { type: "io2", iops: 256001 } },
    ],
    [
      "storage.iops must be a whole number between 2000 and 256000, got 1999",
      { storageGiB: 4000, storage: { type: "io2", iops: 1999 } },
    ],
  ]);
});
