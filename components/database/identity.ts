import { createHash } from "node:crypto";
import type * as pulumi from "@pulumi/pulumi";

/**
 * The name of the instance. RDS writes its logs under that name and makes a final snapshot of it, so that both need to
 * be known before there is an instance: it has the random end of a name that Pulumi chose for the subnet group, which is
 * another one in each stack and after each destroy. What is restored is a new database beside the old one, so that it
 * has a name of its own.
 */
export function identifierOf(
  subnetGroupName: pulumi.Output<string>,
  restoreFrom: string | undefined,
): pulumi.Output<string> {
  const suffix = restoreFrom ? `-${createHash("sha256").update(restoreFrom).digest("hex").slice(0, 6)}` : "";
  // RDS keeps it in lower case, and names the log groups so.
  return subnetGroupName.apply((group) => `${group.replace("-subnets", "-db")}${suffix}`.toLowerCase());
}
