import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { isWorldwide } from "../ip-range";
import type { AppEgress } from "../secure-sg-pair";
import { groupPeer, type Peer, readPeer, readPeers } from "../secure-sg-pair/peer";
import { createRules, type Rule, ruleName } from "../secure-sg-pair/rule";
import { createGroup } from "../security-group-chain/chain";

/** The rules of servers behind an edge that is there already, whose other side is not that edge. */
export interface AppRules {
  readonly outward: readonly Rule[];
  /** Undefined unless SSH is let in. */
  readonly ssh: readonly Rule[] | undefined;
}

/** @throws when a peer is malformed, a port is none, a rule is said twice, or SSH is open to the world. */
export function readAppRules(
  check: ArgumentCheck,
  {
    appEgress = [],
    ssh,
  }: { readonly appEgress?: readonly AppEgress[]; readonly ssh?: { readonly from: readonly Peer[] } },
): AppRules {
  const outward = [{ to: "0.0.0.0/0", port: 443 }, ...appEgress].map(({ to, port }): Rule => {
    const isPort = Number.isInteger(port) && port >= 1 && port <= 65535;
    check(isPort, "appEgress", "must have ports that are whole numbers from 1 to 65535", port);
    return { direction: "out", port, peer: readPeer(to, "appEgress", check), purpose: "Calls" };
  });
  const names = outward.map((rule) => ruleName("app", rule));
  const repeated = outward.find((rule, index) => names.indexOf(ruleName("app", rule)) < index);
  const said = repeated && `tcp ${repeated.port} to ${repeated.peer.shown}`;
  check(repeated === undefined, "appEgress", "must not repeat a rule (HTTPS to anywhere is one already)", said);
  const admins = ssh && readPeers(ssh.from, "ssh.from", check);
  for (const { range } of admins ?? []) {
    const isNarrow = range === undefined || !isWorldwide(range);
    check(isNarrow, "ssh.from", "must hold no range wider than /8 (IPv4) or /16 (IPv6)", range?.cidr);
  }
  return { outward, ssh: admins?.map((peer): Rule => ({ direction: "in", port: 22, peer, purpose: "SSH" })) };
}

/** Where the servers stand. */
export interface AppSurroundings {
  readonly vpcId: pulumi.Input<string>;
  /** The TCP ports on which the edge reaches them. */
  readonly ports: readonly number[];
  readonly edgeGroupId: pulumi.Input<string>;
}

/** The servers' group, the way to them from the edge, and a second group for SSH. */
export function appGroup(
  name: string,
  { outward, ssh }: AppRules,
  { vpcId, ports, edgeGroupId }: AppSurroundings,
  parent: pulumi.Resource,
): { readonly appGroupId: pulumi.Output<string>; readonly sshGroupId: pulumi.Output<string> | undefined } {
  const app = createGroup(`${name}-app`, vpcId, "App: the load balancer in, HTTPS and stated peers out", parent);
  const between = (direction: Rule["direction"], peer: Rule["peer"]) =>
    ports.map((port): Rule => ({ direction, port, peer, purpose: "Requests" }));
  createRules(`${name}-app`, app, [...between("in", groupPeer(edgeGroupId, "edge")), ...outward], parent);
  createRules(`${name}-edge`, { id: edgeGroupId }, between("out", groupPeer(app.id, "app")), parent);
  if (ssh === undefined) return { appGroupId: app.id, sshGroupId: undefined };
  const admin = createGroup(`${name}-ssh`, vpcId, "SSH from stated sources", parent);
  createRules(`${name}-ssh`, admin, ssh, parent);
  return { appGroupId: app.id, sshGroupId: admin.id };
}
