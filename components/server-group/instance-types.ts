import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { checkRequirements, type InstanceRequirements, requirementsInput } from "./instance-requirements";
import { type Architecture, checkTypeNames, commonArchitecture } from "./machine-image";

/**
 * What servers may be: types by name, the preferred one first, or whatever has the attributes that are asked for.
 * Limits: https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_LaunchTemplateOverrides.html
 */
export type InstanceTypes = readonly (string | InstanceType)[] | InstanceRequirements;

/** A type among several, with what is special about it. */
export interface InstanceType {
  /** Its name, e.g. `m7g.large`. */
  readonly type: string;
  /**
   * How many units of the group's sizes one server of it is, 1–999; said for all types or for none. The sizes are then
   * units, such as vCPUs, not servers.
   *
   * @default servers are counted
   */
  readonly weight?: number;
  /** A launch template of its own, such as one with an image for another architecture. @default the group's */
  readonly launchTemplate?: {
    readonly id: pulumi.Input<string>;
    /** A number: `$Latest` would let two servers of one roll-out differ. */
    readonly version: pulumi.Input<string>;
  };
}

/** One of the choices of a group, as AWS takes it. */
export type Override = aws.types.input.autoscaling.GroupMixedInstancesPolicyLaunchTemplateOverride;

/** The choice of types, checked. */
export interface TypeChoice {
  /** The types that are named; none where attributes are asked for. */
  readonly names: readonly string[];
  readonly overrides: readonly Override[];
  readonly architecture: Architecture;
  /** The greatest number of units that one server can be: 1 where servers are counted. */
  readonly greatestWeight: number;
  readonly isWeighted: boolean;
  /** Whether some types may, or all do, save up CPU credits. */
  readonly burstable: "none" | "some" | "all";
}

export function readInstanceTypes(check: ArgumentCheck, types: InstanceTypes): TypeChoice {
  return isList(types) ? readList(check, types.map(named)) : readRequirements(check, types);
}

/** `Array.isArray` does not tell a list that cannot be written to from other things. */
function isList(types: InstanceTypes): types is readonly (string | InstanceType)[] {
  return Array.isArray(types);
}

function named(type: string | InstanceType): InstanceType {
  return typeof type === "string" ? { type } : type;
}

function readRequirements(check: ArgumentCheck, requirements: InstanceRequirements): TypeChoice {
  checkRequirements(check, requirements);
  const { architecture, burstable = "excluded" } = requirements;
  return {
    names: [],
    overrides: [{ instanceRequirements: requirementsInput(requirements) }],
    architecture,
    greatestWeight: 1,
    isWeighted: false,
    burstable: ({ excluded: "none", included: "some", required: "all" } as const)[burstable],
  };
}

function readList(check: ArgumentCheck, types: readonly InstanceType[]): TypeChoice {
  const names = types.map(({ type }) => type);
  checkTypeNames(check, names);
  check(names.length <= 40, "instanceTypes", "must name at most 40 types", names.length);
  // A type with a template of its own has an image of its own too.
  const own = types.filter(({ launchTemplate }) => launchTemplate === undefined).map(({ type }) => type);
  const architecture = commonArchitecture(check, own.length > 0 ? own : names);
  const templates = 1 + names.length - own.length;
  check(templates <= 20, "instanceTypes", "must use at most 20 launch templates, the group's included", templates);
  const weights = types.flatMap(({ weight }) => (weight === undefined ? [] : [weight]));
  const allOrNone = weights.length === 0 || weights.length === types.length;
  check(allOrNone, "instanceTypes", "must have a weight for all types or for none", types);
  for (const weight of weights) {
    const isWeight = Number.isInteger(weight) && weight >= 1 && weight <= 999;
    check(isWeight, "instanceTypes", "must have weights that are whole numbers between 1 and 999", weight);
  }
  const credited = names.filter(isBurstable).length;
  return {
    names,
    overrides: types.map(override),
    architecture,
    greatestWeight: Math.max(1, ...weights),
    isWeighted: weights.length > 0,
    burstable: credited === 0 ? "none" : credited === names.length ? "all" : "some",
  };
}

function override({ type, weight, launchTemplate }: InstanceType): Override {
  return {
    instanceType: type,
    weightedCapacity: weight === undefined ? undefined : String(weight),
    launchTemplateSpecification: launchTemplate && {
      launchTemplateId: launchTemplate.id,
      version: launchTemplate.version,
    },
  };
}

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances.html */
function isBurstable(type: string): boolean {
  return /^t\d/.test(type);
}
