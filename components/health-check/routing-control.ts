import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/** Healthy while a routing control of Application Recovery Controller is on: a switch that people turn. */
export interface RoutingControlCheck {
  readonly type: "routingControl";
  /** The ARN of the routing control. */
  readonly routingControlArn: pulumi.Input<string>;
}

export function readRoutingControl(
  check: ArgumentCheck,
  at: string,
  { routingControlArn }: RoutingControlCheck,
): aws.route53.HealthCheckArgs {
  const form = /^arn:[\w-]+:route53-recovery-control::\d{12}:controlpanel\/\w+\/routingcontrol\/\w+$/;
  const isArn = typeof routingControlArn !== "string" || form.test(routingControlArn);
  check(isArn, `${at}routingControlArn`, "must be the ARN of a routing control", routingControlArn);
  return { type: "RECOVERY_CONTROL", routingControlArn };
}
