import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../argument-checks";
import type { AppEgress } from "../../secure-sg-pair";
import { groupPeer, readPeer, readPeers } from "../../secure-sg-pair/peer";
import { createRules, type Rule, ruleName } from "../../secure-sg-pair/rule";
import type { EcsService } from "../service";

/** The rules of a service's own group, whose other side is not the load balancer. */
export interface TaskRules {
  readonly inward: readonly Rule[];
  readonly outward: readonly Rule[];
}

/** @throws when a peer is malformed, a port is none, or a rule is said twice. */
export function readTaskRules(check: ArgumentCheck, service: EcsService): TaskRules {
  const { callers, appEgress, entry, volumes } = service;
  const peers = callers.length > 0 ? readPeers(callers, "callers", check) : [];
  const shares = Object.entries(volumes).flatMap(([name, volume]): AppEgress[] =>
    volume.type === "efs" ? [{ to: { type: "securityGroup", id: volume.securityGroupId, name }, port: 2049 }] : [],
  );
  const outward = [{ to: "0.0.0.0/0", port: 443 }, ...appEgress, ...shares].map(({ to, port }): Rule => {
    const isPort = Number.isInteger(port) && port >= 1 && port <= 65535;
    check(isPort, "appEgress", "must have ports from 1 to 65535", port);
    return { direction: "out", port, peer: readPeer(to, "appEgress", check), purpose: "Calls" };
  });
  const names = outward.map((rule) => ruleName("app", rule));
  const repeated = outward.find((rule, index) => names.indexOf(ruleName("app", rule)) < index);
  const said = repeated && `tcp ${repeated.port} to ${repeated.peer.shown}`;
  check(repeated === undefined, "appEgress", "must not repeat a rule (HTTPS to anywhere is one already)", said);
  const inward = peers.flatMap((peer): Rule[] =>
    entry ? [{ direction: "in", port: entry.port, peer, purpose: "Callers" }] : [],
  );
  return { inward, outward };
}

/** The group of tasks that have an address of their own: the load balancer and callers in, HTTPS and stated peers out. */
export function taskGroup(
  name: string,
  { network, entry }: EcsService,
  { inward, outward }: TaskRules,
  edgeGroupId: pulumi.Input<string> | undefined,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  const group = new aws.ec2.SecurityGroup(
    `${name}-app`,
    {
      vpcId: network.vpcId,
      description: `Tasks of ${name}: load balancer and callers in, HTTPS and stated peers out`,
      // It and the load balancer's group name each other.
      revokeRulesOnDelete: true,
      tags: { Name: `${name}-app` },
    },
    { parent },
  );
  createRules(`${name}-app`, group, [...inward, ...outward], parent);
  if (entry && edgeGroupId !== undefined) {
    const { port } = entry;
    const purpose = "Requests";
    createRules(
      `${name}-app`,
      group,
      [{ direction: "in", port, peer: groupPeer(edgeGroupId, "edge"), purpose }],
      parent,
    );
    const toTasks: Rule = { direction: "out", port, peer: groupPeer(group.id, name), purpose };
    createRules(`${name}-edge`, { id: edgeGroupId }, [toTasks], parent);
  }
  return group.id;
}

/**
 * Lets the load balancer reach tasks in bridge mode, on whichever ports Docker picks, and the tasks reach what is
 * stated: both by the group of the instances, which the tasks of other services on them wear as well.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/networking-networkmode-bridge.html
 */
export function openInstances(
  name: string,
  { outward }: TaskRules,
  instanceGroupId: pulumi.Input<string>,
  edgeGroupId: pulumi.Input<string> | undefined,
  parent: pulumi.Resource,
): void {
  // HTTPS is the first, and the cluster's already.
  createRules(`${name}-app`, { id: instanceGroupId }, outward.slice(1), parent);
  if (edgeGroupId === undefined) return;
  const ports = { ipProtocol: "tcp", fromPort: 32768, toPort: 65535 };
  new aws.vpc.SecurityGroupIngressRule(
    `${name}-app-in-tcp-dynamic-edge`,
    {
      securityGroupId: instanceGroupId,
      description: `Requests: dynamic ports of ${name} from group edge`,
      referencedSecurityGroupId: edgeGroupId,
      ...ports,
    },
    { parent },
  );
  new aws.vpc.SecurityGroupEgressRule(
    `${name}-edge-out-tcp-dynamic-app`,
    {
      securityGroupId: edgeGroupId,
      description: `Requests: dynamic ports of ${name} to group instances`,
      referencedSecurityGroupId: instanceGroupId,
      ...ports,
    },
    { parent },
  );
}
