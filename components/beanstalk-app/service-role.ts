import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** The role with which Elastic Beanstalk looks after environments, and what must be there before it can. */
export interface ServiceRole {
  readonly role: aws.iam.Role;
  readonly ready: readonly pulumi.Resource[];
}

/**
 * It watches health, updates platforms, and deletes old versions; nothing else.
 * https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/iam-servicerole.html
 *
 * @param eventTopicArn the topic to which Elastic Beanstalk publishes, if it is to
 */
export function serviceRole(
  name: string,
  eventTopicArn: pulumi.Output<string> | undefined,
  parent: pulumi.Resource,
): ServiceRole {
  const role = new aws.iam.Role(
    `${name}-service-role`,
    {
      description: `Lets Elastic Beanstalk look after ${name}`,
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: "elasticbeanstalk.amazonaws.com" },
            Action: "sts:AssumeRole",
            Condition: { StringEquals: { "sts:ExternalId": "elasticbeanstalk" } },
          },
        ],
      }),
    },
    { parent },
  );
  const { partition } = aws.getPartitionOutput({}, { parent });
  const managed = {
    health: "service-role/AWSElasticBeanstalkEnhancedHealth",
    updates: "AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy",
  };
  const attached = Object.entries(managed).map(
    ([key, policy]) =>
      new aws.iam.RolePolicyAttachment(
        `${name}-service-role-${key}`,
        { role: role.name, policyArn: pulumi.interpolate`arn:${partition}:iam::aws:policy/${policy}` },
        { parent },
      ),
  );
  return { role, ready: [...attached, ...(eventTopicArn ? [publishing(name, role, eventTopicArn, parent)] : [])] };
}

/**
 * The health policy lets the role publish to any topic; an encrypted one also asks for its key, which SNS names by the
 * topic. https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 */
function publishing(
  name: string,
  role: aws.iam.Role,
  topicArn: pulumi.Output<string>,
  parent: pulumi.Resource,
): aws.iam.RolePolicy {
  const { partition } = aws.getPartitionOutput({}, { parent });
  const { accountId } = aws.getCallerIdentityOutput({}, { parent });
  const { region } = aws.getRegionOutput({}, { parent });
  return new aws.iam.RolePolicy(
    `${name}-service-role-events`,
    {
      role: role.name,
      policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "EncryptEvents",
            Effect: "Allow",
            Action: ["kms:Decrypt", "kms:GenerateDataKey"],
            Resource: pulumi.interpolate`arn:${partition}:kms:${region}:${accountId}:key/*`,
            Condition: { StringEquals: { "kms:EncryptionContext:aws:sns:topicArn": topicArn } },
          },
        ],
      }),
    },
    { parent },
  );
}
