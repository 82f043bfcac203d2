import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { AlarmSet, type OrNone } from "../alarm-set";
import { notifiedTopicArn } from "../alarm-topic";
import type { ArgumentCheck } from "../argument-checks";
import { type AlarmArgs, type AlarmSettings, readAlarms } from "../web-tier/alarms";
import type { Shown } from "./staging";

/** When a site calls for help, and whom. A topic of yours must be in us-east-1, where CloudFront's metrics are. */
export type SiteAlarms = Pick<AlarmArgs, "notify" | "errorPercent">;

const region = "us-east-1";

/** The settings; undefined where there are to be no alarms. */
export function readSiteAlarms(check: ArgumentCheck, args: OrNone<SiteAlarms> | undefined): AlarmSettings | undefined {
  const settings = readAlarms(check, args);
  if (settings && "topicArn" in settings.notify) {
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
  topicArn: pulumi.Input<string> | undefined,
  parent: pulumi.Resource,
): AlarmSet {
  const alarms = new AlarmSet(name, parent, topicArn, region);
  const part = (role: string, args: aws.cloudwatch.MetricAlarmArgs) =>
    alarms.part(role, {
      namespace: "AWS/CloudFront",
      period: 60,
      evaluationPeriods: 5,
      datapointsToAlarm: 3,
      comparisonOperator: "GreaterThanThreshold",
      // No requests, no metrics.
      treatMissingData: "notBreaching",
      ...args,
    });
  part("5xx", {
    alarmDescription: `The site fails more than ${errorPercent} % of the requests`,
    metricName: "5xxErrorRate",
    dimensions: { DistributionId: distribution.id, Region: "Global" },
    statistic: "Average",
    threshold: errorPercent,
  });
  part("function-errors", {
    alarmDescription: "The function that leads requests to the live release fails",
    metricName: "FunctionExecutionErrors",
    dimensions: { FunctionName: viewer.name, Region: "Global" },
    statistic: "Sum",
    threshold: 0,
  });
  alarms.down();
  return alarms;
}
