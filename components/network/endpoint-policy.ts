import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { GatewayEndpoint } from "./vpc-endpoints";

/**
 * Lets this account's own principals through to a service, so that nobody can carry data out of the VPC with keys of
 * another account. Of S3, reading stays open: ECR's layers, package repositories and public files are read with
 * somebody else's signature, or with none; and a server that CloudFormation makes, as Elastic Beanstalk does, tells it so by
 * a URL that CloudFormation has signed, into a bucket of AWS.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html#ecr-setting-up-s3-gateway
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/vpc-interface-endpoints.html
 */
export function endpointPolicy(service: GatewayEndpoint, parent: pulumi.Resource): pulumi.Output<string> {
  const { accountId } = aws.getCallerIdentityOutput({}, { parent });
  const anyone = { Effect: "Allow", Principal: "*", Resource: "*" };
  const { region } = aws.getRegionOutput({}, { parent });
  const { partition } = aws.getPartitionOutput({}, { parent });
  const reads = { Sid: "Reads", ...anyone, Action: ["s3:GetObject", "s3:GetObjectVersion"] };
  const signals = {
    Sid: "CloudFormationSignals",
    ...anyone,
    Action: "s3:PutObject",
    Resource: pulumi.interpolate`arn:${partition}:s3:::cloudformation-waitcondition-${region}/*`,
  };
  return pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "OwnPrincipals",
        ...anyone,
        Action: `${service}:*`,
        Condition: { StringEquals: { "aws:PrincipalAccount": accountId } },
      },
      ...(service === "s3" ? [reads, signals] : []),
    ],
  });
}
