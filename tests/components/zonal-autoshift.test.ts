import assert from "node:assert/strict";
import { WebTier, type WebTierArgs } from "../../components/web-tier";
import { ZonalAutoshift, type ZonalAutoshiftArgs } from "../../components/zonal-autoshift";
import { record } from "../../planner/record";

const resourceArn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shop-lb/0123456789abcdef";
const outcome = "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:shop-5xx";
const make = (args: Partial<ZonalAutoshiftArgs> = {}) =>
  record(() => new ZonalAutoshift("shop", { resourceArn, outcomeAlarmArns: [outcome], ...args }));

describe("ZonalAutoshift", () => {
  it("lets AWS take a zone out, and try that at any time until an alarm ends it", async () => {
    const plan = await make();
    assert.deepEqual(plan.get("shop-configuration").inputs, {
      resourceArn,
      outcomeAlarms: [{ alarmIdentifier: outcome, type: "CLOUDWATCH" }],
      zonalAutoshiftStatus: "ENABLED",
    });
    assert.deepEqual(plan.get("shop").outputs, { resourceArn });
  });

  it("only practises, in given windows, not on some days and not during an alarm", async () => {
    const plan = await make({
      autoshift: false,
      practiceWindows: { allowed: ["Tue:09:00-Tue:15:00"] },
      blockedDates: ["2026-11-27"],
      blockingAlarmArns: [`${outcome}-release`],
    });
    const { resourceArn: _, outcomeAlarms: __, ...inputs } = plan.get("shop-configuration").inputs;
    assert.deepEqual(inputs, {
      allowedWindows: ["Tue:09:00-Tue:15:00"],
      blockedDates: ["2026-11-27"],
      blockingAlarms: [{ alarmIdentifier: `${outcome}-release`, type: "CLOUDWATCH" }],
      zonalAutoshiftStatus: "DISABLED",
    });
  });

  it("practises outside of given windows", async () => {
    const plan = await make({ practiceWindows: { blocked: ["Fri:00:00-Fri:23:59"] } });
    assert.deepEqual(plan.get("shop-configuration").inputs.blockedWindows, ["Fri:00:00-Fri:23:59"]);
  });

  describe("of a web tier", () => {
    const network = {
      vpcId: "vpc-1",
      publicSubnetIds: ["subnet-1", "subnet-2"],
      privateSubnetIds: ["subnet-3", "subnet-4"],
    };
    const tier = (args: Partial<WebTierArgs>) =>
      record(() => new WebTier("shop", { network, exposure: "internet", tls: "none", ...args }), {
        environment: "dev",
      });

    it("shifts its load balancer, until an alarm of the tier ends a try", async () => {
      const plan = await tier({ zonalAutoshift: { blockedDates: ["2026-11-27"] } });
      const { inputs, id } = plan.get("shop-autoshift-configuration");
      assert.equal(inputs.resourceArn, plan.get("shop-lb").outputs.arn);
      assert.equal(id, inputs.resourceArn);
      assert.deepEqual(inputs.blockedDates, ["2026-11-27"]);
      const alarms = ["shop-target-5xx", "shop-lb-5xx", "shop-latency", "shop-unhealthy-hosts"];
      assert.deepEqual(
        inputs.outcomeAlarms,
        alarms.map((name) => ({ alarmIdentifier: plan.get(name).outputs.arn, type: "CLOUDWATCH" })),
      );
    });

    it("is asked for by name", async () => {
      const plan = await tier({});
      assert.deepEqual(plan.names("tierwork:index:ZonalAutoshift"), []);
    });

    it("refuses a malformed window, and a load balancer that cannot be shifted, before anything is made", async () => {
      await assert.rejects(tier({ zonalAutoshift: { blockedDates: ["Friday"] } }), {
        message: 'web tier "shop": zonalAutoshift.blockedDates must be dates such as "2026-11-27", got "Friday"',
      });
      await assert.rejects(tier({ zonalShift: false, zonalAutoshift: {} }), {
        message: 'web tier "shop": zonalAutoshift must be left out where zonalShift is false, got {}',
      });
    });
  });

  const windows = 'must be windows within a day, in UTC, such as "Tue:09:00-Tue:15:00"';
  const refused: [string, Partial<ZonalAutoshiftArgs>][] = [
    ["outcomeAlarmArns must hold 1 to 10 alarms, got 0", { outcomeAlarmArns: [] }],
    ["outcomeAlarmArns must hold 1 to 10 alarms, got 11", { outcomeAlarmArns: Array(11).fill(outcome) }],
    ["blockingAlarmArns must hold at most 10 alarms, got 11", { blockingAlarmArns: Array(11).fill(outcome) }],
    ["practiceWindows.allowed must hold 1 to 15 windows, got 0", { practiceWindows: { allowed: [] } }],
    [
      "practiceWindows.blocked must hold 1 to 15 windows, got 16",
      { practiceWindows: { blocked: Array(16).fill("Tue:09:00-Tue:15:00") } },
    ],
    ...["Tue:09:00-Wed:15:00", "Tue:15:00-Tue:09:00", "Tue:09:00-Tue:24:00", "tue:09:00-tue:15:00", "weekends"].map(
      (window): [string, Partial<ZonalAutoshiftArgs>] => [
        `practiceWindows.allowed ${windows}, got "${window}"`,
        { practiceWindows: { allowed: [window] } },
      ],
    ),
    ['blockedDates must be dates such as "2026-11-27", got "2026-02-30"', { blockedDates: ["2026-02-30"] }],
    ['blockedDates must be dates such as "2026-11-27", got "Friday"', { blockedDates: ["Friday"] }],
    ["blockedDates must hold at most 15 dates, got 16", { blockedDates: Array(16).fill("2026-11-27") }],
  ];
  for (const [sentence, args] of refused) {
    it(`refuses: ${sentence}`, () => assert.rejects(make(args), { message: `zonal autoshift "shop": ${sentence}` }));
  }
});
