import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { encryptedTopic } from "../../components/encrypted-topic";
import { record } from "../../planner/record";

const make = (region?: string, environment: "dev" | "prod" = "prod") =>
  record(
    () => {
      const parent = new pulumi.ComponentResource("test:index:Parent", "parent");
      const topicStatements = (Resource: pulumi.Output<string>) => [{ Sid: "Publish", Resource }];
      encryptedTopic("news", { keyStatement: { Sid: "Use" }, topicStatements, region }, parent);
    },
    { environment },
  );

const statements = (policy: unknown) => JSON.parse(String(policy)).Statement;

describe("encryptedTopic", () => {
  it("has a key of its own that rotates, which its account and the publishers may use", async () => {
    const plan = await make();
    const { policy, enableKeyRotation, deletionWindowInDays } = plan.get("news-key").inputs;
    assert.deepEqual(statements(policy), [
      {
        Sid: "OwnAccount",
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::123456789012:root" },
        Action: "kms:*",
        Resource: "*",
      },
      { Sid: "Use" },
    ]);
    assert.deepEqual([enableKeyRotation, deletionWindowInDays], [true, 30]);
    assert.equal((await make(undefined, "dev")).get("news-key").inputs.deletionWindowInDays, 7);
    assert.equal(plan.get("news-topic").inputs.kmsMasterKeyId, plan.get("news-key").outputs.arn);
  });

  it("lets publish whom it is told to", async () => {
    const plan = await make();
    const { arn } = plan.get("news-topic").outputs;
    assert.equal(plan.get("news-policy").inputs.arn, arn);
    assert.deepEqual(statements(plan.get("news-policy").inputs.policy), [{ Sid: "Publish", Resource: arn }]);
  });

  it("is in another region with its key and its policy", async () => {
    const plan = await make("us-east-1");
    for (const role of ["key", "topic", "policy"])
      assert.equal(plan.get(`news-${role}`).inputs.region, "us-east-1", role);
  });
});
