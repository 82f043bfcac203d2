import assert from "node:assert/strict";
import { bucketType, parts } from "../../../policies/facts/bucket-parts";
import { isLogBucket, logWriters } from "../../../policies/facts/log-buckets";
import { UNKNOWN } from "../../../policies/facts/value";
import { fake, fakeStack } from "./fake-stack";

const arn = "arn:aws:s3:::shop-logs";
const logs = fake(bucketType, "logs", { id: "shop-logs", bucket: "shop-logs", arn });

describe("the bucket that takes logs", () => {
  it("is known by the resources that name it, whatever they call it", () => {
    for (const [type, props] of [
      [parts.logging.type, { bucket: "shop", targetBucket: "shop-logs" }],
      [bucketType, { logging: { targetBucket: "shop-logs" } }],
      [bucketType, { loggings: [{ targetBucket: "shop-logs" }] }],
      ["aws:lb/loadBalancer:LoadBalancer", { accessLogs: { bucket: "shop-logs" } }],
      ["aws:cloudfront/distribution:Distribution", { loggingConfig: { bucket: "shop-logs.s3.amazonaws.com" } }],
      [
        "aws:cloudfront/distribution:Distribution",
        { loggingConfig: { bucket: "shop-logs.s3.eu-west-1.amazonaws.com" } },
      ],
      ["aws:ec2/flowLog:FlowLog", { logDestination: `${arn}/network/` }],
      ["aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", { logDestinationConfigs: [arn] }],
    ] as const) {
      const stack = fakeStack(logs, fake(type, "writer", props));
      assert.deepEqual([...logWriters(stack, logs)], [type], JSON.stringify(props));
      assert.equal(isLogBucket(stack, logs), true);
    }
  });

  it("is known at preview by what the property refers to", () => {
    const writer = fake("aws:ec2/flowLog:FlowLog", "writer", { logDestination: UNKNOWN }, { logDestination: [logs] });
    assert.equal(isLogBucket(fakeStack(logs, writer), logs), true);
  });

  it("is known by a policy or an ACL that lets AWS deliver", () => {
    const statement = (principal: object, rest: object = {}) => ({
      bucket: "shop-logs",
      policy: { Statement: { Effect: "Allow", Principal: principal, Action: "s3:PutObject", ...rest } },
    });
    const service = { Service: "delivery.logs.amazonaws.com" };
    const of = (type: string, props: Record<string, unknown>) =>
      isLogBucket(fakeStack(logs, fake(type, "p", props)), logs);
    assert.equal(of(parts.policy.type, statement(service)), true);
    assert.equal(of(parts.policy.type, statement({ AWS: "arn:aws:iam::156460612806:root" })), true);
    assert.equal(of(parts.acl.type, { bucket: "shop-logs", acl: "log-delivery-write" }), true);
    assert.equal(of(parts.policy.type, statement(service, { Effect: "Deny" })), false);
    assert.equal(of(parts.policy.type, statement(service, { Action: "s3:GetBucketAcl" })), false);
    assert.equal(of(parts.policy.type, statement({ AWS: "arn:aws:iam::111122223333:root" })), false);
    const vague = { bucket: "shop-logs", policy: UNKNOWN };
    assert.equal(isLogBucket(fakeStack(logs, fake(parts.policy.type, "p", vague, { policy: [logs] })), logs), UNKNOWN);
  });

  it("is no bucket of which nothing speaks of logs", () => {
    const other = fake("aws:ec2/flowLog:FlowLog", "writer", { logDestination: "arn:aws:s3:::elsewhere" });
    assert.equal(isLogBucket(fakeStack(logs, other), logs), false);
  });
});
