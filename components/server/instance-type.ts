import type { ArgumentCheck } from "../argument-checks";
import { readInstanceTypes, type TypeChoice } from "../server-group/instance-types";
import type { Architecture } from "../server-group/machine-image";

/** The type of one server: by its name, e.g. `m7g.large`, or by what it is to be good at. */
export type ServerType = string | WorkloadType;

/** A type of the current generation. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-types.html */
export interface WorkloadType {
  /** What it is good at: a bit of everything, computing, memory, local disks, or graphics and machine learning. */
  readonly family: WorkloadFamily;
  /** How large it is, e.g. `large`, as far as AWS has the family in it. General ones under `medium` save up CPU credits. */
  readonly size: string;
}

export type WorkloadFamily = keyof typeof families;

const gravitonSizes = "medium large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge metal";
const intelSizes = "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 48xlarge metal-24xl metal-48xl";

/** The series of each family, with the sizes that AWS has it in; the first series that has a size is taken. */
const families = {
  general: {
    arm64: { t4g: "nano micro small", m7g: gravitonSizes },
    x86_64: { t3: "nano micro small medium", m7i: intelSizes },
  },
  compute: { arm64: { c7g: gravitonSizes }, x86_64: { c7i: intelSizes } },
  memory: { arm64: { r7g: gravitonSizes }, x86_64: { r7i: intelSizes } },
  storage: {
    arm64: { i4g: "large xlarge 2xlarge 4xlarge 8xlarge 16xlarge" },
    x86_64: { i4i: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge metal" },
  },
  accelerated: {
    arm64: { g5g: "xlarge 2xlarge 4xlarge 8xlarge 16xlarge metal" },
    x86_64: { g6: "xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 48xlarge" },
  },
} as const satisfies Record<string, Record<Architecture, Record<string, string>>>;

/** One type, checked. */
export interface ServerTypeChoice extends TypeChoice {
  readonly name: string;
}

/**
 * Reads the type of a server.
 *
 * @param architecture what a family's type must be, as the image says
 */
export function readServerType(check: ArgumentCheck, type: ServerType, architecture: Architecture): ServerTypeChoice {
  const name = typeof type === "string" ? type : typeOf(check, type, architecture);
  const named: ArgumentCheck = (holds, _, requirement, value) => {
    const stated = Array.isArray(value) && value.length === 1 ? value[0] : value;
    check(holds, "instanceType", requirement.replace("be types", "be a type"), stated);
  };
  return { ...readInstanceTypes(named, [name]), name };
}

function typeOf(check: ArgumentCheck, { family, size }: WorkloadType, architecture: Architecture): string {
  const known = Object.keys(families);
  check(known.includes(family), "instanceType.family", `must be one of ${known.join(", ")}`, family);
  const series: [string, string][] = Object.entries(families[family][architecture]);
  const found = series.find(([, sizes]) => sizes.split(" ").includes(size));
  const sizes = series.map(([, ofSeries]) => ofSeries).join(" ");
  const allowed = sizes.split(" ").join(", ");
  check(found !== undefined, "instanceType.size", `must be one of ${allowed} for ${family} on ${architecture}`, size);
  return `${found[0]}.${size}`;
}
