import assert from "node:assert/strict";
import { CostWatch, type CostWatchArgs } from "../../components/cost-watch";
import { record } from "../../planner/record";

const base: CostWatchArgs = { monitor: "new", notify: { emails: ["ops@example.com"] } };
const make = (args: Partial<CostWatchArgs> = {}, name = "costs") =>
  record(() => new CostWatch(name, { ...base, ...args }));

const atLeast = (impact: string, value: string) => ({
  dimension: { key: `ANOMALY_TOTAL_IMPACT_${impact}`, matchOptions: ["GREATER_THAN_OR_EQUAL"], values: [value] },
});

describe("CostWatch", () => {
  it("watches every service of the account, and mails a summary of the day", async () => {
    const plan = await make();
    const monitor = plan.get("costs-monitor");
    assert.deepEqual(monitor.inputs, {
      monitorType: "DIMENSIONAL",
      monitorDimension: "SERVICE",
      tags: { Name: "costs-monitor" },
    });
    assert.deepEqual(plan.get("costs-mails").inputs, {
      frequency: "DAILY",
      monitorArnLists: [monitor.outputs.arn],
      subscribers: [{ type: "EMAIL", address: "ops@example.com" }],
      thresholdExpression: { ands: [atLeast("ABSOLUTE", "100"), atLeast("PERCENTAGE", "40")] },
      tags: { Name: "costs-mails" },
    });
    assert.equal(plan.ofType("aws:costexplorer/anomalySubscription:AnomalySubscription").length, 1);
    assert.deepEqual(plan.get("costs").outputs, { monitorArn: monitor.outputs.arn });
  });

  it("tells a topic at once, as AWS does with topics only, and people when they want it", async () => {
    const notify = { emails: ["a@example.com", "b@example.com"], topic: "own" } as const;
    const plan = await make({ notify, mails: "weekly", impactUsd: 12.5, impactPercent: 0 });
    const mails = plan.get("costs-mails").inputs;
    assert.equal(mails.frequency, "WEEKLY");
    assert.deepEqual(mails.subscribers, [
      { type: "EMAIL", address: "a@example.com" },
      { type: "EMAIL", address: "b@example.com" },
    ]);
    const alerts = plan.get("costs-alerts").inputs;
    assert.equal(alerts.frequency, "IMMEDIATE");
    assert.deepEqual(alerts.subscribers, [{ type: "SNS", address: plan.get("costs-topic-topic").outputs.arn }]);
    const thresholds = { ands: [atLeast("ABSOLUTE", "12.5"), atLeast("PERCENTAGE", "0")] };
    assert.deepEqual([mails.thresholdExpression, alerts.thresholdExpression], [thresholds, thresholds]);
  });

  it("uses the monitor that AWS has given the account", async () => {
    const monitorArn = "arn:aws:ce::123456789012:anomalymonitor/0ff11e00-aaaa-4bbb-8ccc-0123456789ab";
    const plan = await make({ monitor: { monitorArn } });
    assert.deepEqual(plan.names("aws:costexplorer/anomalyMonitor:AnomalyMonitor"), []);
    assert.deepEqual(plan.get("costs-mails").inputs.monitorArnLists, [monitorArn]);
  });

  it("tells costs apart by tags, each a resource of its own, and sorts them by the values of one", async () => {
    const plan = await make({
      allocationTags: ["Project", "Owner"],
      category: { tagKey: "Project", otherwise: "rest" },
    });
    assert.deepEqual(plan.get("costs-tag-Project").inputs, { tagKey: "Project", status: "Active" });
    assert.deepEqual(plan.get("costs-tag-Owner").inputs, { tagKey: "Owner", status: "Active" });
    assert.deepEqual(plan.get("costs-category").inputs, {
      ruleVersion: "CostCategoryExpression.v1",
      rules: [{ type: "INHERITED_VALUE", inheritedValue: { dimensionName: "TAG", dimensionKey: "Project" } }],
      defaultValue: "rest",
      tags: { Name: "costs-category" },
    });
  });

  const refused: Record<string, [Partial<CostWatchArgs>, string]> = {
    "nobody to tell": [
      { notify: {} },
      'notify must name at least one e-mail address, a topic or a chat: else nobody hears of it, got {"emails":[]}',
    ],
    "a monitor that is none": [
      { monitor: { monitorArn: "arn:aws:ce::123456789012:anomalysubscription/x" } },
      'monitor.monitorArn must be the ARN of an anomaly monitor, got "arn:aws:ce::123456789012:anomalysubscription/x"',
    ],
    "an impact below nothing": [
      { impactUsd: -1 },
      "impactUsd must be 0 to 10000000000, with at most two decimals, got -1",
    ],
    "a percentage below nothing": [
      { impactPercent: -1 },
      "impactPercent must be 0 to 10000000000, with at most two decimals, got -1",
    ],
    "more than AWS takes": [
      { impactUsd: 10_000_000_001 },
      "impactUsd must be 0 to 10000000000, with at most two decimals, got 10000000001",
    ],
    "parts of a cent": [
      { impactUsd: 0.001 },
      "impactUsd must be 0 to 10000000000, with at most two decimals, got 0.001",
    ],
    "a tag of AWS's": [
      { allocationTags: ["aws:createdBy"] },
      'allocationTags must be 1 to 128 characters that do not begin with aws:, got "aws:createdBy"',
    ],
    "a tag twice": [
      { allocationTags: ["Project", "Project"] },
      'allocationTags must not repeat a tag, got ["Project","Project"]',
    ],
    "a category of no tag": [
      { category: { tagKey: "" } },
      'category.tagKey must be 1 to 128 characters that do not begin with aws:, got ""',
    ],
    "an empty value for the rest": [
      { category: { tagKey: "Project", otherwise: "" } },
      'category.otherwise must be 1 to 50 characters, got ""',
    ],
  };
  for (const [what, [args, message]] of Object.entries(refused)) {
    it(`refuses ${what}`, () => assert.rejects(make(args), { message: `cost watch "costs": ${message}` }));
  }

  it("refuses a name that is too long for a category, whose name people read", () =>
    assert.rejects(make({ category: { tagKey: "Project" } }, "c".repeat(34)), {
      message: `cost watch "${"c".repeat(34)}": name must be at most 33 letters, digits, - and _ for a category, got "${"c".repeat(34)}"`,
    }));
});
