import type { z } from "zod";
import type { Charted } from "../../components/dashboard/section";
import { dashboard, dashboardOf } from "./dashboard";
import { deployWindows, muteAlarms } from "./deploy-windows";

/** How people look at a stack, and when they change it. */
export const operations = { dashboard: dashboard.optional(), deployWindows: deployWindows.optional() };

/** What they look with, as the stack's outputs. */
export function operationsOf(
  name: string,
  settings: { readonly [Key in keyof typeof operations]?: z.output<(typeof operations)[Key]> },
  of: readonly Charted[],
): ReturnType<typeof dashboardOf> {
  muteAlarms(name, settings.deployWindows, of);
  return dashboardOf(name, settings.dashboard, of);
}
