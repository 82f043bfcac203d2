import type { Resource } from "../resource";
import { at } from "./value";

export const instanceType = "aws:rds/instance:Instance";
export const clusterType = "aws:rds/cluster:Cluster";
export const clusterInstanceType = "aws:rds/clusterInstance:ClusterInstance";
export const globalClusterType = "aws:rds/globalCluster:GlobalCluster";

/**
 * True for a copy that RDS keeps of another instance: it can be made again, it is as encrypted as its source, and the
 * source has the backups. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html
 */
export function isReplica({ type, props }: Pick<Resource, "type" | "props">): boolean {
  const source = at(props, "replicateSourceDb");
  return type === instanceType && source !== undefined && source !== "";
}
