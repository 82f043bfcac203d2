import assert from "node:assert/strict";
import type { ArgumentCheck } from "../../../components/argument-checks";
import type { Scaling } from "../../../components/scaling";
import { checkScaling } from "../../../components/scaling/scaling-checks";

const check: ArgumentCheck = (holds, argument, requirement, value) => {
  if (!holds) throw new Error(`${argument} ${requirement}, got ${JSON.stringify(value)}`);
};
const limits = { minSize: 2, maxSize: 10 };
const steps = { type: "step", scaleOut: [{ above: 70, add: 2 }], scaleIn: [{ below: 30, remove: 1 }] } as const;
const simple = { type: "simple", scaleOut: { above: 70, add: 2 }, scaleIn: { below: 30, remove: 1 } } as const;
const math = {
  name: "jobs-per-server",
  expression: "jobs / servers",
  metrics: { jobs: { namespace: "AWS/SQS", metricName: "ApproximateNumberOfMessagesVisible" }, servers: "servers" },
} as const;
const lunch = { type: "schedule", name: "lunch", recurrence: "0 12 * * *" } as const;

describe("checkScaling", () => {
  it("takes the course's whole day: a target, steps, a schedule and a forecast beside each other", () => {
    checkScaling(
      check,
      [
        { type: "target", target: 40, warmupSeconds: 0 },
        {
          ...steps,
          scaleOut: [...steps.scaleOut, { above: 90, add: 4 }],
          scaleIn: [...steps.scaleIn, { below: 10, remove: 2 }],
        },
        { ...lunch, minSize: 8 },
        {
          ...lunch,
          name: "night",
          recurrence: "0 22 * * *",
          timeZone: "Europe/London",
          minSize: 2,
          desiredCapacity: 2,
        },
        { type: "predictive", target: 40, leadSeconds: 600 },
      ],
      limits,
    );
  });

  it("takes the simple pair: above 70 % add 2, below 30 % remove 1", () => {
    checkScaling(
      check,
      [simple, { ...simple, metric: "networkIn", unit: { type: "percent", leastServers: 1 } }],
      limits,
    );
  });

  const refused: [string, Scaling[]][] = [
    [
      "scaling[0].scaleOut.add must be a whole number, 1 or more, got 0",
      [{ ...simple, scaleOut: { above: 70, add: 0 } }],
    ],
    [
      "scaling[0].scaleIn.remove must be a whole number, 1 or more, got 1.5",
      [{ ...simple, scaleIn: { below: 30, remove: 1.5 } }],
    ],
    [
      "scaling[0].scaleIn.below must be lower than scaleOut.above (70), got 70",
      [{ ...simple, scaleIn: { below: 70, remove: 1 } }],
    ],
    [
      "scaling[0].cooldownSeconds must be a whole number of seconds, 0 or more, got -1",
      [{ ...simple, cooldownSeconds: -1 }],
    ],
    [
      "scaling[0].unit.leastServers must be a whole number, 1 or more, got 0",
      [{ ...steps, unit: { type: "percent", leastServers: 0 } }],
    ],
    [
      "scaling[0].scaleIn must remove at most 100 percent, got 101",
      [{ ...simple, scaleIn: { below: 30, remove: 101 }, unit: { type: "percent", leastServers: 1 } }],
    ],
    [
      'scaling[0].metric.name must be letters, digits, - and _, got "jobs per server"',
      [{ type: "target", target: 1, metric: { ...math, name: "jobs per server" } }],
    ],
    [
      'scaling[0].metric.expression must be between 1 and 2047 characters, got ""',
      [{ type: "target", target: 1, metric: { ...math, expression: "" } }],
    ],
    [
      "scaling[0].metric.metrics must name between 1 and 9 metrics, got []",
      [{ type: "target", target: 1, metric: { ...math, metrics: {} } }],
    ],
    [
      'scaling[0].metric.metrics must have names of letters, digits and _ such as "jobs", and none "value", got "Jobs"',
      [{ type: "target", target: 1, metric: { ...math, metrics: { Jobs: "servers" } } }],
    ],
    [
      'scaling[0].metric.expression must use the metric busy, got "jobs / servers"',
      [{ type: "target", target: 1, metric: { ...math, metrics: { ...math.metrics, busy: "servers" } } }],
    ],
    [
      'scaling[1] must differ from the others in its type and its metric or name, got "target-cpu"',
      [
        { type: "target", target: 40 },
        { type: "target", metric: "cpu", target: 60 },
      ],
    ],
    ["scaling[0].target must be greater than 0, got 0", [{ type: "target", target: 0 }]],
    [
      "scaling[0].warmupSeconds must be a whole number of seconds, 0 or more, got -1",
      [{ type: "target", target: 40, warmupSeconds: -1 }],
    ],
    [
      "scaling[0].warmupSeconds must be a whole number of seconds, 0 or more, got 0.5",
      [{ ...steps, warmupSeconds: 0.5 }],
    ],
    ["scaling[0].scaleOut must have at least one step, got []", [{ ...steps, scaleOut: [] }]],
    ["scaling[0].scaleIn must have at least one step, got []", [{ ...steps, scaleIn: [] }]],
    [
      "scaling[0].scaleOut[1].above must be higher than the step before it, got 70",
      [
        {
          ...steps,
          scaleOut: [
            { above: 70, add: 2 },
            { above: 70, add: 4 },
          ],
        },
      ],
    ],
    [
      "scaling[0].scaleOut[0].add must be a whole number, 1 or more, got 0",
      [{ ...steps, scaleOut: [{ above: 70, add: 0 }] }],
    ],
    [
      "scaling[0].scaleIn[1].below must be lower than the step before it, got 30",
      [
        {
          ...steps,
          scaleIn: [
            { below: 30, remove: 1 },
            { below: 30, remove: 2 },
          ],
        },
      ],
    ],
    [
      "scaling[0].scaleIn[0].remove must be a whole number, 1 or more, got 1.5",
      [{ ...steps, scaleIn: [{ below: 30, remove: 1.5 }] }],
    ],
    [
      "scaling[0].scaleIn[0].below must be lower than scaleOut[0].above (70), got 70",
      [{ ...steps, scaleIn: [{ below: 70, remove: 1 }] }],
    ],
    ['scaling[0].name must be letters, digits, - and _, got "at lunch"', [{ ...lunch, name: "at lunch", minSize: 8 }]],
    [
      'scaling[0].recurrence must have a valid hour (0-23), got "0 25 * * *"',
      [{ ...lunch, recurrence: "0 25 * * *", minSize: 8 }],
    ],
    [
      'scaling[0].timeZone must be an IANA time zone such as "Europe/London", got "GMT+25"',
      [{ ...lunch, timeZone: "GMT+25", minSize: 8 }],
    ],
    ["scaling[0] must set minSize, maxSize or desiredCapacity, got {}", [lunch]],
    ["scaling[0].minSize must be a whole number, 0 or more, got -1", [{ ...lunch, minSize: -1 }]],
    ["scaling[0].minSize must be at most maxSize (10), got 11", [{ ...lunch, minSize: 11 }]],
    ["scaling[0].minSize must be at most maxSize (1), got 2", [{ ...lunch, maxSize: 1 }]],
    [
      "scaling[0].desiredCapacity must be between minSize (4) and maxSize (8), got 9",
      [{ ...lunch, minSize: 4, maxSize: 8, desiredCapacity: 9 }],
    ],
    ["scaling[0].target must be greater than 0, got -5", [{ type: "predictive", target: -5 }]],
    [
      "scaling[0].leadSeconds must be a whole number of seconds between 0 and 3599, got 3600",
      [{ type: "predictive", target: 40, leadSeconds: 3600 }],
    ],
  ];
  for (const [sentence, scaling] of refused) {
    it(`refuses: ${sentence}`, () => assert.throws(() => checkScaling(check, scaling, limits), new Error(sentence)));
  }
});
