import assert from "node:assert/strict";
import { images } from "./pipeline";

describe("where images are built", () => {
  it("is a private subnet, on servers that nobody reaches and that go even if they fail", async () => {
    const plan = await images({ topicArn: "arn:topic", instanceTypes: ["m7g.large", "m6g.large"] });
    assert.deepEqual(plan.get("web-image-infrastructure").inputs, {
      description: "Where the images of web-image are built",
      instanceProfileName: plan.get("web-image-profile").outputs.name,
      instanceTypes: ["m7g.large", "m6g.large"],
      subnetId: "subnet-3",
      securityGroupIds: [plan.get("web-image-sg").id],
      instanceMetadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 },
      terminateInstanceOnFailure: true,
      logging: { s3Logs: { s3BucketName: plan.get("web-image-logs-bucket").outputs.bucket, s3KeyPrefix: "builds" } },
      snsTopicArn: "arn:topic",
      resourceTags: { Name: "web-image-build" },
      tags: { Name: "web-image" },
    });
    assert.deepEqual(plan.names("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"), []);
  });

  it("reaches packages over HTTPS, those of Ubuntu over HTTP as well", async () => {
    const out = async (...args: Parameters<typeof images>) =>
      (await images(...args)).names("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule");
    const https = "web-image-sg-out-tcp-443-0.0.0.0/0";
    assert.deepEqual(await out(), [https]);
    const ubuntu = { type: "ubuntu", version: "24.04" } as const;
    assert.deepEqual(await out({ parent: ubuntu }), [https, "web-image-sg-out-tcp-80-0.0.0.0/0"]);
  });

  it("may do what building needs, and write its log", async () => {
    const plan = await images();
    const policies = ["ssm", "builder"].map((key) => plan.get(`web-image-role-${key}`).inputs.policyArn);
    assert.deepEqual(policies, [
      "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
      "arn:aws:iam::aws:policy/EC2InstanceProfileForImageBuilder",
    ]);
    const { Statement } = JSON.parse(String(plan.get("web-image-role-logs").inputs.policy));
    const Resource = `${plan.get("web-image-logs-bucket").outputs.arn}/builds/*`;
    assert.deepEqual(Statement, [{ Sid: "Logs", Effect: "Allow", Action: "s3:PutObject", Resource }]);
  });
});
