import type { ControlReport, StandardReport } from "../standard";
import { link } from "./markdown-text";
import type { Section } from "./shortened";
import { COUNTING, nameOf, noteOf, partsOf, remarkOf, rulesOf, sumsOf } from "./standard";

const ICONS = { failed: "🛑", undecided: "❔", exempt: "🔓", passed: "✅" } as const;

/** A standard in a comment: what policies decide as a table, and folded what there is nothing to count of. */
export function standardMarkdown(report: StandardReport): Section[] {
  const { decided, beside, listed } = partsOf(report);
  const columns =
    "| control | outcome | policies | failed | undecided | exempt | passed |\n| --- | --- | --- | --- | --- | --- | --- |\n";
  return [
    {
      before: `\n#### ${nameOf(report)}\n\n**${sumsOf(report)}** ${COUNTING}\n\n${report.source}\n\n${columns}`,
      rows: [...decided, ...beside].map(row),
      more: (count) => `\n*… and ${count} more, left out for the length of a comment*\n`,
      after: "",
    },
    ...listed.filter(({ controls }) => controls.length > 0).map(({ title, controls }) => folded(title, controls)),
  ];
}

function row(control: ControlReport): string {
  const { id, title, url, outcome, resources, stack } = control;
  const icon = Object.hasOwn(ICONS, outcome) ? `${ICONS[outcome as keyof typeof ICONS]} ` : "";
  const whole = stack ? `<br>the stack as a whole: ${stack}` : "";
  const note = noteOf(control);
  const cells = [
    `${link(id, url)} ${plain(title)}${note ? `<br>${note}` : ""}`,
    `${icon}${outcome}${whole}`,
    rulesOf(control),
    ...[resources.failed, resources.undecided, resources.exempt, resources.passed].map(String),
  ];
  return `| ${cells.join(" | ")} |\n`;
}

function folded(title: string, controls: readonly ControlReport[]): Section {
  return {
    before: `\n<details><summary>${title}: ${controls.length}</summary>\n\n`,
    rows: controls.map((control) => `- ${control.id} ${plain(control.title)}${remarkOf(control)}\n`),
    more: (count) => `- … and ${count} more, left out for the length of a comment\n`,
    after: "\n</details>\n",
  };
}

/** Titles are those of the standards, and some hold an asterisk. */
function plain(title: string): string {
  return title.replace(/[*_|<>[\]`\\]/g, (mark) => `\\${mark}`);
}
