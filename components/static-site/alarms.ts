import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { notifiedTopicArn } from "../alarm-topic";
import type { ArgumentCheck } from "../argument-checks";
import { type AlarmArgs, type AlarmSettings, readAlarms } from "../web-tier/alarms";
import type { Shown } from "./staging";

/** When a site calls for help, and whom. A topic of yours must be in us-east-1, where CloudFront's metrics are. */
export type SiteAlarms = Pick<AlarmArgs, "notify" | "errorPercent">;

const region = "us-east-1";

export function readSiteAlarms(check: ArgumentCheck, args: SiteAlarms): AlarmSettings {
  const settings = readAlarms(check, args);
  if ("topicArn" in settings.notify) {
    const { topicArn } = settings.notify;
    const isThere = typeof topicArn !== "string" || /^arn:[^:]+:sns:us-east-1:/.test(topicArn);
    check(
      isThere,
      "alarms.notify.topicArn",
      "must be of a topic in us-east-1, where CloudFront's metrics are",
      topicArn,
    );
  }
  return settings;
}

/** The ARN of the topic that the alarms notify: the one that is given, or one that is made for them. */
export function siteTopicArn(name: string, { notify }: AlarmSettings, parent: pulumi.Resource): pulumi.Output<string> {
  return notifiedTopicArn(name, notify, parent, region);
}

/**
 * The alarms of what visitors see: errors of an origin, and of the function through which every request goes.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html
 */
export function siteAlarms(
  { name, distribution, viewer }: Shown,
  { errorPercent }: AlarmSettings,
  topicArn: pulumi.Input<string>,
  parent: pulumi.Resource,
): void {
  const alarm = (role: string, args: aws.cloudwatch.MetricAlarmArgs) =>
    new aws.cloudwatch.MetricAlarm(
      `${name}-${role}`,
      {
        namespace: "AWS/CloudFront",
        period: 60,
        evaluationPeriods: 5,
        datapointsToAlarm: 3,
        comparisonOperator: "GreaterThanThreshold",
        // No requests, no metrics.
        treatMissingData: "notBreaching",
        alarmActions: [topicArn],
        okActions: [topicArn],
        region,
        ...args,
      },
      { parent },
    );
  alarm("5xx", {
    alarmDescription: `The site fails more than ${errorPercent} % of the requests`,
    metricName: "5xxErrorRate",
    dimensions: { DistributionId: distribution.id, Region: "Global" },
    statistic: "Average",
    threshold: errorPercent,
  });
  alarm("function-errors", {
    alarmDescription: "The function that leads requests to the live release fails",
    metricName: "FunctionExecutionErrors",
    dimensions: { FunctionName: viewer.name, Region: "Global" },
    statistic: "Sum",
    threshold: 0,
  });
}
