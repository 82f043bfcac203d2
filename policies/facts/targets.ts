import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { groupKind, groupType } from "./auto-scaling-groups";
import { serviceType, taskSetType } from "./ecs-services";
import { instanceType } from "./launch-specifications";
import { balancerKind, listenerType, targetGroupKind } from "./load-balancers";
import { carrierOf, type Kind, named, referred, usesOf } from "./references";
import { asList, at, UNKNOWN } from "./value";

const listenerRuleType = "aws:lb/listenerRule:ListenerRule";
const attachmentType = "aws:lb/targetGroupAttachment:TargetGroupAttachment";
const classicAttachmentType = "aws:elb/attachment:Attachment";
/** What ties an Auto Scaling group, by its name, to a target group or a classic load balancer. */
const groupAttachmentTypes = [
  "aws:autoscaling/attachment:Attachment",
  "aws:autoscaling/trafficSourceAttachment:TrafficSourceAttachment",
];

const listenerKind: Kind = { types: [listenerType], keys: ["arn", "id"] };
const instanceKind: Kind = { types: [instanceType], keys: ["id", "privateIp"] };

/** The target groups of the stack that each load balancer sends requests to, by its URN. */
export function targetGroupsByBalancer(stack: Stack): ReadonlyMap<string, ReadonlySet<StackResource>> {
  const found = new Map<string, Set<StackResource>>();
  const add = (listener: StackResource, groups: readonly StackResource[]) => {
    for (const { urn } of named(
      stack,
      listener,
      "loadBalancerArn",
      at(listener.props, "loadBalancerArn"),
      balancerKind,
    )) {
      const known = found.get(urn) ?? new Set<StackResource>();
      for (const group of groups) known.add(group);
      found.set(urn, known);
    }
  };
  for (const listener of stack.ofType(listenerType)) add(listener, groupsIn(stack, listener, "defaultActions"));
  for (const rule of stack.ofType(listenerRuleType)) {
    const [listener] = named(stack, rule, "listenerArn", at(rule.props, "listenerArn"), listenerKind);
    if (listener) add(listener, groupsIn(stack, rule, "actions"));
  }
  return found;
}

/** The target groups that the actions of a listener, or of one of its rules, forward to. */
function groupsIn(stack: Stack, holder: StackResource, property: string): StackResource[] {
  const actions = asList(at(holder.props, property));
  const arns = (actions === UNKNOWN ? [] : actions).flatMap((action) => {
    const shares = asList(at(action, "forward", "targetGroups"));
    return [at(action, "targetGroupArn"), ...(shares === UNKNOWN ? [] : shares.map((share) => at(share, "arn")))];
  });
  const carriers = arns.flatMap((arn) => carrierOf(stack, arn, targetGroupKind) ?? []);
  return [...new Set([...carriers, ...referred(holder, property, targetGroupKind)])];
}

/** What gives a target group, or a classic load balancer, its targets. */
export type TargetSource =
  /** An Auto Scaling group, or a service or task set of ECS: it decides itself how many there are, and where. */
  | { readonly kind: "fleet"; readonly source: StackResource }
  /** One instance; `instance` is not defined where it does not belong to the stack. */
  | { readonly kind: "target"; readonly source: StackResource; readonly instance?: StackResource; readonly id: unknown }
  /** Something else, such as a controller of Kubernetes. */
  | { readonly kind: "other"; readonly source: StackResource };

/** What registers targets with a target group or a classic load balancer of the stack. */
export function targetSources(stack: Stack, balanced: StackResource): TargetSource[] {
  return usesOf(stack, balanced).flatMap(({ user }): TargetSource[] => {
    const { type, props } = user;
    if (type === groupType || type === serviceType || type === taskSetType) return [{ kind: "fleet", source: user }];
    if (groupAttachmentTypes.includes(type)) {
      const groups = named(stack, user, "autoscalingGroupName", at(props, "autoscalingGroupName"), groupKind);
      return groups.length > 0
        ? groups.map((source) => ({ kind: "fleet", source }))
        : [{ kind: "other", source: user }];
    }
    if (type === attachmentType) return [target(stack, user, "targetId")];
    if (type === classicAttachmentType) return [target(stack, user, "instance")];
    const registers = type.startsWith("kubernetes:") || type === "aws:codedeploy/deploymentGroup:DeploymentGroup";
    return registers ? [{ kind: "other", source: user }] : [];
  });
}

function target(stack: Stack, attachment: StackResource, property: string): TargetSource {
  const id = at(attachment.props, property);
  const [instance, ...others] = named(stack, attachment, property, id, instanceKind);
  return { kind: "target", source: attachment, id, ...(instance && others.length === 0 && { instance }) };
}
