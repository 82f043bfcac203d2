import { targetGroupType } from "../facts/load-balancers";
import { carrierOf, type Kind, usesOf } from "../facts/references";
import { at } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";

/** What sends requests to a target group. */
const senders: Kind = { types: ["aws:lb/listener:Listener", "aws:lb/listenerRule:ListenerRule"], keys: [] };

/** What registers targets with one: an Auto Scaling group, a service, an attachment, a controller of Kubernetes. */
const registrars = [
  "aws:autoscaling/group:Group",
  "aws:autoscaling/attachment:Attachment",
  "aws:autoscaling/trafficSourceAttachment:TrafficSourceAttachment",
  "aws:ecs/service:Service",
  "aws:ecs/taskSet:TaskSet",
  "aws:codedeploy/deploymentGroup:DeploymentGroup",
  "aws:lb/targetGroupAttachment:TargetGroupAttachment",
];

const attachmentKind: Kind = {
  types: ["aws:lb/targetGroupAttachment:TargetGroupAttachment"],
  keys: ["targetGroupArn"],
};

export const targetGroupHasTargets = rule({
  name: "target-group-has-targets",
  displayName: "Target groups are in use",
  description: "A target group gets requests from a listener, and something registers targets with it.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html",
  remediationSteps:
    "Name the target group in a listener or a listener rule, and in an Auto Scaling group, a service or an attachment; or remove it.",
  controls: {},
  types: [],
  stack({ stack, on }) {
    for (const group of stack.ofType(targetGroupType)) {
      const users = usesOf(stack, group).map(({ user }) => user.type);
      const isFilled = users.some(registers) || isAttached(stack, group);
      // ECS shifts traffic to the other group of a blue/green deployment by itself.
      const isServed = users.some((type) => senders.types.includes(type)) || users.includes("aws:ecs/service:Service");
      if (!isServed) on(group).deny("no listener or listener rule sends requests to it; name it in one, or remove it");
      if (!isFilled) on(group).deny("nothing registers targets with it; attach a group, a service or targets");
    }
  },
});

function registers(type: string): boolean {
  return registrars.includes(type) || type.startsWith("kubernetes:");
}

/** In a state an attachment may name the group by its ARN alone. */
function isAttached(stack: Stack, group: StackResource): boolean {
  return carrierOf(stack, at(group.props, "arn"), attachmentKind) !== undefined;
}
