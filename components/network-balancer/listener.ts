import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { defaultTlsPolicy, furtherCertificates, type Tls } from "../load-balancer/tls";
import { type NetworkTargetGroup, protocolNames, type TargetProtocol } from "./target-group";

/** What a listener takes, and where it leads. */
export type NetworkListener = ListenerEntrance & {
  /** The name of a target group, or several with weights. */
  readonly target: string | WeightedTargets;
};

/** What a listener takes: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html */
export type ListenerEntrance = {
  /** 1–65535, but neither 22 nor 3389; of one listener alone. */
  readonly port: number;
} & (TcpEntrance | TlsEntrance | DatagramEntrance);

export interface TcpEntrance {
  readonly protocol: "tcp";
  /** Seconds that a connection may be silent, 60–6000. @default 350 */
  readonly idleTimeoutSeconds?: number;
}

/** TLS that ends at the balancer. */
export interface TlsEntrance extends Tls {
  readonly protocol: "tls";
  /** What the balancer offers clients to speak inside TLS. @default nothing */
  readonly alpn?: keyof typeof alpnPolicies;
}

/** UDP, TCP and UDP on one port, or QUIC, which AWS takes only without security groups and beside no UDP. */
export interface DatagramEntrance {
  readonly protocol: "udp" | "tcpUdp" | "quic" | "tcpQuic";
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html#alpn-policies */
const alpnPolicies = {
  http1Only: "HTTP1Only",
  http2Only: "HTTP2Only",
  http2Optional: "HTTP2Optional",
  http2Preferred: "HTTP2Preferred",
} as const;

/** Several target groups, each with its share of the new connections. */
export interface WeightedTargets {
  /** 0–999 by the name of the target group, two to five of them, not all 0. */
  readonly weights: Readonly<Record<string, number>>;
  /** Whether an `up` sets back what was shifted since. @default false: what was shifted by hand or by a pipeline stays */
  readonly resetWeights?: boolean;
}

/** Which target groups each protocol of a listener leads to, by the routing table of AWS's page on target groups. */
const leadsTo: Readonly<Record<NetworkListener["protocol"], readonly TargetProtocol[]>> = {
  tcp: ["tcp", "tcpUdp"],
  tls: ["tcp", "tls"],
  udp: ["udp", "tcpUdp"],
  tcpUdp: ["tcpUdp"],
  quic: ["quic"],
  tcpQuic: ["tcpQuic"],
};

/** What travels on a port: it decides the rules of security groups. */
export function transportsOf(protocol: NetworkListener["protocol"]): readonly ("tcp" | "udp")[] {
  switch (protocol) {
    case "tcp":
    case "tls":
      return ["tcp"];
    case "udp":
    case "quic":
      return ["udp"];
    case "tcpUdp":
    case "tcpQuic":
      return ["tcp", "udp"];
  }
}

/** The names of the target groups to which a listener leads. */
export function targetNames({ target }: Pick<NetworkListener, "target">): string[] {
  return typeof target === "string" ? [target] : Object.keys(target.weights);
}

/** @throws when a value is out of AWS's range, or the listener leads nowhere or where its protocol does not fit. */
export function checkNetworkListener(
  check: ArgumentCheck,
  argument: string,
  listener: NetworkListener,
  targetGroups: Readonly<Record<string, NetworkTargetGroup>>,
): void {
  const { protocol, port, target } = listener;
  const isPort = Number.isInteger(port) && port >= 1 && port <= 65535 && port !== 22 && port !== 3389;
  check(isPort, `${argument}.port`, "must be a whole number from 1 to 65535, but neither 22 nor 3389", port);
  if (protocol === "tcp") {
    const { idleTimeoutSeconds: seconds = 350 } = listener;
    const isTime = Number.isInteger(seconds) && seconds >= 60 && seconds <= 6000;
    check(isTime, `${argument}.idleTimeoutSeconds`, "must be a whole number of seconds between 60 and 6000", seconds);
  }
  if (typeof target !== "string") checkWeights(check, `${argument}.target.weights`, target.weights);
  for (const name of targetNames(listener)) {
    const group = Object.hasOwn(targetGroups, name) ? targetGroups[name] : undefined;
    check(group !== undefined, `${argument}.target`, "must be the name of a target group", name);
    const fits = leadsTo[protocol].includes(group.protocol);
    const allowed = leadsTo[protocol].map((one) => `"${one}"`).join(" or ");
    check(fits, `${argument}.target`, `must be a target group with the protocol ${allowed}`, group.protocol);
    const mayStick = protocol !== "tls" || (group.stickiness ?? "none") === "none";
    check(mayStick, `${argument}.target`, 'must be a target group with stickiness "none" for "tls"', name);
    const passesOn = group.targets.type !== "applicationBalancer" || protocol === "tcp";
    check(passesOn, `${argument}.protocol`, 'must be "tcp" in front of an Application Load Balancer', protocol);
  }
}

function checkWeights(check: ArgumentCheck, argument: string, weights: WeightedTargets["weights"]): void {
  const values = Object.values(weights);
  check(values.length >= 2 && values.length <= 5, argument, "must name two to five target groups", weights);
  for (const weight of values) {
    const isWeight = Number.isInteger(weight) && weight >= 0 && weight <= 999;
    check(isWeight, argument, "must be whole numbers between 0 and 999", weight);
  }
  const someServe = values.some((weight) => weight > 0);
  check(someServe, argument, "must not be all 0", weights);
}

/** Where a listener leads, as AWS takes it. */
export function forwardAction(
  target: NetworkListener["target"],
  arnOf: (name: string) => pulumi.Input<string>,
): aws.types.input.lb.ListenerDefaultAction {
  if (typeof target === "string") return { type: "forward", targetGroupArn: arnOf(target) };
  const targetGroups = Object.entries(target.weights).map(([name, weight]) => ({ arn: arnOf(name), weight }));
  return { type: "forward", forward: { targetGroups } };
}

export function networkListener(
  name: string,
  loadBalancerArn: pulumi.Input<string>,
  entrance: ListenerEntrance,
  action: aws.types.input.lb.ListenerDefaultAction,
  opts: pulumi.CustomResourceOptions & { readonly parent: pulumi.Resource },
): aws.lb.Listener {
  const common = {
    loadBalancerArn,
    port: entrance.port,
    protocol: protocolNames[entrance.protocol],
    defaultActions: [action],
  };
  switch (entrance.protocol) {
    case "tls": {
      const { certificateArn, policy = defaultTlsPolicy, alpn } = entrance;
      const alpnPolicy = alpn && alpnPolicies[alpn];
      const listener = new aws.lb.Listener(name, { ...common, sslPolicy: policy, certificateArn, alpnPolicy }, opts);
      furtherCertificates(name, listener, entrance, opts.parent);
      return listener;
    }
    case "tcp":
      return new aws.lb.Listener(name, { ...common, tcpIdleTimeoutSeconds: entrance.idleTimeoutSeconds }, opts);
    default:
      return new aws.lb.Listener(name, common, opts);
  }
}
