import * as aws from "@pulumi/aws";
import { ConfigMap, Namespace } from "@pulumi/kubernetes/core/v1";
import * as pulumi from "@pulumi/pulumi";
import { logGroup } from "../service-logs";
import type { NodeSurroundings, Surroundings } from "./node-groups";
import { serviceRole, trustOf } from "./role";

/** Puts every pod of the cluster on Fargate, and its output into a log group. */
export function fargateProfile(
  { name, cluster, parent }: Surroundings,
  { subnetIds, provider, logs }: NodeSurroundings,
): pulumi.Resource[] {
  const { accountId } = aws.getCallerIdentityOutput({}, { parent });
  const { partition } = aws.getPartitionOutput({}, { parent });
  const { region } = aws.getRegionOutput({}, { parent });
  // Only the profiles of this cluster may take the role: https://docs.aws.amazon.com/eks/latest/userguide/pod-execution-role.html
  const profiles = pulumi.interpolate`arn:${partition}:eks:${region}:${accountId}:fargateprofile/${cluster.name}/*`;
  const trust = profiles.apply((arn) =>
    trustOf("eks-fargate-pods.amazonaws.com", ["sts:AssumeRole"], { ArnLike: { "aws:SourceArn": arn } }),
  );
  const { role, attachments } = serviceRole(
    `${name}-fargate-role`,
    trust,
    ["AmazonEKSFargatePodExecutionRolePolicy"],
    parent,
  );
  const place = { name: pulumi.interpolate`/aws/eks/${cluster.name}/pods` };
  const group = logGroup(`${name}-pods`, logs, parent, place);
  const mayLog = new aws.iam.RolePolicy(
    `${name}-fargate-role-logs`,
    {
      role: role.name,
      policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
            Resource: [group.arn, pulumi.interpolate`${group.arn}:*`],
          },
        ],
      }),
    },
    { parent },
  );
  const router = logRouter(name, group.name, region, { parent, provider });
  const profile = new aws.eks.FargateProfile(
    `${name}-fargate`,
    {
      clusterName: cluster.name,
      podExecutionRoleArn: role.arn,
      subnetIds,
      // https://docs.aws.amazon.com/eks/latest/userguide/fargate-profile.html#fargate-profile-wildcards
      selectors: [{ namespace: "*" }],
      tags: { Name: `${name}-fargate` },
    },
    // A pod only has the log router that is there as it starts.
    { parent, dependsOn: [...attachments, mayLog, router] },
  );
  return [profile];
}

/** https://docs.aws.amazon.com/eks/latest/userguide/fargate-logging.html */
function logRouter(
  name: string,
  group: pulumi.Output<string>,
  region: pulumi.Output<string>,
  opts: pulumi.CustomResourceOptions,
): pulumi.Resource {
  const namespace = new Namespace(
    `${name}-observability`,
    { metadata: { name: "aws-observability", labels: { "aws-observability": "enabled" } } },
    opts,
  );
  return new ConfigMap(
    `${name}-logging`,
    {
      metadata: { name: "aws-logging", namespace: namespace.metadata.name },
      data: {
        "filters.conf": "[FILTER]\n    Name kubernetes\n    Match kube.*\n    Merge_Log On\n    Buffer_Size 0\n",
        "output.conf": pulumi.interpolate`[OUTPUT]
    Name cloudwatch_logs
    Match kube.*
    region ${region}
    log_group_name ${group}
    log_stream_prefix pod-
    auto_create_group false
`,
      },
    },
    opts,
  );
}
