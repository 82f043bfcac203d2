import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { isWorldwide } from "../ip-range";
import { internet, type Peer, readPeer, readPeers } from "../secure-sg-pair/peer";
import { createRules, type Rule, ruleName } from "../secure-sg-pair/rule";
import { createGroup } from "../security-group-chain/chain";
import { adminPorts, readPorts, type ServicePort } from "../security-group-chain/service-ports";

/** Who may reach a server, and whom it may reach. */
export interface AccessArgs {
  /** What it listens on, and for whom. @default nothing: Session Manager needs no open port */
  readonly ingress?: readonly Ingress[];
  /** What it may connect to besides HTTPS: Ubuntu's packages, for one, come over HTTP. @default nothing else */
  readonly egress?: readonly Egress[];
  /**
   * A group of its own that admits SSH from these peers, never from the world. The network ACL must let them in too: see
   * `trustedCidrs` of `Network`.
   *
   * @default no SSH; Session Manager needs no open port
   */
  readonly ssh?: AdminAccess;
  /** As `ssh`, for Windows: Remote Desktop, port 3389. Session Manager can forward that port without it. @default no RDP */
  readonly rdp?: AdminAccess;
  /** The ids of further security groups that it is in, such as that of a database's clients. @default none */
  readonly securityGroupIds?: readonly pulumi.Input<string>[];
}

/** A port that is open to somebody. */
export interface Ingress {
  /** A TCP port, a service such as `http`, or `{ protocol: "udp", port: 514 }`; never 22 or 3389. */
  readonly port: ServicePort;
  /** Anyone, IPv4 and IPv6, only if said: `"internet"`; otherwise the stated peers. */
  readonly from: "internet" | readonly Peer[];
}

/** A connection that the server may open. */
export interface Egress {
  readonly to: Peer;
  readonly port: ServicePort;
}

/** Who may administer a server. */
export interface AdminAccess {
  /** Ranges no wider than /8 (IPv4) or /16 (IPv6), security groups, or prefix lists. */
  readonly from: readonly Peer[];
}

/** Checked rules of a server's groups, by the group. */
export interface AccessRules {
  readonly sg: readonly Rule[];
  readonly ssh: readonly Rule[];
  readonly rdp: readonly Rule[];
}

/** @throws when a port or a peer is not what AWS takes, a rule is said twice, or SSH or RDP is open to the world. */
export function readAccess(check: ArgumentCheck, name: string, args: AccessArgs, ipv6: boolean): AccessRules {
  const { ingress = [], egress = [], ssh, rdp } = args;
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html
  check(!/^sg(-|$)/i.test(name), "name", "must not begin with sg-, which AWS keeps for ids", name);
  const admitted = ingress.flatMap(({ port, from }, index): Rule[] => {
    const place = `ingress[${index}]`;
    const peers = readPeers(from === "internet" ? internet : from, `${place}.from`, check);
    return readPorts([port], `${place}.port`, check).flatMap((transport) => {
      const isAdmin = adminPorts.includes(transport.port);
      check(!isAdmin, `${place}.port`, "must not be 22 or 3389, which ssh and rdp open", transport.port);
      return peers.map((peer): Rule => ({ direction: "in", ...transport, peer, purpose: "Clients" }));
    });
  });
  const https = internet.slice(0, ipv6 ? 2 : 1).map((to): Egress => ({ to, port: "https" }));
  const called = [...egress, ...https].flatMap(({ to, port }, index) =>
    readPorts([port], `egress[${index}].port`, check).map(
      (transport): Rule => ({
        direction: "out",
        ...transport,
        peer: readPeer(to, `egress[${index}].to`, check),
        purpose: "Calls",
      }),
    ),
  );
  const rules = [...admitted, ...called];
  const names = rules.map((rule) => ruleName("", rule));
  const repeated = rules.find((rule, index) => names.indexOf(ruleName("", rule)) < index);
  const shown = repeated && `${repeated.direction} ${repeated.port} ${repeated.peer.shown}`;
  check(repeated === undefined, "ingress and egress", "must not repeat a rule (HTTPS to anywhere is one)", shown);
  return { sg: rules, ssh: adminRules(check, "ssh", 22, ssh), rdp: adminRules(check, "rdp", 3389, rdp) };
}

function adminRules(check: ArgumentCheck, argument: "ssh" | "rdp", port: number, access?: AdminAccess): Rule[] {
  if (!access) return [];
  const peers = readPeers(access.from, `${argument}.from`, check);
  return peers.map((peer): Rule => {
    const isNarrow = peer.range === undefined || !isWorldwide(peer.range);
    const sentence = "must hold no range wider than /8 (IPv4) or /16 (IPv6)";
    check(isNarrow, `${argument}.from`, sentence, peer.range?.cidr);
    return { direction: "in", port, peer, purpose: argument.toUpperCase() };
  });
}

/** What each group is called in AWS. It replaces a group whose description changes, so this says nothing that may. */
const descriptions = {
  sg: "Server: stated peers in, HTTPS and stated peers out",
  ssh: "SSH from stated peers",
  rdp: "RDP from stated peers",
} as const;

/** The ids of a server's groups: its own one first, and those that admit its administrators. */
export function securityGroups(
  name: string,
  vpcId: pulumi.Input<string>,
  rules: AccessRules,
  parent: pulumi.Resource,
): [own: pulumi.Output<string>, ...admin: pulumi.Output<string>[]] {
  const group = (role: keyof AccessRules) => {
    const made = createGroup(`${name}-${role}`, vpcId, descriptions[role], parent);
    createRules(`${name}-${role}`, made, rules[role], parent);
    return made.id;
  };
  const admin = (["ssh", "rdp"] as const).filter((role) => rules[role].length > 0);
  return [group("sg"), ...admin.map(group)];
}
