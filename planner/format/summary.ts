import { type Finding, type Judgement, standingOf } from "../finding";
import { isProvider } from "../monitor";
import type { Plan } from "../plan";
import { isStack } from "../urn";

/** `1 mandatory, 0 advisory, 2 undecided, 0 exempt` */
export function counts(findings: readonly Finding[]): string {
  return (["mandatory", "advisory", "undecided", "exempt"] as const)
    .map((standing) => `${findings.filter((finding) => standingOf(finding) === standing).length} ${standing}`)
    .join(", ");
}

/** `261 policies` */
export function judges({ policies }: Judgement): string {
  if (policies.length === 0) return "no policy, as all are disabled";
  return `${policies.length} ${policies.length === 1 ? "policy" : "policies"}`;
}

/** `To create: 57 resources in 5 components`, or what a state says that there is. */
export function sizeOf(plan: Plan): string {
  const created = plan.resources.filter(({ urn, type, external }) => !isStack(urn) && !isProvider(type) && !external);
  const components = created.filter(({ custom }) => !custom).length;
  const opaque = created.filter(({ remote }) => remote).length;
  const unseen = opaque > 0 ? ` (${opaque} of them not expanded)` : "";
  const size = `${many(created.length - components, "resource")} in ${many(components, "component")}${unseen}`;
  return `${plan.isDeployed ? "Deployed" : "To create"}: ${size}`;
}

function many(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

/** What remediation policies do: `pulumi policy analyze` changes nothing of a state. */
export function remediationsTitle({ isDeployed }: Plan): string {
  return isDeployed ? "Remediated by the next update" : "Remediated before creation";
}
