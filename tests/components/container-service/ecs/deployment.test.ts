import assert from "node:assert/strict";
import type { Rollout } from "../../../../components/container-service/rollout";
import { plain, shop, statements } from "../shop";

const roll = (rollout: Rollout) => shop({ ...plain, rollout });
const hookFunction = "arn:aws:lambda:eu-west-1:123456789012:function:check";

describe("the rollout of a service", () => {
  it("replaces tasks a few at a time, and goes back if they fail or an alarm goes off, if nothing is said", async () => {
    const plan = await shop();
    const { inputs } = plan.get("shop-service");
    assert.deepEqual(inputs.deploymentConfiguration, { strategy: "ROLLING" });
    assert.deepEqual([inputs.deploymentMinimumHealthyPercent, inputs.deploymentMaximumPercent], [100, 200]);
    assert.deepEqual(inputs.deploymentCircuitBreaker, { enable: true, rollback: true });
    assert.equal(inputs.waitForSteadyState, true);
    assert.deepEqual(inputs.alarms, {
      enable: true,
      rollback: true,
      alarmNames: ["target-5xx", "latency", "unhealthy-tasks", "lb-5xx"].map(
        (role) => plan.get(`shop-${role}`).outputs.name,
      ),
    });
    assert.equal(Object(inputs.loadBalancers)[0].advancedConfiguration, undefined);
  });

  it("can leave fewer tasks in service", async () => {
    const { inputs } = (await roll({ type: "rolling", minHealthyPercent: 50, maxHealthyPercent: 150 })).get(
      "shop-service",
    );
    assert.deepEqual([inputs.deploymentMinimumHealthyPercent, inputs.deploymentMaximumPercent], [50, 150]);
  });

  it("can put the new version beside the old one, and leaves the load balancer's weights alone", async () => {
    const plan = await roll({ type: "blueGreen", bakeMinutes: 30 });
    const { inputs } = plan.get("shop-service");
    assert.deepEqual(inputs.deploymentConfiguration, {
      strategy: "BLUE_GREEN",
      bakeTimeInMinutes: "30",
      lifecycleHooks: [],
    });
    assert.deepEqual(inputs.loadBalancers, [
      {
        targetGroupArn: plan.get("shop-tg").outputs.arn,
        containerName: "web",
        containerPort: 8080,
        advancedConfiguration: {
          alternateTargetGroupArn: plan.get("shop-alt").outputs.arn,
          productionListenerRule: plan.get("shop-route").outputs.arn,
          testListenerRule: plan.get("shop-test").outputs.arn,
          roleArn: plan.get("shop-shift-role").outputs.arn,
        },
      },
    ]);
    for (const rule of ["shop-route", "shop-test"]) {
      assert.deepEqual(plan.get(rule).options.ignoreChanges, ["actions"], rule);
    }
    assert.equal(
      plan.get("shop-shift-role-ecs").inputs.policyArn,
      "arn:aws:iam::aws:policy/AmazonECSInfrastructureRolePolicyForLoadBalancers",
    );
    assert.ok(plan.get("shop-service").dependencies.includes(plan.get("shop-shift-role-ecs").urn));
  });

  it("goes back by the alarms of either version's target group", async () => {
    const plan = await roll({ type: "blueGreen" });
    const alarms = Object(plan.get("shop-service").inputs.alarms);
    assert.equal(alarms.rollback, true);
    assert.deepEqual(
      alarms.alarmNames,
      ["", "alt-"]
        .flatMap((version) => ["target-5xx", "latency", "unhealthy-tasks"].map((role) => `${version}${role}`))
        .concat("lb-5xx")
        .map((role) => plan.get(`shop-${role}`).outputs.name),
    );
    assert.deepEqual(plan.get("shop-alt-latency").inputs.dimensions, {
      LoadBalancer: plan.get("shop-lb").outputs.arnSuffix,
      TargetGroup: plan.get("shop-alt").outputs.arnSuffix,
    });
  });

  it("can shift in equal steps", async () => {
    const { inputs } = (await roll({ type: "linear", stepPercent: 20, stepBakeMinutes: 3 })).get("shop-service");
    assert.deepEqual(inputs.deploymentConfiguration, {
      strategy: "LINEAR",
      bakeTimeInMinutes: "15",
      lifecycleHooks: [],
      linearConfiguration: { stepPercent: 20, stepBakeTimeInMinutes: "3" },
    });
  });

  it("can try a small share first", async () => {
    const { inputs } = (await roll({ type: "canary", percent: 0.5, canaryBakeMinutes: 5 })).get("shop-service");
    assert.deepEqual(inputs.deploymentConfiguration, {
      strategy: "CANARY",
      bakeTimeInMinutes: "15",
      lifecycleHooks: [],
      canaryConfiguration: { canaryPercent: 0.5, canaryBakeTimeInMinutes: "5" },
    });
  });

  it("can wait for a person, and takes back what nobody answers for in a day", async () => {
    const plan = await roll({
      type: "canary",
      hooks: [
        { type: "pause", stages: ["postTestTrafficShift"] },
        { type: "pause", stages: ["preScaleUp"], timeoutMinutes: 60, onTimeout: "continue" },
      ],
    });
    assert.deepEqual(Object(plan.get("shop-service").inputs.deploymentConfiguration).lifecycleHooks, [
      {
        targetType: "PAUSE",
        lifecycleStages: ["POST_TEST_TRAFFIC_SHIFT"],
        timeoutConfiguration: { timeoutInMinutes: "1440", action: "ROLLBACK" },
      },
      {
        targetType: "PAUSE",
        lifecycleStages: ["PRE_SCALE_UP"],
        timeoutConfiguration: { timeoutInMinutes: "60", action: "CONTINUE" },
      },
    ]);
    assert.ok(!plan.names("aws:iam/role:Role").includes("shop-hook-role"));
  });

  it("can ask a function, by a role that may call that one alone", async () => {
    const plan = await roll({
      type: "linear",
      hooks: [
        {
          type: "lambda",
          functionArn: hookFunction,
          stages: ["testTrafficShift", "productionTrafficShift"],
          details: "{}",
        },
      ],
    });
    assert.deepEqual(Object(plan.get("shop-service").inputs.deploymentConfiguration).lifecycleHooks, [
      {
        targetType: "AWS_LAMBDA",
        hookTargetArn: hookFunction,
        roleArn: plan.get("shop-hook-role").outputs.arn,
        lifecycleStages: ["TEST_TRAFFIC_SHIFT", "PRODUCTION_TRAFFIC_SHIFT"],
        hookDetails: "{}",
      },
    ]);
    assert.deepEqual(statements(plan, "shop-hook-role-policy"), [
      { Effect: "Allow", Action: "lambda:InvokeFunction", Resource: [hookFunction] },
    ]);
    assert.ok(plan.get("shop-service").dependencies.includes(plan.get("shop-hook-role-policy").urn));
  });

  it("can wait only where ECS does", () => {
    // @ts-expect-error no person is asked while requests move
    const rollout: Rollout = { type: "canary", hooks: [{ type: "pause", stages: ["productionTrafficShift"] }] };
    assert.equal(rollout.type, "canary");
  });
});
