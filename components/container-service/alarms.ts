import type { OrNone } from "../alarm-set";
import type { ArgumentCheck } from "../argument-checks";
import { type AlarmArgs, type AlarmSettings, readAlarms } from "../web-tier/alarms";

/** When a service calls for help, and whom. */
export interface ServiceAlarmArgs extends AlarmArgs {
  /** The percentage of their CPU that tasks may use for 15 minutes, more than 0, at most 100. @default 90 */
  readonly cpuPercent?: number;
  /** The percentage of their memory that tasks may use for 15 minutes, more than 0, at most 100. @default 90 */
  readonly memoryPercent?: number;
}

/** The arguments with their defaults, checked. */
export type ServiceAlarmSettings = AlarmSettings & Required<Pick<ServiceAlarmArgs, "cpuPercent" | "memoryPercent">>;

/** The settings; undefined where there are to be no alarms. */
export function readServiceAlarms(
  check: ArgumentCheck,
  args: OrNone<ServiceAlarmArgs> = {},
): ServiceAlarmSettings | undefined {
  const alarms = readAlarms(check, args);
  if (args === "none" || !alarms) return undefined;
  const { cpuPercent = 90, memoryPercent = 90 } = args;
  for (const [name, percent] of Object.entries({ cpuPercent, memoryPercent })) {
    check(percent > 0 && percent <= 100, `alarms.${name}`, "must be more than 0 and at most 100", percent);
  }
  return { ...alarms, cpuPercent, memoryPercent };
}
