import { sizeOf } from "./instance-sizes";

/**
 * The Graviton family for each family of x86 processors with the same proportions of memory, disks and network. Read in
 * November 2026: https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-types.html
 */
const twins: Readonly<Record<string, string>> = {
  ...of("t4g", "t2", "t3", "t3a"),
  ...of("m7g", "m4", "m5", "m5a", "m6a", "m6i", "m7a", "m7i", "m7i-flex"),
  ...of("m7gd", "m5ad", "m5d", "m6id"),
  ...of("c7g", "c4", "c5", "c5a", "c6a", "c6i", "c7a", "c7i", "c7i-flex"),
  ...of("c7gd", "c5ad", "c5d", "c6id"),
  ...of("c7gn", "c5n", "c6in"),
  ...of("r7g", "r4", "r5", "r5a", "r6a", "r6i", "r7a", "r7i"),
  ...of("r7gd", "r5ad", "r5d", "r6id"),
};

const smallSizes = ["nano", "micro", "small", "medium", "large", "xlarge", "2xlarge"];
const largeSizes = ["medium", "large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "12xlarge", "16xlarge"];

/** The type of the same size with a Graviton processor: `m7g.large` for `m5.large`; undefined where there is none. */
export function gravitonTwin(type: string): string | undefined {
  const size = sizeOf(type);
  const family = type.trim().toLowerCase().split(".", 1)[0] ?? "";
  const twin = Object.hasOwn(twins, family) ? twins[family] : undefined;
  if (twin === undefined || size === undefined) return undefined;
  return (twin === "t4g" ? smallSizes : largeSizes).includes(size) ? `${twin}.${size}` : undefined;
}

function of(twin: string, ...families: string[]): Record<string, string> {
  return Object.fromEntries(families.map((family) => [family, twin]));
}
