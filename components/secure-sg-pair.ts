import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { isWorldwide } from "./ip-range";
import { internet, type Peer, readPeer, readPeers } from "./secure-sg-pair/peer";
import { type Rule, ruleName } from "./secure-sg-pair/rule";
import { createGroup, type LinkedGroup, linkGroups } from "./security-group-chain/chain";

/** Arguments of {@link SecureSgPair}. */
export interface SecureSgPairArgs {
  /** The id of the VPC of both groups. */
  readonly vpcId: pulumi.Input<string>;
  /** Who may reach the edge. Anyone, IPv4 and IPv6, only if said: `"internet"`; otherwise the stated peers. */
  readonly sources: "internet" | readonly Peer[];
  /** The TCP port on which the app listens, 1 to 65535. */
  readonly appPort: number;
  /** The TCP ports on which the edge listens, 1 to 65535 but never 22 or 3389. @default [443, 80] */
  readonly listenerPorts?: readonly number[];
  /** The TCP port of the app's health check, 1 to 65535. @default the app port */
  readonly healthCheckPort?: number;
  /** Other TCP ports of the app that the edge uses, 1 to 65535: of an agent beside it, say. @default none */
  readonly furtherAppPorts?: readonly number[];
  /** What the app may connect to besides HTTPS. @default nothing else */
  readonly appEgress?: readonly AppEgress[];
  /** Let the app use HTTPS over IPv6 as well. @default false */
  readonly ipv6?: boolean;
  /**
   * A third group that admits SSH, for the instances that need it. Its peers must not be the world, and the network ACL
   * must let them in too: see `trustedCidrs` of `Network`.
   *
   * @default no SSH; Session Manager needs no open port
   */
  readonly ssh?: { readonly from: readonly Peer[] };
  /**
   * Take away every rule that is not of these groups' arguments, whoever adds it, by hand or by another component, at the
   * next `up`. So it is for groups that nothing else adds to: `ContainerService`, `PrivateCall` and others add a rule to
   * a group that they are given, which would come and go with every `up`.
   *
   * @default false
   */
  readonly exclusive?: boolean;
}

/** A TCP connection that the app may open. */
export interface AppEgress {
  readonly to: Peer;
  /** 1 to 65535. */
  readonly port: number;
}

/**
 * The two-tier security groups: an edge that takes traffic from stated sources, and an app that takes it from the edge
 * only. Every rule is a resource of its own, named after its content, so a rule comes and goes without touching another.
 *
 * Neither group has a rule for DNS, NTP or instance metadata: security groups do not filter traffic to Amazon's own
 * resolver, time and metadata services (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html).
 *
 * @example
 * import { SecureSgPair } from "./components/secure-sg-pair";
 *
 * const groups = new SecureSgPair("shop", {
 *   vpcId: "vpc-0a1b2c3d4e5f60718",
 *   sources: "internet",
 *   appPort: 8080,
 *   appEgress: [{ to: { type: "securityGroup", id: "sg-0a1b2c3d4e5f60718", name: "database" }, port: 5432 }],
 * });
 */
export class SecureSgPair extends pulumi.ComponentResource {
  /** The id of the group for the load balancer. */
  readonly edgeGroupId: pulumi.Output<string>;
  /** The id of the group for what runs behind it. */
  readonly appGroupId: pulumi.Output<string>;
  /** The id of the group that admits SSH, for instances to wear beside the app's; undefined unless `ssh` is given. */
  readonly sshGroupId?: pulumi.Output<string>;

  /** @throws when a port, a peer or the name is not what AWS takes, a rule is said twice, or SSH is open to the world. */
  constructor(name: string, args: SecureSgPairArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:SecureSgPair", name, {}, opts);
    const check = argumentCheck(this, "security group pair", name);
    const { vpcId, ssh, exclusive = false } = args;
    const rules = readRules(name, args, check);

    const link = (
      role: string,
      description: string,
      own: readonly Rule[],
      ports: readonly number[] = [],
    ): LinkedGroup => ({
      name: role,
      group: createGroup(`${name}-${role}`, vpcId, description, this),
      ports: ports.map((port) => ({ protocol: "tcp", port })),
      memberPorts: [],
      rules: own,
      vpcIds: {},
    });
    const edge = link("edge", "Load balancer: stated sources in, the app out", rules.edgeIn);
    const app = link("app", "App: the load balancer in, HTTPS and stated peers out", rules.appOut, rules.appPorts);
    linkGroups(name, [edge, app], exclusive, this);
    this.edgeGroupId = edge.group.id;
    this.appGroupId = app.group.id;
    if (ssh) {
      const admin = link("ssh", "SSH from stated sources", rules.sshIn);
      linkGroups(name, [admin], exclusive, this);
      this.sshGroupId = admin.group.id;
    }
    const { edgeGroupId, appGroupId, sshGroupId } = this;
    this.registerOutputs({ edgeGroupId, appGroupId, sshGroupId });
  }
}

/** The rules whose other side is not one of the pair's own groups, and the ports between the two. */
interface Rules {
  readonly edgeIn: readonly Rule[];
  readonly appPorts: readonly number[];
  readonly appOut: readonly Rule[];
  readonly sshIn: readonly Rule[];
}

function readRules(name: string, args: SecureSgPairArgs, check: ArgumentCheck): Rules {
  const {
    sources,
    appPort,
    listenerPorts = [443, 80],
    healthCheckPort = appPort,
    furtherAppPorts = [],
    appEgress = [],
    ipv6 = false,
    ssh,
  } = args;
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html
  check(!/^sg(-|$)/i.test(name), "name", "must not begin with sg-, which AWS keeps for ids", name);
  check(listenerPorts.length > 0, "listenerPorts", "must hold at least one port", listenerPorts);
  check(new Set(listenerPorts).size === listenerPorts.length, "listenerPorts", "must not repeat a port", listenerPorts);
  for (const port of listenerPorts) {
    checkPort(port, "listenerPorts", check);
    check(port !== 22 && port !== 3389, "listenerPorts", "must not hold 22 or 3389; ssh opens port 22", port);
  }
  checkPort(appPort, "appPort", check);
  checkPort(healthCheckPort, "healthCheckPort", check);
  for (const port of furtherAppPorts) checkPort(port, "furtherAppPorts", check);

  const sourcePeers = readPeers(sources === "internet" ? internet : sources, "sources", check);
  const sshPeers = ssh ? readPeers(ssh.from, "ssh.from", check) : [];
  for (const { range } of sshPeers) {
    const narrow = range === undefined || !isWorldwide(range);
    check(narrow, "ssh.from", "must hold no range wider than /8 (IPv4) or /16 (IPv6)", range?.cidr);
  }
  const https: AppEgress[] = (ipv6 ? internet : internet.slice(0, 1)).map((to) => ({ to, port: 443 }));
  const appOut = [...https, ...appEgress].map(({ to, port }): Rule => {
    checkPort(port, "appEgress", check);
    return { direction: "out", port, peer: readPeer(to, "appEgress", check), purpose: "Calls" };
  });
  const outNames = appOut.map((rule) => ruleName("app", rule));
  const repeated = appOut.find((rule, index) => outNames.indexOf(ruleName("app", rule)) < index);
  check(
    repeated === undefined,
    "appEgress",
    "must not repeat a rule (HTTPS to anywhere is one already)",
    repeated && `tcp ${repeated.port} to ${repeated.peer.shown}`,
  );

  const admit =
    (port: number, purpose: string) =>
    (peer: Rule["peer"]): Rule => ({ direction: "in", port, peer, purpose });
  return {
    edgeIn: listenerPorts.flatMap((port) => sourcePeers.map(admit(port, "Listener"))),
    appPorts: [...new Set([appPort, healthCheckPort, ...furtherAppPorts])],
    appOut,
    sshIn: sshPeers.map(admit(22, "SSH")),
  };
}

function checkPort(port: number, argument: string, check: ArgumentCheck) {
  check(Number.isInteger(port) && port >= 1 && port <= 65535, argument, "must be a whole number from 1 to 65535", port);
}
