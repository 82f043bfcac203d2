import type * as aws from "@pulumi/aws";
import type { AlarmSet } from "../alarm-set";
import type { Notify } from "../alarm-topic";

/** Whom a network's alarms tell. */
export interface NetworkAlarmArgs {
  /** A topic of yours, or an address on a topic that is made. @default nobody: they show in CloudWatch */
  readonly notify?: Notify;
}

/**
 * The alarms of NAT gateways that have run out of ports, or drop packets.
 * https://docs.aws.amazon.com/vpc/latest/userguide/metrics-dimensions-nat-gateway.html
 *
 * @param gateways by the role of their name
 */
export function natAlarms(alarms: AlarmSet, gateways: Readonly<Record<string, aws.ec2.NatGateway>>): void {
  const namespace = "AWS/NATGateway";
  const threeOfFive = {
    comparisonOperator: "GreaterThanThreshold",
    evaluationPeriods: 5,
    datapointsToAlarm: 3,
    // A gateway without traffic loses none, and one that is new has nothing to tell yet.
    treatMissingData: "notBreaching",
  };
  for (const [role, { id }] of Object.entries(gateways)) {
    const dimensions = { NatGatewayId: id };
    const sum = (key: string, metricName: string) => ({
      id: key,
      metric: { namespace, metricName, dimensions, period: 60, stat: "Sum" },
      returnData: false,
    });
    alarms.alarm(`${role}-ports`, {
      ...threeOfFive,
      alarmDescription: "Connections to one destination fail, as the NAT gateway has no port left for them",
      namespace,
      metricName: "ErrorPortAllocation",
      dimensions,
      statistic: "Sum",
      period: 60,
      threshold: 0,
    });
    alarms.alarm(`${role}-drops`, {
      ...threeOfFive,
      alarmDescription: "The NAT gateway drops more than one packet in 10,000",
      metricQueries: [
        sum("dropped", "PacketsDropCount"),
        sum("sent", "PacketsInFromSource"),
        sum("answered", "PacketsInFromDestination"),
        {
          id: "percent",
          // The share from which AWS asks to look at its own health.
          expression: "100 * dropped / (sent + answered)",
          label: "dropped packets, percent",
          returnData: true,
        },
      ],
      threshold: 0.01,
    });
  }
}

/**
 * The alarm of a NAT instance, which AWS moves to other hardware by itself when its own fails.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/viewing_metrics_with_cloudwatch.html
 */
export function natInstanceAlarm(alarms: AlarmSet, role: string, instance: aws.ec2.Instance): void {
  alarms.alarm(`${role}-status`, {
    alarmDescription: "The NAT instance has failed its status checks for 5 minutes",
    namespace: "AWS/EC2",
    metricName: "StatusCheckFailed",
    dimensions: { InstanceId: instance.id },
    statistic: "Maximum",
    period: 60,
    evaluationPeriods: 5,
    comparisonOperator: "GreaterThanThreshold",
    threshold: 0,
    // There is one as long as there is a network: when it does not report, private subnets are cut off.
    treatMissingData: "breaching",
  });
}
