import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { isAny, type RouteSettings } from "./route";

/** What a rule does with the requests of its route. */
export interface RuleEffect {
  /** In the order in which they are taken; the last is the one that answers. */
  readonly actions: readonly aws.types.input.lb.ListenerRuleAction[];
  /** What is changed of a request on its way. @default nothing */
  readonly transforms?: readonly aws.types.input.lb.ListenerRuleTransform[];
}

/** All requests to the first, and none yet to the second: a target group that no rule names is not checked for health. */
export function forward(
  target: aws.lb.TargetGroup,
  second?: aws.lb.TargetGroup,
): aws.types.input.lb.ListenerRuleAction {
  if (!second) return { type: "forward", targetGroupArn: target.arn };
  const targetGroups = [
    { arn: target.arn, weight: 100 },
    { arn: second.arn, weight: 0 },
  ];
  return { type: "forward", forward: { targetGroups } };
}

/** A rule of an Application Load Balancer's listener. */
export function listenerRule(
  name: string,
  listenerArn: pulumi.Input<string>,
  route: RouteSettings,
  { actions, transforms = [] }: RuleEffect,
  opts: pulumi.CustomResourceOptions,
): aws.lb.ListenerRule {
  return new aws.lb.ListenerRule(
    name,
    {
      listenerArn,
      priority: route.priority,
      conditions: conditions(route),
      actions: [...actions],
      transforms: transforms.length > 0 ? [...transforms] : undefined,
      tags: { Name: name },
    },
    opts,
  );
}

function conditions(route: RouteSettings): aws.types.input.lb.ListenerRuleCondition[] {
  const { hosts, paths, headers, methods, queryStrings, sourceIps } = route;
  return [
    ...(hosts.length > 0 ? [{ hostHeader: { values: [...hosts] } }] : []),
    ...(paths.length > 0 ? [{ pathPattern: { values: [...paths] } }] : []),
    ...Object.entries(headers).map(([httpHeaderName, values]) => ({
      httpHeader: { httpHeaderName, values: [...values] },
    })),
    ...(methods.length > 0 ? [{ httpRequestMethod: { values: [...methods] } }] : []),
    ...Object.entries(queryStrings).map(([key, values]) => ({
      queryStrings: values.map((value) => ({ key, value })),
    })),
    ...(sourceIps.length > 0 ? [{ sourceIp: { values: [...sourceIps] } }] : []),
    // A rule must have a condition.
    ...(isAny(route) ? [{ pathPattern: { values: ["/*"] } }] : []),
  ];
}
