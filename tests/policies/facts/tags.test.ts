import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { taggableTypes } from "../../../policies/facts/tags";

describe("the list of types that take tags", () => {
  it("is that of the installed @pulumi/aws", () => {
    const root = dirname(require.resolve("@pulumi/aws/package.json"));
    const found = readdirSync(root, { recursive: true, encoding: "utf8" }).flatMap((path) => {
      if (!/^\w+\/(?!get[A-Z])\w+\.d\.ts$/.test(path) || path.startsWith("types/")) return [];
      const types = readFileSync(join(root, path), "utf8");
      const args = types.slice(types.search(/export interface \w+Args \{/));
      const takesMap = /^ {4}tags\?: pulumi\.Input<\{\s*\[key: string\]/m.test(args);
      const isGroup = /^ {4}tags\?: pulumi\.Input<pulumi\.Input<inputs\.autoscaling\.GroupTag>\[\]/m.test(args);
      if (!takesMap && !isGroup) return [];
      const code = readFileSync(join(root, path.replace(/\.d\.ts$/, ".js")), "utf8");
      return /__pulumiType = '([^']+)'/.exec(code)?.[1] ?? [];
    });
    assert(found.length > 500);
    assert.deepEqual([...taggableTypes].sort(), found.sort());
  });
});
