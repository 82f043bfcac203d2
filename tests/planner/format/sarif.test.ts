import assert from "node:assert/strict";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import type { Log, Result, Run } from "sarif";
import type { Finding, JudgingPolicy } from "../../../planner/finding";
import { sarif } from "../../../planner/format/sarif";
import type { Report } from "../../../planner/report";
import { baseOf, finding, judgementWith, planWith, reportWith, resource } from "../reports";

const schema = require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json") as object;
// The schema's pattern of a language is a regular expression of the old kind alone.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const isValid = ajv.compile(schema);

/** The one run of a log that fits the schema. */
function run(report: Report): Run {
  const log = JSON.parse(sarif(report)) as Log;
  assert.ok(isValid(log), ajv.errorsText(isValid.errors));
  const [only] = log.runs;
  assert.ok(only && log.runs.length === 1);
  return only;
}

const results = (report: Report): Result[] => run(report).results ?? [];
const place = ({ locations }: Result) => {
  const [location] = locations ?? [];
  const { artifactLocation, region } = location?.physicalLocation ?? {};
  return [artifactLocation?.uri, region?.startLine, location?.logicalLocations?.[0]?.fullyQualifiedName];
};

const child = resource("child", { parent: resource("parent").urn });
const plan = planWith(
  resource("parent", { position: { file: "parts/a b.ts", line: 7, column: 3 } }),
  child,
  resource("nowhere"),
);

describe("SARIF", () => {
  it("says what a finding is by its level, with a score for its policy", () => {
    const policy: JudgingPolicy = {
      name: "no-public-ssh",
      displayName: "SSH is closed",
      description: "Nobody reaches SSH.",
      level: "mandatory",
      severity: "critical",
      remediationSteps: "Close it.",
      url: "https://example.com/ssh",
      tags: ["CIS 6.3"],
    };
    const said = [
      finding({ policy: policy.name, severity: "critical" }),
      finding({ policy: policy.name, level: "advisory" }),
      finding({ policy: policy.name, level: "advisory", verdict: "undecided" }),
      finding({
        policy: policy.name,
        level: "advisory",
        verdict: "exempt",
        message: "Wrong. Exempt: accepted until 2027-01-31 by Ada: a trial.",
      }),
    ];
    const { tool, results: made = [] } = run(reportWith(plan, { ...judgementWith(...said), policies: [policy] }));
    assert.equal(tool.driver.name, "tierwork");
    assert.deepEqual(tool.driver.rules, [
      {
        id: "no-public-ssh",
        name: "NoPublicSsh",
        shortDescription: { text: "SSH is closed" },
        fullDescription: { text: "Nobody reaches SSH." },
        help: {
          text: "How to mend it: Close it.\n\nMore: https://example.com/ssh",
          markdown: "**How to mend it:** Close it.\n\n[More](https://example.com/ssh)",
        },
        helpUri: "https://example.com/ssh",
        defaultConfiguration: { level: "error" },
        properties: { tags: ["security", "CIS 6.3"], "security-severity": "9.5" },
      },
    ]);
    assert.deepEqual(
      made.map(({ level }) => level),
      ["error", "warning", "note", "note"],
    );
    assert.deepEqual(
      made.map(({ suppressions }) => suppressions),
      [
        undefined,
        undefined,
        undefined,
        [{ kind: "external", justification: "accepted until 2027-01-31 by Ada: a trial." }],
      ],
    );
  });

  it("lists the rules that reported and no others, also one that no policy of the pack is called", () => {
    const { tool, results: made } = run(
      reportWith(plan, judgementWith(finding({ policy: "b" }), finding({ policy: "a" }))),
    );
    assert.deepEqual(
      tool.driver.rules?.map(({ id }) => id),
      ["a", "b"],
    );
    assert.deepEqual(
      made?.map(({ ruleId, ruleIndex }) => [ruleId, ruleIndex]),
      [
        ["b", 1],
        ["a", 0],
      ],
    );
    const foreign = { ...judgementWith(finding({ policy: "theirs" })), policies: [] };
    assert.deepEqual(run(reportWith(plan, foreign)).tool.driver.rules?.[0]?.shortDescription, { text: "theirs" });
  });

  it("points at the line of the resource or of its nearest ancestor, from the root of the repository, else at the stack file", () => {
    const { urn } = resource("parent");
    const judgement = judgementWith(
      finding({ urn }),
      finding({ urn: child.urn }),
      finding({ urn: resource("nowhere").urn }),
      finding(),
    );
    assert.deepEqual(results(reportWith(plan, judgement)).map(place), [
      ["infra/parts/a%20b.ts", 7, urn],
      ["infra/parts/a%20b.ts", 7, child.urn],
      ["infra/Pulumi.dev.yaml", 1, resource("nowhere").urn],
      ["infra/Pulumi.dev.yaml", 1, undefined],
    ]);
  });

  it("keeps apart the analyses of stacks", () => {
    assert.equal(run(reportWith(plan)).automationDetails?.id, "tierwork/shop/dev/");
  });

  it("gives every finding a fingerprint of its own, the same while it says the same", () => {
    const fingerprints = (...said: Finding[]) =>
      results(reportWith(plan, judgementWith(...said))).map(
        ({ partialFingerprints }) => partialFingerprints?.primaryLocationLineHash,
      );
    const { urn } = child;
    const made = fingerprints(
      finding({ urn }),
      finding({ urn, message: "list[0] is wrong." }),
      finding({ urn, message: "list[1] is wrong." }),
      finding({ policy: "other", urn }),
      finding(),
    );
    assert.equal(new Set(made).size, 5);
    assert.deepEqual(fingerprints(finding({ urn, message: "list[4] is wrong." })), [made[1]]);
    const exempt = { verdict: "exempt", message: "Wrong. Exempt: by Ada." } as const;
    assert.deepEqual(fingerprints(finding({ urn, ...exempt })), [made[0]]);
  });

  it("says against a base which findings are new", () => {
    const [old, fresh] = [finding({ urn: child.urn }), finding({ policy: "other" })];
    const base = baseOf(plan, judgementWith(old));
    const states = (report: Report) => results(report).map(({ baselineState }) => baselineState);
    assert.deepEqual(states(reportWith(plan, judgementWith(old, fresh), { base })), ["unchanged", "new"]);
    assert.deepEqual(states(reportWith(plan, judgementWith(old, fresh))), [undefined, undefined]);
    const { findings: _, ...state } = base;
    assert.deepEqual(states(reportWith(plan, judgementWith(old), { base: state })), [undefined]);
  });

  it("is valid and makes no links, whatever names and messages hold", () => {
    const name = "[a](http://b) \u0007 \u202e | <b> {0} \ud800 🙂\n";
    const odd = planWith(resource(name));
    const [result] = results(reportWith(odd, judgementWith(finding({ urn: resource(name).urn, message: name }))));
    assert.equal(result?.message.text, "[a] (http://b) \\x07 \\u202e | <b> {0} \\ud800 🙂\n");
  });
});
