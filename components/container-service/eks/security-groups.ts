import * as aws from "@pulumi/aws";
import { argumentCheck } from "../../argument-checks";
import { groupPeer, internet, privateRanges, readPeer } from "../../secure-sg-pair/peer";
import { createRules, type Rule } from "../../secure-sg-pair/rule";
import type { OwnBalancing } from "../balancing";
import type { Workload } from "./workload";

/** Whose pods are called. */
type Calling = Pick<Workload, "name" | "service" | "cluster" | "parent">;

/** The ports on which a service's load balancer listens. */
export function listenerPorts(balancing: OwnBalancing): number[] {
  const { type, tls } = balancing;
  if (type === "application") return tls === "none" ? [80] : [443, 80];
  return [balancing.port ?? (tls === "none" ? 80 : 443)];
}

/**
 * The pair of a service on EKS: an edge group for its load balancer, and the cluster's own group, which all pods wear,
 * in the place of the app's. The edge takes traffic from the stated sources, and the pods' port takes it from the edge.
 */
export function edgeGroup(workload: Calling, balancing: OwnBalancing): aws.ec2.SecurityGroup {
  const check = argumentCheck(parent, "container service", name);
  const { exposure, sources = exposure === "internet" ? internet : privateRanges } = balancing;
  const edge = new aws.ec2.SecurityGroup(
    `${name}-edge`,
    {
      vpcId: service.network.vpcId,
      description: "Load balancer: stated sources in, the pods out",
      revokeRulesOnDelete: true,
      tags: { Name: `${name}-edge` },
    },
    { parent },
  );
  const port = service.entry?.port ?? 0;
  const peers = sources.map((source) => readPeer(source, "balancing.sources", check));
  const admitted = listenerPorts(balancing).flatMap((listener) =>
    peers.map((peer): Rule => ({ direction: "in", port: listener, peer, purpose: "Listener" })),
  );
  const pods = groupPeer(cluster.securityGroupId, "app");
  createRules(`${name}-edge`, edge, [...admitted, { direction: "out", port, peer: pods, purpose: "Requests" }], parent);
  admit(workload, groupPeer(edge.id, "edge"), port);
  return edge;
}

/** Lets those who may call the pods directly in to their port. */
export function admitCallers(workload: Calling): void {
  const { name, service, parent } = workload;
  const check = argumentCheck(parent, "container service", name);
  const { entry, callers } = service;
  if (!entry) return;
  for (const caller of callers) admit(workload, readPeer(caller, "callers", check), entry.port);
}

function admit({ name, cluster, parent }: Calling, peer: Rule["peer"], port: number): void {
  const rule: Rule = { direction: "in", port, peer, purpose: "Requests" };
  createRules(`${name}-app`, { id: cluster.securityGroupId }, [rule], parent);
}
