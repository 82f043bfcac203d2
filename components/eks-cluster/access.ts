import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/** What a role may do with the Kubernetes objects of a cluster. */
export interface ClusterAccess {
  /** The ARN of the IAM role (or user) that enters. */
  readonly principalArn: pulumi.Input<string>;
  /** How much it may do: https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html */
  readonly policy: keyof typeof policies;
  /** The namespaces in which it may, `*` at the end for any with that beginning. @default in all */
  readonly namespaces?: readonly string[];
}

const policies = {
  clusterAdmin: "AmazonEKSClusterAdminPolicy",
  admin: "AmazonEKSAdminPolicy",
  edit: "AmazonEKSEditPolicy",
  view: "AmazonEKSViewPolicy",
} as const;

/** Undefined is the default: whoever deploys. */
export function readAccess(
  check: ArgumentCheck,
  access: Readonly<Record<string, ClusterAccess>> | undefined,
): Readonly<Record<string, ClusterAccess>> | undefined {
  if (access === undefined) return undefined;
  const administered = Object.values(access).some(({ policy }) => policy === "clusterAdmin");
  check(administered, "access", 'must give somebody "clusterAdmin": nobody else could enter', Object.keys(access));
  for (const [key, { policy, namespaces }] of Object.entries(access)) {
    check(/^[a-z0-9][a-z0-9-]*$/i.test(key), "access", "must have keys of letters, digits and -", key);
    const wide = policy !== "clusterAdmin" || namespaces === undefined;
    check(wide, `access.${key}.namespaces`, 'must be absent with "clusterAdmin", which is for all of them', namespaces);
    check(namespaces?.length !== 0, `access.${key}.namespaces`, "must name at least one", namespaces);
  }
  return access;
}

/** Lets the roles in; what comes back is done when the cluster knows them. */
export function grantAccess(
  name: string,
  cluster: aws.eks.Cluster,
  access: Readonly<Record<string, ClusterAccess>> | undefined,
  parent: pulumi.Resource,
): pulumi.Resource[] {
  const entries = access ?? { deployer: { principalArn: deployingRole(parent), policy: "clusterAdmin" } };
  // Another role that deploys later must not put the first one out; whoever is to change it names the roles.
  const opts = { parent, ignoreChanges: access ? undefined : ["principalArn"] };
  const { partition } = aws.getPartitionOutput({}, { parent });
  return Object.entries(entries).map(([key, { principalArn, policy, namespaces }]) => {
    const entry = new aws.eks.AccessEntry(
      `${name}-access-${key}`,
      { clusterName: cluster.name, principalArn, type: "STANDARD", tags: { Name: `${name}-${key}` } },
      opts,
    );
    return new aws.eks.AccessPolicyAssociation(
      `${name}-access-${key}-policy`,
      {
        clusterName: cluster.name,
        principalArn: entry.principalArn,
        policyArn: pulumi.interpolate`arn:${partition}:eks::aws:cluster-access-policy/${policies[policy]}`,
        accessScope: namespaces ? { type: "namespace", namespaces: [...namespaces] } : { type: "cluster" },
      },
      { parent },
    );
  });
}

/** The role behind the session that deploys: access entries know roles, not sessions. */
function deployingRole(parent: pulumi.Resource): pulumi.Output<string> {
  const { arn } = aws.getCallerIdentityOutput({}, { parent });
  return aws.iam.getSessionContextOutput({ arn }, { parent }).issuerArn;
}
