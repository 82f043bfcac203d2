import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { type ConfigurationUpdates, configurationOptions } from "./configuration-updates";
import { type Deployment, deploymentOptions, type Updated } from "./deployment";
import { type ManagedUpdates, managedOptions } from "./managed-updates";
import { checkNumber, type Options } from "./options";

/** How new versions, new options and new platforms come to the instances. */
export interface UpdateArgs {
  /**
   * How a new version comes to the instances.
   *
   * @default all at once to a single instance, otherwise in batches of a third besides one more batch
   */
  readonly deployment?: Deployment;
  /** Whether a deployment goes on although instances fail their health checks. @default false */
  readonly ignoreHealthCheck?: boolean;
  /** Seconds that an instance may take to install a version, 1–3600. AWS adds 240. @default 600 */
  readonly deploymentTimeoutSeconds?: number;
  /** How options come to the instances that need other instances. @default batch by batch, each when the last is well */
  readonly configurationUpdates?: ConfigurationUpdates;
  /** When AWS updates the platform by itself. @default on Sunday at 3 o'clock UTC, minor versions and patches */
  readonly managedUpdates?: ManagedUpdates | "off";
}

/** The arguments, checked, as options; and the minutes that a deployment may take. */
export interface UpdateSettings {
  readonly minutes: number;
  options(serviceRole: pulumi.Input<string>): Options;
}

const command = "aws:elasticbeanstalk:command";

export function readUpdates(check: ArgumentCheck, args: UpdateArgs, updated: Updated): UpdateSettings {
  const isSingle = updated.maxSize === 1;
  const { deployment = { type: isSingle ? "allAtOnce" : "rollingWithAdditionalBatch" } } = args;
  const { ignoreHealthCheck = false, deploymentTimeoutSeconds = 600, managedUpdates = {} } = args;
  const { configurationUpdates = { type: isSingle ? "off" : "health" } } = args;
  checkNumber(check, "deploymentTimeoutSeconds", [command, "Timeout"], deploymentTimeoutSeconds);
  const options: Options = {
    ...deploymentOptions(check, deployment, updated),
    "aws:autoscaling:updatepolicy:rollingupdate": configurationOptions(check, configurationUpdates, updated),
  };
  const managed = managedOptions(check, managedUpdates);
  const commandOptions = {
    ...options[command],
    IgnoreHealthCheck: ignoreHealthCheck,
    Timeout: deploymentTimeoutSeconds,
  };
  return {
    // One batch after the other may take its whole time, and a split version its evaluation.
    minutes: 60 + (deployment.type === "trafficSplitting" ? (deployment.evaluationMinutes ?? 5) : 0),
    options: (serviceRole) => ({ ...options, [command]: commandOptions, ...managed(serviceRole) }),
  };
}
