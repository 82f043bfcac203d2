import type { ArgumentCheck } from "../argument-checks";
import { type Architecture, commonArchitecture } from "../server-group/machine-image";

/** What pods run on. */
export type EksNodes = AutoNodes | ManagedNodes | SelfManagedNodes | FargateNodes;

/** EKS Auto Mode: AWS makes, sizes, patches and replaces the instances as pods come and go. */
export interface AutoNodes {
  readonly type: "auto";
  /** On demand, or spare capacity first: much cheaper, taken away with two minutes' notice. @default "onDemand" */
  readonly purchasing?: "onDemand" | "spot";
  /** The greatest number of vCPUs that its instances may have together, 2 or more. @default 100 */
  readonly maxVcpus?: number;
}

/** EC2 instances in groups that EKS makes, drains and repairs. */
export interface ManagedNodes {
  readonly type: "managed";
  /** The groups by a name of yours; all of one architecture. @default one group `nodes`, on demand */
  readonly groups?: Readonly<Record<string, ManagedGroup>>;
}

/** EC2 instances in an Auto Scaling group of your own. A new image replaces them without draining their pods first. */
export interface SelfManagedNodes extends NodeSizes {
  readonly type: "selfManaged";
}

/** No instances: each pod gets a small machine of its own. x86_64 alone, without disks, daemons and pod identity. */
export interface FargateNodes {
  readonly type: "fargate";
}

export interface ManagedGroup extends NodeSizes {
  /** On demand, or spare capacity: much cheaper, taken away with two minutes' notice. @default "onDemand" */
  readonly purchasing?: "onDemand" | "spot";
  /** Labels of the nodes, by which pods can pick them. @default none */
  readonly labels?: Readonly<Record<string, string>>;
}

/** What a group of instances is made of. */
export interface NodeSizes {
  /** The types of instance; all of one architecture. Name several for spare capacity. @default ["m7g.large"] in prod, ["t4g.medium"] in dev */
  readonly instanceTypes?: readonly string[];
  /** What they boot: AWS's newest image for the cluster's version. @default "al2023" */
  readonly ami?: "al2023" | "bottlerocket";
  /** The least number of instances, 2 or more so that the loss of a zone is survived. @default 2 */
  readonly minSize?: number;
  /** The greatest number of instances, up to which an autoscaler that you install may go. @default minSize: nothing adds any */
  readonly maxSize?: number;
  /** The number of instances to begin with; later ones are left alone. @default minSize */
  readonly desiredSize?: number;
  /** The disk of an instance, GiB, 20–16384. @default 50 */
  readonly diskGiB?: number;
}

/** The nodes with their defaults, checked. */
export type NodeSettings =
  | Required<AutoNodes>
  | { readonly type: "managed"; readonly groups: Readonly<Record<string, ManagedGroupSettings>> }
  | ({ readonly type: "selfManaged" } & GroupSettings)
  | FargateNodes;

export interface GroupSettings extends Required<NodeSizes> {
  readonly architecture: Architecture;
}

export interface ManagedGroupSettings extends GroupSettings, Required<Pick<ManagedGroup, "purchasing" | "labels">> {}

export function readNodes(check: ArgumentCheck, nodes: EksNodes, isProd: boolean): NodeSettings {
  switch (nodes.type) {
    case "auto": {
      const { purchasing = "onDemand", maxVcpus = 100 } = nodes;
      const isLimit = Number.isInteger(maxVcpus) && maxVcpus >= 2;
      check(isLimit, "nodes.maxVcpus", "must be a whole number, 2 or more", maxVcpus);
      return { type: "auto", purchasing, maxVcpus };
    }
    case "managed":
      return { type: "managed", groups: readGroups(check, nodes.groups ?? { nodes: {} }, isProd) };
    case "selfManaged":
      return { type: "selfManaged", ...readSizes(check, "nodes", nodes, isProd) };
    case "fargate":
      return { type: "fargate" };
  }
}

function readGroups(check: ArgumentCheck, groups: Readonly<Record<string, ManagedGroup>>, isProd: boolean) {
  const names = Object.keys(groups);
  check(names.length > 0, "nodes.groups", "must name at least one group", groups);
  const read: Record<string, ManagedGroupSettings> = {};
  for (const [name, group] of Object.entries(groups)) {
    check(
      /^[a-z0-9][a-z0-9-]{0,20}$/i.test(name),
      "nodes.groups",
      "must have keys of 1 to 21 letters, digits and -",
      name,
    );
    const { purchasing = "onDemand", labels = {} } = group;
    read[name] = { ...readSizes(check, `nodes.groups.${name}`, group, isProd), purchasing, labels };
  }
  const architectures = new Set(Object.values(read).map(({ architecture }) => architecture));
  check(architectures.size === 1, "nodes.groups", "must all be arm64 (Graviton) or all be x86_64", names);
  return read;
}

function readSizes(check: ArgumentCheck, argument: string, sizes: NodeSizes, isProd: boolean): GroupSettings {
  const { instanceTypes = [isProd ? "m7g.large" : "t4g.medium"], ami = "al2023", minSize = 2 } = sizes;
  const { maxSize = minSize, desiredSize = minSize, diskGiB = 50 } = sizes;
  const architecture = commonArchitecture(check, instanceTypes);
  const isMin = Number.isInteger(minSize) && minSize >= 2;
  check(isMin, `${argument}.minSize`, "must be a whole number, 2 or more to span two zones", minSize);
  const isMax = Number.isInteger(maxSize) && maxSize >= minSize;
  check(isMax, `${argument}.maxSize`, `must be a whole number, at least minSize (${minSize})`, maxSize);
  const within = Number.isInteger(desiredSize) && desiredSize >= minSize && desiredSize <= maxSize;
  check(
    within,
    `${argument}.desiredSize`,
    `must be between minSize (${minSize}) and maxSize (${maxSize})`,
    desiredSize,
  );
  const isDisk = Number.isInteger(diskGiB) && diskGiB >= 20 && diskGiB <= 16384;
  check(isDisk, `${argument}.diskGiB`, "must be a whole number of GiB between 20 and 16384", diskGiB);
  return { instanceTypes, ami, minSize, maxSize, desiredSize, diskGiB, architecture };
}

/** What the nodes can run. */
export function architecturesOf(nodes: NodeSettings): readonly Architecture[] {
  switch (nodes.type) {
    case "auto":
      return ["arm64", "x86_64"];
    case "managed":
      return [...new Set(Object.values(nodes.groups).map(({ architecture }) => architecture))];
    case "selfManaged":
      return [nodes.architecture];
    case "fargate":
      return ["x86_64"];
  }
}
