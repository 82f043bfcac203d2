import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { architectures } from "../architectures/catalogue";
import { groups } from "../policies/catalogue";
import type { Group } from "../policies/group";
import type { Level } from "../policies/rule";
import { anchor, table } from "./markdown";
import { levelIn } from "./policy-page";

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
    ["architecture", "what it is", ""],
    Object.entries(architectures).map(([name, load]) => [
      `[\`${name}\`](docs/architectures.md#${name})`,
      load().description,
      `[settings](docs/settings/${name}.md)`,
    ]),
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

/** How many rules each group has; the page of each tells which. */
function policyTable(): string {
  const of = (group: Group, level: Level) =>
    String(group.rules.filter((rule) => levelIn("prod", rule) === level).length);
  const rows = groups.map((group) => [
    `[${group.title}](docs/policies/README.md#${anchor(group.title)})`,
    of(group, "mandatory"),
    of(group, "advisory"),
    of(group, "disabled"),
    String(group.rules.filter(({ remediate }) => remediate).length),
  ]);
  return table(["group", "mandatory", "advisory", "off by default", "of these can remediate"], rows);
}
