import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { read, root } from "./house";

const text = read("docs/requirements.md");
const [tables = "", guidance = ""] = text.split("\n## Guidance\n");

/** The cells of each row below the tables' heads. */
const rows = tables
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| ---") && !line.includes("the test that shows it"))
  .map((line) => line.split("|").slice(1, -1));

const titles = [...guidance.matchAll(/^### (.*)$/gm)].map(([, title = ""]) => title);

/** The name under which a page links to one of its headings. */
const anchor = (title: string) =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, "")
    .replaceAll(" ", "-");

describe("the design card", () => {
  it("finds each of its names at the top", () => {
    const folders = ["components", "policies", "tests"];
    const files = ["package.json", "tsconfig.json", "Pulumi.yaml", "Pulumi.dev.yaml", "index.ts", "README.md"];
    assert.deepEqual(
      [...folders, ...files].filter((name) => !existsSync(join(root, name))),
      [],
    );
  });

  it("finds each of its packages", () => {
    const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<string, object>;
    const packages = Object.keys({ ...dependencies, ...devDependencies });
    for (const name of ["@pulumi/pulumi", "@pulumi/aws", "@pulumi/awsx", "@pulumi/policy", "mocha"]) {
      assert.ok(packages.includes(name), name);
    }
  });
});

describe("the table of what the documents ask", () => {
  it("names only files that there are", () => {
    const named = [...text.matchAll(/`((?:architectures|components|docs|planner|policies|tests)\/[^`]*)`/g)];
    assert.ok(named.length > 100);
    assert.deepEqual(
      [...new Set(named.map(([, file = ""]) => file))].filter((file) => !existsSync(join(root, file))),
      [],
    );
  });

  it("shows each row by a test, or leads to guidance", () => {
    assert.ok(rows.length > 100);
    for (const row of rows) {
      assert.equal(row.length, 3, row.join("|"));
      assert.match(row[2] ?? "", /`tests\/[^`]*\.test\.ts`|\[guidance\]\(#/, row[0]);
    }
  });

  it("has guidance for at most twelve rows that no resource holds", () => {
    const without = rows.filter(([, where = ""]) => where.trim() === "");
    assert.ok(without.length > 0);
    assert.ok(without.length <= 12, `${without.length} rows`);
  });

  it("leads to every part of the guidance, and to nothing else", () => {
    const led = new Set([...tables.matchAll(/\[guidance\]\(#([^)]*)\)/g)].map(([, name = ""]) => name));
    assert.deepEqual([...led].sort(), titles.map(anchor).sort());
  });
});
