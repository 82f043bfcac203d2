import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { type InstanceRole, instanceRole } from "../server-group/instance-role";

type PolicyArns = Readonly<Record<string, pulumi.Input<string>>>;

export function checkRolePolicies(check: ArgumentCheck, policyArns: PolicyArns): void {
  const taken = ["ssm", "agent"].find((name) => Object.hasOwn(policyArns, name));
  check(taken === undefined, "policyArns", "must not use the names ssm and agent, which policies of AWS have", taken);
}

/** The role of a server; with an agent it may write metrics too. */
export function serverRole(
  name: string,
  policyArns: PolicyArns,
  hasAgent: boolean,
  parent: pulumi.Resource,
): InstanceRole {
  if (!hasAgent) return instanceRole("server", name, policyArns, parent);
  const { partition } = aws.getPartitionOutput({}, { parent });
  const agent = pulumi.interpolate`arn:${partition}:iam::aws:policy/CloudWatchAgentServerPolicy`;
  return instanceRole("server", name, { agent, ...policyArns }, parent);
}
