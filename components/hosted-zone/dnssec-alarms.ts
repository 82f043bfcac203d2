import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/**
 * The alarms without which a broken key is noticed by visitors first.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec.html
 */
export function dnssecAlarms(
  name: string,
  zone: aws.route53.Zone,
  topicArn: pulumi.Input<string>,
  parent: pulumi.Resource,
): void {
  const alarm = (role: string, metricName: string, alarmDescription: string) =>
    new aws.cloudwatch.MetricAlarm(
      `${name}-${role}`,
      {
        alarmDescription,
        namespace: "AWS/Route53",
        metricName,
        dimensions: { HostedZoneId: zone.zoneId },
        statistic: "Sum",
        // Route 53 counts these every four hours.
        period: 14400,
        comparisonOperator: "GreaterThanThreshold",
        threshold: 0,
        evaluationPeriods: 1,
        treatMissingData: "notBreaching",
        alarmActions: [topicArn],
        okActions: [topicArn],
        region: "us-east-1",
      },
      { parent },
    );
  alarm("dnssec-failure", "DNSSECInternalFailure", `Route 53 cannot sign the zone ${name}`);
  alarm("dnssec-action", "DNSSECKeySigningKeysNeedingAction", `The signing key of the zone ${name} needs somebody`);
}
