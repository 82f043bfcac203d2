import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { NetworkRef } from "../network-ref";
import { type AppEgress, SecureSgPair } from "../secure-sg-pair";
import { groupPeer, privateRanges, readPeer, readPeers } from "../secure-sg-pair/peer";
import { createRules, type Rule, ruleName } from "../secure-sg-pair/rule";
import type { DatabaseRef } from "./database-ref";
import type { Tier } from "./tier";

/** Who can reach what. */
export interface GroupNeeds {
  readonly tier: Tier;
  /** The port on which the instances take requests. */
  readonly port: number;
  readonly network: NetworkRef;
  /** As {@link readAppEgress} gives it. */
  readonly appEgress: readonly AppEgress[];
  readonly database: DatabaseRef | undefined;
}

export interface Groups {
  readonly appGroupId: pulumi.Output<string>;
  /** The group of a load balancer of the environment's own. */
  readonly edgeGroupId?: pulumi.Output<string>;
}

/**
 * What the instances may connect to besides HTTPS: what is stated, and the database.
 *
 * @throws when a peer is malformed, a port is none, or a rule is said twice.
 */
export function readAppEgress(
  check: ArgumentCheck,
  stated: readonly AppEgress[],
  database: DatabaseRef | undefined,
): AppEgress[] {
  const egress = [...stated, ...databaseEgress(database)];
  const rules = [{ to: "0.0.0.0/0", port: 443 }, ...egress].map(({ to, port }): Rule => {
    const isPort = Number.isInteger(port) && port >= 1 && port <= 65535;
    check(isPort, "appEgress", "must have ports from 1 to 65535", port);
    return { direction: "out", port, peer: readPeer(to, "appEgress", check), purpose: "Calls" };
  });
  const names = rules.map((rule) => ruleName("app", rule));
  const repeated = rules.find((rule, index) => names.indexOf(ruleName("app", rule)) < index);
  const said = repeated && `tcp ${repeated.port} to ${repeated.peer.shown}`;
  check(repeated === undefined, "appEgress", "must not repeat a rule (HTTPS to anywhere is one already)", said);
  return egress;
}

/** The security groups of an application's environments, which all of them wear. */
export function securityGroups(name: string, check: ArgumentCheck, needs: GroupNeeds, parent: pulumi.Resource): Groups {
  const { tier, port, database } = needs;
  const groups = tier.type === "loadBalanced" ? pair(name, needs, tier, parent) : lone(name, check, needs, parent);
  const app = groupPeer(groups.appGroupId, "app");
  if (tier.type === "sharedBalancer") {
    const rule: Rule = { direction: "out", port, peer: app, purpose: "Requests" };
    createRules(`${name}-edge`, { id: tier.securityGroupId }, [rule], parent);
  }
  if (database) {
    const rule: Rule = { direction: "in", port: database.port, peer: app, purpose: "Queries" };
    createRules(`${name}-database`, { id: database.securityGroupId }, [rule], parent);
  }
  return groups;
}

function databaseEgress(database: DatabaseRef | undefined): AppEgress[] {
  if (!database) return [];
  const { securityGroupId: id, port } = database;
  return [{ to: { type: "securityGroup", id, name: "database" }, port }];
}

function pair(
  name: string,
  { port, network, appEgress }: GroupNeeds,
  { exposure, tls, sources, ipAddressType }: Extract<Tier, { type: "loadBalanced" }>,
  parent: pulumi.Resource,
): Groups {
  return new SecureSgPair(
    `${name}-sg`,
    {
      vpcId: network.vpcId,
      sources: sources ?? (exposure === "internet" ? "internet" : privateRanges),
      listenerPorts: tls === "none" ? [80] : [443, 80],
      appPort: port,
      appEgress,
      ipv6: ipAddressType === "dualstack",
    },
    { parent },
  );
}

/** One group for the instances: what comes to them comes from a load balancer that is not ours, from sources, or not at all. */
function lone(
  name: string,
  check: ArgumentCheck,
  { tier, port, network, appEgress }: GroupNeeds,
  parent: pulumi.Resource,
): Groups {
  const group = new aws.ec2.SecurityGroup(
    `${name}-app`,
    {
      vpcId: network.vpcId,
      description: `Instances of ${name}: stated peers in, HTTPS and stated peers out`,
      // It and the group of a shared load balancer, or of a database, name each other.
      revokeRulesOnDelete: true,
      tags: { Name: `${name}-app` },
    },
    { parent },
  );
  const callers =
    tier.type === "sharedBalancer"
      ? [groupPeer(tier.securityGroupId, "edge")]
      : tier.type === "singleInstance"
        ? readPeers(tier.sources, "tier.sources", check)
        : [];
  const inward = callers.map((peer): Rule => ({ direction: "in", port, peer, purpose: "Requests" }));
  const outward = [{ to: "0.0.0.0/0", port: 443 }, ...appEgress].map(
    ({ to, port }): Rule => ({ direction: "out", port, peer: readPeer(to, "appEgress", check), purpose: "Calls" }),
  );
  createRules(`${name}-app`, group, [...inward, ...outward], parent);
  return { appGroupId: group.id };
}
