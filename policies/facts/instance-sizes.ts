/** The sizes of instance types, the smaller first; above them come `2xlarge` and so on, and whole machines. */
export const instanceSizes = [
  ...(["nano", "micro", "small", "medium", "large", "xlarge", "2xlarge", "4xlarge", "8xlarge"] as const),
  ...(["12xlarge", "16xlarge", "24xlarge", "32xlarge", "48xlarge", "metal"] as const),
];
export type InstanceSize = (typeof instanceSizes)[number];

/** How large each is, the small one being 1: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/apply_ri.html */
const factors: Readonly<Record<string, number>> = { nano: 0.25, micro: 0.5, small: 1, medium: 2, large: 4, xlarge: 8 };

/** `large` of `m7g.large`; undefined for a whole family, which AWS Batch can name. */
export function sizeOf(type: string): string | undefined {
  return type.trim().toLowerCase().split(".", 2)[1];
}

/** How many small instances one of a size is worth; a whole machine whose size its name does not tell is the largest. */
export function sizeFactor(size: string): number | undefined {
  const multiple = /^(?:metal-)?(\d{1,3})xl(?:arge)?$/.exec(size)?.[1];
  if (multiple !== undefined) return Number(multiple) * 8;
  return size.startsWith("metal") ? Number.POSITIVE_INFINITY : factors[size];
}
