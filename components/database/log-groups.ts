import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { logGroup, logSettings } from "../service-logs";
import type { EngineInput } from "./engine";
import type { ObservationSettings } from "./observation";

/** RDS would make the groups by itself, and keep what is in them for ever. */
export function logGroups(
  name: string,
  identifier: pulumi.Output<string>,
  { logs }: EngineInput,
  { logRetentionDays }: ObservationSettings,
  parent: pulumi.Resource,
): aws.cloudwatch.LogGroup[] {
  const settings = logSettings({ retentionDays: logRetentionDays });
  return logs.map((log) =>
    logGroup(`${name}-logs-${log}`, settings, parent, {
      name: pulumi.interpolate`/aws/rds/instance/${identifier}/${log}`,
    }),
  );
}
