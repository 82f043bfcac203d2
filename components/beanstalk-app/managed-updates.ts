import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { checkChoice } from "./choice";
import type { Options } from "./options";

/** https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environment-platform-update-managed.html */
export interface ManagedUpdates {
  /** When the two hours begin, day, hour and minute in UTC. @default "Sun:03:00" */
  readonly start?: string;
  /** @default "minor", which includes patches */
  readonly level?: "minor" | "patch";
  /** Whether all instances are replaced every week, update or not. @default false */
  readonly instanceRefresh?: boolean;
}

/** @returns the options, given the role with which AWS updates */
export function managedOptions(check: ArgumentCheck, managed: ManagedUpdates | "off") {
  if (managed === "off") {
    return (): Options => ({ "aws:elasticbeanstalk:managedactions": { ManagedActionsEnabled: false } });
  }
  const { start = "Sun:03:00", level = "minor", instanceRefresh = false } = managed;
  checkChoice(check, "managedUpdates.level", ["minor", "patch"], level);
  const isStart = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun):([01]\d|2[0-3]):[0-5]\d$/.test(start);
  check(isStart, "managedUpdates.start", 'must be a day and a time in UTC such as "Sun:03:00"', start);
  return (serviceRole: pulumi.Input<string>): Options => ({
    "aws:elasticbeanstalk:managedactions": {
      ManagedActionsEnabled: true,
      PreferredStartTime: start,
      ServiceRoleForManagedUpdates: serviceRole,
    },
    "aws:elasticbeanstalk:managedactions:platformupdate": {
      UpdateLevel: level,
      InstanceRefreshEnabled: instanceRefresh,
    },
  });
}
