import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { leftOver, pages } from "./pages";

/** `npm run docs`: writes all that is generated, and removes what is no more. A test fails while it is stale. */
async function generate(): Promise<void> {
  const made = await pages();
  const root = join(__dirname, "..");
  for (const file of leftOver(made)) rmSync(join(root, file));
  for (const [file, text] of Object.entries(made)) writeFileSync(join(root, file), text);
}

void generate();
