import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { AppEgress } from "../secure-sg-pair";
import {
  groupPeer,
  internet,
  type Peer,
  privateRanges,
  type RulePeer,
  rangePeer,
  readPeer,
  readPeers,
} from "../secure-sg-pair/peer";
import { createRules, type Rule, ruleName } from "../secure-sg-pair/rule";
import type { NetworkAttributes } from "./balancer";
import { type NetworkListener, transportsOf } from "./listener";
import { healthOf, type NetworkTargetGroup } from "./target-group";
import { hostRange } from "./targets";

/** Who may connect, and what the instances behind may connect to. */
export interface NetworkAccess {
  /**
   * Who may connect, as far as the exposure lets them; the clients of a PrivateLink service too. Nobody, `[]`, is for an
   * internal one whose callers bring a rule of their own for its security group.
   *
   * @default anyone if it is on the internet, otherwise the private IPv4 ranges of RFC 1918
   */
  readonly sources?: readonly Peer[];
  /** What the instances may connect to besides HTTPS. @default nothing else */
  readonly appEgress?: readonly AppEgress[];
}

/** Who is admitted and what leaves, checked. */
export interface AccessSettings {
  readonly sources: readonly RulePeer[];
  readonly appOut: readonly Rule[];
}

/** @throws when a source or a destination is malformed, or said twice. */
export function readAccess(
  check: ArgumentCheck,
  { sources, appEgress = [] }: NetworkAccess,
  { exposure, ipAddressType }: Pick<NetworkAttributes, "exposure" | "ipAddressType">,
): AccessSettings {
  const byDefault = exposure === "internet" ? internet : privateRanges;
  const isClosed = exposure === "internal" && sources?.length === 0;
  const peers = isClosed ? [] : readPeers(sources ?? byDefault, "sources", check);
  const https: AppEgress[] = internet
    .slice(0, ipAddressType === "dualstack" ? 2 : 1)
    .map((to): AppEgress => ({ to, port: 443 }));
  const appOut = [...https, ...appEgress].map(({ to, port }): Rule => {
    const isPort = Number.isInteger(port) && port >= 1 && port <= 65535;
    check(isPort, "appEgress", "must have ports from 1 to 65535", port);
    return { direction: "out", port, peer: readPeer(to, "appEgress", check), purpose: "Calls" };
  });
  const names = appOut.map((rule) => ruleName("app", rule));
  const repeated = appOut.find((rule, index) => names.indexOf(ruleName("app", rule)) < index);
  const requirement = "must not repeat what the app may connect to";
  check(repeated === undefined, "appEgress", requirement, `${repeated?.port} to ${repeated?.peer.shown}`);
  return { sources: peers, appOut };
}

/** The groups of a balancer. */
export interface NetworkGroups {
  readonly edge: aws.ec2.SecurityGroup;
  /** For the instances behind; undefined where there are none. */
  readonly app: aws.ec2.SecurityGroup | undefined;
}

/**
 * The group of the balancer and that of its instances: each rule is a protocol and a port that a listener or a target
 * group has. A rule that names the balancer's group lets its traffic in even where targets see the client's address.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html
 */
export function networkGroups(
  name: string,
  vpcId: pulumi.Input<string>,
  { sources, appOut }: AccessSettings,
  listeners: Readonly<Record<string, NetworkListener>>,
  targetGroups: Readonly<Record<string, NetworkTargetGroup>>,
  parent: pulumi.Resource,
): NetworkGroups {
  const group = (role: string, description: string) =>
    new aws.ec2.SecurityGroup(
      `${name}-${role}`,
      {
        vpcId,
        description,
        // The groups name each other: without this, a rule added by hand could keep all of them from being deleted.
        revokeRulesOnDelete: true,
        tags: { Name: `${name}-${role}` },
      },
      { parent },
    );
  const edge = group("edge", "Network load balancer: stated sources in, targets out");
  const rules = (securityGroup: { readonly id: pulumi.Input<string> }, role: string, list: readonly Rule[]) =>
    createRules(`${name}-${role}`, securityGroup, distinct(list), parent);

  const groups = Object.values(targetGroups);
  const behind = groups.filter(({ targets }) => targets.type === "instances").flatMap(portsOf);
  const app = behind.length > 0 ? group("app", "App: the load balancer in, HTTPS and stated peers out") : undefined;
  const admitted = Object.values(listeners).flatMap(({ protocol, port }) =>
    transportsOf(protocol).flatMap((transport) =>
      sources.map((peer): Rule => ({ direction: "in", protocol: transport, port, peer, purpose: "Listener" })),
    ),
  );
  const toApp = app ? behind.map(rule("out", groupPeer(app.id, "app"))) : [];
  rules(edge, "edge", [...admitted, ...toApp, ...groups.flatMap(toAddresses)]);
  if (app) rules(app, "app", [...behind.map(rule("in", groupPeer(edge.id, "edge"))), ...appOut]);

  for (const [key, targetGroup] of Object.entries(targetGroups)) {
    const { targets } = targetGroup;
    if (targets.type !== "applicationBalancer") continue;
    const { edgeGroupId: id } = targets.balancer;
    const ports = portsOf(targetGroup);
    rules(edge, "edge", ports.map(rule("out", groupPeer(id, `${key}-balancer`))));
    rules({ id }, `${key}-balancer`, ports.map(rule("in", groupPeer(edge.id, "edge"))));
  }
  return { edge, app };
}

/** A protocol and a port on which something listens, and what for. */
type PortUse = Pick<Rule, "protocol" | "port" | "purpose">;

/** The ports that targets listen on: for traffic and, over TCP, for health checks. */
function portsOf(group: NetworkTargetGroup): PortUse[] {
  const traffic = transportsOf(group.protocol).map(
    (protocol): PortUse => ({ protocol, port: group.port, purpose: "Requests" }),
  );
  return [...traffic, { protocol: "tcp", port: healthOf(group).port ?? group.port, purpose: "Health checks" }];
}

const rule =
  (direction: Rule["direction"], peer: RulePeer) =>
  (use: PortUse): Rule => ({ direction, peer, ...use });

function toAddresses(group: NetworkTargetGroup): Rule[] {
  if (group.targets.type !== "ipAddresses") return [];
  const ranges = group.targets.addresses.flatMap((address) => hostRange(address) ?? []);
  return ranges.flatMap((range) => portsOf(group).map(rule("out", rangePeer(range))));
}

/** Each rule once: traffic and health checks often share a port. */
function distinct(rules: readonly Rule[]): Rule[] {
  const names = rules.map((one) => ruleName("", one));
  return rules.filter((_, index) => names.indexOf(names[index] ?? "") === index);
}
