import type { StackResource } from "../resource";
import { scalingPolicyType } from "./auto-scaling-groups";
import { asBoolean, asList, asNumber, asText, at, type Fact, UNKNOWN, type Unknown } from "./value";

/** The type of a scaling policy, as AWS spells it; `SimpleScaling` where nothing is said. */
export function scalingPolicyTypeOf({ props }: Pick<StackResource, "props">): string | Unknown {
  return asText(at(props, "policyType")) ?? "SimpleScaling";
}

/** True for a policy that waits for a CloudWatch alarm; the others make their own. */
export function waitsForAlarm(policy: Pick<StackResource, "type" | "props">): boolean | Unknown {
  if (policy.type !== scalingPolicyType) return false;
  const type = scalingPolicyTypeOf(policy);
  return type === UNKNOWN ? UNKNOWN : type === "SimpleScaling" || type === "StepScaling";
}

/** Whether something adds instances to a group, and whether it takes them away. */
export interface Direction {
  readonly adds: boolean | Unknown;
  readonly removes: boolean | Unknown;
}

const both: Direction = { adds: true, removes: true };

/** Which way a scaler moves its group; a schedule and ECS move it both ways. */
export function directionOf({ type, props }: Pick<StackResource, "type" | "props">): Direction {
  if (type !== scalingPolicyType) return both;
  const policyType = scalingPolicyTypeOf({ props });
  if (policyType === UNKNOWN) return { adds: UNKNOWN, removes: UNKNOWN };
  if (policyType === "TargetTrackingScaling") {
    const disabled = asBoolean(at(props, "targetTrackingConfiguration", "disableScaleIn"));
    return { adds: true, removes: disabled === UNKNOWN ? UNKNOWN : disabled !== true };
  }
  if (policyType === "PredictiveScaling") {
    // A forecast never takes anything away, and adds only where it is told to:
    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/predictive-scaling-policy-overview.html
    const mode = asText(at(props, "predictiveScalingConfiguration", "mode"));
    return { adds: mode === UNKNOWN ? UNKNOWN : mode === "ForecastAndScale", removes: false };
  }
  const adjustmentType = asText(at(props, "adjustmentType"));
  if (adjustmentType === "ExactCapacity") return both;
  const adjustments =
    policyType === "StepScaling" ? stepAdjustments(props) : [asNumber(at(props, "scalingAdjustment"))];
  const some = (test: (adjustment: number) => boolean): boolean | Unknown => {
    const known = adjustments.filter((adjustment) => typeof adjustment === "number");
    const vague = adjustmentType === UNKNOWN || adjustments.includes(UNKNOWN);
    return known.some(test) || (vague && UNKNOWN);
  };
  return { adds: some((adjustment) => adjustment > 0), removes: some((adjustment) => adjustment < 0) };
}

function stepAdjustments(props: unknown): Fact<number>[] {
  const steps = asList(at(props, "stepAdjustments"));
  return steps === UNKNOWN ? [UNKNOWN] : steps.map((step) => asNumber(at(step, "scalingAdjustment")));
}
