import type { Policies } from "@pulumi/policy";
import type { Context } from "./context";
import { Exemptions } from "./exemptions";
import { policyOf } from "./policy";
import type { Rule } from "./rule";
import { ebsEncrypted } from "./rules/ebs-encrypted";
import { noPublicAllPorts } from "./rules/no-public-all-ports";
import { noPublicRdp } from "./rules/no-public-rdp";
import { noPublicSsh } from "./rules/no-public-ssh";

export { type Context, readContext } from "./context";
export type { Verdict, Violation } from "./policy";

/** Every rule of the pack. Rules about exemptions come last: they tell which exemptions the others needed. */
export const rules: readonly Rule[] = [noPublicAllPorts, noPublicRdp, noPublicSsh, ebsEncrypted];

/** The rules as policies for one run; a run keeps account of the exemptions that it used. */
export function policies(context: Context): Policies {
  const exemptions = new Exemptions(context, rules);
  return rules.map((rule) => policyOf(rule, exemptions));
}
