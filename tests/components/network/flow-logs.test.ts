import assert from "node:assert/strict";
import { Network, type NetworkArgs } from "../../../components/network";
import { record } from "../../../planner/record";

const network = (args: NetworkArgs = {}, environment: "dev" | "prod" = "dev") =>
  record(
    () => {
      new Network("net", args);
    },
    { environment },
  );

describe("the flow logs", () => {
  it("record all traffic of the VPC in a log group of their own", async () => {
    const plan = await network();
    assert.deepEqual(plan.get("net-flow-log").inputs, {
      vpcId: plan.get("net-vpc").id,
      trafficType: "ALL",
      logDestinationType: "cloud-watch-logs",
      logDestination: plan.get("net-flow-logs").outputs.arn,
      iamRoleArn: plan.get("net-flow-logs-role").outputs.arn,
      tags: { Name: "net-flow-log" },
    });
    assert.ok(plan.get("net-flow-log").dependencies.includes(plan.get("net-flow-logs-policy").urn));
  });

  it("are kept for 14 days in dev and a year in prod, or as said", async () => {
    const days = async (args?: NetworkArgs, environment?: "dev" | "prod") =>
      (await network(args, environment)).get("net-flow-logs").inputs.retentionInDays;
    assert.equal(await days(), 14);
    assert.equal(await days({}, "prod"), 365);
    assert.equal(await days({ flowLogs: { retentionDays: 90 } }), 90);
  });

  it("can be switched off by name, and leave nothing behind", async () => {
    const plan = await network({ flowLogs: false });
    assert.deepEqual(
      plan.resources.filter(({ name }) => name.includes("flow-log")).map(({ name }) => name),
      [],
    );
  });

  it("write by a role that only flow logs of this account may take, to their log group only", async () => {
    const plan = await network();
    const role = plan.get("net-flow-logs-role").inputs;
    assert.deepEqual(JSON.parse(String(role.assumeRolePolicy)).Statement, [
      {
        Effect: "Allow",
        Principal: { Service: "vpc-flow-logs.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: {
          StringEquals: { "aws:SourceAccount": "123456789012" },
          ArnLike: { "aws:SourceArn": "arn:aws:ec2:eu-west-1:123456789012:vpc-flow-log/*" },
        },
      },
    ]);
    const arn = plan.get("net-flow-logs").outputs.arn;
    const policy = plan.get("net-flow-logs-policy").inputs;
    assert.equal(policy.role, plan.get("net-flow-logs-role").outputs.name);
    assert.deepEqual(JSON.parse(String(policy.policy)).Statement, [
      {
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogGroups", "logs:DescribeLogStreams"],
        Resource: [arn, `${arn}:*`],
      },
    ]);
  });

  it("hold the fields that are said, in their order, over a minute if said", async () => {
    const plan = await network({
      flowLogs: {
        retentionDays: 14,
        fields: ["srcaddr", "pkt-srcaddr", "encryption-status"],
        maxAggregationSeconds: 60,
      },
    });
    const { logFormat, maxAggregationInterval } = plan.get("net-flow-log").inputs;
    const format = ["srcaddr", "pkt-srcaddr", "encryption-status"].map((field) => `\${${field}}`).join(" ");
    assert.deepEqual([logFormat, maxAggregationInterval], [format, 60]);
  });

  it("encrypt their log group with a key of yours", async () => {
    const plan = await network({
      flowLogs: { retentionDays: 14, kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/1" },
    });
    assert.equal(plan.get("net-flow-logs").inputs.kmsKeyId, "arn:aws:kms:eu-west-1:123456789012:key/1");
  });

  it("record a regional NAT gateway too, which the VPC's interfaces do not show", async () => {
    const plan = await network({ nat: "regional" });
    assert.deepEqual(plan.names("aws:ec2/flowLog:FlowLog"), ["net-flow-log", "net-nat-flow-log"]);
    const { vpcId: _, ...ofVpc } = plan.get("net-flow-log").inputs;
    assert.deepEqual(plan.get("net-nat-flow-log").inputs, {
      ...ofVpc,
      regionalNatGatewayId: plan.get("net-nat").id,
      tags: { Name: "net-nat-flow-log" },
    });
    assert.deepEqual((await network({ nat: "perZone" })).names("aws:ec2/flowLog:FlowLog"), ["net-flow-log"]);
  });

  it("write Parquet, by Hive's partitions and hours, into a bucket that only they can write to", async () => {
    const plan = await network({ flowLogs: { type: "s3" } });
    const bucket = plan.get("net-flow-logs-bucket").outputs.bucket;
    assert.deepEqual(plan.get("net-flow-log").inputs, {
      vpcId: plan.get("net-vpc").id,
      trafficType: "ALL",
      logDestinationType: "s3",
      logDestination: `arn:aws:s3:::${bucket}`,
      destinationOptions: { fileFormat: "parquet", hiveCompatiblePartitions: true, perHourPartition: true },
      tags: { Name: "net-flow-log" },
    });
    assert.deepEqual(plan.names("aws:cloudwatch/logGroup:LogGroup"), []);
    assert.ok(plan.get("net-flow-log").dependencies.includes(plan.get("net-flow-logs-policy").urn));
    const [write, check, tls] = JSON.parse(String(plan.get("net-flow-logs-policy").inputs.policy)).Statement;
    const arn = plan.get("net-flow-logs-bucket").outputs.arn;
    assert.deepEqual(write.Principal, { Service: "delivery.logs.amazonaws.com" });
    const folders = [`${arn}/AWSLogs/123456789012/*`, `${arn}/AWSLogs/aws-account-id=123456789012/*`];
    assert.deepEqual([write.Resource, check.Action, tls.Sid], [folders, "s3:GetBucketAcl", "TlsOnly"]);
    assert.equal(write.Condition.StringEquals["aws:SourceAccount"], "123456789012");
    assert.deepEqual(plan.get("net-flow-logs-encryption").inputs.rules, [
      { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } },
    ]);
  });

  it("write text into a folder of such a bucket, kept and encrypted as said", async () => {
    const kmsKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/1";
    const plan = await network({
      flowLogs: {
        type: "s3",
        bucket: { retentionDays: 90, kmsKeyArn },
        prefix: "network/flows",
        fileFormat: "plainText",
        hiveCompatiblePartitions: false,
        perHourPartition: false,
      },
    });
    const { logDestination, destinationOptions } = plan.get("net-flow-log").inputs;
    assert.equal(logDestination, `arn:aws:s3:::${plan.get("net-flow-logs-bucket").outputs.bucket}/network/flows/`);
    const options = { fileFormat: "plain-text", hiveCompatiblePartitions: false, perHourPartition: false };
    assert.deepEqual(destinationOptions, options);
    assert.deepEqual(plan.get("net-flow-logs-encryption").inputs.rules, [
      {
        applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: kmsKeyArn },
        bucketKeyEnabled: true,
      },
    ]);
    const [rule] = plan.get("net-flow-logs-lifecycle").inputs.rules as { expiration: unknown }[];
    assert.deepEqual(rule?.expiration, { days: 90 });
  });

  it("write into a bucket that is there, or to a delivery stream, and make neither", async () => {
    const given = await network({ flowLogs: { type: "s3", bucket: { arn: "arn:aws:s3:::central" }, prefix: "net" } });
    assert.equal(given.get("net-flow-log").inputs.logDestination, "arn:aws:s3:::central/net/");
    assert.deepEqual(given.names("aws:s3/bucket:Bucket"), []);
    const deliveryStreamArn = "arn:aws:firehose:eu-west-1:123456789012:deliverystream/flows";
    const stream = await network({ flowLogs: { type: "firehose", deliveryStreamArn } });
    assert.deepEqual(stream.get("net-flow-log").inputs, {
      vpcId: stream.get("net-vpc").id,
      trafficType: "ALL",
      logDestinationType: "kinesis-data-firehose",
      logDestination: deliveryStreamArn,
      tags: { Name: "net-flow-log" },
    });
  });

  const refused: [string, NetworkArgs, RegExp][] = [
    [
      "a retention that CloudWatch lacks",
      { flowLogs: { retentionDays: 10 } },
      /flowLogs.retentionDays must be one of 1, 3, 5, .*, got 10/,
    ],
    [
      "no field of a record",
      { flowLogs: { retentionDays: 14, fields: [] } },
      /flowLogs.fields must name at least one field/,
    ],
    [
      "a field of a record twice",
      { flowLogs: { retentionDays: 14, fields: ["srcaddr", "srcaddr"] } },
      /flowLogs.fields must not repeat a field, got \["srcaddr","srcaddr"\]/,
    ],
    [
      "a field that records lack",
      { flowLogs: { retentionDays: 14, fields: ["sender" as "srcaddr"] } },
      /flowLogs.fields must hold fields such as srcaddr, got "sender"/,
    ],
    [
      "records of half a minute",
      { flowLogs: { retentionDays: 14, maxAggregationSeconds: 30 as 60 } },
      /flowLogs.maxAggregationSeconds must be 60 or 600, got 30/,
    ],
    [
      "a folder that AWS has itself",
      { flowLogs: { type: "s3", prefix: "AWSLogs/net" } },
      /flowLogs.prefix must be a folder such as "network\/flows", and not AWSLogs, got "AWSLogs\/net"/,
    ],
    [
      "a folder with a slash behind it",
      { flowLogs: { type: "s3", prefix: "net/" } },
      /flowLogs.prefix must be a folder/,
    ],
    [
      "files for no day",
      { flowLogs: { type: "s3", bucket: { retentionDays: 0 } } },
      /flowLogs.bucket.retentionDays must be a whole number of days, 1 or more, got 0/,
    ],
  ];
  for (const [title, args, sentence] of refused) {
    it(`refuses ${title}`, () => assert.rejects(network(args), sentence));
  }

  it("refuses a name that their bucket cannot be called after, unless the bucket is there", async () => {
    const name = "n".repeat(39);
    const named = (flowLogs: NetworkArgs["flowLogs"]) => record(() => new Network(name, { flowLogs }).vpcId);
    await assert.rejects(named({ type: "s3" }), /name must be at most 38 letters, digits and hyphens, .*, got "n{39}"/);
    const plan = await named({ type: "s3", bucket: { arn: "arn:aws:s3:::central" } });
    assert.equal(plan.get(`${name}-flow-log`).inputs.logDestination, "arn:aws:s3:::central");
  });
});
