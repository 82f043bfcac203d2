import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { record } from "../../../planner/record";
import { lookUp } from "../../../planner/stand-ins/look-ups";
import { UNKNOWN } from "../../../planner/wire";

const option = (namespace: string, name: string, value: string) => ({ namespace, name, value });
const environmentOf = async (args: Partial<aws.elasticbeanstalk.EnvironmentArgs>) =>
  (
    await record(() => {
      new aws.elasticbeanstalk.Environment("web", { application: "shop", ...args });
    })
  ).get("web");

describe("stand-ins of Elastic Beanstalk", () => {
  it("name applications, versions and environments as AWS does", async () => {
    const plan = await record(() => {
      const application = new aws.elasticbeanstalk.Application("shop");
      new aws.elasticbeanstalk.ApplicationVersion("first", { application, name: "v1", bucket: "b", key: "k" });
      new aws.elasticbeanstalk.ConfigurationTemplate("common", { application: application.name });
    });
    const { name, arn } = plan.get("shop").outputs;
    assert.equal(arn, `arn:aws:elasticbeanstalk:eu-west-1:123456789012:application/${name}`);
    const version = plan.get("first").outputs;
    assert.equal(version.arn, `arn:aws:elasticbeanstalk:eu-west-1:123456789012:applicationversion/${name}/v1`);
    assert.match(String(plan.get("common").id), /^common-0ff11e/);
  });

  it("give a web environment a CNAME and a load balancer", async () => {
    const { id, outputs } = await environmentOf({});
    assert.match(String(id), /^e-0ff11e[0-9a-f]{4}$/);
    assert.match(String(outputs.cname), /^web-0ff11e\w\.0ff11e[0-9a-f]{2}\.eu-west-1\.elasticbeanstalk\.com$/);
    assert.match(
      String(Object(outputs.loadBalancers)[0]),
      /^arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer\/app\/awseb-AWSEB-0FF11E[0-9A-F]{6}\/0ff11e[0-9a-f]{10}$/,
    );
    assert.match(
      String(outputs.endpointUrl),
      /^awseb-AWSEB-0FF11E[0-9A-F]{6}-0ff11e[0-9a-f]{4}\.eu-west-1\.elb\.amazonaws\.com$/,
    );
    assert.match(String(Object(outputs.autoscalingGroups)[0]), /^awseb-e-0ff11e.*-stack-AWSEBAutoScalingGroup-/);
    const named = await environmentOf({ cnamePrefix: "shop" });
    assert.match(String(named.outputs.cname), /^shop\./);
  });

  it("give a single instance no load balancer, and a shared one the load balancer that it shares", async () => {
    const single = await environmentOf({
      settings: [option("aws:elasticbeanstalk:environment", "EnvironmentType", "SingleInstance")],
    });
    assert.deepEqual([single.outputs.loadBalancers, single.outputs.endpointUrl], [[], UNKNOWN]);
    const arn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/front/0dbf78d8ad96abbc";
    const shared = await environmentOf({ settings: [option("aws:elbv2:loadbalancer", "SharedLoadBalancer", arn)] });
    assert.deepEqual(shared.outputs.loadBalancers, [arn]);
    const network = await environmentOf({
      settings: [option("aws:elasticbeanstalk:environment", "LoadBalancerType", "network")],
    });
    assert.match(String(Object(network.outputs.loadBalancers)[0]), /:loadbalancer\/net\//);
  });

  it("give a worker the queue that it is told, or one of Elastic Beanstalk's", async () => {
    const own = await environmentOf({ tier: "Worker" });
    assert.match(
      String(Object(own.outputs.queues)[0]),
      /^https:\/\/sqs\.eu-west-1\.amazonaws\.com\/123456789012\/awseb-e-0ff11e.*-stack-AWSEBWorkerQueue-/,
    );
    const url = "https://sqs.eu-west-1.amazonaws.com/123456789012/jobs";
    const given = await environmentOf({
      tier: "Worker",
      settings: [option("aws:elasticbeanstalk:sqsd", "WorkerQueueURL", url)],
    });
    assert.deepEqual([given.outputs.queues, given.outputs.loadBalancers], [[url], []]);
  });
});

describe("look-ups of Elastic Beanstalk", () => {
  const setting = { project: "shop", stack: "dev", region: "eu-west-1" };
  const ask = (name: string, inputs: Record<string, string> = {}) =>
    lookUp(`aws:elasticbeanstalk/${name}:${name}`, inputs, setting) ?? {};

  it("find the stack of a branch in a version that is no real one's, and nothing where the pattern is wider", () => {
    const stack = (nameRegex: string) => ask("getSolutionStack", { nameRegex }).name;
    assert.equal(
      stack("^64bit Amazon Linux 2023 v[0-9.]+ running Node\\.js 22$"),
      "64bit Amazon Linux 2023 v0.0.0 running Node.js 22",
    );
    assert.equal(stack("^64bit Amazon Linux (.*) running Docker$"), UNKNOWN);
  });

  it("know a hosted zone of each region, and an application by its name", () => {
    assert.match(String(ask("getHostedZone").id), /^Z0FF11E[0-9A-F]{7}$/);
    assert.notEqual(ask("getHostedZone", { region: "us-east-1" }).id, ask("getHostedZone").id);
    assert.equal(
      ask("getApplication", { name: "shop" }).arn,
      "arn:aws:elasticbeanstalk:eu-west-1:123456789012:application/shop",
    );
  });

  it("do not know whether an account encrypts new disks", () => {
    const { enabled } = lookUp("aws:ebs/getEncryptionByDefault:getEncryptionByDefault", {}, setting) ?? {};
    assert.equal(enabled, UNKNOWN);
  });
});
