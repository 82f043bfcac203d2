import assert from "node:assert/strict";
import { LambdaFunction, type LambdaFunctionArgs } from "../../components/lambda-function";
import type { Plan } from "../../planner/plan";
import { record } from "../../planner/record";

const code = { type: "folder", path: "components", runtime: "nodejs24.x", handler: "index.handler" } as const;
const network = {
  vpcId: "vpc-1",
  publicSubnetIds: [],
  privateSubnetIds: ["subnet-a", "subnet-b"],
  isolatedSubnetIds: ["subnet-c", "subnet-d"],
};
const make = (args: Partial<LambdaFunctionArgs> = {}, environment: "dev" | "prod" = "dev") =>
  record(() => void new LambdaFunction("orders", { code, ...args }), { environment });
const made = async (args: Partial<LambdaFunctionArgs>) => (await make(args)).get("orders-function").inputs;
const statements = (plan: Plan) => JSON.parse(String(plan.get("orders-role-own").inputs.policy)).Statement;

describe("LambdaFunction", () => {
  it("runs a folder on Graviton, traced, and publishes a version of it", async () => {
    const inputs = await made({});
    assert.deepEqual(inputs.architectures, ["arm64"]);
    assert.equal(inputs.packageType, "Zip");
    assert.equal(Object(inputs.code).path, "components");
    assert.equal(inputs.runtime, "nodejs24.x");
    assert.equal(inputs.handler, "index.handler");
    assert.equal(inputs.memorySize, 256);
    assert.equal(inputs.timeout, 10);
    assert.equal(inputs.publish, true);
    assert.deepEqual(inputs.tracingConfig, { mode: "Active" });
  });

  it("logs JSON from INFO on into a log group of its own, which forgets", async () => {
    const plan = await make({}, "prod");
    assert.deepEqual(plan.get("orders-function").inputs.loggingConfig, {
      logFormat: "JSON",
      logGroup: plan.get("orders-logs").outputs.name,
      applicationLogLevel: "INFO",
      systemLogLevel: "INFO",
    });
    assert.equal(plan.get("orders-logs").inputs.retentionInDays, 365);
    assert.equal((await make()).get("orders-logs").inputs.retentionInDays, 14);
  });

  it("may write its own logs and traces, and nothing else", async () => {
    const plan = await make();
    assert.deepEqual(statements(plan), [
      {
        Sid: "Logs",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: `${plan.get("orders-logs").outputs.arn}:*`,
      },
      {
        Sid: "Traces",
        Effect: "Allow",
        Action: ["xray:PutTraceSegments", "xray:PutTelemetryRecords"],
        Resource: "*",
      },
    ]);
    assert.equal(plan.ofType("aws:iam/rolePolicyAttachment:RolePolicyAttachment").length, 0);
  });

  it("may do what is named, by statement or by policy, before it exists", async () => {
    const plan = await make({
      tracing: "passThrough",
      permissions: [{ actions: ["s3:GetObject"], resources: ["arn:aws:s3:::menu/*"] }],
      policyArns: { table: "arn:aws:iam::123456789012:policy/table" },
    });
    assert.deepEqual(statements(plan).slice(1), [
      { Effect: "Allow", Action: ["s3:GetObject"], Resource: ["arn:aws:s3:::menu/*"] },
    ]);
    assert.equal(plan.get("orders-role-table").inputs.policyArn, "arn:aws:iam::123456789012:policy/table");
    const { dependencies, inputs } = plan.get("orders-function");
    for (const name of ["orders-role-own", "orders-role-table"]) {
      assert.ok(dependencies.includes(plan.get(name).urn), name);
    }
    assert.deepEqual(inputs.tracingConfig, { mode: "PassThrough" });
  });

  it("reaches within a VPC what it calls and HTTPS, and is admitted there alone", async () => {
    const plan = await make({
      vpc: {
        network,
        calls: { menu: { securityGroupId: "sg-menu", port: 80 } },
        egress: [{ to: { type: "prefixList", id: "pl-1", name: "files" }, port: 2049 }],
      },
    });
    assert.deepEqual(plan.get("orders-function").inputs.vpcConfig, {
      subnetIds: network.privateSubnetIds,
      securityGroupIds: [plan.get("orders-sg").id],
      ipv6AllowedForDualStack: false,
    });
    assert.deepEqual(plan.names("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"), [
      "orders-out-tcp-2049-files",
      "orders-out-tcp-443-0.0.0.0/0",
      "orders-out-tcp-80-menu",
    ]);
    assert.deepEqual(plan.names("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"), [
      "orders-menu-in-tcp-80-orders",
    ]);
    assert.equal(plan.get("orders-menu-in-tcp-80-orders").inputs.securityGroupId, "sg-menu");
  });

  it("speaks IPv6 in subnets that have it, and stands in isolated ones if told", async () => {
    const plan = await make({ vpc: { network, subnets: "isolated", ipv6: true } });
    const { subnetIds, ipv6AllowedForDualStack } = Object(plan.get("orders-function").inputs.vpcConfig);
    assert.deepEqual([subnetIds, ipv6AllowedForDualStack], [network.isolatedSubnetIds, true]);
    assert.equal(plan.get("orders-out-tcp-443-0:0:0:0:0:0:0:0/0").inputs.cidrIpv6, "::/0");
  });

  it("lets Lambda make its network interfaces, and its own code none", async () => {
    const [, , looks, changes, denied] = statements(await make({ vpc: { network } }));
    assert.deepEqual([looks.Effect, changes.Effect, denied.Effect], ["Allow", "Allow", "Deny"]);
    assert.deepEqual(denied.Action, [...looks.Action, ...changes.Action]);
    assert.ok(changes.Action.includes("ec2:CreateNetworkInterface"));
    assert.deepEqual([looks.Resource, changes.Resource], ["*", "arn:aws:ec2:*:123456789012:*/*"]);
    assert.deepEqual(denied.Condition, {
      ArnLike: { "lambda:SourceFunctionArn": "arn:aws:lambda:*:123456789012:function:*" },
    });
  });

  it("mounts a file system through its access point alone", async () => {
    const accessPointArn = "arn:aws:elasticfilesystem:eu-west-1:123456789012:access-point/fsap-0a1b2c3d4e5f60718";
    const fileSystemArn = "arn:aws:elasticfilesystem:eu-west-1:123456789012:file-system/fs-0a1b2c3d4e5f60718";
    const fileSystem = { accessPointArn, fileSystemArn, mountPath: "/mnt/menu", readOnly: true };
    const plan = await make({ vpc: { network }, fileSystem });
    assert.deepEqual(plan.get("orders-function").inputs.fileSystemConfig, {
      arn: accessPointArn,
      localMountPath: "/mnt/menu",
    });
    assert.deepEqual(statements(plan).at(-1), {
      Sid: "Files",
      Effect: "Allow",
      Action: ["elasticfilesystem:ClientMount"],
      Resource: fileSystemArn,
      Condition: { StringEquals: { "elasticfilesystem:AccessPointArn": accessPointArn } },
    });
    const writing = await make({ vpc: { network }, fileSystem: { ...fileSystem, readOnly: false } });
    assert.deepEqual(statements(writing).at(-1).Action, [
      "elasticfilesystem:ClientMount",
      "elasticfilesystem:ClientWrite",
    ]);
  });

  it("stops a function that calls itself in a circle, unless told", async () => {
    assert.equal((await make()).get("orders-recursion").inputs.recursiveLoop, "Terminate");
    assert.equal((await make({ recursion: "allow" })).get("orders-recursion").inputs.recursiveLoop, "Allow");
  });

  it("takes only code that the named profiles signed", async () => {
    const profile = "arn:aws:signer:eu-west-1:123456789012:/signing-profiles/shop/Ab12Cd34Ef";
    const plan = await make({ codeSigning: { profileVersionArns: [profile] } });
    const { inputs, outputs } = plan.get("orders-signing");
    assert.deepEqual(inputs.allowedPublishers, { signingProfileVersionArns: [profile] });
    assert.deepEqual(inputs.policies, { untrustedArtifactOnDeployment: "Enforce" });
    assert.equal(plan.get("orders-function").inputs.codeSigningConfigArn, outputs.arn);
  });

  it("calls for help about its alias: errors, throttles and calls that are nearly too long", async () => {
    const plan = await make({ timeoutSeconds: 20, alarms: { notify: { topicArn: "arn:aws:sns:t" }, errorPercent: 2 } });
    const name = plan.get("orders-function").outputs.name;
    const dimensions = { FunctionName: name, Resource: `${name}:live` };
    const queries = Object(plan.get("orders-errors").inputs.metricQueries);
    assert.deepEqual(queries[0].metric.dimensions, dimensions);
    assert.equal(plan.get("orders-errors").inputs.threshold, 2);
    assert.deepEqual(plan.get("orders-throttles").inputs.dimensions, dimensions);
    const parts = ["orders-throttles", "orders-errors"].map((name) => `ALARM("${plan.get(name).outputs.name}")`);
    assert.equal(plan.get("orders-down").inputs.alarmRule, parts.join(" OR "));
    assert.equal(plan.get("orders-duration").inputs.threshold, 16000);
    assert.deepEqual(plan.get("orders-duration").inputs.alarmActions, ["arn:aws:sns:t"]);
  });

  it("calls for help when events that failed wait in a queue", async () => {
    const queue = (name: string) => ({ type: "queue" as const, arn: `arn:aws:sqs:eu-west-1:123456789012:${name}` });
    const plan = await make({ deadLetter: queue("lost"), asynchronous: { onFailure: queue("failed") } });
    const topic = plan.get("orders-alarms-topic").outputs.arn;
    assert.deepEqual(plan.get("orders-dead-letters").inputs, {
      alarmDescription: "Events that failed to the last wait in a queue for somebody",
      namespace: "AWS/SQS",
      metricName: "ApproximateNumberOfMessagesVisible",
      dimensions: { QueueName: "lost" },
      statistic: "Maximum",
      period: 300,
      evaluationPeriods: 1,
      comparisonOperator: "GreaterThanThreshold",
      threshold: 0,
      treatMissingData: "notBreaching",
      alarmActions: [topic],
      okActions: [topic],
    });
    assert.deepEqual(plan.get("orders-failures").inputs.dimensions, { QueueName: "failed" });
    const toTopic = await make({ asynchronous: { onFailure: { type: "topic", arn: "arn:topic" } } });
    const names = toTopic.names("aws:cloudwatch/metricAlarm:MetricAlarm");
    assert.deepEqual(names, ["orders-duration", "orders-errors", "orders-throttles"]);
  });

  it("calls for none if told", async () => {
    const plan = await make({ alarms: "none" });
    assert.deepEqual(plan.ofType("aws:cloudwatch/metricAlarm:MetricAlarm"), []);
    assert.deepEqual(plan.ofType("aws:sns/topic:Topic"), []);
  });

  it("tells what its neighbours need and nothing else", async () => {
    const plan = await make({ vpc: { network } });
    assert.deepEqual(plan.get("orders").outputs, {
      functionName: plan.get("orders-function").outputs.name,
      aliasName: "live",
      aliasArn: `${plan.get("orders-function").outputs.arn}:live`,
      roleName: plan.get("orders-role").outputs.name,
      logGroupName: plan.get("orders-logs").outputs.name,
      securityGroupId: plan.get("orders-sg").id,
      alarmTopicArn: plan.get("orders-alarms-topic").outputs.arn,
    });
  });
});
