import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** What instances may do, and the profile that carries it to them. */
export interface InstanceRole {
  readonly role: aws.iam.Role;
  readonly profile: aws.iam.InstanceProfile;
}

/**
 * The role of the instances: Systems Manager may reach them, so that nobody needs a key or port 22, and whatever else
 * the policies named in `policyArns` allow.
 *
 * @param kind what a person calls their component: "web tier"
 */
export function instanceRole(
  kind: string,
  name: string,
  policyArns: Readonly<Record<string, pulumi.Input<string>>>,
  parent: pulumi.Resource,
): InstanceRole {
  const role = new aws.iam.Role(
    `${name}-role`,
    {
      description: `Instances of the ${kind} ${name}`,
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
  const attachments = Object.entries(attached).map(
    ([key, policyArn]) =>
      new aws.iam.RolePolicyAttachment(`${name}-role-${key}`, { role: role.name, policyArn }, { parent }),
  );
  const profile = new aws.iam.InstanceProfile(
    `${name}-profile`,
    { role: role.name },
    // An instance that starts before its role has its policies would be refused what it asks for first.
    { parent, dependsOn: attachments },
  );
  return { role, profile };
}
