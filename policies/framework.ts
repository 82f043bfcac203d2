import type { PolicyComplianceFramework } from "@pulumi/policy";
import type { Controls } from "./rule";
import { controlsOf, standards } from "./standards";

/**
 * The one standard that the SDK lets a policy belong to: of those that list a control of it, the AWS one before the
 * benchmark. The policy's tags name all of its controls.
 */
export function frameworkOf(controls: Controls): PolicyComplianceFramework | undefined {
  for (const standard of standards) {
    const listed = controlsOf(standard, controls).filter(({ outside }) => outside === undefined);
    if (listed.length === 0) continue;
    return {
      name: standard.title,
      version: standard.version,
      reference: listed.map(({ id }) => id).join(", "),
      specification: listed.map(({ title }) => title).join("; "),
    };
  }
  return undefined;
}

/** The ids of a rule, each with whose it is: `FSBP EC2.8`, `Security Hub EC2.13`, `CIS 7.0 6.3`. */
export function tagsOf(controls: Controls): string[] {
  return standards.flatMap((standard) =>
    controlsOf(standard, controls).map(({ id, outside }) => `${outside ? "Security Hub" : standard.label} ${id}`),
  );
}
