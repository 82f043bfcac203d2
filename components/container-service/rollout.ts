import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/** How a new version takes over from the old one. */
export type Rollout = RollingRollout | BlueGreenRollout | LinearRollout | CanaryRollout;

/** Tasks are replaced a few at a time; a version that does not get well is taken back. All engines know it. */
export interface RollingRollout {
  readonly type: "rolling";
  /** The percentage of the tasks that stays in service, 0–100. @default 100 */
  readonly minHealthyPercent?: number;
  /** The percentage that old and new tasks may reach together, 101–200. @default 200 */
  readonly maxHealthyPercent?: number;
}

/** What the rollouts with two versions side by side have in common. They need a load balancer. */
interface TwoVersions {
  /** Minutes for which the old version stays once the new one has all requests, 0–1440. @default 15 */
  readonly bakeMinutes?: number;
  /** What may look at the new version, or wait for a person, before it goes on. @default nothing */
  readonly hooks?: readonly LifecycleHook[];
}

/** The new version is started whole beside the old one, and gets all requests at once. */
export interface BlueGreenRollout extends TwoVersions {
  readonly type: "blueGreen";
}

/** The new version gets its share of the requests in equal steps. */
export interface LinearRollout extends TwoVersions {
  readonly type: "linear";
  /** The percentage by which the share grows, 3–100. @default 10 */
  readonly stepPercent?: number;
  /** Minutes between two steps, 0–1440. @default 6 */
  readonly stepBakeMinutes?: number;
}

/** The new version gets a small share of the requests first, then all of them. */
export interface CanaryRollout extends TwoVersions {
  readonly type: "canary";
  /** The percentage of the requests that the new version gets first, 0.1–100. @default 5 */
  readonly percent?: number;
  /** Minutes for which it stays there, 0–1440. @default 10 */
  readonly canaryBakeMinutes?: number;
}

/** A stop on the way of a new version. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-lifecycle-hooks.html */
export type LifecycleHook =
  /** A Lambda function that answers SUCCEEDED, FAILED or IN_PROGRESS. */
  | {
      readonly type: "lambda";
      readonly functionArn: pulumi.Input<string>;
      readonly stages: readonly LifecycleStage[];
      /** A JSON object that the function gets. @default nothing */
      readonly details?: pulumi.Input<string>;
    }
  /** A person, who lets it go on or takes it back. */
  | {
      readonly type: "pause";
      readonly stages: readonly PauseStage[];
      /** Minutes until nobody has answered, 1–20160. @default 1440, a day */
      readonly timeoutMinutes?: number;
      /** What happens then. @default "rollback" */
      readonly onTimeout?: "rollback" | "continue";
    };

/** The stages at which a person can be waited for. */
export type PauseStage =
  | "reconcileService"
  | "preScaleUp"
  | "postScaleUp"
  | "postTestTrafficShift"
  | "postProductionTrafficShift";

export type LifecycleStage = PauseStage | "testTrafficShift" | "productionTrafficShift";

/** The rollouts with two versions of the service side by side. */
export type TwoVersionRollout = Exclude<Rollout, RollingRollout>;

/** A rollout with its defaults, checked. */
export type RolloutSettings =
  | Required<RollingRollout>
  | Required<BlueGreenRollout>
  | Required<LinearRollout>
  | Required<CanaryRollout>;

export function readRollout(check: ArgumentCheck, rollout: Rollout): RolloutSettings {
  const within = (argument: string, value: number, least: number, most: number, isWhole = true) => {
    const holds = (!isWhole || Number.isInteger(value)) && value >= least && value <= most;
    const kind = isWhole ? "a whole number" : "a number";
    check(holds, `rollout.${argument}`, `must be ${kind} between ${least} and ${most}`, value);
  };
  if (rollout.type === "rolling") return readRolling(within, rollout);
  const { bakeMinutes = 15, hooks = [] } = rollout;
  within("bakeMinutes", bakeMinutes, 0, 1440);
  hooks.forEach((hook, index) => {
    check(hook.stages.length > 0, `rollout.hooks[${index}].stages`, "must name at least one stage", hook.stages);
    if (hook.type === "pause") within(`hooks[${index}].timeoutMinutes`, hook.timeoutMinutes ?? 1440, 1, 20160);
  });
  switch (rollout.type) {
    case "blueGreen":
      return { type: "blueGreen", bakeMinutes, hooks };
    case "linear": {
      const { stepPercent = 10, stepBakeMinutes = 6 } = rollout;
      within("stepPercent", stepPercent, 3, 100, false);
      within("stepBakeMinutes", stepBakeMinutes, 0, 1440);
      return { type: "linear", bakeMinutes, hooks, stepPercent, stepBakeMinutes };
    }
    case "canary": {
      const { percent = 5, canaryBakeMinutes = 10 } = rollout;
      within("percent", percent, 0.1, 100, false);
      within("canaryBakeMinutes", canaryBakeMinutes, 0, 1440);
      return { type: "canary", bakeMinutes, hooks, percent, canaryBakeMinutes };
    }
  }
}

function readRolling(
  within: (argument: string, value: number, least: number, most: number) => void,
  { type, minHealthyPercent = 100, maxHealthyPercent = 200 }: RollingRollout,
): Required<RollingRollout> {
  within("minHealthyPercent", minHealthyPercent, 0, 100);
  // Zones are balanced anew only where there is room for a task more.
  within("maxHealthyPercent", maxHealthyPercent, 101, 200);
  return { type, minHealthyPercent, maxHealthyPercent };
}
