import assert from "node:assert/strict";
import type { ServerArgs } from "../../../components/server";
import type { Disk } from "../../../components/server/disks";
import { instance, refuses, wiki } from "./server";

const disk = async (disk: Disk) => {
  const { availabilityZone, tags, ...inputs } = (await wiki({ dataVolumes: { "/dev/sdf": disk } })).get(
    "wiki-sdf",
  ).inputs;
  return inputs;
};

describe("the disks of a server", () => {
  it("are encrypted, the root one of 16 GiB", async () => {
    assert.deepEqual((await instance()).rootBlockDevice, {
      volumeType: "gp3",
      volumeSize: 16,
      encrypted: true,
      deleteOnTermination: true,
      tags: { Name: "wiki" },
    });
  });

  it("are of the type that is stated, with its limits", async () => {
    const cases: [Disk, object][] = [
      [
        { sizeGiB: 160, iops: 80000, throughputMiBps: 2000 },
        { type: "gp3", size: 160, iops: 80000, throughput: 2000 },
      ],
      [
        { type: "io2", sizeGiB: 256, iops: 256000, kmsKeyId: "arn:key" },
        { type: "io2", size: 256, iops: 256000, kmsKeyId: "arn:key" },
      ],
      [
        { type: "io2", sizeGiB: 4, iops: 100 },
        { type: "io2", size: 4, iops: 100 },
      ],
      [
        { type: "st1", sizeGiB: 125 },
        { type: "st1", size: 125 },
      ],
      [
        { type: "sc1", sizeGiB: 16384 },
        { type: "sc1", size: 16384 },
      ],
    ];
    for (const [stated, inputs] of cases) assert.deepEqual(await disk(stated), { encrypted: true, ...inputs });
  });

  it("may boot from io2", async () => {
    const { rootBlockDevice } = await instance({ rootVolume: { type: "io2", sizeGiB: 20, iops: 20000 } });
    const { volumeType, iops } = Object(rootBlockDevice);
    assert.deepEqual([volumeType, iops], ["io2", 20000]);
  });

  const data = (stated: object): Partial<ServerArgs> => ({ dataVolumes: { "/dev/sdf": stated as Disk } });
  refuses([
    ["rootVolume.iops must be between 3000 and 80000, got 90000", { rootVolume: { sizeGiB: 1000, iops: 90000 } }],
    ['dataVolumes["/dev/sdf"].iops must be between 3000 and 80000, got 90000', data({ sizeGiB: 1000, iops: 90000 })],
    [
      'dataVolumes["/dev/sdf"].throughputMiBps must be at most 750, a quarter of the IOPS, got 800',
      data({ sizeGiB: 1000, throughputMiBps: 800 }),
    ],
    [
      'dataVolumes["/dev/sdf"].iops must be at most 10000, 1000 for each of the 10 GiB, got 10001',
      data({ type: "io2", sizeGiB: 10, iops: 10001 }),
    ],
    [
      'dataVolumes["/dev/sdf"].iops must be a whole number between 100 and 256000 for io2, got 256001',
      data({ type: "io2", sizeGiB: 1000, iops: 256001 }),
    ],
    [
      'dataVolumes["/dev/sdf"].sizeGiB must be a whole number of GiB between 4 and 65536 for io2, got 3',
      data({ type: "io2", sizeGiB: 3, iops: 100 }),
    ],
    [
      'dataVolumes["/dev/sdf"].sizeGiB must be a whole number of GiB between 125 and 16384 for st1, got 124',
      data({ type: "st1", sizeGiB: 124 }),
    ],
    [
      'dataVolumes["/dev/sdf"].sizeGiB must be a whole number of GiB between 125 and 16384 for sc1, got 16385',
      data({ type: "sc1", sizeGiB: 16385 }),
    ],
    [
      'dataVolumes["/dev/sdf"].iops must be left out for st1, which has what its size gives it, got "st1"',
      data({ type: "st1", sizeGiB: 500, iops: 500 }),
    ],
    [
      'dataVolumes["/dev/sdf"].throughputMiBps must be left out: only gp3 has it by choice, got "io2"',
      data({ type: "io2", sizeGiB: 500, iops: 500, throughputMiBps: 500 }),
    ],
    [
      'dataVolumes["/dev/sdf"].type must be gp3, io2, st1 or sc1 (gp3 is better and cheaper than gp2), got "gp2"',
      data({ type: "gp2", sizeGiB: 100 }),
    ],
    [
      'rootVolume.type must be gp3 or io2, as no server boots from a magnetic disk, got "st1"',
      { rootVolume: { type: "st1", sizeGiB: 500 } },
    ],
    ['dataVolumes must have keys such as "/dev/sdf", got "sdf"', { dataVolumes: { sdf: { sizeGiB: 10 } } }],
    [
      'dataVolumes["/dev/sdf"].mountPath must be an absolute path such as "/var/lib/shop", got "data"',
      data({ sizeGiB: 10, mountPath: "data" }),
    ],
    [
      'dataVolumes["/dev/sdf"].mountPath must be an absolute path such as "/var/lib/shop", got "/var/../etc"',
      data({ sizeGiB: 10, mountPath: "/var/../etc" }),
    ],
    [
      'dataVolumes must not mount two disks at one path, got "/data"',
      {
        dataVolumes: { "/dev/sdf": { sizeGiB: 1, mountPath: "/data" }, "/dev/sdg": { sizeGiB: 1, mountPath: "/data" } },
      },
    ],
    [
      'dataVolumes["/dev/sdf"].mountPath must be left out for Windows; Initialize-Disk does it, got "windowsServer"',
      { ...data({ sizeGiB: 10, mountPath: "/data" }), ami: { type: "windowsServer", version: "2022" } },
    ],
  ]);
});
