import assert from "node:assert/strict";
import { images, refuses } from "./pipeline";

const key = "arn:aws:kms:eu-west-1:123456789012:key/k";
const keyThere = "arn:aws:kms:eu-central-1:123456789012:key/k";
const organizationArn = "arn:aws:organizations::123456789012:organization/o-a1b2c3d4e5";

describe("the distribution of images", () => {
  it("is to the own region, under the date, with the id in a parameter", async () => {
    const { distributions, description } = (await images()).get("web-image-distribution").inputs;
    assert.equal(description, "Where the images of web-image go");
    assert.deepEqual(distributions, [
      {
        region: "eu-west-1",
        amiDistributionConfiguration: {
          name: "web-image-{{ imagebuilder:buildDate }}",
          description: "Image of the pipeline web-image",
          amiTags: { Name: "web-image" },
        },
        ssmParameterConfigurations: [{ parameterName: "/images/dev/web-image", dataType: "aws:ec2:image" }],
      },
    ]);
  });

  it("may be to others as well, with a key and a parameter there", async () => {
    const plan = await images({
      kmsKeyArn: key,
      copies: { "eu-central-1": { kmsKeyArn: keyThere } },
      launchPermissions: { accountIds: ["210987654321"], organizationArns: [organizationArn] },
      imageTags: { Team: "web" },
    });
    const there = (region: string, kmsKeyId: string) => ({
      region,
      amiDistributionConfiguration: {
        name: "web-image-{{ imagebuilder:buildDate }}",
        description: "Image of the pipeline web-image",
        kmsKeyId,
        amiTags: { Name: "web-image", Team: "web" },
        launchPermission: { userIds: ["210987654321"], organizationArns: [organizationArn] },
      },
      ssmParameterConfigurations: [{ parameterName: "/images/dev/web-image", dataType: "aws:ec2:image" }],
    });
    assert.deepEqual(plan.get("web-image-distribution").inputs.distributions, [
      there("eu-west-1", key),
      there("eu-central-1", keyThere),
    ]);
  });

  const shared = { accountIds: ["210987654321"] };
  const sentence = "must be given with launchPermissions: nobody else can use AWS's key, got nothing";
  refuses([
    ['copies must be by regions such as "eu-west-1", got "Frankfurt"', { copies: { Frankfurt: {} } }],
    [
      'launchPermissions.accountIds must be ids of 12 digits, got "all"',
      { launchPermissions: { accountIds: ["all"] } },
    ],
    ["launchPermissions must name somebody, or be left out, got {}", { launchPermissions: {} }],
    [`kmsKeyArn ${sentence}`, { launchPermissions: shared }],
    [
      `copies["eu-central-1"].kmsKeyArn ${sentence}`,
      { launchPermissions: shared, kmsKeyArn: key, copies: { "eu-central-1": {} } },
    ],
  ]);
});
