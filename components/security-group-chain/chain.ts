import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { groupPeer } from "../secure-sg-pair/peer";
import { createRules, type Rule } from "../secure-sg-pair/rule";
import type { TransportPort } from "./service-ports";

/** What a group of a chain is for, checked. */
export interface ChainLink {
  /** `edge` gives `shop-edge`. */
  readonly name: string;
  /** The ports on which it takes requests of the group before it, if there is one. */
  readonly ports: readonly TransportPort[];
  /** The ports on which its members talk to each other. */
  readonly memberPorts: readonly TransportPort[];
  /** The rules whose other side is no group of the chain. */
  readonly rules: readonly Rule[];
  /** Other VPCs in which it serves, by a name. */
  readonly vpcIds: Readonly<Record<string, pulumi.Input<string>>>;
}

/** A link with its group. */
export interface LinkedGroup extends ChainLink {
  readonly group: aws.ec2.SecurityGroup;
}

/** Makes a group of a chain, without rules yet. */
export function createGroup(
  name: string,
  vpcId: pulumi.Input<string>,
  description: string,
  parent: pulumi.Resource,
): aws.ec2.SecurityGroup {
  return new aws.ec2.SecurityGroup(
    name,
    {
      vpcId,
      description,
      // The groups name each other: without this, a rule added by hand could keep all from being deleted.
      revokeRulesOnDelete: true,
      tags: { Name: name },
    },
    { parent },
  );
}

/**
 * Makes the rules of groups in a row, each of which admits the one before it.
 *
 * @param exclusive whether rules that are made elsewhere are taken away
 */
export function linkGroups(
  name: string,
  links: readonly LinkedGroup[],
  exclusive: boolean,
  parent: pulumi.Resource,
): void {
  for (const [index, link] of links.entries()) {
    const role = `${name}-${link.name}`;
    const before = links[index - 1];
    const after = links[index + 1];
    const rules = [
      ...(before ? between("in", link.ports, before, "Requests") : []),
      ...between("in", link.memberPorts, link, "Members"),
      ...link.rules,
      ...between("out", link.memberPorts, link, "Members"),
      ...(after ? between("out", after.ports, after, "Requests") : []),
    ];
    const ids = createRules(role, link.group, rules, parent);
    const securityGroupId = link.group.id;
    if (exclusive) {
      new aws.ec2.VpcSecurityGroupRulesExclusive(`${role}-rules`, { securityGroupId, ...ids }, { parent });
    }
    for (const [vpc, vpcId] of Object.entries(link.vpcIds)) {
      new aws.vpc.SecurityGroupVpcAssociation(`${role}-vpc-${vpc}`, { securityGroupId, vpcId }, { parent });
    }
  }
}

function between(
  direction: Rule["direction"],
  ports: readonly TransportPort[],
  other: LinkedGroup,
  purpose: string,
): Rule[] {
  const peer = groupPeer(other.group.id, other.name);
  return ports.map(({ protocol, port }) => ({ direction, protocol, port, peer, purpose }));
}
