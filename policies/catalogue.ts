import type { Policies } from "@pulumi/policy";
import type { Context } from "./context";
import type { Group } from "./group";
import { apiServerlessMessaging } from "./groups/api-serverless-messaging";
import { compute } from "./groups/compute";
import { containers } from "./groups/containers";
import { cost } from "./groups/cost";
import { edgeAndDns } from "./groups/edge-and-dns";
import { identity } from "./groups/identity";
import { loadBalancing } from "./groups/load-balancing";
import { network } from "./groups/network";
import { observability } from "./groups/observability";
import { packItself } from "./groups/pack-itself";
import { resilience } from "./groups/resilience";
import { storage } from "./groups/storage";
import { tagsAndPlacement } from "./groups/tags-and-placement";
import { policyOf } from "./policy";
import type { Rule } from "./rule";
import { Run } from "./run";

export { type Context, readContext } from "./context";
export type { Violation } from "./policy";
export { tokensOf } from "./resource";
export type { Rule } from "./rule";
export { type Control, controlsOf, type Standard, standards, whyOutside, whyUndecidable } from "./standards";
export { type Verdict, verdictOf } from "./verdict";

/** All that the pack holds. The group about the pack itself is last: it tells what the others met. */
export const groups: readonly Group[] = [
  network,
  compute,
  loadBalancing,
  storage,
  containers,
  identity,
  edgeAndDns,
  apiServerlessMessaging,
  observability,
  resilience,
  cost,
  tagsAndPlacement,
  packItself,
];

/** Every rule of the pack. */
export const rules: readonly Rule[] = groups.flatMap((group) => group.rules);

/** The rules as policies for one run, which keeps account of the exemptions that it used and of what it could not decide. */
export function policies(context: Context): Policies {
  const run = new Run(context, rules);
  return rules.map((rule) => policyOf(rule, run));
}
