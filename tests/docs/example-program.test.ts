import assert from "node:assert/strict";
import { className, programOf } from "../../docs/example-program";
import { ref } from "../../policies/examples";
import { UNKNOWN } from "../../policies/facts/value";

const bucket = (props: Record<string, unknown>) => ({ type: "aws:s3/bucket:Bucket", props });

describe("an example as a program", () => {
  it("makes each resource after those that it refers to, under names that are variables", () => {
    assert.equal(
      programOf({
        "to-logs": { type: "aws:s3/bucketLogging:BucketLogging", props: { bucket: ref("new", "bucket") } },
        new: bucket({}),
      }),
      'import * as aws from "@pulumi/aws";\n\nconst newResource = new aws.s3.Bucket("new", {});\n' +
        'const toLogs = new aws.s3.BucketLogging("to-logs", { bucket: newResource.bucket });',
    );
  });

  it("writes resources that refer to each other as they stand", () => {
    const program = programOf({ a: bucket({ bucket: ref("b") }), b: bucket({ bucket: ref("a") }) });
    assert.deepEqual(program.match(/^const \w/gm), ["const b", "const a"]);
  });

  it("breaks what is longer than a line, and writes documents as objects", () => {
    const policy = JSON.stringify({ Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*" }] });
    const props = { policy, tags: { "a-b": "{", c: UNKNOWN }, none: undefined, nothing: null };
    assert.equal(
      programOf({ logs: { ...bucket(props), protect: true } }),
      `import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const notKnownYet = pulumi.output<any>(pulumi.unknown);
const logs = new aws.s3.Bucket("logs", {
  policy: JSON.stringify({
    Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*" }],
  }),
  tags: { "a-b": "{", c: notKnownYet },
  nothing: null,
}, { protect: true });`,
    );
  });

  it("says what a class asks for and the example leaves out", () => {
    assert.equal(
      programOf({ aws: { type: "aws:ebs/volume:Volume", props: { encrypted: true, size: undefined } } }),
      'import * as aws from "@pulumi/aws";\n\n' +
        'const awsResource = new aws.ebs.Volume("aws", { encrypted: true, availabilityZone: "eu-west-1a" });',
    );
  });

  it("imports each package, also of a provider", () => {
    const program = programOf({
      native: { type: "pulumi:providers:aws-native", props: {} },
      id: { type: "random:index/randomId:RandomId", props: {} },
    });
    assert.equal(
      program,
      'import * as awsNative from "@pulumi/aws-native";\nimport * as random from "@pulumi/random";\n\n' +
        'const native = new awsNative.Provider("native", {});\nconst id = new random.RandomId("id", {});',
    );
  });

  it("calls classes as their packages do", () => {
    assert.equal(className("aws:ec2/launchTemplate:LaunchTemplate"), "aws.ec2.LaunchTemplate");
    assert.equal(className("kubernetes:apps/v1:Deployment"), "kubernetes.apps.v1.Deployment");
    assert.equal(className("random:index/randomId:RandomId"), "random.RandomId");
    assert.equal(className("shop:index:Tier"), "shop.Tier");
    assert.equal(className("pulumi:providers:aws-native"), "awsNative.Provider");
  });
});
