import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { departures, merged, mergedPage, partly, settingsOfTheStack } from "../../docs/merged-policies";
import { rules } from "../../policies/catalogue";
import rows from "./catalogue-rows.json";

interface Row {
  readonly name: string;
  readonly group: number;
  readonly level: string;
  /** The level in production, where it is another. */
  readonly prod?: string;
  readonly severity: string;
  readonly fix?: boolean;
  readonly settings?: readonly string[];
}

const catalogue: readonly Row[] = rows;
const byName = new Map(rules.map((rule) => [rule.name, rule]));

describe("the catalogue that the pack was planned by", () => {
  for (const row of catalogue) {
    const rule = byName.get(row.name);
    const departure = departures[row.name] ?? {};

    it(`${row.name} is a rule, or is said by others`, () => {
      const { into } = merged[row.name] ?? {};
      assert.ok(rule || into, "there is no such rule, and docs/merged-policies.ts does not say which ones say it");
      assert.ok(!(rule && into), "it is a rule and merged too");
      for (const name of into ?? []) assert.ok(byName.has(name), `it is merged into ${name}, which is no rule`);
    });
    if (!rule) continue;

    it(`${row.name} has its row's level and severity`, () => {
      const own = typeof rule.level === "string" ? { dev: rule.level, prod: rule.level } : rule.level;
      const asked = { dev: row.level, prod: row.prod ?? row.level };
      const byEnvironment = row.settings?.some((key) => settingsOfTheStack.includes(key)) ? "disabled" : asked.dev;
      const fits = own.prod === asked.prod && [asked.dev, byEnvironment].includes(own.dev);
      assert.equal(
        fits,
        departure.level === undefined,
        `${JSON.stringify(own)} where the row says ${JSON.stringify(asked)}`,
      );
      assert.equal(rule.severity === row.severity, departure.severity === undefined, rule.severity);
    });

    it(`${row.name} remediates if its row says so`, () => {
      if (row.fix) assert.equal(rule.remediate !== undefined, departure.fix === undefined);
    });

    it(`${row.name} has its row's settings`, () => {
      const missing = (row.settings ?? []).filter(
        (key) => !settingsOfTheStack.includes(key) && !Object.hasOwn(rule.settings ?? {}, key),
      );
      assert.deepEqual(missing, Object.keys(departure.settings ?? {}));
    });
  }

  it("is answered on a page that is fresh", () => {
    const page = readFileSync(join(__dirname, "../../docs/policies/merged.md"), "utf8");
    assert.ok(page === mergedPage(), "docs/policies/merged.md is stale: run npm run docs");
  });

  it("is said in part only by rules of a row", () => {
    const names = new Set(catalogue.map(({ name }) => name));
    for (const [rule, { into }] of Object.entries(partly)) {
      assert.ok(byName.has(rule), rule);
      for (const name of into.split("` and `")) assert.ok(names.has(name), name);
    }
  });

  it("is departed from by no rule that is not there", () => {
    const names = new Set(catalogue.map(({ name }) => name));
    assert.deepEqual(
      Object.keys(departures).filter((name) => !names.has(name)),
      [],
    );
  });
});
