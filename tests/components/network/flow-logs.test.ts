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
});
