import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import listed from "../../../policies/facts/deprecations.json";

/** What the provider's own words advise, as the rest of a sentence; without advice that it goes away. */
function advice(words: string): string {
  const found =
    /\b(?:[Uu]se|Configure) ((?:the )?["`]?[\w.]+["`]?(?: \w+){0,2}?) instead/.exec(words)?.[1] ??
    /, use ["`]?([\w.]+)["`]? which/.exec(words)?.[1];
  return found ? `use ${found.replaceAll(/["`]/g, "")} instead` : "the provider will take it away";
}

describe("the list of what the provider has deprecated", () => {
  it("is that of the installed @pulumi/aws", () => {
    const root = dirname(require.resolve("@pulumi/aws/package.json"));
    const types: Record<string, string> = {};
    const properties: Record<string, Record<string, string>> = {};
    for (const path of readdirSync(root, { recursive: true, encoding: "utf8" }).sort()) {
      if (!/^\w+\/(?!get[A-Z])\w+\.d\.ts$/.test(path) || path.startsWith("types/")) continue;
      const code = readFileSync(join(root, path.replace(/\.d\.ts$/, ".js")), "utf8");
      const token = /__pulumiType = '([^']+)'/.exec(code)?.[1];
      if (!token) continue;
      const successor = /log\.warn\("\w+ is deprecated: \S+ has been deprecated in favor of ([^"]+)"/.exec(code)?.[1];
      if (successor) types[token] = `aws.${successor.replace(/^aws\./, "").replace(/\/\w+/, "")}`;
      const declared = readFileSync(join(root, path), "utf8");
      const start = declared.search(/export interface \w+Args \{/);
      const marks = declared
        .slice(start)
        .matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*?)@deprecated((?:(?!\*\/)[\s\S])*?)\*\/\s*(\w+)\?:/g);
      for (const [, , words = "", property = ""] of start < 0 ? [] : marks) {
        const own = properties[token] ?? {};
        own[property] = advice(words.replaceAll(/[\s*]+/g, " ").trim());
        properties[token] = own;
      }
    }
    assert(Object.keys(types).length > 10 && Object.keys(properties).length > 40);
    assert.deepEqual(listed, { types, properties }, JSON.stringify({ types, properties }, null, 2));
  });
});
