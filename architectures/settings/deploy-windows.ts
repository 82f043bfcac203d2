import { z } from "zod";
import { AlarmMuteRule } from "../../components/alarm-mute-rule";
import type { Charted } from "../../components/dashboard/section";

/** Times, by name, in which alarms call nobody, as new versions are put in place by hand. @default none */
export const deployWindows = z.record(
  z.string(),
  z.strictObject({ recurrence: z.string(), timeZone: z.string().optional(), minutes: z.number() }),
  "must be a map of windows by name, each with recurrence and minutes",
);

/** @param region where the alarms are; undefined for the stack's own */
export function muteAlarms(
  name: string,
  windows: z.output<typeof deployWindows> | undefined,
  of: readonly Charted[],
  region?: string,
): void {
  for (const [window, args] of Object.entries(windows ?? {})) {
    new AlarmMuteRule(`${name}-${window}`, { of, ...args, region });
  }
}
