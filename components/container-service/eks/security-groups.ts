import type * as aws from "@pulumi/aws";
import { argumentCheck } from "../../argument-checks";
import { groupPeer, type RulePeer, readPeer } from "../../secure-sg-pair/peer";
import { createRules, type Rule } from "../../secure-sg-pair/rule";
import { edgeGroup } from "../../service-balancer/edge-group";
import type { OwnBalancing } from "../balancing";
import type { Workload } from "./workload";

/**
 * The groups of a service's load balancer and pods: an edge group, which takes traffic from the stated sources, and the
 * cluster's own, which all pods wear and whose port takes it from the edge.
 */
export function edgeOf(workload: Workload, balancing: OwnBalancing, port: number): aws.ec2.SecurityGroup {
  const { name, service, cluster, parent } = workload;
  const check = argumentCheck(parent, "container service", name);
  const edge = edgeGroup(check, name, { network: service.network, ...balancing }, parent);
  const out: Rule = { direction: "out", port, peer: groupPeer(cluster.securityGroupId, "app"), purpose: "Requests" };
  createRules(`${name}-edge`, edge, [out], parent);
  admit(workload, groupPeer(edge.id, "edge"), port);
  return edge;
}

/** Lets those who may call the pods directly in to their port. */
export function admitCallers(workload: Workload): void {
  const { name, service, parent } = workload;
  const check = argumentCheck(parent, "container service", name);
  const { entry, callers } = service;
  if (!entry) return;
  for (const caller of callers) admit(workload, readPeer(caller, "callers", check), entry.port);
}

function admit({ name, cluster, parent }: Workload, peer: RulePeer, port: number): void {
  const rule: Rule = { direction: "in", port, peer, purpose: "Requests" };
  createRules(`${name}-app`, { id: cluster.securityGroupId }, [rule], parent);
}
