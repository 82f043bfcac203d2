import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { Rule } from "../secure-sg-pair/rule";
import {
  checkTarget,
  type OwnServers,
  type RouteTarget,
  type TargetSurroundings,
  targetEgress,
  targetGroupOf,
} from "./route-target";

/** What is done with requests in the end. */
export type RoutingAction<Target = RouteTarget> = ForwardingAction<Target> | AnsweringAction;

/** They go on to a target. */
export type ForwardingAction<Target = RouteTarget> = ForwardAction<Target> | WeightedAction<Target>;

/** The load balancer answers by itself. */
export type AnsweringAction = RedirectAction | FixedResponseAction;

/** All go to one target. */
export interface ForwardAction<Target = RouteTarget> {
  readonly type: "forward";
  readonly to: Target;
}

/** Each of several targets gets its share. */
export interface WeightedAction<Target = RouteTarget> {
  readonly type: "weighted";
  /** The targets, by a name of yours: 2 to 5. */
  readonly targets: Readonly<Record<string, Weighted<Target>>>;
  /** Seconds for which a client stays with its target group, 1–604800. @default it may change with each request */
  readonly stickySeconds?: number;
  /**
   * Whether an `up` sets the rule's actions again. Otherwise they are set when the rule is made, and are then for whoever
   * shifts the traffic, by hand or by a tool.
   *
   * @default false
   */
  readonly setWeights?: boolean;
}

export interface Weighted<Target = RouteTarget> {
  readonly to: Target;
  /** Its share of the sum of all, 0–999; 0 is none. */
  readonly weight: number;
}

/**
 * Clients are sent elsewhere. What is not given stays as it was asked for; `#{host}`, `#{path}`, `#{port}`, `#{protocol}`
 * and `#{query}` stand for it. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RedirectActionConfig.html
 */
export interface RedirectAction {
  readonly type: "redirect";
  readonly protocol?: "HTTP" | "HTTPS";
  /** At most 128 characters. */
  readonly host?: string;
  /** 1–65535. */
  readonly port?: number;
  /** Beginning with /, at most 128 characters. */
  readonly path?: string;
  /** Without its ?, at most 128 characters. */
  readonly query?: string;
  /** 301 is for ever, and browsers remember it; 302 is for now. @default 301 */
  readonly statusCode?: 301 | 302;
}

/** The load balancer answers the same to each. */
export interface FixedResponseAction {
  readonly type: "fixedResponse";
  /** 200–299 or 400–599. */
  readonly statusCode: number;
  /** What is said, at most 1024 characters. @default nothing */
  readonly body?: string;
  /** @default "text/plain" */
  readonly contentType?: "text/plain" | "text/css" | "text/html" | "application/javascript" | "application/json";
}

type AnyTarget = RouteTarget | OwnServers;

/** The targets of an action, each with what its target group and rules are called after. */
function targetsOf(name: string, action: RoutingAction<AnyTarget>): [string, AnyTarget][] {
  if (action.type === "forward") return [[name, action.to]];
  if (action.type !== "weighted") return [];
  return Object.entries(action.targets).map(([key, { to }]) => [`${name}-${key}`, to]);
}

/**
 * @param place the argument that holds it
 * @param name what is made for it is called after that
 * @param speaksTls whether the listener speaks HTTPS
 */
export function checkAction(
  check: ArgumentCheck,
  place: string,
  name: string,
  action: RoutingAction<AnyTarget>,
  speaksTls: boolean,
): void {
  switch (action.type) {
    case "forward":
      checkTarget(check, `${place}.to`, name, action.to, speaksTls);
      break;
    case "weighted":
      checkWeights(check, place, action);
      for (const [key, { to }] of Object.entries(action.targets)) {
        checkTarget(check, `${place}.targets.${key}.to`, `${name}-${key}`, to, speaksTls);
      }
      break;
    case "redirect":
      checkRedirect(check, place, action, speaksTls);
      break;
    case "fixedResponse": {
      const { statusCode, body = "" } = action;
      const isCode = Number.isInteger(statusCode) && /^[245]\d\d$/.test(String(statusCode));
      check(isCode, `${place}.statusCode`, "must be a whole number from 200 to 299 or from 400 to 599", statusCode);
      check(body.length <= 1024, `${place}.body`, "must have at most 1024 characters", body.length);
      break;
    }
  }
}

function checkWeights(check: ArgumentCheck, place: string, action: WeightedAction<AnyTarget>): void {
  const { targets, stickySeconds = 1 } = action;
  const weights = Object.values(targets).map(({ weight }) => weight);
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html
  const count = weights.length;
  check(count >= 2 && count <= 5, `${place}.targets`, "must be 2 to 5", Object.keys(targets));
  for (const weight of weights) {
    const isWeight = Number.isInteger(weight) && weight >= 0 && weight <= 999;
    check(isWeight, `${place}.targets`, "must have weights that are whole numbers between 0 and 999", weight);
  }
  check(
    weights.some((weight) => weight > 0),
    `${place}.targets`,
    "must have a weight above 0",
    weights,
  );
  const isTime = Number.isInteger(stickySeconds) && stickySeconds >= 1 && stickySeconds <= 604800;
  check(isTime, `${place}.stickySeconds`, "must be a whole number between 1 and 604800", stickySeconds);
}

function checkRedirect(check: ArgumentCheck, place: string, action: RedirectAction, speaksTls: boolean): void {
  const { protocol, host, port, path, query } = action;
  const changes = [protocol, host, port, path].some((part) => part !== undefined);
  check(changes, place, "must change protocol, host, port or path: clients would come back for ever", { query });
  const isSafe = protocol !== "HTTP" || !speaksTls;
  check(isSafe, `${place}.protocol`, "must not be HTTP where clients came by HTTPS", protocol);
  const isPort = port === undefined || (Number.isInteger(port) && port >= 1 && port <= 65535);
  check(isPort, `${place}.port`, "must be a whole number from 1 to 65535", port);
  const isHost = host === undefined || (host.length >= 1 && host.length <= 128);
  check(isHost, `${place}.host`, "must have 1 to 128 characters", host);
  const isPath = path === undefined || (path.startsWith("/") && path.length <= 128);
  check(isPath, `${place}.path`, "must begin with / and have at most 128 characters", path);
  const isQuery = query === undefined || (!query.startsWith("?") && query.length <= 128);
  check(isQuery, `${place}.query`, "must have at most 128 characters and no leading ?", query);
}

/** What the load balancer's security group must let out for it. */
export function actionEgress(
  check: ArgumentCheck,
  place: string,
  name: string,
  action: RoutingAction<AnyTarget>,
): Rule[] {
  return targetsOf(name, action).flatMap(([key, target]) => targetEgress(check, place, key, target));
}

/** Whether a later `up` leaves the actions of its rule alone. */
export function keepsWeights(action: RoutingAction<AnyTarget>): boolean {
  return action.type === "weighted" && !action.setWeights;
}

/** The action as AWS knows it, with the target groups that it needs. */
export function actionInput(
  name: string,
  action: RoutingAction<AnyTarget>,
  around: TargetSurroundings,
  parent: pulumi.Resource,
): aws.types.input.lb.ListenerRuleAction {
  switch (action.type) {
    case "forward":
      return { type: "forward", targetGroupArn: targetGroupOf(name, action.to, around, parent) };
    case "weighted": {
      const targetGroups = Object.entries(action.targets).map(([key, { to, weight }]) => ({
        arn: targetGroupOf(`${name}-${key}`, to, around, parent),
        weight,
      }));
      const stickiness =
        action.stickySeconds === undefined ? undefined : { enabled: true, duration: action.stickySeconds };
      return { type: "forward", forward: { targetGroups, stickiness } };
    }
    case "redirect": {
      const { protocol, host, port, path, query, statusCode = 301 } = action;
      const changed = { protocol, host, port: port === undefined ? undefined : String(port), path, query };
      return { type: "redirect", redirect: { ...changed, statusCode: `HTTP_${statusCode}` } };
    }
    case "fixedResponse": {
      const { statusCode, body, contentType = "text/plain" } = action;
      const fixedResponse = { statusCode: String(statusCode), messageBody: body, contentType };
      return { type: "fixed-response", fixedResponse };
    }
  }
}
