import assert from "node:assert/strict";
import type { ServiceScaling } from "../../../components/container-service/service-scaling";
import { plain, shop } from "./shop";

const steps = { scaleOut: [{ above: 70, add: 1 }], scaleIn: [{ below: 30, remove: 1 }] };
const night = { type: "schedule", name: "night", recurrence: "0 22 * * *" } as const;

describe("the scaling of a service is refused when", () => {
  const refused: [string, ServiceScaling][] = [
    ["scaling[0].target must be greater than 0, got 0", { type: "target", target: 0 }],
    [
      "scaling[0].scaleInCooldownSeconds must be a whole number of seconds, 0 or more, got -1",
      { type: "target", target: 1, scaleInCooldownSeconds: -1 },
    ],
    ["scaling[0].scaleOut must have at least one step, got []", { type: "step", ...steps, scaleOut: [] }],
    ["scaling[0].scaleIn must have at least one step, got []", { type: "step", ...steps, scaleIn: [] }],
    [
      "scaling[0].scaleOut[1].above must be higher than the step before it, got 60",
      { type: "step", ...steps, scaleOut: [...steps.scaleOut, { above: 60, add: 2 }] },
    ],
    [
      "scaling[0].scaleIn[1].below must be lower than the step before it, got 40",
      { type: "step", ...steps, scaleIn: [...steps.scaleIn, { below: 40, remove: 2 }] },
    ],
    [
      "scaling[0].scaleOut[0].add must be a whole number, 1 or more, got 0",
      { type: "step", ...steps, scaleOut: [{ above: 70, add: 0 }] },
    ],
    [
      "scaling[0].scaleIn[0].remove must be a whole number, 1 or more, got 0.5",
      { type: "step", ...steps, scaleIn: [{ below: 3, remove: 0.5 }] },
    ],
    [
      "scaling[0].scaleIn[0].below must be lower than scaleOut[0].above (70), got 80",
      { type: "step", ...steps, scaleIn: [{ below: 80, remove: 1 }] },
    ],
    ['scaling[0].name must be letters, digits, - and _, got "a b"', { ...night, name: "a b", minCount: 2 }],
    [
      'scaling[0].recurrence must have five fields: minute, hour, day of the month, month, day of the week, got "0 22 * * ? *"',
      { ...night, recurrence: "0 22 * * ? *", minCount: 2 },
    ],
    [
      'scaling[0].recurrence must name days of the month or of the week, not both, got "0 22 1 * 5"',
      { ...night, recurrence: "0 22 1 * 5", minCount: 2 },
    ],
    [
      'scaling[0].timeZone must be an IANA time zone such as "Europe/London", got "London"',
      { ...night, timeZone: "London", minCount: 2 },
    ],
    ["scaling[0] must set minCount or maxCount, got {}", night],
    ["scaling[0].maxCount must be a whole number, 0 or more, got -1", { ...night, maxCount: -1 }],
    ["scaling[0].minCount must be at most maxCount (10), got 11", { ...night, minCount: 11 }],
    ["scaling[0].minCount must be at most maxCount (1), got 2", { ...night, maxCount: 1 }],
    [
      "scaling[0].leadSeconds must be a whole number of seconds, between 0 and 3600, got 3601",
      { type: "predictive", target: 40, leadSeconds: 3601 },
    ],
  ];
  for (const [sentence, scaling] of refused) {
    it(sentence, () =>
      assert.rejects(shop({ ...plain, scaling: [scaling] }), { message: `container service "shop": ${sentence}` }),
    );
  }

  it("fewer than two tasks would be left in prod, even at night", () =>
    assert.rejects(shop({ ...plain, scaling: [{ ...night, minCount: 1 }] }, "prod"), {
      message: 'container service "shop": scaling[0].minCount must be a whole number, 2 or more, got 1',
    }));
});
