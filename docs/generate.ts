import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withTables } from "./tables";

/** `npm run docs`: writes what is generated in README.md anew. A house rule fails while it is stale. */
const path = join(__dirname, "..", "README.md");
writeFileSync(path, withTables(readFileSync(path, "utf8")));
