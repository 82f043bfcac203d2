import * as pulumi from "@pulumi/pulumi";
import { z } from "zod";
import type { OrNone } from "../../components/alarm-set";
import { AlarmTopic, isTopicArn, topicArnRequirement } from "../../components/alarm-topic";
import type { ServiceAlarmArgs } from "../../components/container-service/alarms";

const count = z.number();
const text = z.string();

/** When somebody is told, and whom. */
export const alarmMap = z.strictObject({
  notify: z
    .union([z.strictObject({ topicArn: text }), z.strictObject({ email: text })], {
      error: "must be a map with either topicArn or email",
    })
    .superRefine((notify, context) => {
      if (!("topicArn" in notify) || isTopicArn(notify.topicArn)) return;
      const message = `${topicArnRequirement}, got "${notify.topicArn}"`;
      context.addIssue({ code: "custom", path: ["topicArn"], message });
    })
    .optional(),
  errorPercent: count.optional(),
  latencySeconds: count.optional(),
});

/** The same of servers. */
export const tierAlarmMap = alarmMap.extend({ cpuPercent: count.optional() });

/** A map of alarms, or none at all: the one switch. */
export function orNone<Alarms extends z.ZodType>(map: Alarms) {
  return z.union([z.literal("none"), map]);
}

export const alarms = orNone(alarmMap);
export const tierAlarms = orNone(tierAlarmMap);
export const serviceAlarms = orNone(tierAlarmMap.extend({ memoryPercent: count.optional() }));

/** The alarms of a whole stack, which tell one topic. */
export interface StackAlarms {
  /** Of what serves. */
  readonly service: OrNone<ServiceAlarmArgs>;
  /** Of what is around it: its network, its certificate. */
  readonly parts: OrNone<{ readonly notify: { readonly topicArn: pulumi.Output<string> } }>;
  /** Undefined without alarms. */
  readonly topicArn: pulumi.Output<string> | undefined;
}

/** The topic is the one that is given, or one that is made. */
export function stackAlarms(
  name: string,
  alarms: OrNone<ServiceAlarmArgs> = {},
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
