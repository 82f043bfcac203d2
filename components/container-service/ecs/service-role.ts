import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** A role that one AWS service takes, with AWS's own policies for it, by a name of ours. */
export function serviceRole(
  name: string,
  description: string,
  service: "ec2.amazonaws.com" | "ecs.amazonaws.com",
  policies: Readonly<Record<string, string>>,
  parent: pulumi.Resource,
): { role: aws.iam.Role; attached: aws.iam.RolePolicyAttachment[] } {
  const role = new aws.iam.Role(
    name,
    {
      description,
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" }],
      }),
    },
    { parent },
  );
  const { partition } = aws.getPartitionOutput({}, { parent });
  const attached = Object.entries(policies).map(
    ([key, policy]) =>
      new aws.iam.RolePolicyAttachment(
        `${name}-${key}`,
        { role: role.name, policyArn: pulumi.interpolate`arn:${partition}:iam::aws:policy/${policy}` },
        { parent },
      ),
  );
  return { role, attached };
}

/** The profile that instances carry. */
export function instanceProfile(
  name: string,
  policies: Readonly<Record<string, string>>,
  parent: pulumi.Resource,
): { role: aws.iam.Role; profile: aws.iam.InstanceProfile } {
  const description = `Instances of the cluster ${name}`;
  const { role } = serviceRole(`${name}-instance-role`, description, "ec2.amazonaws.com", policies, parent);
  const profile = new aws.iam.InstanceProfile(`${name}-instance-profile`, { role: role.name }, { parent });
  return { role, profile };
}
