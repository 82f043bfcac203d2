import { z } from "zod";

const count = z.number();
const text = z.string();

const range = z.strictObject({ min: count.optional(), max: count.optional() });
const rangeFrom = z.strictObject({ min: count, max: count.optional() });
const inclusion = z.enum(["included", "excluded", "required"]);

const accelerators = z.strictObject({
  count: range.optional(),
  types: z.array(z.enum(["fpga", "gpu", "inference"])).optional(),
  manufacturers: z.array(z.enum(["amazon-web-services", "amd", "nvidia", "xilinx"])).optional(),
  names: z.array(text).optional(),
  totalMemoryMiB: range.optional(),
});

/** The attributes that a type of server must have. */
export const instanceRequirements = z.strictObject({
  architecture: z.enum(["arm64", "x86_64"]),
  vcpuCount: rangeFrom,
  memoryMiB: rangeFrom,
  memoryGiBPerVcpu: range.optional(),
  cpuManufacturers: z.array(z.enum(["amazon-web-services", "amd", "intel"])).optional(),
  types: z
    .union(
      [z.strictObject({ allowed: z.array(text) }), z.strictObject({ excluded: z.array(text) })],
      "must hold allowed or excluded",
    )
    .optional(),
  generations: z.array(z.enum(["current", "previous"])).optional(),
  burstable: inclusion.optional(),
  bareMetal: inclusion.optional(),
  localStorage: inclusion.optional(),
  localStorageTypes: z.array(z.enum(["hdd", "ssd"])).optional(),
  totalLocalStorageGB: range.optional(),
  networkBandwidthGbps: range.optional(),
  networkInterfaceCount: range.optional(),
  baselineEbsBandwidthMbps: range.optional(),
  accelerators: accelerators.optional(),
  onDemandMaxPricePercentOverLowest: count.optional(),
  spotMaxPrice: z
    .union(
      [z.strictObject({ percentOverLowest: count }), z.strictObject({ percentOfOnDemand: count })],
      "must hold percentOverLowest or percentOfOnDemand",
    )
    .optional(),
});
