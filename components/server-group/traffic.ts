import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** What sends to the servers of a group, and finds them unwell; without any, EC2 alone does. */
export interface Traffic {
  /** The ARNs of target groups of load balancers. */
  readonly targetGroupArns: readonly pulumi.Input<string>[];
  /** The ARNs of target groups of VPC Lattice. */
  readonly latticeTargetGroupArns?: readonly pulumi.Input<string>[];
}

type TrafficInput = Pick<aws.autoscaling.GroupArgs, "targetGroupArns" | "trafficSources" | "healthCheckType">;

/**
 * The traffic as a group states it. AWS takes the target groups of load balancers in either of two places, those of VPC
 * Lattice in one, and nothing in both. https://docs.aws.amazon.com/autoscaling/ec2/userguide/health-checks-overview.html
 *
 * @param ebs whether a server whose disks do not answer is unwell too
 */
export function trafficInput({ targetGroupArns, latticeTargetGroupArns = [] }: Traffic, ebs: boolean): TrafficInput {
  const checks = [
    ...(targetGroupArns.length > 0 ? ["ELB"] : []),
    ...(latticeTargetGroupArns.length > 0 ? ["VPC_LATTICE"] : []),
    ...(ebs ? ["EBS"] : []),
  ];
  // EC2's own check is always on, and is only said where there is no other.
  const healthCheckType = checks.length > 0 ? checks.join(",") : "EC2";
  if (latticeTargetGroupArns.length > 0) {
    const sources = (type: string, arns: readonly pulumi.Input<string>[]) =>
      arns.map((identifier) => ({ identifier, type }));
    const trafficSources = [...sources("elbv2", targetGroupArns), ...sources("vpc-lattice", latticeTargetGroupArns)];
    return { trafficSources, healthCheckType };
  }
  return { targetGroupArns: targetGroupArns.length > 0 ? [...targetGroupArns] : undefined, healthCheckType };
}
