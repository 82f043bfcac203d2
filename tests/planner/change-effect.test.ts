import assert from "node:assert/strict";
import { createColors } from "picocolors";
import type { ChangeEffect } from "../../planner/change-effect";
import { json } from "../../planner/format/json";
import { markdown } from "../../planner/format/markdown";
import { text } from "../../planner/format/text";
import type { PlannedOptions } from "../../planner/plan";
import { type Change, plans } from "./change-effects/effects";
import { judgementWith, planWith, reportWith, resource } from "./reports";

const options = { colors: createColors(false), inputs: false };
const server = "aws:ec2/instance:Instance";
const database = "aws:rds/instance:Instance";

describe("what a change means", () => {
  const change: Change = {
    type: server,
    before: { rootBlockDevice: { iops: 3000, volumeSize: 16 }, instanceType: "t3.micro" },
    after: { rootBlockDevice: { iops: 4000, volumeSize: 20 }, instanceType: "t3.large" },
  };
  const { base, plan } = plans(change);
  const report = reportWith(plan, judgementWith(), { base });
  const lines = [
    'instanceType: "t3.micro" → "t3.large" (in place: AWS stops it, changes it and starts it; its public address changes)',
    "rootBlockDevice.iops: 3000 → 4000 (in place, while it runs; a disk never becomes smaller)",
    "rootBlockDevice.volumeSize: 16 → 20",
  ];

  it("stands beside the change in text and markdown, once for what is the same", () => {
    for (const printed of [text(report, options), markdown(report)]) {
      const found = printed.split("\n").filter((line) => line.includes("→"));
      assert.deepEqual(
        found.map((line) => line.trim()),
        lines,
      );
    }
  });

  it("is with every property in JSON", () => {
    const { tierwork } = JSON.parse(json(report));
    const [{ properties }] = tierwork.compare.changed;
    assert.deepEqual(
      properties.map((property: { effect: ChangeEffect }) => property.effect.kind),
      ["restarted", "inPlace", "inPlace"],
    );
  });

  it("says in a plain plan what scales up as it stands, unless that is ignored", () => {
    const tree = (type: string, more: PlannedOptions = {}) =>
      text(reportWith(planWith(resource("it", { type, options: more }))), options)
        .split("\n")
        .find((line) => line.includes("└─"));
    assert.equal(tree(server), "└─ aws.ec2.Instance it (instanceType changes in place, by a stop and a start)");
    assert.equal(
      tree(database, { ignoreChanges: ["tags"] }),
      "└─ aws.rds.Instance it (ignores changes of tags; instanceClass changes in place)",
    );
    assert.equal(
      tree(server, { ignoreChanges: ["instanceType"] }),
      "└─ aws.ec2.Instance it (ignores changes of instanceType)",
    );
  });
});
