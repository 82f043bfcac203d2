import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** A role and the attachments without which it can do nothing yet. */
export interface GrantedRole {
  readonly role: aws.iam.Role;
  readonly attachments: readonly pulumi.Resource[];
}

/** A role that a service of AWS takes, with policies of AWS's own: `AmazonEKSClusterPolicy`, `service-role/…`. */
export function serviceRole(
  name: string,
  assumeRolePolicy: pulumi.Input<string>,
  policies: readonly string[],
  parent: pulumi.Resource,
): GrantedRole {
  const role = new aws.iam.Role(name, { assumeRolePolicy, tags: { Name: name } }, { parent });
  const { partition } = aws.getPartitionOutput({}, { parent });
  const attachments = policies.map((policy) => {
    const key = policy.replace(/^.*\//, "");
    const policyArn = pulumi.interpolate`arn:${partition}:iam::aws:policy/${policy}`;
    return new aws.iam.RolePolicyAttachment(`${name}-${key}`, { role: role.name, policyArn }, { parent });
  });
  return { role, attachments };
}

/** Lets a service take a role. */
export function trustOf(service: string, actions: readonly string[] = ["sts:AssumeRole"], condition?: object): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: actions, Condition: condition }],
  });
}

/**
 * Lets one service account of Kubernetes take a role by pod identity; the agent says as session tags who asks.
 * https://docs.aws.amazon.com/eks/latest/userguide/pod-id-abac.html
 */
export function podTrust(namespace: string, serviceAccount: string): string {
  return trustOf("pods.eks.amazonaws.com", ["sts:AssumeRole", "sts:TagSession"], {
    StringEquals: {
      "aws:RequestTag/kubernetes-namespace": namespace,
      "aws:RequestTag/kubernetes-service-account": serviceAccount,
    },
  });
}
