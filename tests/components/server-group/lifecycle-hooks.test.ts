import assert from "node:assert/strict";
import type { ServerGroupArgs } from "../../../components/server-group";
import { refuses } from "./refused";
import { groupInputs, workers } from "./workers";

const hookType = "aws:autoscaling/lifecycleHook:LifecycleHook";
const topicArn = "arn:aws:sns:eu-west-1:123456789012:fleet";

describe("the lifecycle hooks of a group", () => {
  it("are none if nothing is said", async () => {
    const plan = await workers();
    assert.deepEqual(plan.ofType(hookType), []);
    const { inputs, options } = plan.get("workers-asg");
    assert.deepEqual([inputs.initialLifecycleHooks, options.customTimeouts], [undefined, undefined]);
  });

  it("hold the first servers too, and tell EventBridge alone", async () => {
    const plan = await workers({ lifecycleHooks: { ready: { at: "launching" } } });
    const hook = {
      name: "ready",
      lifecycleTransition: "autoscaling:EC2_INSTANCE_LAUNCHING",
      heartbeatTimeout: 3600,
      defaultResult: "ABANDON",
    };
    const { inputs, options } = plan.get("workers-asg");
    assert.deepEqual(inputs.initialLifecycleHooks, [hook]);
    assert.deepEqual(options.ignoreChanges, ["desiredCapacity", "initialLifecycleHooks"]);
    assert.deepEqual(plan.get("workers-hook-ready").inputs, {
      ...hook,
      autoscalingGroupName: plan.get("workers-asg").outputs.name,
    });
  });

  it("hold what leaves, and let the group wait for it as it is deleted", async () => {
    const plan = await workers({
      lifecycleHooks: { drained: { at: "terminating", heartbeatSeconds: 900, defaultResult: "continue" } },
    });
    assert.deepEqual(plan.get("workers-hook-drained").inputs, {
      name: "drained",
      lifecycleTransition: "autoscaling:EC2_INSTANCE_TERMINATING",
      heartbeatTimeout: 900,
      defaultResult: "CONTINUE",
      autoscalingGroupName: plan.get("workers-asg").outputs.name,
    });
    const { inputs, options } = plan.get("workers-asg");
    assert.equal(inputs.initialLifecycleHooks, undefined);
    assert.equal(options.customTimeouts?.delete, "25m");
  });

  it("can send to a topic, by a role that may do just that and is there first", async () => {
    const notify = { topicArn, metadata: "shop" };
    const plan = await workers({ lifecycleHooks: { ready: { at: "launching", notify } } });
    const { inputs, dependencies } = plan.get("workers-hook-ready");
    assert.deepEqual(
      [inputs.notificationTargetArn, inputs.roleArn, inputs.notificationMetadata],
      [topicArn, plan.get("workers-ready-role").outputs.arn, "shop"],
    );
    assert.ok(dependencies.includes(plan.get("workers-ready-role-send").urn));
    const trust = JSON.parse(String(plan.get("workers-ready-role").inputs.assumeRolePolicy));
    assert.deepEqual(trust.Statement[0].Principal, { Service: "autoscaling.amazonaws.com" });
    const policy = JSON.parse(String(plan.get("workers-ready-role-send").inputs.policy));
    assert.deepEqual(policy.Statement, [{ Effect: "Allow", Action: "sns:Publish", Resource: topicArn }]);
  });

  it("can send to a queue, or by a role that is given", async () => {
    const queueArn = "arn:aws:sqs:eu-west-1:123456789012:fleet";
    const plan = await workers({
      lifecycleHooks: {
        made: { at: "terminating", notify: { queueArn } },
        given: { at: "terminating", notify: { queueArn, roleArn: "arn:aws:iam::123456789012:role/notices" } },
      },
    });
    const policy = JSON.parse(String(plan.get("workers-made-role-send").inputs.policy));
    assert.deepEqual(policy.Statement[0].Action.sort(), ["sqs:GetQueueUrl", "sqs:SendMessage"]);
    assert.equal(plan.get("workers-hook-given").inputs.roleArn, "arn:aws:iam::123456789012:role/notices");
    assert.deepEqual(plan.names("aws:iam/rolePolicy:RolePolicy"), ["workers-made-role-send"]);
  });

  it("can keep a server that could not say goodbye", async () => {
    const args: Partial<ServerGroupArgs> = {
      lifecycleHooks: { drained: { at: "terminating" } },
      retainOnAbandonedHook: true,
    };
    assert.deepEqual((await groupInputs(args)).instanceLifecyclePolicy, {
      retentionTriggers: { terminateHookAbandon: "retain" },
    });
  });

  refuses([
    [
      "lifecycleHooks.ready.heartbeatSeconds must be a whole number of seconds between 30 and 7200, got 29",
      { lifecycleHooks: { ready: { at: "launching", heartbeatSeconds: 29 } } },
    ],
    [
      "lifecycleHooks.ready.heartbeatSeconds must be a whole number of seconds between 30 and 7200, got 7201",
      { lifecycleHooks: { ready: { at: "launching", heartbeatSeconds: 7201 } } },
    ],
    [
      'lifecycleHooks must have names of letters, digits, - and _, got "at last"',
      { lifecycleHooks: { "at last": { at: "terminating" } } },
    ],
    [
      'lifecycleHooks.ready.notify.metadata must be between 1 and 4000 printable ASCII characters, got "ü"',
      { lifecycleHooks: { ready: { at: "launching", notify: { topicArn, metadata: "ü" } } } },
    ],
    [
      "retainOnAbandonedHook must be false without a terminating hook in lifecycleHooks, got true",
      { lifecycleHooks: { ready: { at: "launching" } }, retainOnAbandonedHook: true },
    ],
  ]);
});
