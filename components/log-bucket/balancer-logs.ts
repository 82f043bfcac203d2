import * as pulumi from "@pulumi/pulumi";

/**
 * Where an Application Load Balancer puts each of its logs: apart from the others, as each has fields of its own.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-monitoring.html
 */
export const logPrefixes = { access: "access", connection: "connection", healthCheck: "health-check" } as const;

export type BalancerLog = keyof typeof logPrefixes;

/**
 * Log delivery writes under the id of the account whose load balancer it is, so the paths admit this account only.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html#attach-bucket-policy
 */
export function balancerDelivery(bucketArn: pulumi.Output<string>, accountId: pulumi.Output<string>) {
  return [
    {
      Sid: "LogDelivery",
      Effect: "Allow",
      Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: Object.values(logPrefixes).map(
        (prefix) => pulumi.interpolate`${bucketArn}/${prefix}/AWSLogs/${accountId}/*`,
      ),
    },
  ];
}
