import type * as pulumi from "@pulumi/pulumi";
import { z } from "zod";
import { Dashboard } from "../../components/dashboard";
import type { Charted } from "../../components/dashboard/section";
import { environment } from "../../components/environment";

/** Whether there is a dashboard: from the fourth on, each costs 3 USD a month. @default in prod */
export const dashboard = z.boolean();

/** The dashboard of a stack as its output; nothing without one. */
export function dashboardOf(
  name: string,
  isWanted: boolean = environment() === "prod",
  of: readonly Charted[],
): { readonly dashboardUrl?: pulumi.Output<string> } {
  return isWanted ? { dashboardUrl: new Dashboard(name, { of }).url } : {};
}
