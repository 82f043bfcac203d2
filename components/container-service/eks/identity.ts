import * as aws from "@pulumi/aws";
import { ServiceAccount } from "@pulumi/kubernetes/core/v1";
import * as pulumi from "@pulumi/pulumi";
import { podTrust } from "../../eks-cluster/role";
import { secretStatements } from "./secrets";
import type { Workload } from "./workload";

/** Who the pods are, in the cluster and on AWS. */
export interface Identity {
  readonly serviceAccount: ServiceAccount;
  readonly roleArn: pulumi.Output<string>;
  /** What pods wait for: a pod has the rights that are there as it starts. */
  readonly granted: readonly pulumi.Resource[];
}

/** The service account of the pods and its role, which no other account can take. */
export function identity(workload: Workload, namespace: pulumi.Input<string>): Identity {
  const { name, service, cluster, shape, parent, opts } = workload;
  const onFargate = shape.nodes === "fargate";
  const role = new aws.iam.Role(
    `${name}-pod-role`,
    {
      description: `Pods of ${name}`,
      assumeRolePolicy: onFargate ? fargateTrust(workload) : podTrust(name, name),
      tags: { Name: `${name}-pods` },
    },
    { parent },
  );
  const statements = [
    ...service.permissions.map(({ actions, resources }) => ({
      Effect: "Allow",
      Action: [...actions],
      Resource: [...resources],
    })),
    ...secretStatements(service),
  ];
  const policies = Object.entries(service.policyArns).map(
    ([key, policyArn]) =>
      new aws.iam.RolePolicyAttachment(`${name}-pod-role-${key}`, { role: role.name, policyArn }, { parent }),
  );
  const own =
    statements.length === 0
      ? []
      : [
          new aws.iam.RolePolicy(
            `${name}-pod-role-policy`,
            { role: role.name, policy: pulumi.jsonStringify({ Version: "2012-10-17", Statement: statements }) },
            { parent },
          ),
        ];
  const serviceAccount = new ServiceAccount(
    `${name}-account`,
    {
      metadata: { name, namespace, annotations: onFargate ? { "eks.amazonaws.com/role-arn": role.arn } : undefined },
      // The pods do not talk to the API server; what they need of AWS has a token of its own.
      automountServiceAccountToken: false,
    },
    opts,
  );
  const associations = onFargate
    ? []
    : [
        new aws.eks.PodIdentityAssociation(
          `${name}-identity`,
          {
            clusterName: cluster.clusterName,
            namespace,
            serviceAccount: name,
            roleArn: role.arn,
            tags: { Name: name },
          },
          { parent },
        ),
      ];
  return { serviceAccount, roleArn: role.arn, granted: [...policies, ...own, ...associations] };
}

/** The agent of pod identity is a daemon, which Fargate has none of: there the cluster's own tokens are believed. */
function fargateTrust({ name, cluster }: Workload): pulumi.Output<string> {
  const { oidcProviderArn, oidcIssuer } = cluster;
  return pulumi.all([oidcProviderArn, oidcIssuer]).apply(([provider, issuer]) =>
    JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Federated: provider },
          Action: "sts:AssumeRoleWithWebIdentity",
          Condition: {
            StringEquals: {
              [`${issuer}:sub`]: `system:serviceaccount:${name}:${name}`,
              [`${issuer}:aud`]: "sts.amazonaws.com",
            },
          },
        },
      ],
    }),
  );
}
