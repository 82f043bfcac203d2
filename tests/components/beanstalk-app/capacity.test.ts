import assert from "node:assert/strict";
import type { Capacity } from "../../../components/beanstalk-app/capacity";
import { app, loadBalanced, optionsOf, shared, worker } from "./planned-app";

const asg = "aws:autoscaling:asg";
const trigger = "aws:autoscaling:trigger";
const cpu = { metric: "CPUUtilization", upper: 70, lower: 30 } as const;
const friday = { name: "friday", recurrence: "0 17 * * FRI" };
const make = (capacity: Capacity, environment: "dev" | "prod" = "dev") =>
  app({ tier: { ...loadBalanced, capacity } }, environment);

describe("the capacity of an environment", () => {
  it("spans two zones in dev and is larger in prod", async () => {
    const sizes = async (environment: "dev" | "prod") => optionsOf(await app({}, environment), asg);
    assert.deepEqual(await sizes("dev"), { MinSize: "2", MaxSize: "4", Cooldown: "360" });
    assert.deepEqual(await sizes("prod"), { MinSize: "3", MaxSize: "6", Cooldown: "360" });
  });

  it("grows by one above 80 % CPU and shrinks by one below 20 %, unless told otherwise", async () => {
    assert.deepEqual(optionsOf(await app(), trigger), {
      MeasureName: "CPUUtilization",
      Statistic: "Average",
      Unit: "Percent",
      Period: "5",
      EvaluationPeriods: "1",
      BreachDuration: "5",
      UpperThreshold: "80",
      UpperBreachScaleIncrement: "1",
      LowerThreshold: "20",
      LowerBreachScaleIncrement: "-1",
    });
  });

  it("follows a metric in its own unit, with a breach as long as its periods", async () => {
    const plan = await make({
      minSize: 2,
      maxSize: 10,
      cooldownSeconds: 120,
      trigger: {
        ...{ metric: "TargetResponseTime", upper: 1.5, lower: 0.2, statistic: "Maximum" },
        ...{ periodMinutes: 1, periods: 3, add: 2, remove: 1 },
      },
    });
    assert.deepEqual(optionsOf(plan, asg), { MinSize: "2", MaxSize: "10", Cooldown: "120" });
    assert.deepEqual(optionsOf(plan, trigger), {
      MeasureName: "TargetResponseTime",
      Statistic: "Maximum",
      Unit: "Seconds",
      Period: "1",
      EvaluationPeriods: "3",
      BreachDuration: "3",
      UpperThreshold: "1.5",
      UpperBreachScaleIncrement: "2",
      LowerThreshold: "0.2",
      LowerBreachScaleIncrement: "-1",
    });
  });

  it("changes by the clock, each action under its name", async () => {
    const plan = await make({
      schedules: [
        { ...friday, minSize: 3, maxSize: 4 },
        { name: "night", recurrence: "0 22 * * *", desiredCapacity: 2, suspend: true },
      ],
    });
    assert.deepEqual(optionsOf(plan, "aws:autoscaling:scheduledaction"), {
      "friday MaxSize": "4",
      "friday MinSize": "3",
      "friday Recurrence": "0 17 * * FRI",
      "friday Suspend": "false",
      "night DesiredCapacity": "2",
      "night Recurrence": "0 22 * * *",
      "night Suspend": "true",
    });
  });

  const at = "capacity.trigger";
  const without = "must be one that there is without a load balancer of its own";
  const refused: [string, Capacity][] = [
    ["capacity.minSize must be a whole number between 2, to span two zones, and 10000, got 1", { minSize: 1 }],
    ["capacity.maxSize must be a whole number between minSize (4) and 10000, got 3", { minSize: 4, maxSize: 3 }],
    ["capacity.maxSize must be a whole number between minSize (2) and 10000, got 10001", { maxSize: 10001 }],
    ["capacity.cooldownSeconds must be a whole number between 0 and 10000, got -1", { cooldownSeconds: -1 }],
    [`${at}.upper must be a number between 0 and 20000000, got -5`, { trigger: { ...cpu, upper: -5 } }],
    [`${at}.lower must be a number between 0 and 20000000, got -5`, { trigger: { ...cpu, lower: -5 } }],
    [`${at}.lower must be less than upper (70), got 70`, { trigger: { ...cpu, lower: 70 } }],
    [`${at}.periodMinutes must be a whole number between 1 and 600, got 0`, { trigger: { ...cpu, periodMinutes: 0 } }],
    [`${at}.periods must be a whole number between 1 and 600, got 0.5`, { trigger: { ...cpu, periods: 0.5 } }],
    [
      `${at}.periods must make at most 600 minutes with periodMinutes, got 605`,
      { trigger: { ...cpu, periods: 121, periodMinutes: 5 } },
    ],
    [`${at}.add must be a whole number, 1 or more, got 0`, { trigger: { ...cpu, add: 0 } }],
    [`${at}.remove must be a whole number, 1 or more, got -1`, { trigger: { ...cpu, remove: -1 } }],
    ['capacity.schedules must not repeat a name, got "friday"', { schedules: [friday, friday] }],
    [
      'capacity.schedules[0].name must be letters, digits, - and _, got "on friday"',
      { schedules: [{ ...friday, name: "on friday", minSize: 3 }] },
    ],
    [
      'capacity.schedules[0].recurrence must have five fields: minute, hour, day of the month, month, day of the week, got "daily"',
      { schedules: [{ ...friday, recurrence: "daily", minSize: 3 }] },
    ],
    ["capacity.schedules[0] must set minSize, maxSize or desiredCapacity, got {}", { schedules: [friday] }],
    [
      "capacity.schedules[0].minSize must be a whole number between 0 and 10000, got -1",
      { schedules: [{ ...friday, minSize: -1 }] },
    ],
    ["capacity.schedules[0].minSize must be at most maxSize (4), got 5", { schedules: [{ ...friday, minSize: 5 }] }],
    [
      "capacity.schedules[0].desiredCapacity must be between minSize (2) and maxSize (4), got 5",
      { schedules: [{ ...friday, desiredCapacity: 5 }] },
    ],
  ];
  for (const [sentence, capacity] of refused) {
    it(`is refused: ${sentence.slice(0, 100)}`, () =>
      assert.rejects(make(capacity), { message: `beanstalk app "shop": ${sentence}` }));
  }

  it("is refused with a metric that there is not, or not without a load balancer of its own", async () => {
    const unknown = { ...cpu, metric: "Latency" } as unknown as Capacity["trigger"];
    await assert.rejects(
      make({ trigger: unknown }),
      /capacity\.trigger\.metric must be one of "CPUUtilization", .*got "Latency"$/,
    );
    const hosts = { ...cpu, metric: "HealthyHostCount" } as const;
    const requests = { ...cpu, metric: "RequestCount" } as const;
    const message = (metric: string) => `beanstalk app "shop": ${at}.metric ${without}, got "${metric}"`;
    for (const tier of [shared, worker]) {
      await assert.rejects(app({ tier: { ...tier, capacity: { trigger: hosts } } }), {
        message: message("HealthyHostCount"),
      });
    }
    await assert.rejects(app({ tier: { ...worker, capacity: { trigger: requests } } }), {
      message: message("RequestCount"),
    });
    const counted = await app({ tier: { ...shared, capacity: { trigger: requests } } });
    assert.equal(optionsOf(counted, trigger).Unit, "Count");
  });
});
