import assert from "node:assert/strict";
import { scalingPolicyType } from "../../../policies/facts/auto-scaling-groups";
import { directionOf, waitsForAlarm } from "../../../policies/facts/scaling-policies";
import { UNKNOWN } from "../../../policies/facts/value";

const policy = (props: Record<string, unknown>) => ({ type: scalingPolicyType, props });
const step = (...adjustments: unknown[]) =>
  policy({
    policyType: "StepScaling",
    stepAdjustments: adjustments.map((scalingAdjustment) => ({ scalingAdjustment })),
  });

describe("which way a scaling policy moves its group", () => {
  const outAlone = { adds: true, removes: false };
  const inAlone = { adds: false, removes: true };
  const both = { adds: true, removes: true };

  it("is told by the sign of a simple adjustment, also where the type is not said", () => {
    assert.deepEqual(directionOf(policy({ scalingAdjustment: 2 })), outAlone);
    assert.deepEqual(directionOf(policy({ policyType: "SimpleScaling", scalingAdjustment: "-1" })), inAlone);
    assert.deepEqual(directionOf(policy({ scalingAdjustment: 0 })), { adds: false, removes: false });
    assert.deepEqual(directionOf(policy({ scalingAdjustment: UNKNOWN })), { adds: UNKNOWN, removes: UNKNOWN });
  });

  it("is told by every step, as far as they are known", () => {
    assert.deepEqual(directionOf(step(1, 3)), outAlone);
    assert.deepEqual(directionOf(step(-1, 2)), both);
    assert.deepEqual(directionOf(step(1, UNKNOWN)), { adds: true, removes: UNKNOWN });
    assert.deepEqual(directionOf(policy({ policyType: "StepScaling", stepAdjustments: UNKNOWN })), {
      adds: UNKNOWN,
      removes: UNKNOWN,
    });
  });

  it("is both ways for an exact number, for target tracking, and for what is no policy", () => {
    assert.deepEqual(directionOf(policy({ adjustmentType: "ExactCapacity", scalingAdjustment: 5 })), both);
    assert.deepEqual(directionOf(policy({ policyType: "TargetTrackingScaling" })), both);
    assert.deepEqual(directionOf({ type: "aws:autoscaling/schedule:Schedule", props: {} }), both);
  });

  it("is out alone for target tracking that does not scale in, and for a forecast that scales", () => {
    const tracking = (disableScaleIn: unknown) =>
      policy({ policyType: "TargetTrackingScaling", targetTrackingConfiguration: { disableScaleIn } });
    assert.deepEqual(directionOf(tracking("true")), outAlone);
    assert.deepEqual(directionOf(tracking(UNKNOWN)), { adds: true, removes: UNKNOWN });
    const forecast = (mode: unknown) =>
      policy({ policyType: "PredictiveScaling", predictiveScalingConfiguration: { mode } });
    assert.deepEqual(directionOf(forecast("ForecastAndScale")), outAlone);
    assert.deepEqual(directionOf(forecast(undefined)), { adds: false, removes: false });
  });

  it("is not known for a type that is not", () => {
    assert.deepEqual(directionOf(policy({ policyType: UNKNOWN })), { adds: UNKNOWN, removes: UNKNOWN });
  });
});

describe("a scaling policy that waits for an alarm", () => {
  it("is a simple or a step one", () => {
    assert.equal(waitsForAlarm(policy({})), true);
    assert.equal(waitsForAlarm(step(1)), true);
    assert.equal(waitsForAlarm(policy({ policyType: "TargetTrackingScaling" })), false);
    assert.equal(waitsForAlarm(policy({ policyType: UNKNOWN })), UNKNOWN);
    assert.equal(waitsForAlarm({ type: "aws:autoscaling/schedule:Schedule", props: {} }), false);
  });
});
