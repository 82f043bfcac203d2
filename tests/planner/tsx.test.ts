import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runtime } from "@pulumi/pulumi";

const closures = join(require.resolve("@pulumi/pulumi"), "../runtime/closure");

/** What a fresh process that loads `tsx.cjs` first prints of a script. */
function printed(script: string): string {
  const loader = join(__dirname, "../../planner/tsx.cjs");
  return execFileSync(process.execPath, ["--require", loader, "-p", script], { encoding: "utf8" }).trim();
}

describe("tsx.cjs", () => {
  for (const file of ["serializeClosure.js", "codePaths.js"]) {
    it(`leaves ${file} of the SDK out until it is called, with all that it exports`, () => {
      const text = readFileSync(join(closures, file), "utf8");
      const exported = [...text.matchAll(/^exports\.(\w+) =/gm)].map(([, name]) => name);
      assert.deepEqual(Object.keys(require(join(closures, file))).sort(), exported.sort());
    });
  }

  it("loads the SDK without a compiler and without npm", () => {
    const loaded = 'require("@pulumi/aws").ec2.Vpc; Object.keys(require.cache).join("\\n")';
    assert.doesNotMatch(printed(loaded), /node_modules.(typescript|@npmcli)/);
  });

  it("lets a program make Lambda functions of its own functions", async () => {
    const { text } = await runtime.serializeFunction((event: { name: string }) => `Hello, ${event.name}`);
    assert.match(text, /Hello, \$\{event\.name\}/);
    // Once more, by the stand-in that the SDK kept.
    assert.match((await runtime.serializeFunction(() => "again")).text, /again/);
  });
});
