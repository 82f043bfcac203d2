import * as aws from "@pulumi/aws";
import { Service as KubernetesService } from "@pulumi/kubernetes/core/v1";
import type * as pulumi from "@pulumi/pulumi";
import { listenerPort } from "../../service-balancer/edge-group";
import { ingress } from "./ingress";
import { networkAnnotations } from "./network-service";
import { edgeOf } from "./security-groups";
import { labelsOf, type Workload } from "./workload";

/** The load balancer that AWS made for a service. */
export interface Entrance {
  readonly arn: pulumi.Output<string>;
  readonly edgeGroupId: pulumi.Output<string>;
  readonly dnsName: pulumi.Output<string>;
  readonly zoneId: pulumi.Output<string>;
  /** What CloudWatch calls it. */
  readonly arnSuffix: pulumi.Output<string>;
}

/** The service's name in the cluster, and the load balancer before it if it is to have one. */
export function entrance(workload: Workload, namespace: pulumi.Input<string>): Entrance | undefined {
  const { name, service, parent, opts } = workload;
  const { entry, balancing } = service;
  if (!entry) return undefined;
  const isNetwork = balancing !== "none" && balancing.type === "network";
  const port = isNetwork ? listenerPort(balancing) : entry.port;
  const edge = balancing === "none" ? undefined : edgeOf(workload, balancing, entry.port);
  const kubernetesService = new KubernetesService(
    `${name}-service`,
    {
      metadata: {
        name,
        namespace,
        labels: labelsOf(name),
        annotations: isNetwork && edge ? networkAnnotations(workload, balancing, edge.id) : undefined,
      },
      spec: {
        selector: labelsOf(name),
        ports: [
          {
            name: "app",
            port,
            targetPort: entry.port,
            protocol: "TCP",
            appProtocol: appProtocol(entry.container.protocol),
          },
        ],
        // Pods are reached at their own addresses; a port of each node would be one more way in.
        ...(isNetwork
          ? { type: "LoadBalancer", loadBalancerClass: "eks.amazonaws.com/nlb", allocateLoadBalancerNodePorts: false }
          : { type: "ClusterIP" }),
      },
    },
    opts,
  );
  if (balancing === "none" || !edge) return undefined;
  const status =
    balancing.type === "network"
      ? kubernetesService.status
      : ingress(workload, balancing, edge.id, namespace, { service: kubernetesService, port }).status;
  const dnsName = status.apply(({ loadBalancer }) => loadBalancer?.ingress?.[0]?.hostname ?? "");
  // Only its address comes back from Kubernetes; the look-up waits for it.
  const made = aws.lb.getLoadBalancerOutput({ name: dnsName.apply(balancerName) }, { parent });
  return { arn: made.arn, edgeGroupId: edge.id, dnsName, zoneId: made.zoneId, arnSuffix: made.arnSuffix };
}

/** `internal-NAME-NUMBER.REGION...`: AWS adds what is around the name. */
function balancerName(dnsName: string): string {
  const [host = ""] = dnsName.split(".");
  return host.replace(/^internal-/, "").replace(/-[^-]+$/, "");
}

function appProtocol(protocol: string | undefined): string | undefined {
  switch (protocol) {
    case "http":
      return "http";
    case "http2":
    case "grpc":
      return "kubernetes.io/h2c";
    default:
      return undefined;
  }
}
