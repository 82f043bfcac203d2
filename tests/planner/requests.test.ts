import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { record } from "../../planner/record";
import { secret } from "../../planner/wire";

const topic = "urn:pulumi:dev::test::aws:sns/topic:Topic";

describe("a plan of options", () => {
  it("keeps each under Pulumi's name, with aliases as URNs", async () => {
    const plan = await record(() => {
      const first = new aws.sns.Topic("first");
      const options = {
        protect: true,
        aliases: [
          { name: "old" },
          { type: "aws:sns:Old" },
          { parent: first },
          { stack: "prod", project: "shop" },
          `${topic}::older`,
        ],
        deletedWith: first,
        replaceOnChanges: ["name"],
        deleteBeforeReplace: false,
        customTimeouts: { create: "30m" },
      };
      new aws.sns.Topic("second", {}, options);
    });
    assert.deepEqual(plan.get("second").options, {
      protect: true,
      aliases: [
        `${topic}::old`,
        "urn:pulumi:dev::test::aws:sns:Old::second",
        "urn:pulumi:dev::test::aws:sns/topic:Topic$aws:sns/topic:Topic::second",
        "urn:pulumi:prod::shop::aws:sns/topic:Topic::second",
        `${topic}::older`,
      ],
      deletedWith: `${topic}::first`,
      replaceOnChanges: ["name"],
      deleteBeforeReplace: false,
      customTimeouts: { create: "30m" },
    });
    assert.deepEqual(plan.get("first").options, {});
  });

  it("gives an imported resource the id and the ARN that it has", async () => {
    const arn = "arn:aws:sns:eu-west-1:111122223333:real";
    const plan = await record(() => {
      new aws.sns.Topic("topic", {}, { import: arn });
      new aws.ec2.Vpc("vpc", {}, { import: "vpc-123" });
      new aws.ivs.Channel("queue", {}, { import: "https://queue" });
    });
    const { id, outputs, standIns, options } = plan.get("topic");
    assert.deepEqual([id, outputs.arn, options.importId], [arn, arn, arn]);
    assert.deepEqual(standIns, ["arn", "name", "owner"]);
    assert.equal(plan.get("vpc").outputs.arn, "arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-123");
    assert.equal(plan.get("queue").id, "https://queue");
  });

  it("lets additionalSecretOutputs make outputs secret, downstream too", async () => {
    const plan = await record(() => {
      const made = new aws.sns.Topic(
        "topic",
        { displayName: "hush" },
        { additionalSecretOutputs: ["arn", "displayName", "policy"] },
      );
      return { arn: made.arn, name: made.name };
    });
    const { outputs } = plan.get("topic");
    const arn = secret(String(plan.get("topic").id));
    assert.deepEqual([outputs.arn, outputs.displayName, outputs.policy], [arn, secret("hush"), undefined]);
    assert.deepEqual(plan.outputs, { arn, name: outputs.name });
  });

  it("registers hooks without running them", async () => {
    const plan = await record(() => {
      const never = async () => {
        throw new Error("a plan creates nothing");
      };
      const hook = new pulumi.ResourceHook("hook", never);
      const errorHook = new pulumi.ErrorHook("error-hook", never);
      new aws.sns.Topic("topic", {}, { hooks: { beforeCreate: [hook], onError: [errorHook] } });
    });
    assert.equal(plan.get("topic").name, "topic");
  });
});
