import type { z } from "zod";
import type { Charted } from "../../components/dashboard/section";
import { type deployWindows, muteAlarms } from "../settings/deploy-windows";

/** A component, and the region of its metrics and alarms. */
export interface Shown {
  readonly region: string;
  readonly component: Charted;
}

/** A component as the stack's dashboard shows it, which is in the stack's own region wherever the component is. */
export function shownFrom({ region, component }: Shown): Charted {
  const { graphs, ...section } = component.dashboardSection();
  return { dashboardSection: () => ({ ...section, graphs: graphs.map((graph) => ({ region, ...graph })) }) };
}

/** A rule mutes alarms of its own region: so there is one in each. */
export function muteByRegion(
  name: string,
  windows: z.output<typeof deployWindows> | undefined,
  shown: readonly Shown[],
  ownRegion: string,
): void {
  for (const region of new Set(shown.map((it) => it.region))) {
    const there = shown.filter((it) => it.region === region).map(({ component }) => component);
    muteAlarms(region === ownRegion ? name : `${name}-${region}`, windows, there, region);
  }
}
