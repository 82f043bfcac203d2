import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { EksClusterArgs } from "../eks-cluster";
import { environment } from "../environment";
import { checkSpansZones, type NetworkRef } from "../network-ref";
import type { Architecture } from "../server-group/machine-image";
import { type LogSettings, readLogs } from "../service-logs";
import { type ClusterAccess, readAccess } from "./access";
import { type AddOn, readAddOns } from "./add-ons";
import { checkEndpoint, type RemoteNetworks } from "./endpoint";
import { architecturesOf, type EksNodes, type NodeSettings, readNodes } from "./nodes";

/** The arguments of a cluster with their defaults, checked. */
export interface ClusterSettings {
  readonly version: string;
  readonly support: "standard" | "extended";
  readonly nodes: NodeSettings;
  readonly endpointCidrs: readonly string[];
  readonly access: Readonly<Record<string, ClusterAccess>> | undefined;
  readonly addOns: Readonly<Record<string, AddOn>>;
  readonly secretsKeyArn: pulumi.Input<string> | undefined;
  readonly logs: LogSettings;
  readonly containerInsights: boolean;
  readonly zonalShift: boolean;
  readonly deletionProtection: boolean;
  readonly controlPlaneTier: "standard" | "xl" | "2xl" | "4xl" | "8xl";
  readonly remoteNetworks: RemoteNetworks | undefined;
}

/** What a workload has to know of a cluster before it exists. */
export interface ClusterShape {
  readonly nodes: EksNodes["type"];
  readonly architectures: readonly Architecture[];
  /** The names of its add-ons. */
  readonly addOns: readonly string[];
}

/** Also for a component that makes a cluster: its arguments are then checked before its own first child exists. */
export function readCluster(check: ArgumentCheck, args: Omit<EksClusterArgs, "network">): ClusterSettings {
  const isProd = environment() === "prod";
  const { version = "1.35", support = "standard", endpointCidrs = [], zonalShift = true, secretsKeyArn } = args;
  const { deletionProtection = isProd, controlPlaneTier = "standard", remoteNetworks } = args;
  check(/^1\.\d{2}$/.test(version), "version", 'must be a minor version in quotes such as "1.35"', version);
  checkEndpoint(check, endpointCidrs, remoteNetworks);
  const nodes = readNodes(check, args.nodes ?? { type: "auto" }, isProd);
  const onFargate = nodes.type === "fargate";
  const { containerInsights = !onFargate } = args;
  const hasDaemons = !(onFargate && containerInsights);
  check(hasDaemons, "containerInsights", "must be false on Fargate nodes, which run no daemons", containerInsights);
  return {
    version,
    support,
    nodes,
    endpointCidrs,
    access: readAccess(check, args.access),
    addOns: readAddOns(check, nodes, containerInsights, args.addOns ?? {}),
    secretsKeyArn,
    logs: readLogs(check, args.logs ?? {}),
    containerInsights,
    zonalShift,
    deletionProtection,
    controlPlaneTier,
    remoteNetworks,
  };
}

export function shapeOf({ nodes, addOns }: ClusterSettings): ClusterShape {
  return { nodes: nodes.type, architectures: architecturesOf(nodes), addOns: Object.keys(addOns) };
}

/** Where a cluster stands, and what it is called after. */
export function checkClusterPlace(check: ArgumentCheck, name: string, network: NetworkRef): void {
  // https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html
  const isName = /^[A-Za-z0-9][A-Za-z0-9-]{0,29}$/.test(name);
  check(isName, "name", "must be at most 30 letters, digits and hyphens, as the cluster is called after it", name);
  checkSpansZones(check, network, "private");
}
