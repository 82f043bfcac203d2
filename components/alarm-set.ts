import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** The alarms of a component, or `"none"`: the one switch, and the same everywhere. */
export type OrNone<Alarms> = Alarms | "none";

/**
 * The alarms of one component, each called `${name}-${role}`. Those by which the same outage shows are parts of one
 * alarm, `${name}-down`, and tell nobody by themselves, so that an outage calls once, however many of them notice it.
 */
export class AlarmSet {
  /** The ARNs of all that were made, for a dashboard. */
  readonly arns: pulumi.Output<string>[] = [];
  private readonly parts: aws.cloudwatch.MetricAlarm[] = [];

  /**
   * @param topicArn whom they tell; undefined for nobody, when they show in CloudWatch and on a dashboard
   * @param region where the metrics are; undefined for the provider's
   */
  constructor(
    private readonly name: string,
    private readonly parent: pulumi.Resource,
    readonly topicArn: pulumi.Input<string> | undefined,
    private readonly region?: string,
  ) {}

  /** An alarm that tells as it goes on and as it goes off. */
  alarm(role: string, args: aws.cloudwatch.MetricAlarmArgs): aws.cloudwatch.MetricAlarm {
    return this.make(role, { ...this.told(), ...args });
  }

  /** An alarm that tells as a part of `${name}-down`. */
  part(role: string, args: aws.cloudwatch.MetricAlarmArgs): aws.cloudwatch.MetricAlarm {
    const part = this.make(role, args);
    this.parts.push(part);
    return part;
  }

  /** The alarm that is on while any part is; none where there is no part. */
  down(): void {
    const { name, parts, region } = this;
    if (parts.length === 0) return;
    const alarm = new aws.cloudwatch.CompositeAlarm(
      `${name}-down`,
      {
        // Pulumi gives such an alarm no name of its own, and a region of an account has each name once.
        alarmName: `${pulumi.getProject()}-${pulumi.getStack()}-${name}-down`,
        alarmDescription: `${name} is down: who uses it sees errors, or what serves it is unwell`,
        // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html
        alarmRule: pulumi.all(parts.map((part) => part.name)).apply(anyOf),
        ...this.told(),
        region,
      },
      { parent: this.parent },
    );
    this.arns.unshift(alarm.arn);
  }

  private told() {
    const topics = this.topicArn === undefined ? undefined : [this.topicArn];
    return { alarmActions: topics, okActions: topics };
  }

  private make(role: string, args: aws.cloudwatch.MetricAlarmArgs): aws.cloudwatch.MetricAlarm {
    const { name, parent, region } = this;
    const alarm = new aws.cloudwatch.MetricAlarm(`${name}-${role}`, { region, ...args }, { parent });
    this.arns.push(alarm.arn);
    return alarm;
  }
}

function anyOf(names: readonly string[]): string {
  return names.map((name) => `ALARM("${name}")`).join(" OR ");
}
