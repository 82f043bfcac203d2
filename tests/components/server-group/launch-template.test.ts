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

describe("the launch template of a web tier", () => {
  it("is safe as it stands: IMDSv2, one hop, no key, encrypted gp3, a role, tags", async () => {
    const plan = await make();
    const { imageId, vpcSecurityGroupIds, ...inputs } = plan.get("shop-template").inputs;
    assert.deepEqual(inputs, {
      description: "Instances of the web tier shop",
      updateDefaultVersion: true,
      instanceType: "t4g.micro",
      iamInstanceProfile: { arn: plan.get("shop-profile").outputs.arn },
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
      monitoring: { enabled: true },
      ebsOptimized: "true",
      blockDeviceMappings: [
        {
          deviceName: "/dev/xvda",
          ebs: { volumeType: "gp3", volumeSize: 16, encrypted: "true", deleteOnTermination: "true" },
        },
      ],
      tagSpecifications: [
        { resourceType: "instance", tags: { Name: "shop" } },
        { resourceType: "volume", tags: { Name: "shop" } },
      ],
      tags: { Name: "shop" },
    });
  });

  it("takes user data as text and passes it on as base64", async () => {
    const script = "#!/bin/bash\necho 'grüß dich' > /var/www/html/index.html\n";
    const plan = await make({ userData: script });
    assert.equal(Buffer.from(String(plan.get("shop-template").inputs.userData), "base64").toString(), script);
  });

  it("has the key, the monitoring, the tags and the type that it is told", async () => {
    const plan = await make({
      keyName: "operations",
      detailedMonitoring: false,
      instanceTags: { Team: "web" },
      instanceTypes: ["t2.micro"],
    });
    const { keyName, monitoring, tagSpecifications, instanceType, ebsOptimized } = plan.get("shop-template").inputs;
    assert.deepEqual(
      { keyName, monitoring, instanceType },
      { keyName: "operations", monitoring: { enabled: false }, instanceType: "t2.micro" },
    );
    assert.deepEqual(tagSpecifications, [
      { resourceType: "instance", tags: { Name: "shop", Team: "web" } },
      { resourceType: "volume", tags: { Name: "shop", Team: "web" } },
    ]);
    assert.equal(ebsOptimized, undefined, "t2 refuses to be EBS-optimised");
  });

  it("passes on the stack's default tags, which the provider does not put on instances, disks or the group", async () => {
    const config = { "aws:defaultTags": JSON.stringify({ tags: { Owner: "web", Stage: "dev" } }) };
    const plan = await record(
      () => new WebTier("shop", { network, exposure: "internet", tls: "none", instanceTags: { Stage: "test" } }),
      { config },
    );
    const tags = { Name: "shop", Owner: "web", Stage: "test" };
    assert.deepEqual(plan.get("shop-template").inputs.tagSpecifications, [
      { resourceType: "instance", tags },
      { resourceType: "volume", tags },
    ]);
    assert.deepEqual(
      plan.get("shop-asg").inputs.tags,
      Object.entries(tags).map(([key, value]) => ({ key, value, propagateAtLaunch: true })),
    );
  });

  it("takes user data up to 16 KiB, counted in bytes", async () => {
    const full = "#".repeat(16384);
    assert.equal(String((await make({ userData: full })).get("shop-template").inputs.userData).length, 21848);
    await assert.rejects(make({ userData: `${full.slice(1)}é` }), {
      message: 'web tier "shop": userData must be at most 16384 bytes, got 16385',
    });
  });
});
