/**
 * The fields that a record of a flow can have, under AWS's names.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html
 */
export const flowLogFields = [
  "version",
  "account-id",
  "interface-id",
  "srcaddr",
  "dstaddr",
  "srcport",
  "dstport",
  "protocol",
  "packets",
  "bytes",
  "start",
  "end",
  "action",
  "log-status",
  "vpc-id",
  "subnet-id",
  "instance-id",
  "tcp-flags",
  "type",
  "pkt-srcaddr",
  "pkt-dstaddr",
  "region",
  "az-id",
  "sublocation-type",
  "sublocation-id",
  "pkt-src-aws-service",
  "pkt-dst-aws-service",
  "flow-direction",
  "traffic-path",
  "ecs-cluster-arn",
  "ecs-cluster-name",
  "ecs-container-instance-arn",
  "ecs-container-instance-id",
  "ecs-container-id",
  "ecs-second-container-id",
  "ecs-service-name",
  "ecs-task-definition-arn",
  "ecs-task-arn",
  "ecs-task-id",
  "reject-reason",
  "resource-id",
  "encryption-status",
] as const;

/** A field of a record. */
export type FlowLogField = (typeof flowLogFields)[number];

/** The format of records with these fields, in this order. */
export function logFormat(fields: readonly FlowLogField[]): string {
  return fields.map((field) => `\${${field}}`).join(" ");
}
