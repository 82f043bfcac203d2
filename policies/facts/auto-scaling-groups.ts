import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { type Kind, named } from "./references";
import { asBoolean, asText, at, UNKNOWN, type Unknown } from "./value";

export const groupType = "aws:autoscaling/group:Group";
export const groupKind: Kind = { types: [groupType], keys: ["name", "id", "arn"] };

export const scalingPolicyType = "aws:autoscaling/policy:Policy";
export const scheduleType = "aws:autoscaling/schedule:Schedule";
const capacityProviderType = "aws:ecs/capacityProvider:CapacityProvider";

/** A resource that changes the size of Auto Scaling groups. */
export interface Scaler {
  readonly scaler: StackResource;
  /** The URNs of its groups, or the name of a group that is not in the stack; none when they are not known. */
  readonly groups: readonly string[];
  readonly works: boolean | Unknown;
}

/** What changes the size of groups, save what is turned off. */
export function scalers(stack: Stack): Scaler[] {
  const byName = stack.ofType(scalingPolicyType, scheduleType).flatMap((scaler) => {
    const name = at(scaler.props, "autoscalingGroupName");
    const works = asBoolean(at(scaler.props, "enabled")) ?? true;
    return scalerOf(stack, scaler, "autoscalingGroupName", name, works);
  });
  const byEcs = stack.ofType(capacityProviderType).flatMap((scaler) => {
    const provider = at(scaler.props, "autoScalingGroupProvider");
    const status = asText(at(provider, "managedScaling", "status"));
    // ECS makes the scaling policy itself when it manages the scaling.
    const works = status === UNKNOWN ? UNKNOWN : status === "ENABLED";
    return scalerOf(stack, scaler, "autoScalingGroupProvider", at(provider, "autoScalingGroupArn"), works);
  });
  return [...byName, ...byEcs];
}

function scalerOf(
  stack: Stack,
  scaler: StackResource,
  property: string,
  value: unknown,
  works: boolean | Unknown,
): Scaler[] {
  if (works === false || (value !== UNKNOWN && typeof value !== "string")) return [];
  const found = named(stack, scaler, property, value, groupKind).map(({ urn }) => urn);
  return [{ scaler, groups: found.length === 0 && value !== UNKNOWN ? [value] : found, works }];
}

/** The scalers of each group. */
export function byGroup(list: readonly Scaler[]): ReadonlyMap<string, readonly Scaler[]> {
  const found = new Map<string, Scaler[]>();
  for (const scaler of list) {
    for (const group of scaler.groups) {
      const others = found.get(group);
      if (others) others.push(scaler);
      else found.set(group, [scaler]);
    }
  }
  return found;
}

/** True where ECS decides how many instances a group has. */
export function isOfEcs({ scaler }: Scaler): boolean {
  return scaler.type === capacityProviderType;
}
