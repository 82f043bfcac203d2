import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/** Who looks for access that nobody meant to give. */
export interface AccessAnalyzerArgs {
  /**
   * The days, 1 to 365, after which a right, role, key or password counts as unused; AWS asks a price for each role and
   * user and month. https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-findings.html
   *
   * @default unused access is not looked for
   */
  readonly unusedAccessDays?: number;
}

export function checkAccessAnalyzer(
  check: ArgumentCheck,
  name: string,
  { unusedAccessDays: days }: AccessAnalyzerArgs,
): void {
  // https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_CreateAnalyzer.html
  const isName = /^[A-Za-z_][\w.-]{0,230}$/.test(name);
  check(isName, "name", "must begin with a letter and be letters, digits, _, . and - (access analyzer)", name);
  const isDays = days === undefined || (Number.isInteger(days) && days >= 1 && days <= 365);
  check(isDays, "accessAnalyzer.unusedAccessDays", "must be a whole number from 1 to 365", days);
}

/**
 * Looks in each region for what outsiders can reach; that costs nothing. IAM is the same everywhere, so unused access is
 * looked for in the first region only.
 */
export function accessAnalyzers(
  name: string,
  regions: readonly string[],
  { unusedAccessDays }: AccessAnalyzerArgs,
  parent: pulumi.Resource,
): void {
  for (const region of regions) {
    const own = `${name}-${region}-external-access`;
    new aws.accessanalyzer.Analyzer(
      own,
      { analyzerName: `${name}-external-access`, type: "ACCOUNT", region, tags: { Name: own } },
      { parent },
    );
  }
  if (unusedAccessDays === undefined) return;
  new aws.accessanalyzer.Analyzer(
    `${name}-unused-access`,
    {
      analyzerName: `${name}-unused-access`,
      type: "ACCOUNT_UNUSED_ACCESS",
      configuration: { unusedAccess: { unusedAccessAge: unusedAccessDays } },
      region: regions[0],
      tags: { Name: `${name}-unused-access` },
    },
    { parent },
  );
}
