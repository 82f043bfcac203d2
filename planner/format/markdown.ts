import { createColors } from "picocolors";
import { exemptionOf, type Finding, isRefused, standingOf, withoutExemption } from "../finding";
import { Places } from "../place";
import type { Report } from "../report";
import { nameOf, typeOf } from "../urn";
import { changeRows, countsOf } from "./changes";
import { code, fenced, fenceFor, link } from "./markdown-text";
import { readable } from "./readable";
import { type Section, shortened } from "./shortened";
import { standardMarkdown } from "./standard-markdown";
import { counts, judges, remediationsTitle, sizeOf } from "./summary";
import { shortType, titleOf } from "./title";
import { tree } from "./tree";

/** GitHub takes comments of 65,536 characters; some are left for what a workflow adds. */
const MOST_CHARACTERS = 65_000;

/** One resource must not take the room of all others. */
const MOST_PROPERTIES = 20;

const ICONS = { mandatory: "🛑", advisory: "⚠️", undecided: "❔", exempt: "🔓" } as const;

/**
 * A comment for a pull request: the verdict, what is new against the base, what else is wrong, undecided or exempt, and
 * folded what the resources are. Its first line, which is not shown, tells whose comment it is.
 */
export function markdown(report: Report): string {
  const { judgement, comparison } = report;
  const added = new Set(comparison?.findings?.added);
  const known = judgement.findings.filter((finding) => !added.has(finding));
  const of = (verdict: Finding["verdict"]) => known.filter((finding) => finding.verdict === verdict);
  const sections = [
    { before: opening(report), rows: [], more: () => "", after: "" },
    table("New", report, [...added]),
    table(comparison?.findings ? "As on the base" : "Violations", report, of("denied")),
    table("Fixed", report, comparison?.findings?.fixed ?? []),
    table("Undecided", report, of("undecided")),
    table("Exempt", report, of("exempt")),
    remediations(report),
    notes(report),
    ...(report.standard ? standardMarkdown(report.standard) : [resources(report)]),
  ];
  return shortened(
    sections.flatMap((section) => section ?? []),
    MOST_CHARACTERS,
  );
}

/** The first line of the comment on a stack. */
function markerOf({ project, stack }: Report["plan"]): string {
  const plain = (name: string) => name.replace(/[^\w.-]/g, "_");
  return `<!-- tierwork plan: ${plain(project)}/${plain(stack)} -->`;
}

function opening({ plan, judgement, comparison, region }: Report): string {
  const verdict = isRefused(judgement) ? "❌ Refused" : "✅ Allowed";
  const against = comparison ? `Against the base: ${countsOf(comparison)}.` : undefined;
  const findings = comparison?.findings;
  const since = findings
    ? `New: ${counts(findings.added)}; fixed: ${findings.fixed.length}.`
    : comparison && "The base is a state, which has no findings to compare.";
  return [
    markerOf(plan),
    `### ${verdict}: ${code(`${plan.project}/${plan.stack}`)}`,
    "",
    `**${counts(judgement.findings)}**, judged by ${judges(judgement)}, in ${code(region)}.`,
    `${sizeOf(plan)}.`,
    ...[against, since].filter((line) => line !== undefined),
    "",
  ].join("\n");
}

function table(title: string, report: Report, findings: readonly Finding[]): Section | undefined {
  if (findings.length === 0) return undefined;
  const { plan, judgement, sources } = report;
  const places = new Places(plan);
  const urls = new Map(judgement.policies.map(({ name, url }) => [name, url]));
  const rows = findings.map((finding) => {
    const standing = standingOf(finding);
    const position = places.of(finding.urn);
    const cells = [
      `${ICONS[standing]} ${standing}${finding.severity ? ` (${finding.severity})` : ""}`,
      link(finding.policy, urls.get(finding.policy)),
      code(finding.urn === undefined ? "the stack" : titleOf(finding.urn)),
      messageOf(finding),
      code(position ? `${sources.folder}${position.file}:${position.line}` : sources.stackFile),
    ];
    return `| ${cells.join(" | ")} |\n`;
  });
  const columns = "| verdict | policy | resource | what it says | where |\n| --- | --- | --- | --- | --- |\n";
  return { before: `\n#### ${title}: ${findings.length}\n\n${columns}`, rows, more: leftOut, after: "" };
}

function messageOf(finding: Finding): string {
  const exemption = exemptionOf(finding);
  const violation = code(withoutSubject(withoutExemption(finding), finding.urn));
  return exemption === undefined ? violation : `${violation}<br>Exempt: ${code(exemption)}`;
}

/** The resource has a column of its own; messages of the pack begin with it. */
function withoutSubject(message: string, urn: string | undefined): string {
  const subject = urn === undefined ? undefined : `${shortType(typeOf(urn))} "${nameOf(urn)}": `;
  return subject !== undefined && message.startsWith(subject) ? message.slice(subject.length) : message;
}

function remediations({ plan, judgement }: Report): Section | undefined {
  const { remediations: made } = judgement;
  if (made.length === 0) return undefined;
  const rows = made.map(
    ({ policy, urn, changes }) =>
      `| ${code(policy)} | ${code(titleOf(urn))} | ${code(JSON.stringify(readable(changes)))} |\n`,
  );
  const columns = "| policy | resource | sets |\n| --- | --- | --- |\n";
  return { before: `\n#### ${remediationsTitle(plan)}\n\n${columns}`, rows, more: leftOut, after: "" };
}

function notes({ notes: list }: Report): Section | undefined {
  if (list.length === 0) return undefined;
  return { before: "\n#### Notes\n\n", rows: list.map((note) => `- ${code(note)}\n`), more: leftOut, after: "" };
}

/** What changes, folded; without a base, all that is there. */
function resources({ plan, comparison }: Report): Section | undefined {
  const rows = comparison
    ? changeRows(comparison).map(({ kind, title, properties }) => {
        const mark = { added: "+", changed: "!", removed: "-" }[kind];
        const shown = properties.slice(0, MOST_PROPERTIES).map((property) => `    ${fenced(property)}`);
        const unseen = properties.length - shown.length;
        return [`${mark} ${fenced(title)}`, ...shown, ...(unseen > 0 ? [`    … and ${unseen} more properties`] : [])];
      })
    : tree(plan, { colors: createColors(false), inputs: false }).map((line) => [fenced(line)]);
  if (rows.length === 0) return undefined;
  const fence = fenceFor(rows.flat());
  const summary = comparison ? `Changes: ${countsOf(comparison)}` : sizeOf(plan);
  return {
    before: `\n<details><summary>${summary}</summary>\n\n${fence}${comparison ? "diff" : ""}\n`,
    rows: rows.map((lines) => `${lines.join("\n")}\n`),
    more: (count) => `… and ${count} more, left out for the length of a comment\n`,
    after: `${fence}\n\n</details>\n`,
  };
}

function leftOut(count: number): string {
  return `\n*… and ${count} more, left out for the length of a comment*\n`;
}
