import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { onceEncrypted } from "./instances";
import { type Options, type ScheduledOption, settings } from "./options";
import { type Platform, platformInput } from "./platform";
import type { Tier } from "./tier";

/** What the environments of an application have in common. */
export interface EnvironmentPlan {
  readonly application: aws.elasticbeanstalk.Application;
  readonly tier: Tier["type"];
  readonly platform: Platform;
  readonly options: readonly Options[];
  readonly scheduled: readonly ScheduledOption[];
  /** Whether the account must encrypt new disks. */
  readonly encryption: "required" | "asAccount";
  /** The minutes that an update may take. */
  readonly minutes: number;
  /** What must be there before the first instance starts. */
  readonly ready: readonly pulumi.Resource[];
}

/** @param app what the application is called */
export function beanstalkEnvironment(
  name: string,
  app: string,
  version: pulumi.Input<string>,
  plan: EnvironmentPlan,
  parent: pulumi.Resource,
): aws.elasticbeanstalk.Environment {
  const { application, tier, platform, options, scheduled, encryption, minutes, ready } = plan;
  const description = `The ${tier === "worker" ? "worker" : "web"} tier of ${app}`;
  return new aws.elasticbeanstalk.Environment(
    name,
    {
      application: application.name,
      description:
        encryption === "required" ? onceEncrypted(description, app, isEncryptedByDefault(parent)) : description,
      tier: tier === "worker" ? "Worker" : "WebServer",
      ...platformInput(platform, parent),
      version,
      settings: settings(options, scheduled),
      waitForReadyTimeout: `${minutes}m`,
      // No tag Name: Elastic Beanstalk sets it itself and takes no other.
      // https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features.tagging.html
    },
    { parent, dependsOn: [...ready] },
  );
}

function isEncryptedByDefault(parent: pulumi.Resource): pulumi.Output<boolean> {
  return aws.ebs.getEncryptionByDefaultOutput({}, { parent }).enabled;
}
