import type * as pulumi from "@pulumi/pulumi";
import type { z } from "zod";
import type { HealthCheckRef } from "../../components/health-check/health-check-ref";
import { RegionSwitch } from "../../components/region-switch";
import type { domain } from "../settings/domain";
import type { Routing, TierName } from "./routing";

/** A tier as a plan moves it. */
interface SwitchedTier {
  readonly region: string;
  readonly groupArn: pulumi.Output<string>;
}

/** The health checks that people turn, where the routing asks for a plan. */
export function switchedHealth(
  name: string,
  { zoneId, name: domainName }: z.output<typeof domain>,
  routing: Routing,
  tiers: Readonly<Record<TierName, SwitchedTier>>,
): Readonly<Record<TierName, HealthCheckRef>> | undefined {
  if (routing.type !== "failover" || !routing.regionSwitch) return undefined;
  const [primary, standby] = routing.primary === "blue" ? [tiers.blue, tiers.green] : [tiers.green, tiers.blue];
  const plan = new RegionSwitch(`${name}-switch`, { zoneId, domainName, primary, standby });
  const ofPrimary = { healthCheckId: plan.primaryHealthCheckId };
  const ofStandby = { healthCheckId: plan.standbyHealthCheckId };
  return routing.primary === "blue" ? { blue: ofPrimary, green: ofStandby } : { blue: ofStandby, green: ofPrimary };
}
