import { type Finding, standingOf } from "../finding";
import { isProvider } from "../monitor";
import type { Plan } from "../plan";
import { isStack } from "../urn";

/** `1 mandatory, 0 advisory, 2 undecided, 0 exempt` */
export function counts(findings: readonly Finding[]): string {
  return (["mandatory", "advisory", "undecided", "exempt"] as const)
    .map((standing) => `${findings.filter((finding) => standingOf(finding) === standing).length} ${standing}`)
    .join(", ");
}

/** `To create: 57 resources in 5 components`, or what a state says that there is. */
export function sizeOf(plan: Plan): string {
  const created = plan.resources.filter(({ urn, type, external }) => !isStack(urn) && !isProvider(type) && !external);
  const components = created.filter(({ custom }) => !custom).length;
  const opaque = created.filter(({ remote }) => remote).length;
  const unseen = opaque > 0 ? ` (${opaque} of them not expanded)` : "";
  const size = `${created.length - components} resources in ${components} components${unseen}`;
  return `${plan.isDeployed ? "Deployed" : "To create"}: ${size}`;
}

/** What remediation policies do: `pulumi policy analyze` changes nothing of a state. */
export function remediationsTitle({ isDeployed }: Plan): string {
  return isDeployed ? "Remediated by the next update" : "Remediated before creation";
}
