import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { isWorldwide } from "./ip-range";
import { internet, type Peer, type RulePeer, readPeer, readPeers } from "./secure-sg-pair/peer";
import { type Rule, ruleName } from "./secure-sg-pair/rule";
import { type ChainLink, createGroup, linkGroups } from "./security-group-chain/chain";
import { adminPorts, readPorts, type ServicePort } from "./security-group-chain/service-ports";

/** Arguments of {@link SecurityGroupChain}. */
export interface SecurityGroupChainArgs<Name extends string = string> {
  /** The id of the VPC of the groups. */
  readonly vpcId: pulumi.Input<string>;
  /** Who may reach the first tier. Anyone, IPv4 and IPv6, only if said: `"internet"`; otherwise the stated peers. */
  readonly sources: "internet" | readonly Peer[];
  /** The tiers from the edge inwards, two or more. Each admits the one before it and nobody else. */
  readonly tiers: readonly ChainTier<Name>[];
  /** Let `https` of a tier's egress be over IPv6 as well. @default false */
  readonly ipv6?: boolean;
  /**
   * Take away every rule that is not of this chain, whoever adds it, by hand or by another component, at the next `up`.
   * So it is for groups that nothing else adds to: `ContainerService`, `PrivateCall` and others add a rule to a group
   * that they are given, which would come and go with every `up`.
   *
   * @default false
   */
  readonly exclusive?: boolean;
}

/** A tier of a chain. */
export interface ChainTier<Name extends string = string> {
  /** Its name, 1 to 64 letters, digits and dashes: `web` gives the group `shop-web`. */
  readonly name: Name;
  /** What it listens on: TCP ports, names of services such as `postgresql`, or `{ protocol: "udp", port: 514 }`. */
  readonly ports: readonly ServicePort[];
  /** What its members say to each other, as the nodes of a cluster do. @default nothing */
  readonly memberPorts?: readonly ServicePort[];
  /** What it may connect to besides the next tier: `"https"` is anywhere. @default nothing */
  readonly egress?: readonly TierEgress[];
  /**
   * Other VPCs of the region, by a name of yours, in which the group serves too; not a default VPC.
   * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateSecurityGroupVpc.html
   *
   * @default none
   */
  readonly vpcIds?: Readonly<Record<string, pulumi.Input<string>>>;
}

/** A connection that a tier may open. */
export type TierEgress = "https" | { readonly to: Peer; readonly port: ServicePort };

/**
 * Security groups in a row, edge → web → api → data: a tier admits the one before it on its own ports, reaches the next
 * on that one's ports, and nothing else. Every rule is a resource of its own, named after its content, so a port or a
 * peer comes and goes without touching another rule.
 *
 * @example
 * import { SecurityGroupChain } from "./components/security-group-chain";
 *
 * const groups = new SecurityGroupChain("shop", {
 *   vpcId: "vpc-0a1b2c3d4e5f60718",
 *   sources: "internet",
 *   tiers: [
 *     { name: "edge", ports: ["https", "http"] },
 *     { name: "web", ports: [8080], egress: ["https"] },
 *     { name: "api", ports: [3000], egress: ["https"] },
 *     { name: "data", ports: ["postgresql"] },
 *   ],
 * });
 * export const webGroupId = groups.groupIds.web;
 */
export class SecurityGroupChain<Name extends string = string> extends pulumi.ComponentResource {
  /** The ids of the groups, by the names of their tiers. */
  readonly groupIds: Readonly<Record<Name, pulumi.Output<string>>>;

  /** @throws when a name, a port or a peer is not what AWS takes, a rule is said twice, or SSH or RDP is open to the world. */
  constructor(name: string, args: SecurityGroupChainArgs<Name>, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:SecurityGroupChain", name, {}, opts);
    const { vpcId, exclusive = false } = args;
    const tiers = readTiers(name, args, argumentCheck(this, "security group chain", name));

    // AWS replaces a group whose description changes, so it says nothing that may.
    const links = tiers.map((tier) => {
      return { ...tier, group: createGroup(`${name}-${tier.name}`, vpcId, `Tier ${tier.name} of ${name}`, this) };
    });
    linkGroups(name, links, exclusive, this);

    const ids = links.map((link) => [link.name, link.group.id]);
    this.groupIds = Object.fromEntries(ids);
    this.registerOutputs({ groupIds: this.groupIds });
  }
}

function readTiers(name: string, args: SecurityGroupChainArgs, check: ArgumentCheck): ChainLink[] {
  const { sources, tiers, ipv6 = false } = args;
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html
  check(!/^sg(-|$)/i.test(name), "name", "must not begin with sg-, which AWS keeps for ids", name);
  check(tiers.length >= 2, "tiers", "must be at least two: one that is reached, and one behind it", tiers.length);
  const names = tiers.map((tier) => tier.name);
  check(new Set(names).size === names.length, "tiers", "must not repeat a name", names);
  const sourcePeers = readPeers(sources === "internet" ? internet : sources, "sources", check);
  return tiers.map((tier, index) => readTier(tier, { index, names, sourcePeers, ipv6 }, check));
}

interface Surroundings {
  readonly index: number;
  readonly names: readonly string[];
  readonly sourcePeers: readonly RulePeer[];
  readonly ipv6: boolean;
}

function readTier(tier: ChainTier, { index, names, sourcePeers, ipv6 }: Surroundings, check: ArgumentCheck): ChainLink {
  const { name, memberPorts = [], egress = [], vpcIds = {} } = tier;
  const place = `tiers[${index}]`;
  const isName = /^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$/i.test(name);
  check(isName, `${place}.name`, "must be 1 to 64 letters, digits and dashes", name);
  check(tier.ports.length > 0, `${place}.ports`, "must hold at least one port", tier.ports);
  const ports = readPorts(tier.ports, `${place}.ports`, check);
  const before = names[index - 1];
  const after = names[index + 1];
  const admitted =
    index === 0 ? ports.flatMap((port) => sourcePeers.map((peer) => admit(port, peer, place, check))) : [];
  const out = egress.flatMap((one) => readEgress(one, `${place}.egress`, ipv6, check));
  const rules = [...admitted, ...out];
  const ruleNames = rules.map((rule) => ruleName(name, rule));
  const repeated = rules.find((rule, at) => ruleNames.indexOf(ruleName(name, rule)) < at);
  check(repeated === undefined, `${place}.egress`, "must not repeat a rule", repeated && shown(repeated));
  // Rules between tiers are named after these: the same name for another peer would make two rules of one name.
  const named = rules.find(({ peer }) => !peer.range && [name, before, after].includes(peer.key));
  check(named === undefined, place, "must name no peer as a tier of the chain beside it is named", named?.peer.key);
  return {
    name,
    ports,
    memberPorts: readPorts(memberPorts, `${place}.memberPorts`, check),
    rules,
    vpcIds,
  };
}

function admit(port: Pick<Rule, "protocol" | "port">, peer: RulePeer, place: string, check: ArgumentCheck): Rule {
  const isNarrow = peer.range === undefined || !isWorldwide(peer.range);
  const sentence = "must not hold 22 or 3389 while sources hold a range wider than /8 (IPv4) or /16 (IPv6)";
  check(isNarrow || !adminPorts.includes(port.port), `${place}.ports`, sentence, port.port);
  return { direction: "in", ...port, peer, purpose: "Listener" };
}

function readEgress(egress: TierEgress, argument: string, ipv6: boolean, check: ArgumentCheck): Rule[] {
  const connections = egress === "https" ? internet.slice(0, ipv6 ? 2 : 1).map((to) => ({ to, port: 443 })) : [egress];
  return connections.flatMap(({ to, port }) =>
    readPorts([port], argument, check).map(
      (transport): Rule => ({ direction: "out", ...transport, peer: readPeer(to, argument, check), purpose: "Calls" }),
    ),
  );
}

function shown({ protocol = "tcp", port, peer }: Rule): string {
  return `${protocol} ${port} to ${peer.shown}`;
}
