import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
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
  return logs.map(
    (log) =>
      new aws.cloudwatch.LogGroup(
        `${name}-logs-${log}`,
        {
          name: pulumi.interpolate`/aws/rds/instance/${identifier}/${log}`,
          retentionInDays: logRetentionDays,
          tags: { Name: `${name}-logs-${log}` },
        },
        { parent },
      ),
  );
}
