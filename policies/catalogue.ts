import type { Policies } from "@pulumi/policy";
import type { Context } from "./context";
import { Exemptions } from "./exemptions";
import type { Group } from "./group";
import { compute } from "./groups/compute";
import { containers } from "./groups/containers";
import { exemptions } from "./groups/exemptions";
import { loadBalancing } from "./groups/load-balancing";
import { network } from "./groups/network";
import { resilience } from "./groups/resilience";
import { storage } from "./groups/storage";
import { tagsAndPlacement } from "./groups/tags-and-placement";
import { policyOf } from "./policy";
import type { Rule } from "./rule";
import { Undecided } from "./undecided";

export { type Context, readContext } from "./context";
export type { Verdict, Violation } from "./policy";

/** All that the pack holds. The group about exemptions is last: it tells what the others met. */
export const groups: readonly Group[] = [
  network,
  compute,
  loadBalancing,
  storage,
  containers,
  resilience,
  tagsAndPlacement,
  exemptions,
];

/** Every rule of the pack. */
export const rules: readonly Rule[] = groups.flatMap((group) => group.rules);

/** The rules as policies for one run, which keeps account of the exemptions that it used and of what it could not decide. */
export function policies(context: Context): Policies {
  const run = { exemptions: new Exemptions(context, rules), undecided: new Undecided() };
  return rules.map((rule) => policyOf(rule, run));
}
