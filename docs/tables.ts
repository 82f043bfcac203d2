import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { architectures } from "../architectures/catalogue";
import { rules } from "../policies/catalogue";

const root = join(__dirname, "..");

/** The tables of README.md, by the marker that they stand behind. */
export function tables(): Record<string, string> {
  return { architectures: architectureTable(), components: componentTable(), policies: policyTable() };
}

/** README.md with every table between `<!-- NAME:start -->` and `<!-- NAME:end -->` made anew. */
export function withTables(readme: string): string {
  return Object.entries(tables()).reduce((text, [name, table]) => {
    const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
    const [from, to] = [text.indexOf(start), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`README.md lacks ${start} or ${end}`);
    return `${text.slice(0, from + start.length)}\n${table}\n${text.slice(to)}`;
  }, readme);
}

function architectureTable(): string {
  return table(
    ["architecture", "what it is"],
    Object.entries(architectures).map(([name, load]) => [`\`${name}\``, load().description]),
  );
}

/** Every component with the first sentence of its docstring. */
function componentTable(): string {
  const files = readdirSync(join(root, "components"))
    .filter((file) => file.endsWith(".ts"))
    .sort();
  const rows = files.flatMap((file) => {
    const source = readFileSync(join(root, "components", file), "utf8");
    const found = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport class (\w+) extends pulumi\.ComponentResource/.exec(source);
    if (!found?.[1] || !found[2]) return [];
    const sentence =
      found[1]
        .replace(/^\s*\* ?/gm, "")
        .trim()
        .split(/(?<=\.)\s/)[0] ?? "";
    return [[`[\`${found[2]}\`](components/${file})`, sentence.replaceAll("\n", " ")]];
  });
  return table(["component", "what it is"], rows);
}

function policyTable(): string {
  const rows = rules.map((rule) => {
    const level = typeof rule.level === "string" ? rule.level : `${rule.level.dev} in dev, ${rule.level.prod} in prod`;
    const { fsbp = [], cis = [] } = rule.controls;
    return [
      `[\`${rule.name}\`](policies/rules/${rule.name}.ts)`,
      rule.description,
      level,
      rule.severity ?? "",
      fsbp.join(", "),
      cis.join(", "),
    ];
  });
  return table(["policy", "what it asks for", "level", "severity", "FSBP", "CIS 7.0"], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
