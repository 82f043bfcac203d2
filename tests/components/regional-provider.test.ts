import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { regionalProvider } from "../../components/regional-provider";
import { record } from "../../planner/record";
import { secret } from "../../planner/wire";

describe("a regional provider", () => {
  it("is like the stack's own, with its role and default tags, in another region", async () => {
    const plan = await record(
      () => {
        const provider = regionalProvider("west", "us-west-2");
        new aws.sns.Topic("far", { tags: { Name: "far" } }, { provider });
        return { zones: aws.getAvailabilityZonesOutput({}, { provider }).names };
      },
      {
        region: "us-east-1",
        config: {
          "aws:profile": "123456789012",
          "aws:defaultTags": '{"tags":{"Owner":"us"}}',
          "aws:assumeRoles": '[{"roleArn":"arn:aws:iam::123456789012:role/deploy"}]',
          "aws:allowedAccountIds": '["123456789012"]',
          "aws:maxRetries": "7",
          "aws:secretKey": "hush",
        },
        secretKeys: ["aws:secretKey"],
      },
    );
    const { inputs } = plan.get("west");
    assert.deepEqual(inputs, {
      region: "us-west-2",
      profile: "123456789012",
      defaultTags: '{"tags":{"Owner":"us"}}',
      assumeRoles: '[{"roleArn":"arn:aws:iam::123456789012:role/deploy"}]',
      allowedAccountIds: '["123456789012"]',
      maxRetries: "7",
      secretKey: secret("hush"),
      skipCredentialsValidation: "false",
      skipRegionValidation: "true",
    });
    const { outputs } = plan.get("far");
    assert.match(String(outputs.arn), /^arn:aws:sns:us-west-2:/);
    assert.deepEqual(outputs.tagsAll, { Owner: "us", Name: "far" });
    assert.deepEqual(plan.outputs.zones, ["us-west-2a", "us-west-2b", "us-west-2c", "us-west-2d"]);
  });

  it("needs no more than a region", async () => {
    const plan = await record(() => void regionalProvider("west", "us-west-2"));
    const { region, defaultTags } = plan.get("west").inputs;
    assert.deepEqual([region, defaultTags], ["us-west-2", undefined]);
  });

  it("refuses what is no region", () =>
    assert.rejects(
      record(() => void regionalProvider("west", "mars-north-1")),
      { message: 'provider "west": region must be a region of AWS, perhaps "eu-north-1", got "mars-north-1"' },
    ));
});
