import type { Resource, StackResource } from "../resource";
import type { Stack } from "../rule";
import { named } from "./references";
import { asBoolean, asText, at, UNKNOWN, type Unknown } from "./value";

export const loadBalancerType = "aws:lb/loadBalancer:LoadBalancer";
export const classicType = "aws:elb/loadBalancer:LoadBalancer";
export const listenerType = "aws:lb/listener:Listener";
export const targetGroupType = "aws:lb/targetGroup:TargetGroup";

export const balancerKind = { types: [loadBalancerType], keys: ["arn", "id"] };
export const targetGroupKind = { types: [targetGroupType], keys: ["arn", "id"] };

/** What a load balancer is; one of `aws.lb` is for applications unless it says otherwise. */
export function balancerClass({ type, props }: Pick<Resource, "type" | "props">): string | Unknown {
  return type === classicType ? "classic" : (asText(at(props, "loadBalancerType")) ?? "application");
}

/** Whether a load balancer faces the internet, as it does unless it says otherwise. */
export function facesInternet({ props }: Pick<Resource, "props">): boolean | Unknown {
  const internal = asBoolean(at(props, "internal"));
  return internal === UNKNOWN ? UNKNOWN : internal !== true;
}

/** The load balancer of the stack that a listener belongs to. */
export function balancerOf(stack: Stack, listener: StackResource): StackResource | undefined {
  const [balancer] = named(stack, listener, "loadBalancerArn", at(listener.props, "loadBalancerArn"), balancerKind);
  return balancer;
}
