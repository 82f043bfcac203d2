import assert from "node:assert/strict";
import { type Scaling, scalingKey } from "../../components/scaling";

describe("scalingKey", () => {
  const cases: [string, Scaling][] = [
    ["target-cpu", { type: "target", target: 40 }],
    ["target-requestsPerTarget", { type: "target", metric: "requestsPerTarget", target: 100 }],
    [
      "target-Shop-Web-ActiveSessions",
      { type: "target", metric: { namespace: "Shop/Web", metricName: "ActiveSessions" }, target: 9 },
    ],
    ["step-networkIn", { type: "step", metric: "networkIn", scaleOut: [], scaleIn: [] }],
    ["simple-cpu", { type: "simple", scaleOut: { above: 70, add: 2 }, scaleIn: { below: 30, remove: 1 } }],
    [
      "target-jobs-per-server",
      { type: "target", metric: { name: "jobs-per-server", expression: "jobs", metrics: {} }, target: 9 },
    ],
    ["schedule-lunch", { type: "schedule", name: "lunch", recurrence: "0 12 * * *", minSize: 8 }],
    ["predictive-cpu", { type: "predictive", target: 40 }],
  ];
  for (const [key, scaling] of cases) it(`calls it ${key}`, () => assert.equal(scalingKey(scaling), key));

  it("does not depend on how much is scaled, so that a new target changes a policy and never replaces it", () => {
    assert.equal(
      scalingKey({ type: "target", target: 40 }),
      scalingKey({ type: "target", target: 60, disableScaleIn: true }),
    );
  });
});

it("a scaling is one of the five kinds, each with its own fields", () => {
  // @ts-expect-error a schedule has a recurrence
  const incomplete: Scaling = { type: "schedule", name: "lunch", minSize: 8 };
  // @ts-expect-error there is no forecast of a metric of one's own
  const custom: Scaling = { type: "predictive", target: 1, metric: { namespace: "Shop", metricName: "Sessions" } };
  // @ts-expect-error a target takes no steps
  const mixed: Scaling = { type: "target", target: 40, scaleOut: [{ above: 70, add: 2 }] };
  assert.deepEqual([incomplete, custom, mixed].map(scalingKey), [
    "schedule-lunch",
    "predictive-Shop-Sessions",
    "target-cpu",
  ]);
});
