import assert from "node:assert/strict";
import { WebTier, type WebTierArgs } from "../../../components/web-tier";
import { record } from "../../../planner/record";

const network = {
  vpcId: "vpc-1",
  publicSubnetIds: ["subnet-1", "subnet-2"],
  privateSubnetIds: ["subnet-3", "subnet-4"],
};
const make = (args: Partial<WebTierArgs> = {}) =>
  record(() => new WebTier("shop", { network, exposure: "internet", tls: "none", ...args }), { environment: "dev" });

const volumes = async (args: Partial<WebTierArgs>) =>
  (await make(args)).get("shop-template").inputs.blockDeviceMappings;

describe("the volumes of a web tier", () => {
  it("are encrypted gp3 disks that go with their instance, the root one first", async () => {
    const key = "arn:aws:kms:eu-west-1:123456789012:key/k";
    const stated = await volumes({
      rootVolume: { sizeGiB: 160, iops: 80000, throughputMiBps: 2000 },
      dataVolumes: { "/dev/sdf": { sizeGiB: 65536, kmsKeyId: key }, "/dev/sdg": { sizeGiB: 1 } },
    });
    const common = { volumeType: "gp3", encrypted: "true", deleteOnTermination: "true" };
    assert.deepEqual(stated, [
      { deviceName: "/dev/xvda", ebs: { ...common, volumeSize: 160, iops: 80000, throughput: 2000 } },
      { deviceName: "/dev/sdf", ebs: { ...common, volumeSize: 65536, kmsKeyId: key } },
      { deviceName: "/dev/sdg", ebs: { ...common, volumeSize: 1 } },
    ]);
  });

  it("may have the included IOPS whatever their size, and a quarter of them in MiB a second", async () => {
    const small = { sizeGiB: 1, iops: 3000, throughputMiBps: 750 };
    const [root] = Object(await volumes({ rootVolume: small }));
    assert.deepEqual([root.ebs.iops, root.ebs.throughput], [3000, 750]);
  });

  const refused: [string, Partial<WebTierArgs>][] = [
    ["rootVolume.sizeGiB must be a whole number of GiB between 1 and 65536, got 0", { rootVolume: { sizeGiB: 0 } }],
    [
      "rootVolume.sizeGiB must be a whole number of GiB between 1 and 65536, got 65537",
      { rootVolume: { sizeGiB: 65537 } },
    ],
    ["rootVolume.iops must be between 3000 and 80000, got 2999", { rootVolume: { sizeGiB: 100, iops: 2999 } }],
    ["rootVolume.iops must be between 3000 and 80000, got 80001", { rootVolume: { sizeGiB: 1000, iops: 80001 } }],
    [
      "rootVolume.iops must be at most 5000, 500 for each of the 10 GiB, got 5001",
      { rootVolume: { sizeGiB: 10, iops: 5001 } },
    ],
    [
      "rootVolume.throughputMiBps must be between 125 and 2000, got 124",
      { rootVolume: { sizeGiB: 100, throughputMiBps: 124 } },
    ],
    [
      "rootVolume.throughputMiBps must be between 125 and 2000, got 2001",
      { rootVolume: { sizeGiB: 100, iops: 10000, throughputMiBps: 2001 } },
    ],
    [
      "rootVolume.throughputMiBps must be at most 750, a quarter of the IOPS, got 751",
      { rootVolume: { sizeGiB: 100, throughputMiBps: 751 } },
    ],
    [
      'dataVolumes["/dev/sdf"].sizeGiB must be a whole number of GiB between 1 and 65536, got 1.5',
      { dataVolumes: { "/dev/sdf": { sizeGiB: 1.5 } } },
    ],
    ['dataVolumes must have keys such as "/dev/sdf", got "sdf"', { dataVolumes: { sdf: { sizeGiB: 8 } } }],
    [
      'dataVolumes must not use the root disk\'s device name, got "/dev/sdb"',
      { ami: { type: "id", id: "ami-1", rootDevice: "/dev/sdb" }, dataVolumes: { "/dev/sdb": { sizeGiB: 8 } } },
    ],
  ];
  for (const [sentence, args] of refused) {
    it(`refuse: ${sentence}`, () => assert.rejects(make(args), { message: `web tier "shop": ${sentence}` }));
  }
});
