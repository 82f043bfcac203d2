import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";

/** Arguments of {@link ZonalAutoshift}: what is shifted, what ends a practice run, and when there are some. */
export interface ZonalAutoshiftArgs extends PracticeRuns {
  /** The ARN of a load balancer with zonal shift, an Auto Scaling group or an EKS cluster. */
  readonly resourceArn: pulumi.Input<string>;
  /** The ARNs of the alarms that end a practice run, 1–10: those of what visitors see. */
  readonly outcomeAlarmArns: readonly pulumi.Input<string>[];
}

/** When AWS takes a zone out, and when it tries that. */
export interface PracticeRuns {
  /**
   * Whether AWS may take a zone out by itself when it sees one fail. Otherwise it only practises.
   *
   * @default true
   */
  readonly autoshift?: boolean;
  /**
   * When a practice run may start or may not, in UTC, 1–15 windows within a day: `"Tue:09:00-Tue:15:00"`.
   *
   * @default at any time, for half an hour a week
   */
  readonly practiceWindows?: { readonly allowed: readonly string[] } | { readonly blocked: readonly string[] };
  /** Days without practice runs, in UTC, at most 15: `"2026-11-27"`. @default none */
  readonly blockedDates?: readonly string[];
  /** The ARNs of alarms during which no practice run starts, at most 10. @default none */
  readonly blockingAlarmArns?: readonly pulumi.Input<string>[];
}

/**
 * Lets AWS take a zone that fails out of a load balancer, and try once a week that the others carry its load.
 * https://docs.aws.amazon.com/r53recovery/latest/dg/arc-zonal-autoshift.html
 *
 * @example
 * import { ZonalAutoshift } from "./components/zonal-autoshift";
 *
 * const autoshift = new ZonalAutoshift("shop-autoshift", {
 *   resourceArn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shop-lb/0123456789abcdef",
 *   outcomeAlarmArns: ["arn:aws:cloudwatch:eu-west-1:123456789012:alarm:shop-5xx"],
 *   practiceWindows: { allowed: ["Tue:09:00-Tue:15:00"] },
 * });
 */
export class ZonalAutoshift extends pulumi.ComponentResource {
  /** The ARN of what is shifted, once it can be. */
  readonly resourceArn: pulumi.Output<string>;

  /** @throws when there are too few or too many alarms, windows or dates, or one is malformed. */
  constructor(name: string, args: ZonalAutoshiftArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:ZonalAutoshift", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "zonal autoshift", name);
    const { resourceArn, outcomeAlarmArns, autoshift = true } = args;
    const isCount = outcomeAlarmArns.length >= 1 && outcomeAlarmArns.length <= 10;
    check(isCount, "outcomeAlarmArns", "must hold 1 to 10 alarms", outcomeAlarmArns.length);
    const runs = readPracticeRuns(check, "", args);

    const configuration = new aws.arczonalshift.ZonalAutoshiftConfiguration(
      `${name}-configuration`,
      {
        resourceArn,
        outcomeAlarms: outcomeAlarmArns.map(alarm),
        ...runs,
        zonalAutoshiftStatus: autoshift ? "ENABLED" : "DISABLED",
      },
      { parent: this },
    );

    this.resourceArn = configuration.resourceArn;
    this.registerOutputs({ resourceArn: this.resourceArn });
  }
}

/**
 * The inputs of practice runs. Also for a component that makes an autoshift: its own argument is then named before its
 * first child exists. https://docs.aws.amazon.com/arc-zonal-shift/latest/api/API_CreatePracticeRunConfiguration.html
 *
 * @param at what stands before the names of the arguments: "zonalAutoshift."
 */
export function readPracticeRuns(check: ArgumentCheck, at: string, runs: PracticeRuns) {
  const { practiceWindows, blockedDates = [], blockingAlarmArns = [] } = runs;
  if (practiceWindows) {
    const [kind, windows] = Object.entries(practiceWindows)[0] ?? ["allowed", []];
    const isCount = windows.length >= 1 && windows.length <= 15;
    check(isCount, `${at}practiceWindows.${kind}`, "must hold 1 to 15 windows", windows.length);
    const malformed = windows.find((window: string) => !isWindow(window));
    const form = 'must be windows within a day, in UTC, such as "Tue:09:00-Tue:15:00"';
    check(malformed === undefined, `${at}practiceWindows.${kind}`, form, malformed);
  }
  check(blockedDates.length <= 15, `${at}blockedDates`, "must hold at most 15 dates", blockedDates.length);
  const noDate = blockedDates.find((date) => !isDate(date));
  check(noDate === undefined, `${at}blockedDates`, 'must be dates such as "2026-11-27"', noDate);
  const isFew = blockingAlarmArns.length <= 10;
  check(isFew, `${at}blockingAlarmArns`, "must hold at most 10 alarms", blockingAlarmArns.length);
  return {
    allowedWindows: practiceWindows && "allowed" in practiceWindows ? [...practiceWindows.allowed] : undefined,
    blockedWindows: practiceWindows && "blocked" in practiceWindows ? [...practiceWindows.blocked] : undefined,
    blockedDates: blockedDates.length > 0 ? [...blockedDates] : undefined,
    blockingAlarms: blockingAlarmArns.length > 0 ? blockingAlarmArns.map(alarm) : undefined,
  };
}

function alarm(alarmIdentifier: pulumi.Input<string>) {
  return { alarmIdentifier, type: "CLOUDWATCH" };
}

function isWindow(window: string): boolean {
  const time = "([01]\\d|2[0-3]):[0-5]\\d";
  const form = new RegExp(`^(Mon|Tue|Wed|Thu|Fri|Sat|Sun):(${time})-\\1:(${time})$`);
  const [, , from = "", , to = ""] = form.exec(window) ?? [];
  return from < to;
}

function isDate(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
