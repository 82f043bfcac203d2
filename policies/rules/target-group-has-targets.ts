import { targetGroupType } from "../facts/load-balancers";
import { carrierOf, type Kind, usesOf } from "../facts/references";
import { asList, at, UNKNOWN } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";

/** What sends requests to a target group, and where it says so. */
const senderKinds: Readonly<Record<string, string>> = {
  "aws:lb/listener:Listener": "defaultActions",
  "aws:lb/listenerRule:ListenerRule": "actions",
};
const senders = { types: Object.keys(senderKinds) };

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
  why: "A group that no listener sends to, or that nothing registers with, answers nobody: mostly a slip that shows first as errors.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html",
  remediationSteps:
    "Name the target group in a listener or a listener rule, and in an Auto Scaling group, a service or an attachment; or remove it.",
  controls: {},
  types: [],
  stack({ stack, on }) {
    const mayServe = stack.ofType(...senders.types).some(isOpenSender);
    const mayFill = stack.ofType(...attachmentKind.types).some((one) => isOpen(one, "targetGroupArn"));
    for (const group of stack.ofType(targetGroupType)) {
      const { deny, undecided } = on(group);
      const users = usesOf(stack, group).map(({ user }) => user.type);
      const isFilled = users.some(registers) || isAttached(stack, group);
      // ECS shifts traffic to the other group of a blue/green deployment by itself.
      const isServed = users.some((type) => senders.types.includes(type)) || users.includes("aws:ecs/service:Service");
      if (!isServed && mayServe) undecided("where a listener forwards to");
      else if (!isServed) deny("no listener or listener rule sends requests to it; name it in one, or remove it");
      if (!isFilled && mayFill) undecided("which target group a TargetGroupAttachment names");
      else if (!isFilled) deny("nothing registers targets with it; attach a group, a service or targets");
    }
  },
});

/** True when a property is not known and refers to nothing: it may be about any resource. */
function isOpen(resource: StackResource, property: string): boolean {
  return at(resource.props, property) === UNKNOWN && resource.references(property).length === 0;
}

/** A listener or a rule whose actions, or where they lead, are not known. */
function isOpenSender(sender: StackResource): boolean {
  const property = senderKinds[sender.type] ?? "";
  const actions = asList(at(sender.props, property));
  if (sender.references(property).length > 0) return false;
  return actions === UNKNOWN || actions.some((action) => at(action, "targetGroupArn") === UNKNOWN);
}

function registers(type: string): boolean {
  return registrars.includes(type) || type.startsWith("kubernetes:");
}

/** In a state an attachment may name the group by its ARN alone. */
function isAttached(stack: Stack, group: StackResource): boolean {
  return carrierOf(stack, at(group.props, "arn"), attachmentKind) !== undefined;
}
