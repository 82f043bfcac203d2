import type * as aws from "@pulumi/aws";
import { CustomResource } from "@pulumi/kubernetes/apiextensions";
import type { Provider } from "@pulumi/kubernetes/provider";
import type * as pulumi from "@pulumi/pulumi";
import type { LogSettings } from "../service-logs";
import { fargateProfile } from "./fargate-profile";
import { managedGroup } from "./managed-group";
import type { AutoNodes, NodeSettings } from "./nodes";
import { selfManagedGroup } from "./self-managed-group";

/** The cluster that something is made for. */
export interface Surroundings {
  readonly name: string;
  readonly cluster: aws.eks.Cluster;
  readonly version: string;
  readonly parent: pulumi.Resource;
}

/** What nodes need beside the cluster. */
export interface NodeSurroundings {
  readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  readonly provider: Provider;
  readonly logs: LogSettings;
}

/** Makes what pods run on; what comes back is there when pods can start. */
export function createNodes(
  surroundings: Surroundings,
  nodes: NodeSettings,
  around: NodeSurroundings,
  dependsOn: readonly pulumi.Resource[],
): pulumi.Resource[] {
  switch (nodes.type) {
    case "auto":
      return [nodePool(surroundings, nodes, around.provider)];
    case "managed":
      return Object.entries(nodes.groups).map(([group, settings]) =>
        managedGroup(surroundings, group, settings, around.subnetIds, dependsOn),
      );
    case "selfManaged":
      return [selfManagedGroup(surroundings, nodes, around.subnetIds, dependsOn)];
    case "fargate":
      return fargateProfile(surroundings, around);
  }
}

/**
 * Auto Mode's own pool for workloads makes x86_64 instances on demand, and cannot be changed; this one makes both
 * architectures, spare capacity if it is to, and never more than it may.
 */
function nodePool(
  { name, parent }: Surroundings,
  { purchasing, maxVcpus }: Required<AutoNodes>,
  provider: Provider,
): pulumi.Resource {
  const oneOf = (key: string, values: string[]) => ({ key, operator: "In", values });
  return new CustomResource(
    `${name}-workloads`,
    {
      apiVersion: "karpenter.sh/v1",
      kind: "NodePool",
      metadata: { name: "workloads" },
      spec: {
        template: {
          spec: {
            nodeClassRef: { group: "eks.amazonaws.com", kind: "NodeClass", name: "default" },
            requirements: [
              oneOf("eks.amazonaws.com/instance-category", ["c", "m", "r"]),
              { key: "eks.amazonaws.com/instance-generation", operator: "Gt", values: ["4"] },
              oneOf("kubernetes.io/arch", ["arm64", "amd64"]),
              oneOf("karpenter.sh/capacity-type", purchasing === "spot" ? ["spot", "on-demand"] : ["on-demand"]),
            ],
          },
        },
        limits: { cpu: String(maxVcpus) },
        disruption: { consolidationPolicy: "WhenEmptyOrUnderutilized", consolidateAfter: "60s" },
      },
    },
    { parent, provider },
  );
}
