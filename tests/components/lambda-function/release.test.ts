import assert from "node:assert/strict";
import { LambdaFunction, type LambdaFunctionArgs } from "../../../components/lambda-function";
import type { Release } from "../../../components/lambda-function/release";
import { record } from "../../../planner/record";

const code = { type: "folder", path: "components", runtime: "nodejs24.x", handler: "index.handler" } as const;
const make = (release: Release, args: Partial<LambdaFunctionArgs> = {}) =>
  record(() => void new LambdaFunction("orders", { code, ...args, release }));

describe("the release of a function", () => {
  it("moves the alias to the new version at once", async () => {
    const plan = await make({ type: "allAtOnce" });
    assert.deepEqual(plan.get("orders-alias").inputs, {
      name: "live",
      functionName: plan.get("orders-function").outputs.name,
      functionVersion: "1",
    });
    assert.equal(plan.ofType("aws:codedeploy/deploymentGroup:DeploymentGroup").length, 0);
  });

  it("has CodeDeploy move an alias of its own, of which the version alone ever changes", async () => {
    const plan = await make({ type: "canary" });
    const { inputs } = plan.get("orders-alias", "aws:cloudformation/stack:Stack");
    assert.deepEqual(inputs.parameters, {
      FunctionName: plan.get("orders-function").outputs.name,
      FunctionVersion: "1",
    });
    assert.deepEqual(JSON.parse(String(inputs.templateBody)).Resources.Alias, {
      Type: "AWS::Lambda::Alias",
      Properties: {
        Name: "gradual",
        FunctionName: { Ref: "FunctionName" },
        FunctionVersion: { Ref: "FunctionVersion" },
      },
      UpdatePolicy: {
        CodeDeployLambdaAliasUpdate: {
          ApplicationName: plan.get("orders-deploy").outputs.name,
          DeploymentGroupName: "orders",
        },
      },
    });
    assert.equal(plan.get("orders").outputs.aliasArn, `${plan.get("orders-function").outputs.arn}:gradual`);
    assert.equal(plan.ofType("aws:lambda/alias:Alias").length, 0);
  });

  it("goes in one step as a canary, and in many as a line", async () => {
    const pace = async (release: Release) => (await make(release)).get("orders-deploy-pace").inputs;
    assert.deepEqual(await pace({ type: "canary", percent: 5, minutes: 15 }), {
      computePlatform: "Lambda",
      trafficRoutingConfig: { type: "TimeBasedCanary", timeBasedCanary: { percentage: 5, interval: 15 } },
    });
    assert.deepEqual(await pace({ type: "linear" }), {
      computePlatform: "Lambda",
      trafficRoutingConfig: { type: "TimeBasedLinear", timeBasedLinear: { percentage: 10, interval: 1 } },
    });
  });

  it("goes back when the new version fails, is late, or sets off an alarm of yours, but not for load", async () => {
    const plan = await make({ type: "canary", alarmNames: ["checkout"] });
    const { alarmConfiguration, autoRollbackConfiguration, deploymentStyle } = plan.get("orders-deploy-group").inputs;
    assert.deepEqual(alarmConfiguration, {
      enabled: true,
      alarms: [plan.get("orders-errors").outputs.name, plan.get("orders-duration").outputs.name, "checkout"],
    });
    assert.deepEqual(autoRollbackConfiguration, {
      enabled: true,
      events: ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"],
    });
    assert.deepEqual(deploymentStyle, { deploymentType: "BLUE_GREEN", deploymentOption: "WITH_TRAFFIC_CONTROL" });
  });

  it("is given time for the way there and back", async () => {
    const timeout = async (release: Release) =>
      (await make(release)).get("orders-alias", "aws:cloudformation/stack:Stack").options.customTimeouts?.update;
    assert.equal(await timeout({ type: "canary", minutes: 30 }), "90m");
    assert.equal(await timeout({ type: "linear", percent: 30, everyMinutes: 10 }), "100m");
  });

  it("keeps environments ready for whichever alias there is", async () => {
    const atOnce = await make({ type: "allAtOnce" }, { provisionedConcurrency: 3 });
    assert.deepEqual(atOnce.get("orders-provisioned").inputs, {
      functionName: atOnce.get("orders-function").outputs.name,
      qualifier: "live",
      provisionedConcurrentExecutions: 3,
    });
    const gradual = await make({ type: "linear" }, { provisionedConcurrency: 3 });
    const { templateBody } = gradual.get("orders-alias", "aws:cloudformation/stack:Stack").inputs;
    assert.deepEqual(JSON.parse(String(templateBody)).Resources.Alias.Properties.ProvisionedConcurrencyConfig, {
      ProvisionedConcurrentExecutions: 3,
    });
    assert.equal(gradual.ofType("aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig").length, 0);
  });

  it("sends events that failed where they are told, from the alias", async () => {
    const plan = await make(
      { type: "allAtOnce" },
      {
        asynchronous: {
          onFailure: { type: "queue", arn: "arn:aws:sqs:eu-west-1:123456789012:failed" },
          onSuccess: { type: "eventBus", arn: "arn:aws:events:eu-west-1:123456789012:event-bus/done" },
          maxRetries: 1,
          maxAgeSeconds: 600,
        },
        deadLetter: { type: "topic", arn: "arn:aws:sns:eu-west-1:123456789012:dead" },
      },
    );
    assert.deepEqual(plan.get("orders-events").inputs, {
      functionName: plan.get("orders-function").outputs.name,
      qualifier: "live",
      maximumRetryAttempts: 1,
      maximumEventAgeInSeconds: 600,
      destinationConfig: {
        onFailure: { destination: "arn:aws:sqs:eu-west-1:123456789012:failed" },
        onSuccess: { destination: "arn:aws:events:eu-west-1:123456789012:event-bus/done" },
      },
    });
    assert.deepEqual(plan.get("orders-function").inputs.deadLetterConfig, {
      targetArn: "arn:aws:sns:eu-west-1:123456789012:dead",
    });
    assert.deepEqual(JSON.parse(String(plan.get("orders-role-own").inputs.policy)).Statement.slice(2), [
      { Effect: "Allow", Action: "sqs:SendMessage", Resource: "arn:aws:sqs:eu-west-1:123456789012:failed" },
      { Effect: "Allow", Action: "events:PutEvents", Resource: "arn:aws:events:eu-west-1:123456789012:event-bus/done" },
      { Effect: "Allow", Action: "sns:Publish", Resource: "arn:aws:sns:eu-west-1:123456789012:dead" },
    ]);
  });

  it("needs an alarm that turns it back, its own or another", async () => {
    await assert.rejects(make({ type: "canary" }, { alarms: "none" }), {
      message: 'function "orders": alarms must not be "none" with the release canary, which they end, got "none"',
    });
    const plan = await make({ type: "canary", alarmNames: ["lost"] }, { alarms: "none" });
    const { alarmConfiguration } = plan.get("orders-deploy-group").inputs;
    assert.deepEqual(alarmConfiguration, { enabled: true, alarms: ["lost"] });
  });
});
