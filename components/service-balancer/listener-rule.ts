import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ServiceBalancer } from "../service-balancer";
import type { RouteSettings } from "./route";

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

/** The rule by which an application balancer gives a route to a service. */
export function listenerRule(
  name: string,
  balancer: ServiceBalancer,
  { hosts, paths, headers, priority }: RouteSettings,
  action: aws.types.input.lb.ListenerRuleAction,
  opts: pulumi.CustomResourceOptions,
): aws.lb.ListenerRule {
  const { listenerArn } = balancer;
  if (listenerArn === undefined) throw new pulumi.ResourceError("a network balancer has no rules", balancer);
  const any = hosts.length === 0 && paths.length === 0 && Object.keys(headers).length === 0;
  const conditions = [
    ...(hosts.length > 0 ? [{ hostHeader: { values: [...hosts] } }] : []),
    ...(paths.length > 0 ? [{ pathPattern: { values: [...paths] } }] : []),
    ...Object.entries(headers).map(([httpHeaderName, values]) => ({
      httpHeader: { httpHeaderName, values: [...values] },
    })),
    // A rule must have a condition.
    ...(any ? [{ pathPattern: { values: ["/*"] } }] : []),
  ];
  return new aws.lb.ListenerRule(
    name,
    { listenerArn, priority, conditions, actions: [action], tags: { Name: name } },
    opts,
  );
}
