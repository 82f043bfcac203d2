import assert from "node:assert/strict";
import fc from "fast-check";
import { versionOf } from "../../../components/image-pipeline/recipe";
import { images, refuses } from "./pipeline";

describe("the recipe of images", () => {
  it("has a name that stays, by which the lifecycle policy finds all of its versions", async () => {
    const plan = await images({ keepImages: 3 });
    const { name } = plan.get("web-image-recipe").inputs;
    assert.equal(name, "test-dev-web-image");
    assert.deepEqual(plan.get("web-image-lifecycle").inputs, {
      description: "Keeps the newest 3 images of web-image",
      executionRole: plan.get("web-image-lifecycle-role").outputs.arn,
      resourceType: "AMI_IMAGE",
      resourceSelection: { recipes: [{ name, semanticVersion: "x.x.x" }] },
      policyDetails: [
        {
          action: { type: "DELETE", includeResources: { amis: true, snapshots: true } },
          filter: { type: "COUNT", value: 3 },
          exclusionRules: { amis: { isPublic: false, lastLaunched: { unit: "MONTHS", value: 1 } } },
        },
      ],
      tags: { Name: "web-image" },
    });
  });

  it("has a version that differs where its content does", async () => {
    const version = async (...args: Parameters<typeof images>) =>
      (await images(...args)).get("web-image-recipe").inputs.version;
    const larger = { rootVolume: { sizeGiB: 20 } };
    assert.equal(await version(), await version());
    assert.notEqual(await version(), await version(larger));
    assert.notEqual(await version(), await version({ parent: { type: "ubuntu", version: "24.04" } }));
  });

  it("has versions that AWS takes", () => {
    fc.assert(
      fc.property(fc.string(), (content) => {
        const [major, minor, patch, ...more] = versionOf(content).split(".").map(Number);
        assert.deepEqual([major, more], [1, []]);
        for (const part of [minor, patch]) assert.ok(part !== undefined && part >= 0 && part < 2 ** 30);
      }),
    );
  });

  it("begins with what the parent says, in any version of it", async () => {
    const parentOf = async (...args: Parameters<typeof images>) =>
      (await images(...args)).get("web-image-recipe").inputs.parentImage;
    const managed = "arn:aws:imagebuilder:eu-west-1:aws:image";
    const own = { rootDevice: "/dev/xvda" } as const;
    assert.equal(await parentOf(), `${managed}/amazon-linux-2023-arm64/x.x.x`);
    assert.equal(await parentOf({ instanceTypes: ["t3.medium"] }), `${managed}/amazon-linux-2023-x86/x.x.x`);
    const ubuntu = { type: "ubuntu", version: "22.04" } as const;
    assert.equal(await parentOf({ parent: ubuntu }), `${managed}/ubuntu-server-22-lts-arm64/x.x.x`);
    assert.equal(
      await parentOf({ parent: { type: "ssmParameter", name: "/images/base", ...own } }),
      "ssm:/images/base",
    );
    const id = "ami-0a1b2c3d4e5f60718";
    assert.equal(await parentOf({ parent: { type: "id", id, ...own } }), id);
    const lookUp = { type: "lookUp", owners: ["self"], name: "base-*", ...own } as const;
    assert.match(String(await parentOf({ parent: lookUp })), /^ami-0ff11e/);
  });

  it("has one encrypted gp3 disk, and keeps what administers servers", async () => {
    const plan = await images({ rootVolume: { sizeGiB: 20, iops: 4000, throughputMiBps: 500, kmsKeyId: "arn:key" } });
    const { blockDeviceMappings, systemsManagerAgent } = plan.get("web-image-recipe").inputs;
    const ebs = {
      volumeType: "gp3",
      volumeSize: 20,
      iops: 4000,
      throughput: 500,
      kmsKeyId: "arn:key",
      encrypted: "true",
      deleteOnTermination: "true",
    };
    assert.deepEqual(blockDeviceMappings, [{ deviceName: "/dev/xvda", ebs }]);
    assert.deepEqual(systemsManagerAgent, { uninstallAfterBuild: false });
  });

  refuses([
    ["rootVolume.iops must be between 3000 and 80000, got 90000", { rootVolume: { sizeGiB: 1000, iops: 90000 } }],
    ["keepImages must be a whole number between 1 and 1000, got 0", { keepImages: 0 }],
    ['instanceTypes must be types such as "t4g.micro", got "large"', { instanceTypes: ["large"] }],
  ]);
});
