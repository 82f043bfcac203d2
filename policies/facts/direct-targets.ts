import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { groupKind as scalingGroupKind, groupType as scalingGroupType } from "./auto-scaling-groups";
import { serviceType, taskSetType } from "./ecs-services";
import { templatesOf } from "./launch-templates";
import { balancerClass, balancerOf, listenerType, loadBalancerType, targetGroupKind } from "./load-balancers";
import { carrierOf, type Kind, referred } from "./references";
import { asList, at, UNKNOWN } from "./value";

const instanceKind: Kind = {
  types: ["aws:ec2/instance:Instance", "aws:ec2/spotInstanceRequest:SpotInstanceRequest"],
  keys: ["id", "spotInstanceId", "privateIp"],
};
const configurationKind: Kind = { types: ["aws:ec2/launchConfiguration:LaunchConfiguration"], keys: ["name", "id"] };

/** Where each type names target groups, and where what is to be a target of them: the resource itself if nowhere. */
const registrations: Record<string, { readonly groups: readonly string[]; readonly target?: string }> = {
  "aws:lb/targetGroupAttachment:TargetGroupAttachment": { groups: ["targetGroupArn"], target: "targetId" },
  "aws:autoscaling/attachment:Attachment": { groups: ["lbTargetGroupArn"], target: "autoscalingGroupName" },
  "aws:autoscaling/trafficSourceAttachment:TrafficSourceAttachment": {
    groups: ["trafficSource"],
    target: "autoscalingGroupName",
  },
  [scalingGroupType]: { groups: ["targetGroupArns", "trafficSources"] },
  [serviceType]: { groups: ["loadBalancers"] },
  [taskSetType]: { groups: ["loadBalancers"] },
};

/**
 * What clients reach by their own addresses, through something that has no security group that rules could name: the
 * targets of a Network Load Balancer without groups and of a Gateway Load Balancer, instances of Global Accelerator.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html
 * https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoints.sipp-caveats.html
 */
export function directTargets(stack: Stack): ReadonlySet<StackResource> {
  const groups = new Set(
    stack
      .ofType(listenerType)
      .filter((listener) => hasNoGroups(balancerOf(stack, listener)))
      .flatMap((listener) => namedIn(stack, listener, "defaultActions", targetGroupKind)),
  );
  const targets = stack.ofType(...Object.keys(registrations)).flatMap((registration) => {
    const { groups: properties = [], target } = registrations[registration.type] ?? {};
    const isAmong = properties.some((property) =>
      namedIn(stack, registration, property, targetGroupKind).some((group) => groups.has(group)),
    );
    if (!isAmong) return [];
    if (target === undefined) return [registration];
    return [instanceKind, scalingGroupKind].flatMap((kind) => namedIn(stack, registration, target, kind));
  });
  const accelerated = stack
    .ofType("aws:globalaccelerator/endpointGroup:EndpointGroup")
    .flatMap((endpoints) => namedIn(stack, endpoints, "endpointConfigurations", instanceKind));
  const found = new Set([...targets, ...accelerated]);
  for (const group of targets.filter(({ type }) => type === scalingGroupType)) {
    const configurations = namedIn(stack, group, "launchConfiguration", configurationKind);
    for (const template of [...templatesOf(stack, group), ...configurations]) found.add(template);
  }
  return found;
}

function hasNoGroups(balancer: StackResource | undefined): boolean {
  if (balancer?.type !== loadBalancerType) return false;
  const kind = balancerClass(balancer);
  if (kind !== "network") return kind === "gateway";
  const groups = asList(at(balancer.props, "securityGroups"));
  // What it leaves to AWS refers to nothing.
  return groups === UNKNOWN ? balancer.references("securityGroups").length === 0 : groups.length === 0;
}

/** The resources of a kind that a property names, anywhere inside its value or by reference. */
function namedIn(stack: Stack, from: StackResource, property: string, kind: Kind): StackResource[] {
  const carriers = textsIn(at(from.props, property)).flatMap((text) => carrierOf(stack, text, kind) ?? []);
  return [...new Set([...carriers, ...referred(from, property, kind)])];
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
