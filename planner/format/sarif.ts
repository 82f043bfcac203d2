import { createHash } from "node:crypto";
import type { Location, Log, ReportingDescriptor, Result } from "sarif";
import { keyOf } from "../compare-findings";
import { exemptionOf, type Finding, type JudgingPolicy, type Standing, standingOf } from "../finding";
import { Places } from "../place";
import type { Report } from "../report";
import { titleOf } from "./title";
import { visible } from "./visible";

/** What code scanning ranks by: https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support */
const SCORES = { critical: "9.5", high: "8.0", medium: "5.5", low: "3.0" } as const;

/** An exempt finding is a note as well: not every viewer knows suppressions. */
const LEVELS: Record<Standing, Result.level> = {
  mandatory: "error",
  advisory: "warning",
  undecided: "note",
  exempt: "note",
};

/** The findings as a SARIF 2.1.0 log, for code scanning: http://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function sarif(report: Report): string {
  const { plan, judgement } = report;
  const reported = new Set(judgement.findings.map(({ policy }) => policy));
  const described = new Map(judgement.policies.map((policy) => [policy.name, policy]));
  const rules = [...reported].sort().map((name) => ruleOf(name, described.get(name)));
  const log: Log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "tierwork", rules } },
        // One analysis a stack: the last slash ends what code scanning calls the category.
        automationDetails: { id: `tierwork/${encodeURIComponent(plan.project)}/${encodeURIComponent(plan.stack)}/` },
        columnKind: "utf16CodeUnits",
        results: resultsOf(report, rules),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf(name: string, policy: JudgingPolicy | undefined): ReportingDescriptor {
  const { displayName = name, description = name, severity, remediationSteps, url, tags = [] } = policy ?? {};
  const help = [remediationSteps && `How to mend it: ${remediationSteps}`, url && `More: ${url}`].filter(Boolean);
  return {
    id: name,
    name: name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: displayName },
    fullDescription: { text: description },
    ...(help.length > 0 && {
      help: {
        text: help.join("\n\n"),
        markdown: [remediationSteps && `**How to mend it:** ${remediationSteps}`, url && `[More](${url})`]
          .filter(Boolean)
          .join("\n\n"),
      },
    }),
    ...(url && { helpUri: url }),
    ...(policy && { defaultConfiguration: { level: LEVELS[policy.level] } }),
    properties: { tags: ["security", ...tags], ...(severity && { "security-severity": SCORES[severity] }) },
  };
}

function resultsOf(report: Report, rules: readonly ReportingDescriptor[]): Result[] {
  const { judgement, comparison } = report;
  const places = new Places(report.plan);
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const added = new Set(comparison?.findings?.added);
  const seen = new Map<string, number>();
  return judgement.findings.map((finding) => {
    const exemption = exemptionOf(finding);
    return {
      ruleId: finding.policy,
      ruleIndex: indexes.get(finding.policy),
      level: LEVELS[standingOf(finding)],
      message: { text: withoutLinks(visible(finding.message)) },
      locations: [locationOf(finding, report, places)],
      partialFingerprints: { primaryLocationLineHash: fingerprint(finding, seen) },
      ...(finding.verdict === "exempt" && {
        suppressions: [{ kind: "external" as const, justification: visible(exemption ?? finding.message) }],
      }),
      ...(comparison?.findings && { baselineState: added.has(finding) ? "new" : "unchanged" }),
    };
  });
}

/** Without a resource, or a line that declares it, a finding is about the stack file. */
function locationOf(finding: Finding, { sources }: Report, places: Places): Location {
  const position = places.of(finding.urn);
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(position ? sources.folder + position.file : sources.stackFile) },
      region: position ? { startLine: position.line, startColumn: position.column } : { startLine: 1 },
    },
    ...(finding.urn !== undefined && {
      logicalLocations: [{ name: titleOf(finding.urn), fullyQualifiedName: finding.urn, kind: "resource" }],
    }),
  };
}

function uriOf(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

/**
 * The same in every run, and different for every finding. Code scanning reads this key alone; it would fill it by the
 * text of the line, and then take all that one line declares, say in a loop, for one finding.
 * https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support#data-for-preventing-duplicated-alerts
 */
function fingerprint(finding: Finding, seen: Map<string, number>): string {
  const hash = createHash("sha256").update(keyOf(finding)).digest("hex").slice(0, 16);
  const count = (seen.get(hash) ?? 0) + 1;
  seen.set(hash, count);
  return `${hash}:${count}`;
}

/** In a message of SARIF `[text](target)` is a link; what programs are called must make none. */
function withoutLinks(message: string): string {
  return message.replaceAll("](", "] (");
}
