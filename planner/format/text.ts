import type { Colors } from "picocolors/types";
import { isRefused } from "../finding";
import type { Plan } from "../plan";
import type { Report } from "../report";
import { type ChangeRow, changeRows, countsOf } from "./changes";
import { findings, message } from "./findings";
import { readable } from "./readable";
import { standardText } from "./standard";
import { counts, judges, remediationsTitle, sizeOf } from "./summary";
import { titleOf } from "./title";
import { type TreeOptions, tree } from "./tree";
import { oneLine, visible } from "./visible";

type Shown = Omit<Report, "sources">;

/** A plan and its judgement for a person at a terminal. */
export function text(report: Shown, options: TreeOptions): string {
  const { colors } = options;
  return [
    heading(report, colors),
    ...(report.standard
      ? [standardText(report.standard, colors)]
      : [tree(report.plan, options).join("\n"), exportsOf(report.plan, colors)]),
    report.notes.map((note) => `${colors.yellow("note:")} ${visible(note)}`).join("\n"),
    remediations(report, colors),
    changes(report, colors),
    findings(report, colors),
    fixed(report, colors),
    summary(report, colors),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

function heading({ plan, region }: Shown, colors: Colors): string {
  const how = plan.isDeployed ? "judged from a state, nothing is planned" : "planned offline, nothing was created";
  return `${colors.bold(`${plan.project} on ${plan.stack}`)}, ${region}: ${how}`;
}

function exportsOf(plan: Plan, colors: Colors): string {
  const names = Object.keys(plan.outputs).sort();
  if (names.length === 0) return "";
  const rows = names.map(
    (name) => `  ${oneLine(name)}: ${visible(JSON.stringify(readable(plan.outputs[name] ?? null)))}`,
  );
  return [colors.bold("Outputs"), ...rows].join("\n");
}

function remediations({ plan, judgement }: Shown, colors: Colors): string {
  if (judgement.remediations.length === 0) return "";
  const rows = judgement.remediations.map(
    ({ policy, urn, changes: made }) =>
      `  ${policy} sets ${visible(JSON.stringify(readable(made)))} on ${titleOf(urn)}`,
  );
  return [colors.bold(remediationsTitle(plan)), ...rows].join("\n");
}

function changes({ comparison }: Shown, colors: Colors): string {
  if (!comparison) return "";
  const rows = changeRows(comparison).flatMap((row) => changed(row, colors));
  const title = `${colors.bold("Compared with the base")}: ${countsOf(comparison)}`;
  return [comparison.findings ? title : `${title} (it is a state, which has no findings to compare)`, ...rows].join(
    "\n",
  );
}

function changed({ kind, title, properties }: ChangeRow, colors: Colors): string[] {
  const first = { added: colors.green(`+ ${title}`), changed: `~ ${title}`, removed: colors.red(`- ${title}`) }[kind];
  return [`  ${first}`, ...properties.map((property) => `      ${property}`)];
}

function fixed({ comparison }: Shown, colors: Colors): string {
  const gone = comparison?.findings?.fixed ?? [];
  if (gone.length === 0) return "";
  return [
    colors.bold("Fixed"),
    ...gone.map((finding) => `  ${colors.green(finding.policy)}\n${message(finding)}`),
  ].join("\n");
}

function summary({ plan, judgement, comparison }: Shown, colors: Colors): string {
  const { findings: change } = comparison ?? {};
  const shown = [
    `${sizeOf(plan)}.`,
    `Judged by ${judges(judgement)}: ${counts(judgement.findings)}.`,
    ...(change ? [`Of these are new: ${counts(change.added)}; fixed: ${change.fixed.length}.`] : []),
    isRefused(judgement)
      ? colors.red("Refused: a deployment would stop at the mandatory findings.")
      : colors.green("Allowed."),
  ];
  return shown.join("\n");
}
