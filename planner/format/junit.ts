import Builder from "fast-xml-builder";
import { type Finding, type JudgingPolicy, standingOf } from "../finding";
import { Places } from "../place";
import type { Report } from "../report";
import { titleOf } from "./title";
import { oneLine, visible } from "./visible";

/** An element: attributes begin with `@`. */
type Element = Record<string, unknown>;

/**
 * The judgement as a JUnit report: a suite for each policy that ran, a test for each of its findings.
 *
 * What refuses the deployment has failed. Advice and what is undecided or exempt was skipped: viewers show the text of
 * skipped tests, but nothing of what passed (GitLab reads no `system-out` there).
 * https://docs.gitlab.com/ci/testing/unit_test_reports/
 */
export function junit(report: Report): string {
  const { plan, judgement } = report;
  const places = new Places(plan);
  const described = new Set(judgement.policies.map(({ name }) => name));
  const others = judgement.findings.map(({ policy }) => policy).filter((name) => !described.has(name));
  const policies = [...judgement.policies, ...[...new Set(others)].map((name) => ({ name }))];
  const byName = [...policies].sort((a, b) => (a.name < b.name ? -1 : 1));
  const suites = byName.map((policy) => suiteOf(policy, report, places));
  const builder = new Builder({
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    format: true,
    suppressEmptyNode: true,
  });
  return builder.build({
    "?xml": { "@version": "1.0", "@encoding": "UTF-8" },
    testsuites: {
      "@name": oneLine(`${plan.project}/${plan.stack}`),
      ...totalsOf(suites.flatMap(testsOf)),
      testsuite: suites,
    },
  });
}

function suiteOf(policy: Partial<JudgingPolicy> & { name: string }, report: Report, places: Places): Element {
  const { plan, judgement, sources } = report;
  // Viewers tell tests of several reports apart by class and name; dots make a tree of them.
  const classname = oneLine(`${plan.project}.${plan.stack}.${policy.name}`);
  const names = new Map<string, number>();
  const tests = judgement.findings
    .filter((finding) => finding.policy === policy.name)
    .map((finding): Element => {
      const name = numbered(finding.urn === undefined ? "the stack" : titleOf(finding.urn), names);
      const position = places.of(finding.urn);
      const place = position
        ? { "@file": oneLine(sources.folder + position.file), "@line": position.line }
        : { "@file": oneLine(sources.stackFile) };
      return { "@name": name, "@classname": classname, ...place, ...outcomeOf(finding, policy) };
    });
  const testcase = tests.length > 0 ? tests : [{ "@name": "every resource", "@classname": classname }];
  return { "@name": policy.name, ...totalsOf(testcase), testcase };
}

/** Two resources may have the same type and name, and one may have several findings. */
function numbered(name: string, names: Map<string, number>): string {
  const count = (names.get(name) ?? 0) + 1;
  names.set(name, count);
  return count === 1 ? name : `${name} (${count})`;
}

function outcomeOf(finding: Finding, { severity, remediationSteps, url }: Partial<JudgingPolicy>): Element {
  const standing = standingOf(finding);
  const [first = ""] = finding.message.split("\n");
  const lines = [
    finding.message,
    ...(finding.urn === undefined ? [] : [finding.urn]),
    ...(remediationSteps ? [`How to mend it: ${remediationSteps}`] : []),
    ...(url ? [`More: ${url}`] : []),
  ];
  const type = severity ? `${standing}, ${severity}` : standing;
  const outcome = { "@message": oneLine(`${standing}: ${first}`), "@type": type, "#text": visible(lines.join("\n")) };
  return standing === "mandatory" ? { failure: outcome } : { skipped: outcome };
}

function testsOf({ testcase }: Element): Element[] {
  return Array.isArray(testcase) ? testcase : [];
}

function totalsOf(tests: readonly Element[]): Element {
  return {
    "@tests": tests.length,
    "@failures": tests.filter(({ failure }) => failure).length,
    "@errors": 0,
    "@skipped": tests.filter(({ skipped }) => skipped).length,
  };
}
