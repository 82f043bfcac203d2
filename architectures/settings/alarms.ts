import * as pulumi from "@pulumi/pulumi";
import { z } from "zod";
import type { OrNone } from "../../components/alarm-set";
import { AlarmTopic } from "../../components/alarm-topic";
import type { ServiceAlarmArgs } from "../../components/container-service/alarms";
import type { GroupAlarmArgs } from "../../components/server-group/alarms";
import { notify } from "./notify";

const count = z.number();

/** When somebody is told, and whom. */
export const alarmMap = z.strictObject({
  notify: notify.optional(),
  errorPercent: count.optional(),
  latencySeconds: z
    .union([count, z.strictObject({ aboveUsual: count })], "must be a number of seconds, or a map with aboveUsual")
    .optional(),
});

/** The same of servers. */
export const tierAlarmMap = alarmMap.extend({ cpuPercent: count.optional() });

/** The same of servers of our own, which the CloudWatch agent can measure. */
export const serverAlarmMap = tierAlarmMap.extend({ memoryPercent: count.optional(), diskPercent: count.optional() });

/** A map of alarms, or none at all: the one switch. */
export function orNone<Alarms extends z.ZodType>(map: Alarms) {
  return z.union([z.literal("none"), map]);
}

export const alarms = orNone(alarmMap);
export const tierAlarms = orNone(serverAlarmMap);
export const serviceAlarms = orNone(tierAlarmMap.extend({ memoryPercent: count.optional() }));

/** When what serves in a stack calls for help, and whom, whatever it is. */
export type StackAlarmArgs = ServiceAlarmArgs & Pick<GroupAlarmArgs, "diskPercent">;

/** The alarms of a whole stack, which tell one topic. */
export interface StackAlarms {
  /** Of what serves. */
  readonly service: OrNone<StackAlarmArgs>;
  /** Of what is around it: its network, its certificate. */
  readonly parts: OrNone<{ readonly notify: { readonly topicArn: pulumi.Output<string> } }>;
  /** Undefined without alarms. */
  readonly topicArn: pulumi.Output<string> | undefined;
}

/** The topic is the one that is given, or one that is made. */
export function stackAlarms(
  name: string,
  alarms: OrNone<StackAlarmArgs> = {},
  opts?: pulumi.ComponentResourceOptions,
): StackAlarms {
  if (alarms === "none") return { service: "none", parts: "none", topicArn: undefined };
  const { notify: stated } = alarms;
  const topicArn =
    stated && "topicArn" in stated
      ? pulumi.output(stated.topicArn)
      : new AlarmTopic(`${name}-alarms`, stated, opts).topicArn;
  const notify = { topicArn };
  return { service: { ...alarms, notify }, parts: { notify }, topicArn };
}
