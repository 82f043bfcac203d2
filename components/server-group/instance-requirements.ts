import type * as aws from "@pulumi/aws";
import type { ArgumentCheck } from "../argument-checks";
import type { Architecture } from "./machine-image";

/**
 * The instance types that have these attributes, the newest ones too as soon as AWS has them.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/create-mixed-instances-group-attribute-based-instance-type-selection.html
 */
export interface InstanceRequirements {
  /** What the image is built for; types of the other architecture are never taken. */
  readonly architecture: Architecture;
  /** The number of vCPUs. */
  readonly vcpuCount: RangeFrom;
  /** The memory in MiB. */
  readonly memoryMiB: RangeFrom;
  /** The memory in GiB for each vCPU. @default any */
  readonly memoryGiBPerVcpu?: Range;
  /** Who makes the processor. @default anyone */
  readonly cpuManufacturers?: readonly ("amazon-web-services" | "amd" | "intel")[];
  /** The only types to choose among, or types never to take, as in `["m7g.*", "c7g*"]`; at most 400. @default any */
  readonly types?: { readonly allowed: readonly string[] } | { readonly excluded: readonly string[] };
  /** Whether types are current or of an older generation. @default ["current"] */
  readonly generations?: readonly ("current" | "previous")[];
  /** Whether types that save up CPU credits (t3, t4g) are taken. @default "excluded" */
  readonly burstable?: Inclusion;
  /** Whether types without a hypervisor are taken. @default "excluded" */
  readonly bareMetal?: Inclusion;
  /** Whether types with an instance store are taken. @default "included" */
  readonly localStorage?: Inclusion;
  /** The kinds of instance store. @default any */
  readonly localStorageTypes?: readonly ("hdd" | "ssd")[];
  /** The size of the instance store in GB. @default any */
  readonly totalLocalStorageGB?: Range;
  /** The network bandwidth in Gbit a second. @default any */
  readonly networkBandwidthGbps?: Range;
  /** The number of network interfaces. @default any */
  readonly networkInterfaceCount?: Range;
  /** The bandwidth to disks that is always there, in Mbit a second. @default any */
  readonly baselineEbsBandwidthMbps?: Range;
  /** Graphics and other accelerators; `{ count: { max: 0 } }` for types that have none. @default any */
  readonly accelerators?: Accelerators;
  /** How much dearer on demand a type may be than the cheapest that fits, in percent. @default 20 */
  readonly onDemandMaxPricePercentOverLowest?: number;
  /** How dear a spot instance may be, against the cheapest spot price that fits or that type on demand. @default 100 % over the cheapest */
  readonly spotMaxPrice?: { readonly percentOverLowest: number } | { readonly percentOfOnDemand: number };
}

/** From a least value to a greatest, both of them included. */
export interface Range {
  /** @default no least value */
  readonly min?: number;
  /** @default no greatest value */
  readonly max?: number;
}

/** From a least value, which must be said. */
export interface RangeFrom extends Range {
  readonly min: number;
}

export type Inclusion = "included" | "excluded" | "required";

/** What accelerators a type has. */
export interface Accelerators {
  /** How many. @default any number */
  readonly count?: Range;
  /** Of what kind. @default any */
  readonly types?: readonly ("fpga" | "gpu" | "inference")[];
  /** By whom. @default anyone */
  readonly manufacturers?: readonly ("amazon-web-services" | "amd" | "nvidia" | "xilinx")[];
  /** Under which names, e.g. `a100`. @default any */
  readonly names?: readonly string[];
  /** The memory of all together, in MiB. @default any */
  readonly totalMemoryMiB?: Range;
}

export function checkRequirements(check: ArgumentCheck, requirements: InstanceRequirements): void {
  const { accelerators = {}, types, spotMaxPrice, onDemandMaxPricePercentOverLowest: onDemand } = requirements;
  const whole: Record<string, Range | undefined> = {
    vcpuCount: requirements.vcpuCount,
    memoryMiB: requirements.memoryMiB,
    networkInterfaceCount: requirements.networkInterfaceCount,
    baselineEbsBandwidthMbps: requirements.baselineEbsBandwidthMbps,
    "accelerators.count": accelerators.count,
    "accelerators.totalMemoryMiB": accelerators.totalMemoryMiB,
  };
  const fractions: Record<string, Range | undefined> = {
    memoryGiBPerVcpu: requirements.memoryGiBPerVcpu,
    networkBandwidthGbps: requirements.networkBandwidthGbps,
    totalLocalStorageGB: requirements.totalLocalStorageGB,
  };
  for (const [name, range] of Object.entries(whole)) checkRange(check, name, range, Number.isInteger, "a whole number");
  for (const [name, range] of Object.entries(fractions)) checkRange(check, name, range, Number.isFinite, "a number");

  const listed = types && ("allowed" in types ? types.allowed : types.excluded);
  // https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstanceRequirements.html
  const isListed = listed === undefined || (listed.length >= 1 && listed.length <= 400);
  check(isListed, "instanceTypes.types", "must name between 1 and 400 types", listed?.length);
  for (const type of listed ?? []) {
    const isPattern = /^[a-z0-9.*-]{1,30}$/.test(type);
    check(isPattern, "instanceTypes.types", 'must be types or patterns such as "m7g.*", at most 30 characters', type);
  }
  const spot = spotMaxPrice && Object.values<number>(spotMaxPrice)[0];
  for (const [name, percent] of Object.entries({ onDemandMaxPricePercentOverLowest: onDemand, spotMaxPrice: spot })) {
    const isPercent = percent === undefined || (Number.isInteger(percent) && percent >= 0);
    check(isPercent, `instanceTypes.${name}`, "must be a whole number of percent, 0 or more", percent);
  }
}

function checkRange(
  check: ArgumentCheck,
  name: string,
  range: Range | undefined,
  isNumber: (value: number) => boolean,
  kind: string,
): void {
  if (!range) return;
  for (const [end, value] of Object.entries({ min: range.min, max: range.max })) {
    const fits = value === undefined || (isNumber(value) && value >= 0);
    check(fits, `instanceTypes.${name}.${end}`, `must be ${kind}, 0 or more`, value);
  }
  const { min = 0, max = Number.POSITIVE_INFINITY } = range;
  check(min <= max, `instanceTypes.${name}.max`, `must be at least min (${min})`, max);
}

type RequirementsInput =
  aws.types.input.autoscaling.GroupMixedInstancesPolicyLaunchTemplateOverrideInstanceRequirements;

/** The attributes as a group states them. What AWS takes by itself is left out, but for what would cost more or run worse. */
export function requirementsInput(requirements: InstanceRequirements): RequirementsInput {
  const { vcpuCount, memoryMiB, types, accelerators, spotMaxPrice, generations = ["current"] } = requirements;
  return {
    vcpuCount,
    memoryMib: memoryMiB,
    memoryGibPerVcpu: requirements.memoryGiBPerVcpu,
    cpuManufacturers: mutable(requirements.cpuManufacturers),
    allowedInstanceTypes: types && "allowed" in types ? [...types.allowed] : undefined,
    excludedInstanceTypes: types && "excluded" in types ? [...types.excluded] : undefined,
    instanceGenerations: [...generations],
    burstablePerformance: requirements.burstable ?? "excluded",
    bareMetal: requirements.bareMetal ?? "excluded",
    localStorage: requirements.localStorage,
    localStorageTypes: mutable(requirements.localStorageTypes),
    totalLocalStorageGb: requirements.totalLocalStorageGB,
    networkBandwidthGbps: requirements.networkBandwidthGbps,
    networkInterfaceCount: requirements.networkInterfaceCount,
    baselineEbsBandwidthMbps: requirements.baselineEbsBandwidthMbps,
    acceleratorCount: accelerators?.count,
    acceleratorTypes: mutable(accelerators?.types),
    acceleratorManufacturers: mutable(accelerators?.manufacturers),
    acceleratorNames: mutable(accelerators?.names),
    acceleratorTotalMemoryMib: accelerators?.totalMemoryMiB,
    onDemandMaxPricePercentageOverLowestPrice: requirements.onDemandMaxPricePercentOverLowest,
    spotMaxPricePercentageOverLowestPrice:
      spotMaxPrice && "percentOverLowest" in spotMaxPrice ? spotMaxPrice.percentOverLowest : undefined,
    maxSpotPriceAsPercentageOfOptimalOnDemandPrice:
      spotMaxPrice && "percentOfOnDemand" in spotMaxPrice ? spotMaxPrice.percentOfOnDemand : undefined,
  };
}

/** The SDK's lists can be written to, ours cannot. */
function mutable<Value>(list: readonly Value[] | undefined): Value[] | undefined {
  return list && [...list];
}
