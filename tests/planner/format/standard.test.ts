import assert from "node:assert/strict";
import { createColors } from "picocolors";
import { json } from "../../../planner/format/json";
import { markdown } from "../../../planner/format/markdown";
import { text } from "../../../planner/format/text";
import type { ControlReport, StandardReport } from "../../../planner/standard";
import { planWith, reportWith, resource } from "../reports";

const control = (id: string, more: Partial<ControlReport> = {}): ControlReport => ({
  id,
  title: `Title of ${id}`,
  url: `https://example.com/${id}`,
  outcome: "passed",
  rules: [{ name: "one" }],
  resources: { passed: 0, failed: 0, undecided: 0, exempt: 0 },
  ...more,
});

const standard: StandardReport = {
  name: "house",
  title: "The House Rules",
  version: "2",
  source: "All rules, read on 2026-11-26.",
  controls: [
    control("1.1", {
      outcome: "failed",
      rules: [{ name: "one" }, { name: "two", off: true }],
      resources: { passed: 3, failed: 1, undecided: 2, exempt: 4 },
    }),
    control("1.2", { resources: { passed: 1, failed: 0, undecided: 0, exempt: 0 } }),
    control("1.9", {
      outcome: "passed in part",
      leavesOut: ["twins"],
      resources: { passed: 1, failed: 0, undecided: 0, exempt: 0 },
    }),
    control("1.3", { outcome: "no finding", stack: "no finding" }),
    control("1.4", { outside: "retired", outcome: "no resource" }),
    control("1.5", { outcome: "no resource", title: 'Of "*" | all' }),
    control("1.6", { outcome: "off", rules: [{ name: "two", off: true }] }),
    control("1.7", { outcome: "no plan can decide", needs: "people", rules: [] }),
    control("1.8", { outcome: "no rule yet", rules: [] }),
  ],
  sums: {
    failed: 1,
    undecided: 0,
    exempt: 0,
    passed: 1,
    "passed in part": 1,
    "no finding": 1,
    "no resource": 1,
    off: 1,
    "no plan can decide": 1,
    "no rule yet": 1,
  },
};

const report = reportWith(planWith(resource("news")), undefined, { standard });
const SUMS =
  "8 controls: 1 failed, 0 undecided, 0 exempt, 1 passed, 1 passed in part, 1 no finding, 1 no resource, 1 off, 1 no plan can decide, 1 no rule yet.";

describe("a standard", () => {
  it("takes the place of the resources in the text, with its sums first and of what is not decided the ids alone", () => {
    assert.equal(
      text(report, { colors: createColors(false), inputs: false }),
      `shop on dev, eu-west-1: planned offline, nothing was created

The House Rules 2
${SUMS}
All rules, read on 2026-11-26.
A resource has passed where a policy looks at its type and says nothing of it. A policy that decides several controls counts for each of them.

Decided by policies
  failed 1.1 Title of 1.1
      one, two (off); 10 resources: 1 failed, 2 undecided, 4 exempt, 3 passed
  passed 1.2 Title of 1.2
      one; 1 resource: 0 failed, 0 undecided, 0 exempt, 1 passed
  passed in part 1.9 Title of 1.9
      one; 1 resource: 0 failed, 0 undecided, 0 exempt, 1 passed; leaves out twins
  no finding 1.3 Title of 1.3
      one; the stack as a whole: no finding

Decided by policies, but not listed by the standard
  no resource 1.4 Title of 1.4
      one; AWS has retired it

No resource here is of a type that these are about
  1.5 Of "*" | all (one)

Off: every policy that decides these is disabled
  1.6 Title of 1.6 (two)

No policy can decide these by a plan
  1.7 Title of 1.7: people have to judge it

No policy decides these yet
  1.8
  Their titles: docs/policies/standards.md

To create: 1 resource in 0 components.
Judged by 1 policy: 0 mandatory, 0 advisory, 0 undecided, 0 exempt.
Allowed.
`,
    );
  });

  it("takes their place in a comment, what there is nothing to count of folded", () => {
    const comment = markdown(report);
    assert.ok(!comment.includes("aws.sns.Topic"), comment);
    assert.ok(comment.includes(`\n#### The House Rules 2\n\n**${SUMS}** A resource`), comment);
    const rows = comment.split("\n").filter((line) => line.startsWith("| [") || line.startsWith("- "));
    assert.deepEqual(rows, [
      "| [<code>1.1</code>](https://example.com/1.1) Title of 1.1 | 🛑 failed | one, two (off) | 1 | 2 | 4 | 3 |",
      "| [<code>1.2</code>](https://example.com/1.2) Title of 1.2 | ✅ passed | one | 0 | 0 | 0 | 1 |",
      "| [<code>1.9</code>](https://example.com/1.9) Title of 1.9<br>leaves out twins | passed in part | one | 0 | 0 | 0 | 1 |",
      "| [<code>1.3</code>](https://example.com/1.3) Title of 1.3 | no finding<br>the stack as a whole: no finding | one | 0 | 0 | 0 | 0 |",
      "| [<code>1.4</code>](https://example.com/1.4) Title of 1.4<br>AWS has retired it | no resource | one | 0 | 0 | 0 | 0 |",
      '- 1.5 Of "\\*" \\| all (one)',
      "- 1.6 Title of 1.6 (two)",
      "- 1.7 Title of 1.7: people have to judge it",
      "- 1.8 Title of 1.8",
    ]);
    assert.equal(comment.match(/<details>/g)?.length, comment.match(/<\/details>/g)?.length);
  });

  it("stands beside the findings in JSON, and is not there unless it is asked for", () => {
    const { tierwork, deployment } = JSON.parse(json(report));
    assert.deepEqual(tierwork.standard, JSON.parse(JSON.stringify(standard)));
    assert.equal(deployment.resources.length, 2);
    assert.equal(JSON.parse(json(reportWith(planWith()))).tierwork.standard, undefined);
  });
});
