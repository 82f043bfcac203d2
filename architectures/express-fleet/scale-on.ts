import { z } from "zod";

/**
 * What the number of servers follows, and the value of it that is held for each of them where none is stated.
 *
 * - `cpu`: percent; with half of the servers gone the rest is at 80.
 * - `networkIn`, `networkOut`: bytes a minute, as detailed monitoring has them: 40 % of the 64 Mbit/s that a t4g.micro has
 *   at all times: https://docs.aws.amazon.com/ec2/latest/instancetypes/gp.html
 * - `requestsPerTarget`: requests a minute, as the load balancer counts them.
 */
const targets = { cpu: 40, networkIn: 192_000_000, networkOut: 192_000_000, requestsPerTarget: 1000 } as const;

type Metric = keyof typeof targets;

/** The one setting that says by what the fleet scales, and the value to hold in its unit. */
export const scaleOn = {
  scaleOn: z.enum(["cpu", "networkIn", "networkOut", "requestsPerTarget"]).default("cpu"),
  scaleTarget: z.number().positive("must be greater than 0").optional(),
};

/** Refuses a share of the CPU that no server exceeds. */
export function reachable(
  { scaleOn: metric, scaleTarget }: { scaleOn: Metric; scaleTarget?: number },
  context: z.RefinementCtx,
): void {
  if (metric !== "cpu" || scaleTarget === undefined || scaleTarget < 100) return;
  const message = `must be less than 100 percent where scaleOn is cpu, or no server is ever added, got ${scaleTarget}`;
  context.addIssue({ code: "custom", path: ["scaleTarget"], message });
}

export function scalingOf(metric: Metric, target: number = targets[metric]) {
  return { type: "target", metric, target } as const;
}
