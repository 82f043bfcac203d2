import type { Colors } from "picocolors/types";
import type { FindingsChange } from "../compare-findings";
import { type Finding, standingOf } from "../finding";
import { Places } from "../place";
import type { Report } from "../report";
import { type Repeated, repeats } from "./repeats";
import { titleOf } from "./title";
import { oneLine, visible } from "./visible";

/** Every finding with its place; what is said of many resources alike is said once. */
export function findings({ plan, judgement, comparison }: Omit<Report, "sources">, colors: Colors): string {
  if (judgement.findings.length === 0) return "";
  const places = new Places(plan);
  const rows = repeats(judgement.findings).flatMap((repeated) =>
    repeated.findings.length > MOST_ALONE
      ? [together(repeated, comparison?.findings, colors)]
      : repeated.findings.map((finding) => said(finding, places, comparison?.findings, colors)),
  );
  return [colors.bold("Policies say"), ...rows].join("\n");
}

/** So many findings that say the same are shown each by itself. */
const MOST_ALONE = 3;

function said(finding: Finding, places: Places, change: FindingsChange | undefined, colors: Colors): string {
  const position = places.of(finding.urn);
  const place = position ? colors.dim(` ${oneLine(position.file)}:${position.line}`) : "";
  return `${label(finding, change?.added.includes(finding) ?? false, colors)}${place}\n${message(finding)}`;
}

function together({ findings, rest }: Repeated, change: FindingsChange | undefined, colors: Colors): string {
  const isNew = findings.some((finding) => change?.added.includes(finding));
  const titles = findings.map(({ urn }) => (urn === undefined ? "the stack" : titleOf(urn)));
  const more = titles.length > 5 ? [`and ${titles.length - 4} more`] : [];
  const named = [...titles.slice(0, more.length > 0 ? 4 : 5), ...more].join(", ");
  const sentence = indented(`${findings.length} resources: ${rest}`);
  return `${label(findings[0], isNew, colors)}\n${sentence}\n${colors.dim(indented(named))}`;
}

function label(finding: Finding, isNew: boolean, colors: Colors): string {
  const standing = standingOf(finding);
  const paint = { mandatory: colors.red, advisory: colors.yellow, undecided: String, exempt: String }[standing];
  const severity = finding.severity ? ` (${finding.severity})` : "";
  return `  ${paint(standing)}${isNew ? colors.bold(" new") : ""} ${colors.bold(finding.policy)}${severity}`;
}

/** What a finding says, below its heading. */
export function message(finding: Finding): string {
  return indented(finding.message);
}

function indented(words: string): string {
  const rows = visible(words).split("\n");
  return rows.map((row) => `      ${row}`).join("\n");
}
