import type { Colors } from "picocolors/types";
import { whyOutside, whyUndecidable } from "../../policies/catalogue";
import { type ControlReport, OUTCOMES, type Outcome, type StandardReport } from "../standard";

/** What the counts of a report mean. */
export const COUNTING =
  "A resource has passed where a policy looks at its type and says nothing of it. A policy that decides several controls counts for each of them.";

/** A standard as the lines of a terminal, its sums first. */
export function standardText(report: StandardReport, colors: Colors): string {
  const { decided, beside, listed } = partsOf(report);
  const section = (title: string, rows: readonly string[]) =>
    rows.length > 0 ? ["", colors.bold(title), ...rows] : [];
  const decisions = (controls: readonly ControlReport[]) => controls.flatMap((control) => decision(control, colors));
  return [
    colors.bold(nameOf(report)),
    sumsOf(report),
    report.source,
    COUNTING,
    ...section(DECIDED, decisions(decided)),
    ...section(BESIDE, decisions(beside)),
    ...listed.flatMap(({ title, controls }) => section(title, rowsOf(controls))),
  ].join("\n");
}

/** Of what is not decided yet only the ids, a line for each service or chapter: they are many. */
function rowsOf(controls: readonly ControlReport[]): string[] {
  const [first] = controls;
  if (first?.outcome !== "no rule yet") {
    return controls.map((control) => `  ${control.id} ${control.title}${remarkOf(control)}`);
  }
  const byService = new Map<string | undefined, string[]>();
  for (const { id } of controls) {
    const [service] = id.split(".");
    byService.set(service, [...(byService.get(service) ?? []), id]);
  }
  return [...[...byService.values()].map((ids) => `  ${ids.join(", ")}`), "  Their titles: docs/policies/standards.md"];
}

/** `CIS AWS Foundations Benchmark 7.0.0` */
export function nameOf({ title, version }: StandardReport): string {
  return `${title} ${version}`;
}

export const DECIDED = "Decided by policies";
export const BESIDE = "Decided by policies, but not listed by the standard";

/** Of these outcomes there is nothing to count. */
const LISTED: readonly { readonly outcome: Outcome; readonly title: string }[] = [
  { outcome: "no resource", title: "No resource here is of a type that these are about" },
  { outcome: "off", title: "Off: every policy that decides these is disabled" },
  { outcome: "no plan can decide", title: "No policy can decide these by a plan" },
  { outcome: "no rule yet", title: "No policy decides these yet" },
];

/** The controls of a report by what can be said of them. */
export function partsOf({ controls }: StandardReport) {
  const own = controls.filter(({ outside }) => outside === undefined);
  return {
    decided: own.filter(({ outcome }) => !LISTED.some((list) => list.outcome === outcome)),
    beside: controls.filter(({ outside }) => outside !== undefined),
    listed: LISTED.map(({ outcome, title }) => ({
      title,
      controls: own.filter((control) => control.outcome === outcome),
    })),
  };
}

/** `70 controls: 2 failed, 0 undecided, …` */
export function sumsOf({ sums }: StandardReport): string {
  const total = OUTCOMES.reduce((sum, outcome) => sum + sums[outcome], 0);
  return `${total} controls: ${OUTCOMES.map((outcome) => `${sums[outcome]} ${outcome}`).join(", ")}.`;
}

/** `no-public-ssh, cis-metric-filters (off)` */
export function rulesOf({ rules }: ControlReport): string {
  return rules.map(({ name, off }) => (off ? `${name} (off)` : name)).join(", ");
}

/** Behind the title of a control of which there is nothing to count: why, or which policies would decide it. */
export function remarkOf(control: ControlReport): string {
  if (control.needs) return `: ${whyUndecidable[control.needs]}`;
  return control.rules.length > 0 ? ` (${control.rules.map(({ name }) => name).join(", ")})` : "";
}

/** What is said of a control whose policies look at less than it, or that the standard does not list. */
export function noteOf({ leavesOut, outside }: ControlReport): string | undefined {
  const notes = [
    ...(leavesOut ? [`leaves out ${leavesOut.join(", ")}`] : []),
    ...(outside ? [whyOutside[outside]] : []),
  ];
  return notes.length > 0 ? notes.join("; ") : undefined;
}

function decision(control: ControlReport, colors: Colors): string[] {
  const { id, title, outcome, resources, stack } = control;
  const paints: Partial<Record<Outcome, (text: string) => string>> = { failed: colors.red, passed: colors.green };
  const { passed, failed, undecided, exempt } = resources;
  const counted = passed + failed + undecided + exempt;
  const counts = `${failed} failed, ${undecided} undecided, ${exempt} exempt, ${passed} passed`;
  const note = noteOf(control);
  const says = [
    rulesOf(control),
    ...(counted > 0 ? [`${counted} ${counted === 1 ? "resource" : "resources"}: ${counts}`] : []),
    ...(stack ? [`the stack as a whole: ${stack}`] : []),
    ...(note ? [note] : []),
  ];
  return [`  ${(paints[outcome] ?? String)(outcome)} ${colors.bold(id)} ${title}`, `      ${says.join("; ")}`];
}
