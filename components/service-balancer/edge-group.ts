import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { internet, privateRanges, type RulePeer, readPeers } from "../secure-sg-pair/peer";
import { createRules, type Rule } from "../secure-sg-pair/rule";
import type { ApplicationBalancerArgs, NetworkBalancerArgs, ServiceBalancerArgs } from "../service-balancer";

/** The port of a network balancer. */
export function listenerPort({ tls, port = tls === "none" ? 80 : 443 }: Pick<NetworkBalancerArgs, "tls" | "port">) {
  return port;
}

/**
 * The ports on which a balancer listens.
 *
 * @param hasTestListener whether a service rolls out with two versions; only a network balancer needs a port for it
 */
export function listenerPorts(args: ApplicationBalancerArgs | NetworkBalancerArgs, hasTestListener: boolean): number[] {
  if (args.type === "application") return args.tls === "none" ? [80] : [443, 80];
  const port = listenerPort(args);
  return hasTestListener ? [port, port + 1] : [port];
}

/** @throws when a source is malformed or there is none, unless the balancer is internal and that is said. */
export function readSources(
  check: ArgumentCheck,
  { exposure, sources }: ApplicationBalancerArgs | NetworkBalancerArgs,
): RulePeer[] {
  if (exposure === "internal" && sources?.length === 0) return [];
  return readPeers(sources ?? (exposure === "internet" ? internet : privateRanges), "sources", check);
}

/** A group that admits the sources. The way to a service is a rule that comes with the service. */
export function edgeGroup(
  check: ArgumentCheck,
  name: string,
  args: ServiceBalancerArgs,
  parent: pulumi.Resource,
): aws.ec2.SecurityGroup {
  const { network, hasTestListener = false } = args;
  const group = new aws.ec2.SecurityGroup(
    `${name}-edge`,
    {
      vpcId: network.vpcId,
      description: "Load balancer: stated sources in, services out",
      // It and the services' groups name each other: without this, a rule added by hand could keep all from being deleted.
      revokeRulesOnDelete: true,
      tags: { Name: `${name}-edge` },
    },
    { parent },
  );
  const peers = readSources(check, args);
  const admit = (port: number) => peers.map((peer): Rule => ({ direction: "in", port, peer, purpose: "Listener" }));
  createRules(`${name}-edge`, group, listenerPorts(args, hasTestListener).flatMap(admit), parent);
  return group;
}
