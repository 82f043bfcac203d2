import assert from "node:assert/strict";
import * as fc from "fast-check";
import { Budget, type BudgetArgs } from "../../components/budget";
import { record } from "../../planner/record";

const base: BudgetArgs = { amountUsd: 500, notify: { emails: ["ops@example.com"] } };
const make = (args: Partial<BudgetArgs> = {}, name = "shop") =>
  record(() => {
    new Budget(name, { ...base, ...args });
  });

const told = { subscriberEmailAddresses: ["ops@example.com"], subscriberSnsTopicArns: [] };
const alert = (notificationType: string, threshold: number) => ({
  notificationType,
  comparisonOperator: "GREATER_THAN",
  threshold,
  thresholdType: "PERCENTAGE",
  ...told,
});

describe("Budget", () => {
  it("counts a month's costs without credits, and calls at 80 and 100 % spent and at 100 % expected", async () => {
    const plan = await make();
    assert.deepEqual(plan.get("shop-budget").inputs, {
      budgetType: "COST",
      timeUnit: "MONTHLY",
      limitAmount: "500",
      limitUnit: "USD",
      costTypes: { includeCredit: false, includeRefund: false },
      notifications: [alert("ACTUAL", 80), alert("ACTUAL", 100), alert("FORECASTED", 100)],
      tags: { Name: "shop" },
    });
    assert.deepEqual(plan.names("aws:budgets/budgetAction:BudgetAction"), []);
  });

  it("begins anew each day, month, quarter or year", async () => {
    const units = { daily: "DAILY", monthly: "MONTHLY", quarterly: "QUARTERLY", yearly: "ANNUALLY" } as const;
    for (const period of ["daily", "monthly", "quarterly", "yearly"] as const) {
      assert.equal((await make({ period })).get("shop-budget").inputs.timeUnit, units[period]);
    }
  });

  it("calls for what has been spent alone where a budget is of a day, which AWS does not forecast", async () => {
    const plan = await make({ period: "daily" });
    assert.deepEqual(plan.get("shop-budget").inputs.notifications, [alert("ACTUAL", 80), alert("ACTUAL", 100)]);
  });

  it("calls when it is told to, for any percentages that AWS takes", () => {
    const percents = fc.uniqueArray(fc.double({ min: 0.01, max: 1_000_000, noNaN: true }), { maxLength: 5 });
    return fc.assert(
      fc.asyncProperty(percents, percents, async (actualPercent, forecastPercent) => {
        fc.pre(actualPercent.length + forecastPercent.length > 0);
        const { inputs } = (await make({ alerts: { actualPercent, forecastPercent } })).get("shop-budget");
        assert.deepEqual(inputs.notifications, [
          ...actualPercent.map((percent) => alert("ACTUAL", percent)),
          ...forecastPercent.map((percent) => alert("FORECASTED", percent)),
        ]);
      }),
      { numRuns: 20 },
    );
  });

  it("counts what bears a tag, some services, and some accounts, under AWS's names", async () => {
    const filter = {
      tag: { key: "Project", values: ["shop", "blog"] },
      services: ["Amazon Elastic Compute Cloud - Compute"],
      linkedAccounts: ["012345678901"],
    };
    const { inputs } = (await make({ filter })).get("shop-budget");
    assert.deepEqual(inputs.costFilters, [
      { name: "TagKeyValue", values: ["user:Project$shop", "user:Project$blog"] },
      { name: "Service", values: ["Amazon Elastic Compute Cloud - Compute"] },
      { name: "LinkedAccount", values: ["012345678901"] },
    ]);
  });

  it("counts other kinds of costs if told", async () => {
    const costTypes = { includeCredit: true, includeTax: false, useAmortized: true };
    assert.deepEqual((await make({ costTypes })).get("shop-budget").inputs.costTypes, {
      includeCredit: true,
      includeRefund: false,
      includeTax: false,
      useAmortized: true,
    });
  });

  it("tells a topic of its own in each alert", async () => {
    const plan = await make({ notify: { topic: "own" } });
    const topicArn = plan.get("shop-topic-topic").outputs.arn;
    const alerts = plan.get("shop-budget").inputs.notifications as Record<string, unknown>[];
    for (const { subscriberEmailAddresses, subscriberSnsTopicArns } of alerts) {
      assert.deepEqual([subscriberEmailAddresses, subscriberSnsTopicArns], [[], [topicArn]]);
    }
    const budgetName = plan.get("shop-budget").outputs.name;
    assert.deepEqual(plan.get("shop").outputs, { budgetName, topicArn });
  });

  it("takes cents", async () => {
    assert.equal((await make({ amountUsd: 0.01 })).get("shop-budget").inputs.limitAmount, "0.01");
    assert.equal((await make({ amountUsd: 1234567.5 })).get("shop-budget").inputs.limitAmount, "1234567.5");
  });

  const percents = Array.from({ length: 11 }, (_, index) => index + 1);
  const refused: Record<string, [Partial<BudgetArgs>, string]> = {
    "an amount of nothing": [{ amountUsd: 0 }, "amountUsd must be more than 0, with at most two decimals, got 0"],
    "a negative amount": [{ amountUsd: -5 }, "amountUsd must be more than 0, with at most two decimals, got -5"],
    "parts of a cent": [{ amountUsd: 1.005 }, "amountUsd must be more than 0, with at most two decimals, got 1.005"],
    "an amount beyond all writing": [
      { amountUsd: 1e21 },
      "amountUsd must be more than 0, with at most two decimals, got 1e+21",
    ],
    "nobody to call": [
      { notify: {} },
      'notify must name at least one e-mail address, a topic or a chat: else nobody hears of it, got {"emails":[]}',
    ],
    "0 percent": [
      { alerts: { actualPercent: [0] } },
      "alerts.actualPercent must be more than 0 and at most 1000000 (percent), got 0",
    ],
    "more percent than AWS takes": [
      { alerts: { forecastPercent: [1_000_001] } },
      "alerts.forecastPercent must be more than 0 and at most 1000000 (percent), got 1000001",
    ],
    "the same percentage twice": [
      { alerts: { actualPercent: [80, 80] } },
      "alerts.actualPercent must not repeat a percentage, got [80,80]",
    ],
    "no alert at all": [
      { alerts: { actualPercent: [], forecastPercent: [] } },
      "alerts must be 1 to 10 percentages in all, got 0",
    ],
    "eleven alerts": [
      { alerts: { actualPercent: percents, forecastPercent: [] } },
      "alerts must be 1 to 10 percentages in all, got 11",
    ],
    "a forecast of a day": [
      { period: "daily", alerts: { forecastPercent: [100] } },
      "alerts.forecastPercent must be empty for a daily budget: AWS forecasts none, got [100]",
    ],
    "a tag of AWS's": [
      { filter: { tag: { key: "aws:createdBy", values: ["me"] } } },
      'filter.tag.key must be a tag of your own: 1 to 128 characters without $, not aws:…, got "aws:createdBy"',
    ],
    "a tag without a value": [
      { filter: { tag: { key: "Project", values: [] } } },
      "filter.tag.values must be one or more texts that are not empty, got []",
    ],
    "an empty service": [
      { filter: { services: [""] } },
      'filter.services must be one or more texts that are not empty, got [""]',
    ],
    "a service twice": [
      { filter: { services: ["AWS Lambda", "AWS Lambda"] } },
      'filter.services must not repeat a value, got ["AWS Lambda","AWS Lambda"]',
    ],
    "an account number that lost its zero": [
      { filter: { linkedAccounts: ["12345678901"] } },
      'filter.linkedAccounts must be account numbers of 12 digits, got ["12345678901"]',
    ],
    "two rates for a cost": [
      { costTypes: { useAmortized: true, useBlended: true } },
      'costTypes must not have both useAmortized and useBlended: a cost has one rate, got {"useAmortized":true,"useBlended":true}',
    ],
  };
  for (const [what, [args, message]] of Object.entries(refused)) {
    it(`refuses ${what}`, () => assert.rejects(make(args), { message: `budget "shop": ${message}` }));
  }

  it("refuses a name that AWS would not take", async () => {
    await make({}, "b".repeat(92));
    for (const name of ["b".repeat(93), "shop:eu", "shop\\eu"]) {
      await assert.rejects(make({}, name), {
        message: `budget "${name}": name must be at most 92 characters without : and \\, got ${JSON.stringify(name)}`,
      });
    }
  });
});
