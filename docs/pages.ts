import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { groups } from "../policies/catalogue";
import { mergedPage } from "./merged-policies";
import { otherToolsPage } from "./other-tools";
import { examplesOf } from "./policy-examples";
import { byGroup, bySeverity } from "./policy-index";
import { policyPage } from "./policy-page";
import { settingsPages } from "./settings";
import { standardsPage } from "./standards";
import { withTables } from "./tables";

const root = join(__dirname, "..");

/** Folders whose Markdown is made by `npm run docs`, but for the pages that people write. */
const folders = ["docs/policies", "docs/settings"];
const written = ["docs/policies/your-project.md"];

/** Every page that is made from the source, by its path in the project: what `npm run docs` writes. */
export async function pages(): Promise<Record<string, string>> {
  const made: Record<string, string> = {
    "README.md": withTables(readFileSync(join(root, "README.md"), "utf8")),
    "docs/policies/README.md": byGroup(),
    "docs/policies/by-severity.md": bySeverity(),
    "docs/policies/merged.md": mergedPage(),
    "docs/policies/other-tools.md": otherToolsPage(),
    "docs/policies/standards.md": standardsPage(),
    ...settingsPages(),
  };
  for (const group of groups) {
    for (const rule of group.rules) {
      made[`docs/policies/${rule.name}.md`] = await policyPage(rule, group, examplesOf(rule));
    }
  }
  return made;
}

/** The pages on disk that are made no more, such as that of a policy that was removed. */
export function leftOver(made: Readonly<Record<string, string>>): string[] {
  return folders
    .flatMap((folder) => readdirSync(join(root, folder)).map((file) => `${folder}/${file}`))
    .filter((file) => file.endsWith(".md") && made[file] === undefined && !written.includes(file));
}
