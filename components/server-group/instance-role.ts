import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/** What instances may do, and the profile that carries it to them. */
export interface InstanceRole {
  readonly role: aws.iam.Role;
  readonly profile: aws.iam.InstanceProfile;
}

type PolicyArns = Readonly<Record<string, pulumi.Input<string>>>;

export function checkRolePolicies(check: ArgumentCheck, policyArns: PolicyArns): void {
  const taken = ["ssm", "agent"].find((name) => Object.hasOwn(policyArns, name));
  check(taken === undefined, "policyArns", "must not use the names ssm and agent, which policies of AWS have", taken);
}

/**
 * The role of the instances: Systems Manager may reach them, so that nobody needs a key or port 22, and whatever else
 * the policies named in `policyArns` allow.
 *
 * @param kind what a person calls their component: "web tier"
 * @param hasAgent whether the CloudWatch agent may write metrics
 */
export function instanceRole(
  kind: string,
  name: string,
  policyArns: PolicyArns,
  parent: pulumi.Resource,
  hasAgent = false,
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
  const ofAws = (policy: string) => pulumi.interpolate`arn:${partition}:iam::aws:policy/${policy}`;
  const attached = {
    ssm: ofAws("AmazonSSMManagedInstanceCore"),
    ...(hasAgent && { agent: ofAws("CloudWatchAgentServerPolicy") }),
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
