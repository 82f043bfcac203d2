import assert from "node:assert/strict";
import { AccessGroups, type AccessGroupsArgs } from "../../../components/access-groups";
import { record } from "../../../planner/record";
import { decision } from "./decision";

const policyOf = async (args: AccessGroupsArgs = {}) => {
  const plan = await record(() => new AccessGroups("people", args));
  return String(plan.get("people-operate").inputs.policy);
};
const account = "eu-west-1:123456789012";
const server = `arn:aws:ec2:${account}:instance/i-0123456789abcdef0`;
const dev = { "aws:ResourceTag/Environment": "dev" };
const prod = { "aws:ResourceTag/Environment": "prod" };

const operations: Record<string, string> = {
  "ec2:StartInstances": server,
  "ec2:StopInstances": server,
  "ssm:StartSession": server,
  "autoscaling:StartInstanceRefresh": `arn:aws:autoscaling:${account}:autoScalingGroup:0ff11e:autoScalingGroupName/web`,
  "ecs:UpdateService": `arn:aws:ecs:${account}:service/shop/web`,
  "lambda:UpdateFunctionCode": `arn:aws:lambda:${account}:function:orders`,
  "ecr:PutImage": `arn:aws:ecr:${account}:repository/shop`,
  "logs:FilterLogEvents": `arn:aws:logs:${account}:log-group:/shop/web`,
};

describe("the policy of developers", () => {
  it("lets them operate what bears the tag, and only that", async () => {
    const policy = await policyOf();
    for (const [action, resource] of Object.entries(operations)) {
      assert.equal(decision([policy], { action, resource, context: dev }), "allowed", action);
      for (const context of [prod, {}]) {
        assert.equal(decision([policy], { action, resource, context }), "not allowed", action);
      }
    }
  });

  it("goes by another tag if told", async () => {
    const policy = await policyOf({ developerTag: { key: "Project", value: "shop" } });
    const ask = (context: Record<string, string>) =>
      decision([policy], { action: "ec2:StopInstances", resource: server, context });
    assert.equal(ask({ "aws:ResourceTag/Project": "shop" }), "allowed");
    assert.equal(ask(dev), "not allowed");
  });

  it("lets them make, delete and pass on nothing", async () => {
    const policy = await policyOf();
    const never = ["ec2:RunInstances", "ec2:TerminateInstances", "iam:PassRole", "iam:CreateUser", "s3:GetObject"];
    for (const action of [...never, "ecs:RegisterTaskDefinition", "secretsmanager:GetSecretValue"]) {
      assert.equal(decision([policy], { action, resource: server, context: dev }), "not allowed", action);
    }
  });

  it("lets them end their own sessions, not those of others", async () => {
    const policy = await policyOf();
    const end = (user: string) =>
      decision([policy], { action: "ssm:TerminateSession", resource: `arn:aws:ssm:${account}:session/${user}-0ff11e` });
    assert.equal(end("alice"), "allowed");
    assert.equal(end("bob"), "not allowed");
  });

  it("opens sessions by the shell's document and by that of port forwarding, and by no other", async () => {
    const policy = await policyOf();
    const open = (resource: string) => decision([policy], { action: "ssm:StartSession", resource });
    assert.equal(open(`arn:aws:ssm:${account}:document/SSM-SessionManagerRunShell`), "allowed");
    assert.equal(open("arn:aws:ssm:eu-west-1::document/AWS-StartPortForwardingSession"), "allowed");
    assert.equal(open("arn:aws:ssm:eu-west-1::document/AWS-StartInteractiveCommand"), "not allowed");
  });
});
