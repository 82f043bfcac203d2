import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { type Authentication, authenticationAction, checkAuthentication } from "../load-balancer/authentication";
import { forward, listenerRule } from "../load-balancer/listener-rule";
import { checkRewrite, type Rewrite, transforms } from "../load-balancer/rewrite";
import { type Route, type RouteSettings, readRoute } from "../load-balancer/route";
import { signInEgress } from "../load-balancer/routes";
import type { ServiceBalancer } from "../service-balancer";
import { rulesListener } from "../service-balancer/service-place";
import type { TargetGroupArgs } from "../target-group";
import { type AppRules, appGroup, readAppRules } from "./app-group";
import type { Entrance, EntranceSurroundings } from "./entrance";

/** A place on an Application Load Balancer that other tiers and services use as well. */
export interface SharedPlace extends Route {
  readonly type: "shared";
  readonly balancer: ServiceBalancer;
  /** Who gets past the load balancer to this tier. @default everybody */
  readonly authentication?: Authentication;
  /** What is changed of requests on their way to this tier. @default nothing */
  readonly rewrite?: Rewrite;
}

/** A place with its defaults, checked. */
export interface SharedPlaceSettings {
  readonly place: SharedPlace;
  readonly route: RouteSettings;
  readonly rules: AppRules;
}

/** @throws when an argument is not one that AWS takes, or another tier or service has the place. */
export function readSharedPlace(
  check: ArgumentCheck,
  name: string,
  place: SharedPlace,
  around: Pick<EntranceSurroundings, "appEgress" | "ssh"> & Pick<TargetGroupArgs, "protocolVersion">,
): SharedPlaceSettings {
  // Of the 32 characters of a target group's name, Pulumi takes eight and `-tg` three.
  const isName = /^[A-Za-z0-9-]{1,21}$/.test(name) && !name.startsWith("internal-");
  check(isName, "name", "must be at most 21 letters, digits and hyphens and not begin with internal-", name);
  check(!name.startsWith("-"), "name", "must begin with a letter or a digit", name);
  const { balancer, authentication, rewrite } = place;
  if (authentication) checkAuthentication(check, "balancing.authentication", authentication, true);
  if (rewrite) checkRewrite(check, "balancing.rewrite", rewrite);
  const rules = readAppRules(check, around);
  const wanted = readRoute(check, "balancing", place, false);
  const needsTls = (around.protocolVersion ?? "HTTP1") === "HTTP1" ? undefined : "HTTP/2 and gRPC";
  const route = balancer.claim(check, name, wanted, authentication ? "authentication" : needsTls);
  return { place, route, rules };
}

/** The tier's rule on a balancer that is there, and the servers' own security group. */
export function sharedEntrance(
  check: ArgumentCheck,
  name: string,
  { place, route, rules }: SharedPlaceSettings,
  { network, target, appPort, furtherPorts }: EntranceSurroundings,
  parent: pulumi.Resource,
): Entrance {
  const { balancer, authentication, rewrite } = place;
  const { dnsName, zoneId, loadBalancerArn, arnSuffix, edgeGroupId } = balancer;
  const ports = [appPort, ...furtherPorts];
  const groups = appGroup(name, rules, { vpcId: network.vpcId, ports, edgeGroupId }, parent);
  if (authentication) balancer.letOut([signInEgress(check)]);
  const listenerArn = rulesListener(balancer);
  const actions = [...(authentication ? [authenticationAction(authentication)] : []), forward(target)];
  const effect = { actions, transforms: rewrite && transforms(rewrite) };
  const rule = listenerRule(`${name}-route`, listenerArn, route, effect, { parent });
  return { dnsName, zoneId, loadBalancerArn, arnSuffix, listenerArn, edgeGroupId, ...groups, ways: [rule] };
}
