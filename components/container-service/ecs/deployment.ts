import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { LifecycleHook, LifecycleStage, RolloutSettings, TwoVersionRollout } from "../rollout";
import { serviceRole } from "./service-role";

type Deployment = Pick<
  aws.ecs.ServiceArgs,
  "deploymentConfiguration" | "deploymentMinimumHealthyPercent" | "deploymentMaximumPercent" | "waitForSteadyState"
>;

/** How ECS brings in a new version. */
export function deployment(rollout: RolloutSettings, hookRoleArn: pulumi.Input<string> | undefined): Deployment {
  if (rollout.type === "rolling") {
    return {
      deploymentConfiguration: { strategy: "ROLLING" },
      deploymentMinimumHealthyPercent: rollout.minHealthyPercent,
      deploymentMaximumPercent: rollout.maxHealthyPercent,
      // So that an `up` whose version is taken back fails.
      waitForSteadyState: true,
    };
  }
  const common = {
    bakeTimeInMinutes: String(rollout.bakeMinutes),
    lifecycleHooks: rollout.hooks.map((hook) => lifecycleHook(hook, hookRoleArn)),
  };
  const whole = { deploymentMinimumHealthyPercent: 100, deploymentMaximumPercent: 200, waitForSteadyState: false };
  switch (rollout.type) {
    case "blueGreen":
      return { ...whole, deploymentConfiguration: { strategy: "BLUE_GREEN", ...common } };
    case "linear": {
      const { stepPercent, stepBakeMinutes } = rollout;
      const linearConfiguration = { stepPercent, stepBakeTimeInMinutes: String(stepBakeMinutes) };
      return { ...whole, deploymentConfiguration: { strategy: "LINEAR", ...common, linearConfiguration } };
    }
    case "canary": {
      const { percent, canaryBakeMinutes } = rollout;
      const canaryConfiguration = { canaryPercent: percent, canaryBakeTimeInMinutes: String(canaryBakeMinutes) };
      return { ...whole, deploymentConfiguration: { strategy: "CANARY", ...common, canaryConfiguration } };
    }
  }
}

const stages: Record<LifecycleStage, string> = {
  reconcileService: "RECONCILE_SERVICE",
  preScaleUp: "PRE_SCALE_UP",
  postScaleUp: "POST_SCALE_UP",
  testTrafficShift: "TEST_TRAFFIC_SHIFT",
  postTestTrafficShift: "POST_TEST_TRAFFIC_SHIFT",
  productionTrafficShift: "PRODUCTION_TRAFFIC_SHIFT",
  postProductionTrafficShift: "POST_PRODUCTION_TRAFFIC_SHIFT",
};

function lifecycleHook(
  hook: LifecycleHook,
  roleArn: pulumi.Input<string> | undefined,
): aws.types.input.ecs.ServiceDeploymentConfigurationLifecycleHook {
  const lifecycleStages = hook.stages.map((stage) => stages[stage]);
  switch (hook.type) {
    case "lambda":
      return {
        targetType: "AWS_LAMBDA",
        hookTargetArn: hook.functionArn,
        roleArn,
        lifecycleStages,
        hookDetails: hook.details,
      };
    case "pause": {
      const { timeoutMinutes = 1440, onTimeout = "rollback" } = hook;
      const timeoutConfiguration = { timeoutInMinutes: String(timeoutMinutes), action: onTimeout.toUpperCase() };
      return { targetType: "PAUSE", lifecycleStages, timeoutConfiguration };
    }
  }
}

/**
 * The role by which ECS moves the load balancer's weights.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AmazonECSInfrastructureRolePolicyForLoadBalancers.html
 */
export function shiftRole(name: string, parent: pulumi.Resource) {
  return serviceRole(
    `${name}-shift-role`,
    `Lets ECS move requests between two versions of ${name}`,
    "ecs.amazonaws.com",
    { ecs: "AmazonECSInfrastructureRolePolicyForLoadBalancers" },
    parent,
  );
}

/** The role by which ECS asks the functions of hooks; undefined when none does. */
export function hookRole(name: string, rollout: TwoVersionRollout, parent: pulumi.Resource) {
  const functions = (rollout.hooks ?? []).flatMap((hook) => (hook.type === "lambda" ? hook.functionArn : []));
  if (functions.length === 0) return undefined;
  const { role } = serviceRole(
    `${name}-hook-role`,
    `Lets ECS ask about a new version of ${name}`,
    "ecs.amazonaws.com",
    {},
    parent,
  );
  const policy = new aws.iam.RolePolicy(
    `${name}-hook-role-policy`,
    {
      role: role.name,
      policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "lambda:InvokeFunction", Resource: functions }],
      }),
    },
    { parent },
  );
  return { role, policy };
}
