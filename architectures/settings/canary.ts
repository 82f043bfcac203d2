import * as pulumi from "@pulumi/pulumi";
import { z } from "zod";
import type { OrNone } from "../../components/alarm-set";
import { Canary } from "../../components/canary";

const count = z.number();

/** What asks for a page from outside, every few minutes. @default none: 5 minutes are 10 USD a month */
export const canary = z.strictObject({
  path: z
    .string()
    .regex(/^\/\S*$/, 'must be a path such as "/"')
    .optional(),
  expectedStatus: count.optional(),
  expectedText: z.string().optional(),
  timeoutSeconds: count.optional(),
  everyMinutes: count.optional(),
  runtimeVersion: z.string().optional(),
});

/** A site as it is reached. */
export interface AskedSite {
  readonly url: pulumi.Input<string>;
  readonly exposure: "internet" | "internal" | undefined;
  readonly alarms: OrNone<{ readonly notify: { readonly topicArn: pulumi.Output<string> } }>;
}

/** @throws when the internet cannot reach the site. */
export function canaryOf(
  name: string,
  settings: z.output<typeof canary> | undefined,
  { url, exposure, alarms }: AskedSite,
): Canary[] {
  if (settings === undefined) return [];
  if (exposure === "internal") {
    throw new pulumi.RunError("tierwork:settings.canary must be left out of what the internet cannot reach");
  }
  const { path = "/", ...args } = settings;
  return [new Canary(`${name}-canary`, { url: pulumi.interpolate`${url}${path}`, alarms, ...args })];
}
