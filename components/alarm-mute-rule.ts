import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import type { Charted } from "./dashboard/section";
import { isTimeZone, recurrenceFault } from "./scaling/recurrence";

/** Arguments of {@link AlarmMuteRule}. */
export interface AlarmMuteRuleArgs {
  /** The components whose alarms are silent, at most 100 alarms together; those of a site are in us-east-1. */
  readonly of: readonly Charted[];
  /** When that begins, in the five fields of a Unix cron expression: `0 9 * * 2` is every Tuesday at 9:00. */
  readonly recurrence: string;
  /** The IANA time zone in which the recurrence is read, e.g. `Europe/London`. @default "Etc/UTC" */
  readonly timeZone?: string;
  /** Minutes that it lasts, 1–21600, 15 days. */
  readonly minutes: number;
  /** The region of the alarms. @default the provider's */
  readonly region?: string;
}

/**
 * A time in which alarms go on and off and call nobody, such as that in which a new version is put in place by hand. They
 * do nothing else either, so that a server which fails then is not rebooted; roll-outs are still stopped.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-mute-rules.html
 *
 * @example
 * import { AlarmMuteRule } from "./components/alarm-mute-rule";
 * import { Network } from "./components/network";
 * import { WebTier } from "./components/web-tier";
 *
 * const shop = new WebTier("shop", { network: new Network("net", { zones: 2 }), exposure: "internet", tls: "none" });
 * const releases = new AlarmMuteRule("releases", { of: [shop], recurrence: "0 9 * * 2", minutes: 60 });
 */
export class AlarmMuteRule extends pulumi.ComponentResource {
  /** The name of the rule. */
  readonly ruleName: pulumi.Output<string>;

  /** @throws when an argument is not one that AWS takes, or there are no alarms. */
  constructor(name: string, args: AlarmMuteRuleArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:AlarmMuteRule", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "alarm mute rule", name);
    const { of, recurrence, timeZone = "Etc/UTC", minutes, region } = args;
    const arns = of.flatMap((component) => component.dashboardSection().alarmArns);
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutAlarmMuteRule.html
    const isCount = arns.length >= 1 && arns.length <= 100;
    check(isCount, "of", "must be components with 1 to 100 alarms together", arns.length);
    const fault = recurrenceFault(recurrence);
    check(fault === undefined, "recurrence", fault ?? "", recurrence);
    check(isTimeZone(timeZone), "timeZone", 'must be an IANA time zone such as "Europe/London"', timeZone);
    const isLength = Number.isInteger(minutes) && minutes >= 1 && minutes <= 21600;
    check(isLength, "minutes", "must be a whole number between 1 and 21600, 15 days", minutes);

    const rule = new aws.cloudwatch.AlarmMuteRule(
      `${name}-rule`,
      {
        description: `Alarms are silent while ${name}`,
        rule: { schedule: { expression: `cron(${recurrence.trim()})`, duration: `PT${minutes}M`, timezone: timeZone } },
        muteTargets: { alarmNames: arns.map((arn) => arn.apply(nameOf)) },
        region,
        tags: { Name: name },
      },
      { parent: this },
    );

    this.ruleName = rule.name;
    this.registerOutputs({ ruleName: this.ruleName });
  }
}

/** The name at the end of an alarm's ARN. */
function nameOf(arn: string): string {
  return arn.split(":").slice(6).join(":");
}
