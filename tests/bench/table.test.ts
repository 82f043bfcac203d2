import assert from "node:assert/strict";
import { row } from "../../bench/fuzz";
import { measured } from "../../bench/measured";
import { table } from "../../bench/table";
import { rules } from "../../policies/catalogue";

describe("a table of a benchmark", () => {
  it("is one of Markdown, with the names of the first row as its head", () => {
    assert.equal(
      table([{ plan: "dev", ratio: "2.4" }, { plan: "prod" }]),
      "| plan | ratio |\n| --- | --- |\n| dev | 2.4 |\n| prod |  |",
    );
  });

  it("stands under the day, the version of Node.js, the cores and the policies", () => {
    const head = measured(new Date("2026-11-26T23:00:00Z"));
    assert.match(head, /^Measured on 2026-11-26, Node \d+\.\d+\.\d+, \d+ cores, with \d+ policies:$/);
    assert(head.includes(`with ${rules.length} policies`));
  });

  it("tells of fuzzing what was judged, what was said, and the seed", () => {
    const verdicts = { denied: 5000, undecided: 2, exempt: 1, remediated: 0 };
    const fuzzed = { stacks: 10, resources: 1234, types: new Set(["a", "b"]), rules: new Set(["c"]), verdicts };
    assert.deepEqual(row(fuzzed, 42, 9.6), {
      ...{ resources: "1,234", stacks: "10", types: "2", "rules that spoke": "1" },
      ...{ denied: "5,000", undecided: "2", exempt: "1", remediated: "0", threw: "none", seconds: "10", seed: "42" },
    });
  });
});
