import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/**
 * The role of the instances, in the profile that carries it: Systems Manager may reach them, so that nobody needs a key
 * or port 22, and whatever else the policies named in `policyArns` allow.
 */
export function instanceProfile(
  name: string,
  policyArns: Readonly<Record<string, pulumi.Input<string>>>,
  parent: pulumi.Resource,
): aws.iam.InstanceProfile {
  const role = new aws.iam.Role(
    `${name}-role`,
    {
      description: `Instances of the web tier ${name}`,
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
      }),
    },
    { parent },
  );
  const { partition } = aws.getPartitionOutput({}, { parent });
  const attached = {
    ssm: pulumi.interpolate`arn:${partition}:iam::aws:policy/AmazonSSMManagedInstanceCore`,
    ...policyArns,
  };
  for (const [key, policyArn] of Object.entries(attached)) {
    new aws.iam.RolePolicyAttachment(`${name}-role-${key}`, { role: role.name, policyArn }, { parent });
  }
  return new aws.iam.InstanceProfile(`${name}-profile`, { role: role.name }, { parent });
}
