import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { readPeer } from "../secure-sg-pair/peer";
import { type Rule, ruleName } from "../secure-sg-pair/rule";
import { type Authentication, authenticationAction, checkAuthentication } from "./authentication";
import { listenerRule } from "./listener-rule";
import { checkRewrite, type Rewrite, transforms } from "./rewrite";
import { type Route, type RouteSettings, readRoute } from "./route";
import { placeApart } from "./route-collisions";
import type { OwnServers, RouteTarget, TargetSurroundings } from "./route-target";
import {
  type AnsweringAction,
  actionEgress,
  actionInput,
  checkAction,
  type ForwardingAction,
  keepsWeights,
  type RoutingAction,
} from "./routing-action";

/** Some requests of a load balancer that many share, and what is done with them. */
export type BalancerRoute = ForwardingRoute | AnsweringRoute;

/** Some requests of a tier's own load balancer, and what is done with them: its servers get them unless it is said. */
export type TierRoute = ServersRoute | AnsweringRoute;

/** Requests, and who may send them. */
interface GuardedRoute extends Route {
  /** Who gets past the load balancer. @default everybody */
  readonly authentication?: Authentication;
}

/** Requests that go on to a target. */
export interface ForwardingRoute extends GuardedRoute {
  readonly action: ForwardingAction;
  /** What is changed of them on their way. @default nothing */
  readonly rewrite?: Rewrite;
}

/** Requests that go on to a target, or to the tier's servers. */
export interface ServersRoute extends GuardedRoute {
  /** @default the tier's servers get them */
  readonly action?: ForwardingAction<RouteTarget | OwnServers>;
  /** What is changed of them on their way. @default nothing */
  readonly rewrite?: Rewrite;
}

/** Requests that the load balancer answers by itself. */
export interface AnsweringRoute extends GuardedRoute {
  readonly action: AnsweringAction;
  readonly rewrite?: undefined;
}

/** A route with its defaults, checked. */
export interface RoutingSettings {
  /** The argument that holds it: "routes.api". */
  readonly place: string;
  /** What its children are called after. */
  readonly name: string;
  readonly route: RouteSettings;
  readonly action: RoutingAction<RouteTarget | OwnServers>;
  readonly authentication: Authentication | undefined;
  readonly rewrite: Rewrite | undefined;
  /** What the load balancer's security group must let out for it. */
  readonly egress: readonly Rule[];
}

/**
 * Checks the argument `routes` before anything is made.
 *
 * @param name the name of the component
 * @param speaksTls whether the listener speaks HTTPS
 * @throws when a value is not one that AWS takes, or two routes collide.
 */
export function readRoutes(
  check: ArgumentCheck,
  name: string,
  routes: Readonly<Record<string, TierRoute>>,
  speaksTls: boolean,
): RoutingSettings[] {
  const taken = new Map<string, RouteSettings>();
  return Object.entries(routes).map(([key, rule]): RoutingSettings => {
    const place = `routes.${key}`;
    const isKey = /^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$/i.test(key);
    check(isKey, "routes", "must have names of 1 to 32 letters, digits and hyphens", key);
    const route = placeApart(check, place, readRoute(check, place, rule, false), taken);
    taken.set(key, route);
    const own = `${name}-${key}`;
    const { action = { type: "forward", to: { type: "servers" } }, authentication, rewrite } = rule;
    checkAction(check, `${place}.action`, own, action, speaksTls);
    if (authentication) checkAuthentication(check, `${place}.authentication`, authentication, speaksTls);
    if (rewrite) checkRewrite(check, `${place}.rewrite`, rewrite);
    const egress = [
      ...actionEgress(check, `${place}.action`, own, action),
      ...(authentication ? [signInEgress(check)] : []),
    ];
    return { place, name: own, route, action, authentication, rewrite, egress };
  });
}

/** Load balancers reach providers of identity by IPv4 alone, and AWS names no ranges for its own. */
export function signInEgress(check: ArgumentCheck): Rule {
  return { direction: "out", port: 443, peer: readPeer("0.0.0.0/0", "authentication", check), purpose: "Sign-in" };
}

/** Rules without those that say the same as one before: AWS refuses them. */
export function distinctRules(rules: readonly Rule[]): Rule[] {
  return [...new Map(rules.map((rule) => [ruleName("", rule), rule])).values()];
}

/** The rules of a listener, with the target groups that they need. */
export function createRoutes(
  listenerArn: pulumi.Input<string>,
  routes: readonly RoutingSettings[],
  around: TargetSurroundings,
  parent: pulumi.Resource,
): aws.lb.ListenerRule[] {
  return routes.map(({ name, route, action, authentication, rewrite }) => {
    const actions = [
      ...(authentication ? [authenticationAction(authentication)] : []),
      actionInput(name, action, around, parent),
    ];
    const effect = { actions, transforms: rewrite && transforms(rewrite) };
    return listenerRule(`${name}-route`, listenerArn, route, effect, {
      parent,
      // Weights move while a release does; what an `up` knows of them is old.
      ignoreChanges: keepsWeights(action) ? ["actions"] : undefined,
    });
  });
}
