import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { OwnBalancing, SharedBalancing } from "../container-service/balancing";
import { forward, listenerRule } from "../load-balancer/listener-rule";
import { type RouteSettings, readRoute, testHeader } from "../load-balancer/route";
import { checkBalancer, type ServiceBalancer } from "../service-balancer";
import { readTargetGroup, type TargetGroupSettings, targetGroup } from "../target-group";
import type { HealthCheck } from "../target-group/health-check";
import type { Stickiness } from "../target-group/stickiness";
import { listenerPort } from "./edge-group";
import { type NetworkEntrance, networkListener, networkTargetGroup } from "./network-balancer";

/** What a service asks of its load balancer. */
export interface ServicePlaceArgs {
  readonly balancing: OwnBalancing | SharedBalancing;
  readonly targets: ServiceTargets;
  /** Whether a new version stands beside the old one while it takes over: blue/green, linear, canary. */
  readonly twoVersions: boolean;
}

/** Where requests go. */
export interface ServiceTargets {
  /** The container's port. */
  readonly port: number;
  readonly protocol: "http" | "http2" | "grpc" | "tcp";
  /** By the task's own address (awsvpc, Fargate), or by its instance and a port that Docker picks. */
  readonly targetType: "ip" | "instance";
  /** Behind a network balancer, a container that does not speak plain HTTP is healthy when it takes a connection. */
  readonly healthCheck: HealthCheck;
  readonly deregistrationDelaySeconds: number;
  readonly stickiness: Stickiness;
}

/** A place with its defaults, checked. */
export interface PlaceSettings {
  readonly targets: ServiceTargets;
  readonly group: TargetGroupSettings;
  readonly twoVersions: boolean;
  /** What leads to it: a rule of an application balancer, or the listener of a network balancer. */
  readonly entrance: RouteSettings | NetworkEntrance;
}

/** A service's place on a load balancer. */
export interface ServicePlace {
  readonly targetGroup: aws.lb.TargetGroup;
  /** The second version's, for ECS's `advancedConfiguration`; undefined unless there are two. */
  readonly alternate: AlternatePlace | undefined;
  /** What a service must wait for: ECS refuses a target group that no listener uses. */
  readonly listeners: readonly pulumi.Resource[];
}

export interface AlternatePlace {
  readonly targetGroup: aws.lb.TargetGroup;
  /** The listener rule that serves; behind a network balancer, the listener. */
  readonly productionRuleArn: pulumi.Output<string>;
  /** The listener rule, or listener, that reaches the new version before it serves. */
  readonly testRuleArn: pulumi.Output<string>;
}

/**
 * Checks a place before anything of its service exists; on a shared balancer, takes it.
 *
 * @throws when an argument is not one that AWS takes, or another service has the place.
 */
export function readServicePlace(check: ArgumentCheck, name: string, args: ServicePlaceArgs): PlaceSettings {
  const { balancing, targets, twoVersions } = args;
  // The target groups are called after it: of 32 characters Pulumi takes eight, and `-alt` four.
  const isName = /^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/.test(name) && !name.startsWith("internal-");
  check(isName, "name", "must be at most 20 letters, digits and hyphens and not begin with internal-", name);
  const { port: appPort, protocol, deregistrationDelaySeconds, stickiness, healthCheck } = targets;
  const group = readTargetGroup(check, { appPort, healthCheck, deregistrationDelaySeconds, stickiness });
  const checkBalancing: ArgumentCheck = (holds, argument, ...rest) => check(holds, `balancing.${argument}`, ...rest);
  if (balancing.type !== "shared") checkBalancer(checkBalancing, balancing);
  if (balancing.type === "network") {
    const noCookies = 'must be "none" behind a network balancer, which knows no cookies';
    check(stickiness === "none", "stickiness", noCookies, stickiness);
    return { targets, group, twoVersions, entrance: { port: listenerPort(balancing), tls: balancing.tls } };
  }
  check(protocol !== "tcp", "balancing.type", 'must be "network" for a container that speaks tcp', balancing.type);
  const route = readRoute(check, "balancing", balancing.type === "shared" ? balancing : {}, twoVersions);
  const place = { targets, group, twoVersions };
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html
  const needsTls = protocol === "http" ? undefined : "HTTP/2 and gRPC";
  if (balancing.type === "shared") {
    return { ...place, entrance: balancing.balancer.claim(check, name, route, needsTls) };
  }
  check(balancing.tls !== "none" || !needsTls, "balancing.tls", `must be given for ${needsTls}`, "none");
  return { ...place, entrance: route };
}

/**
 * Makes the target groups of a service and what leads to them. With two versions, their weights are ECS's to change: no
 * later `up` sets them back.
 */
export function servicePlace(
  name: string,
  balancer: ServiceBalancer,
  vpcId: pulumi.Input<string>,
  settings: PlaceSettings,
  parent: pulumi.Resource,
): ServicePlace {
  const { entrance, twoVersions } = settings;
  const target = serviceTargetGroup(`${name}-tg`, vpcId, settings, parent);
  const second = twoVersions ? serviceTargetGroup(`${name}-alt`, vpcId, settings, parent) : undefined;
  if ("port" in entrance) {
    const opts = { parent, ignoreChanges: second && ["defaultActions"] };
    const serving = networkListener(`${name}-listener`, balancer.loadBalancerArn, entrance, target, opts);
    if (!second) return { targetGroup: target, alternate: undefined, listeners: [serving] };
    const next = { ...entrance, port: entrance.port + 1 };
    const testing = networkListener(`${name}-test`, balancer.loadBalancerArn, next, second, opts);
    return twoPlaces(target, second, serving, testing);
  }
  const opts = { parent, ignoreChanges: second && ["actions"] };
  const listenerArn = rulesListener(balancer);
  const serving = listenerRule(`${name}-route`, listenerArn, entrance, { actions: [forward(target, second)] }, opts);
  if (!second) return { targetGroup: target, alternate: undefined, listeners: [serving] };
  const testRoute = {
    ...entrance,
    headers: { ...entrance.headers, [testHeader.name]: [testHeader.value] },
    priority: entrance.priority - 1,
  };
  const testing = listenerRule(`${name}-test`, listenerArn, testRoute, { actions: [forward(second)] }, opts);
  return twoPlaces(target, second, serving, testing);
}

/** The listener whose rules lead to services. */
export function rulesListener(balancer: ServiceBalancer): pulumi.Output<string> {
  const { listenerArn } = balancer;
  if (listenerArn === undefined) throw new pulumi.ResourceError("a network balancer has no rules", balancer);
  return listenerArn;
}

function twoPlaces(
  target: aws.lb.TargetGroup,
  second: aws.lb.TargetGroup,
  serving: aws.lb.Listener | aws.lb.ListenerRule,
  testing: aws.lb.Listener | aws.lb.ListenerRule,
): ServicePlace {
  const alternate = { targetGroup: second, productionRuleArn: serving.arn, testRuleArn: testing.arn };
  return { targetGroup: target, alternate, listeners: [serving, testing] };
}

function serviceTargetGroup(
  name: string,
  vpcId: pulumi.Input<string>,
  { targets, group, entrance }: PlaceSettings,
  parent: pulumi.Resource,
): aws.lb.TargetGroup {
  const { targetType, protocol } = targets;
  if (!("port" in entrance)) {
    const protocolVersions = { http: "HTTP1", http2: "HTTP2", grpc: "GRPC", tcp: "HTTP1" } as const;
    const protocolVersion = protocolVersions[protocol];
    // A gRPC server answers OK (0), or UNIMPLEMENTED (12) to a path that it does not know: both are signs of life.
    const healthCheck = protocol === "grpc" ? { ...group.healthCheck, matcher: "0,12" } : group.healthCheck;
    return targetGroup(name, { vpcId, targetType }, { ...group, protocolVersion, healthCheck }, parent);
  }
  return networkTargetGroup(name, { vpcId, targetType }, group, protocol === "http", parent);
}
