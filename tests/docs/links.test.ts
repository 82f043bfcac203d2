import assert from "node:assert/strict";
import { existsSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { anchor } from "../../docs/markdown";
import { read, root, tracked } from "../house";

const pages = tracked.filter((file) => file.endsWith(".md") && !file.startsWith("tests/fixtures/"));

/** What is no code. */
const prose = (page: string) => read(page).replaceAll(/^```[\s\S]*?^```/gm, "");

/** The anchors of a page; a heading that was there before gets a number. */
function anchors(page: string): Set<string> {
  const found = new Set<string>();
  for (const [, heading = ""] of prose(page).matchAll(/^#+ (.*)$/gm)) {
    const name = anchor(heading);
    let again = 0;
    while (found.has(again === 0 ? name : `${name}-${again}`)) again += 1;
    found.add(again === 0 ? name : `${name}-${again}`);
  }
  return found;
}

/** The links of a page that lead nowhere. */
function broken(page: string): string[] {
  const text = prose(page).replaceAll(/`[^`\n]*`/g, "");
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
  return targets.filter((target) => {
    if (/^(https?|mailto):/.test(target)) return false;
    const [path = "", section] = target.split("#");
    const file = path === "" ? page : normalize(join(dirname(page), path));
    if (!existsSync(join(root, file))) return true;
    if (section === undefined) return false;
    return !statSync(join(root, file)).isFile() || !file.endsWith(".md") || !anchors(file).has(section);
  });
}

describe("the links of the docs", () => {
  it("are found, and lead to files and headings that there are", () => {
    assert.ok(pages.includes("README.md"));
    assert.ok(prose("README.md").includes("](docs/policies/README.md"));
    assert.deepEqual(
      pages.flatMap((page) => broken(page).map((target) => `${page}: ${target}`)),
      [],
    );
  });

  it("go to anchors as GitHub makes them", () => {
    assert.equal(anchor("Identity, keys, secrets"), "identity-keys-secrets");
    assert.equal(anchor("scaling, as in `container-web`"), "scaling-as-in-container-web");
  });
});
