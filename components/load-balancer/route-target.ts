import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { AppEgress } from "../secure-sg-pair";
import { readPeer } from "../secure-sg-pair/peer";
import type { Rule } from "../secure-sg-pair/rule";
import { type AddressTarget, addressEgress, addressGroup, checkAddresses } from "./address-target";
import { checkLambda, type LambdaTarget, lambdaGroup } from "./lambda-target";

/** Where a rule sends requests. */
export type RouteTarget = TargetGroupTarget | LambdaTarget | AddressTarget;

/** The servers of the tier whose load balancer it is. */
export interface OwnServers {
  readonly type: "servers";
}

/** A target group that is there already. AWS lets one load balancer use it. */
export interface TargetGroupTarget {
  readonly type: "targetGroup";
  readonly arn: pulumi.Input<string>;
  /** Where its targets are, for the load balancer's security group to let out to. @default nowhere: a function's, say */
  readonly egress?: AppEgress;
}

/** What a target needs of what is around it. */
export interface TargetSurroundings {
  readonly check: ArgumentCheck;
  readonly vpcId: pulumi.Input<string>;
  /** The target group of the tier's own servers; undefined where there is no such tier. */
  readonly servers: aws.lb.TargetGroup | undefined;
}

/**
 * @param place the argument that holds it
 * @param name what its target group is called after, if it makes one
 * @param speaksTls whether the listener speaks HTTPS
 */
export function checkTarget(
  check: ArgumentCheck,
  place: string,
  name: string,
  target: RouteTarget | OwnServers,
  speaksTls: boolean,
): void {
  if (target.type === "lambda" || target.type === "addresses") {
    // AWS takes 32 characters, of which Pulumi's own are eight.
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html
    const isName = /^[A-Za-z0-9-]{1,21}$/.test(name);
    check(isName, place, "must have names of at most 21 letters, digits and hyphens together for a target group", name);
  }
  switch (target.type) {
    case "servers":
      break;
    case "targetGroup":
      targetEgress(check, place, "", target);
      break;
    case "lambda":
      checkLambda(check, place, target);
      break;
    case "addresses":
      checkAddresses(check, place, target, speaksTls);
      break;
  }
}

/**
 * What the load balancer's security group must let out for it, besides what leads to the tier's own servers.
 *
 * @param name what its rules are called after, where an address is not known
 */
export function targetEgress(
  check: ArgumentCheck,
  place: string,
  name: string,
  target: RouteTarget | OwnServers,
): Rule[] {
  switch (target.type) {
    case "servers":
    case "lambda":
      // The load balancer calls a function without the network.
      return [];
    case "targetGroup": {
      if (!target.egress) return [];
      const { to, port } = target.egress;
      const isPort = Number.isInteger(port) && port >= 1 && port <= 65535;
      check(isPort, `${place}.egress.port`, "must be a whole number from 1 to 65535", port);
      const peer = readPeer(to, `${place}.egress.to`, check);
      return [{ direction: "out", port, peer, purpose: "Requests" }];
    }
    case "addresses":
      return addressEgress(check, name, target);
  }
}

/** The ARN of the target group that stands for it, made if there is none. */
export function targetGroupOf(
  name: string,
  target: RouteTarget | OwnServers,
  { check, vpcId, servers }: TargetSurroundings,
  parent: pulumi.Resource,
): pulumi.Input<string> {
  switch (target.type) {
    case "servers":
      if (servers === undefined) throw new Error("there are no servers to forward to");
      return servers.arn;
    case "targetGroup":
      return target.arn;
    case "lambda":
      return lambdaGroup(name, target, parent).arn;
    case "addresses":
      return addressGroup(check, name, target, vpcId, parent).arn;
  }
}
