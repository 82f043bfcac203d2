import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { type IpRange, readIpRange } from "../ip-range";

/**
 * The other side of a rule: a range of addresses in CIDR form (IPv4 or IPv6), the members of a security group, or the
 * ranges of a managed prefix list.
 */
export type Peer = string | NamedPeer;

/** A peer that AWS knows by an id. */
export interface NamedPeer {
  readonly type: "securityGroup" | "prefixList";
  /** `sg-...` or `pl-...`. */
  readonly id: pulumi.Input<string>;
  /** What the rule is called after: letters, digits and dashes. An id does not exist before its group does. */
  readonly name: string;
}

/** A checked peer. */
export interface RulePeer {
  /** What rules are named after: the same peer has the same key wherever it stands in a list. */
  readonly key: string;
  /** The peer as a description shows it. */
  readonly shown: string;
  /** The range, if it is one. */
  readonly range?: IpRange;
  /** The one property of a rule that says it. */
  readonly target: {
    readonly cidrIpv4?: pulumi.Input<string>;
    readonly cidrIpv6?: string;
    readonly referencedSecurityGroupId?: pulumi.Input<string>;
    readonly prefixListId?: pulumi.Input<string>;
  };
}

/** Every IPv4 and every IPv6 address. */
export const internet: readonly Peer[] = ["0.0.0.0/0", "::/0"];

/** The IPv4 addresses of private networks: https://datatracker.ietf.org/doc/html/rfc1918 */
export const privateRanges: readonly Peer[] = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];

/**
 * The peers of an argument.
 *
 * @throws when there is none, one is malformed, or two are the same.
 */
export function readPeers(peers: readonly Peer[], argument: string, check: ArgumentCheck): RulePeer[] {
  check(peers.length > 0, argument, "must name at least one peer", peers);
  const read = peers.map((peer) => readPeer(peer, argument, check));
  const repeated = read.find(({ key }, index) => read.findIndex((other) => other.key === key) < index);
  check(repeated === undefined, argument, "must not repeat a peer or its name", repeated?.shown);
  return read;
}

/**
 * One peer of an argument.
 *
 * @throws when it is not a CIDR without host bits, or its name cannot be part of a rule's description.
 */
export function readPeer(peer: Peer, argument: string, check: ArgumentCheck): RulePeer {
  if (typeof peer === "string") return rangePeer(readIpRange(peer, argument, check));
  const isName = /^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$/i.test(peer.name);
  check(isName, `${argument} name`, "must be 1 to 64 letters, digits and dashes", peer.name);
  switch (peer.type) {
    case "securityGroup":
      return groupPeer(peer.id, peer.name);
    case "prefixList":
      return { key: peer.name, shown: `prefix list ${peer.name}`, target: { prefixListId: peer.id } };
  }
}

/** The members of a security group. */
export function groupPeer(id: pulumi.Input<string>, name: string): RulePeer {
  return { key: name, shown: `group ${name}`, target: { referencedSecurityGroupId: id } };
}

/** The addresses of a range. */
export function rangePeer(range: IpRange): RulePeer {
  const { cidr, first, family, prefix } = range;
  if (family === "ipv4") return { key: cidr, shown: cidr, range, target: { cidrIpv4: cidr } };
  // A name with "::" in it would blur where the parts of a URN end, so a key spells all eight groups.
  return { key: `${first.toNormalizedString()}/${prefix}`, shown: cidr, range, target: { cidrIpv6: cidr } };
}
