import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mergedPage } from "./merged-policies";
import { settingsPage } from "./settings";
import { policiesPage, withTables } from "./tables";

/** `npm run docs`: writes all that is generated. A house rule fails while it is stale. */
const readme = join(__dirname, "..", "README.md");
writeFileSync(readme, withTables(readFileSync(readme, "utf8")));
writeFileSync(join(__dirname, "settings.md"), settingsPage());
writeFileSync(join(__dirname, "policies", "merged.md"), mergedPage());
writeFileSync(join(__dirname, "policies", "README.md"), policiesPage());
