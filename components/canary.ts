import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { AlarmSet, type OrNone } from "./alarm-set";
import { type Notify, notifiedTopicArn, readNotify } from "./alarm-topic";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { runBucket, runPrefix, runRole } from "./canary/runs";
import { type Charted, type DashboardSection, type Graph, line } from "./dashboard/section";
import { logGroup, readLogs, type ServiceLogs } from "./service-logs";

/** Arguments of {@link Canary}. */
export interface CanaryArgs {
  /** The page that is asked for, of a site that the internet can reach; where it leads on to, the canary follows. */
  readonly url: pulumi.Input<string>;
  /** The HTTP status that must come, 200–599. @default 200 */
  readonly expectedStatus?: number;
  /** A text that the page must hold. @default none */
  readonly expectedText?: string;
  /** Seconds in which the page must have come, 1–60. @default 10 */
  readonly timeoutSeconds?: number;
  /** Minutes from one run to the next, 1–60. Each run costs about 0.0012 USD: 10 USD a month for every 5. @default 5 */
  readonly everyMinutes?: number;
  /** What runs the script. @default the newest of Node.js without a browser, which this version knows */
  readonly runtimeVersion?: string;
  /** When it calls for help, and whom. @default when two runs of three fail, a topic that nobody reads yet */
  readonly alarms?: OrNone<{ readonly notify?: Notify }>;
  /** The log group of its runs. @default kept for 365 days in prod, 14 in dev */
  readonly logs?: ServiceLogs;
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Library_Nodejs.html */
const newestRuntime = "syn-nodejs-4.1";

/**
 * Asks for a page of a site every few minutes, from outside and in every hour, as a visitor would: it also notices what
 * fails before a request comes to anything that has metrics, such as a name that leads nowhere.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Canaries.html
 *
 * @example
 * import { Canary } from "./components/canary";
 *
 * const canary = new Canary("shop-canary", {
 *   url: "https://shop.example.com/",
 *   expectedText: "Basket",
 *   alarms: { notify: { email: "operations@example.com" } },
 * });
 */
export class Canary extends pulumi.ComponentResource implements Charted {
  /** The name of the canary in AWS. */
  readonly canaryName: pulumi.Output<string>;
  /** The ARN of the topic that its alarms notify; undefined without alarms. */
  readonly alarmTopicArn: pulumi.Output<string> | undefined;

  private readonly section: DashboardSection;

  /** @throws when the URL is none, or a number is out of its range. */
  constructor(name: string, args: CanaryArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:Canary", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "canary", name);
    const { url, expectedStatus = 200, expectedText, timeoutSeconds = 10, everyMinutes = 5, alarms = {} } = args;
    const { runtimeVersion = newestRuntime } = args;
    const isUrl = typeof url !== "string" || /^https?:\/\/[^\s/]+(\/\S*)?$/.test(url);
    check(isUrl, "url", 'must be a URL such as "https://shop.example.com/"', url);
    checkNumber(check, { expectedStatus }, 200, 599);
    checkNumber(check, { timeoutSeconds }, 1, 60);
    checkNumber(check, { everyMinutes }, 1, 60);
    const isText = expectedText === undefined || /^.{1,500}$/.test(expectedText);
    check(isText, "expectedText", "must be one line of 1 to 500 characters", expectedText);
    const isRuntime = /^syn-nodejs-\d+\.\d+$/.test(runtimeVersion);
    check(
      isRuntime,
      "runtimeVersion",
      `must be one of Node.js without a browser, such as "${newestRuntime}"`,
      runtimeVersion,
    );
    const notify = alarms === "none" ? undefined : readNotify(check, "alarms.notify", alarms.notify);
    const logs = readLogs(check, args.logs ?? {});

    // https://docs.aws.amazon.com/AmazonSynthetics/latest/APIReference/API_CreateCanary.html
    const canaryName = `${pulumi.getProject()}-${pulumi.getStack()}-${name}`
      .toLowerCase()
      .replace(/[^0-9a-z_-]/g, "-")
      .slice(0, 255);
    const { bucket, script } = runBucket(name, this);
    const { role, policy } = runRole(name, canaryName, bucket, this);
    const canary = new aws.synthetics.Canary(
      `${name}-canary`,
      {
        name: canaryName,
        artifactS3Location: pulumi.interpolate`s3://${bucket.bucket}/${runPrefix}/`,
        artifactConfig: { s3Encryption: { encryptionMode: "SSE_S3" } },
        executionRoleArn: role.arn,
        handler: "check.handler",
        runtimeVersion,
        s3Bucket: script.bucket,
        s3Key: script.key,
        schedule: { expression: everyMinutes === 1 ? "rate(1 minute)" : `rate(${everyMinutes} minutes)` },
        runConfig: {
          // A start takes a while, and a run must end before the next one begins.
          timeoutInSeconds: Math.min(60 * everyMinutes, timeoutSeconds + 30),
          environmentVariables: {
            TARGET_URL: url,
            EXPECTED_STATUS: String(expectedStatus),
            ...(expectedText !== undefined && { EXPECTED_TEXT: expectedText }),
            TIMEOUT_SECONDS: String(timeoutSeconds),
          },
        },
        startCanary: true,
        deleteLambda: true,
        tags: { Name: name },
      },
      // Synthetics tries the role as it makes the canary.
      { parent: this, dependsOn: [policy] },
    );
    logGroup(`${name}-logs`, logs, this, { name: canary.engineArn.apply(logGroupOf) });
    const topicArn = notify && notifiedTopicArn(name, notify, this);
    const alarmSet = new AlarmSet(name, this, topicArn);
    if (notify) runAlarm(alarmSet, canary, everyMinutes);

    this.section = { title: name, alarmArns: alarmSet.arns, graphs: runGraphs(canary) };
    this.canaryName = canary.name;
    this.alarmTopicArn = topicArn;
    this.registerOutputs({ canaryName: this.canaryName, alarmTopicArn: this.alarmTopicArn });
  }

  /** What it shows on a `Dashboard`. */
  dashboardSection(): DashboardSection {
    return this.section;
  }
}

function checkNumber(check: ArgumentCheck, named: Readonly<Record<string, number>>, least: number, most: number): void {
  for (const [argument, value] of Object.entries(named)) {
    const isWithin = Number.isInteger(value) && value >= least && value <= most;
    check(isWithin, argument, `must be a whole number between ${least} and ${most}`, value);
  }
}

/** Where the function of a canary writes, by the ARN of one of its versions. */
function logGroupOf(engineArn: string): string {
  return `/aws/lambda/${engineArn.split(":")[6] ?? ""}`;
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Canaries_metrics.html */
const namespace = "CloudWatchSynthetics";

function runAlarm(alarms: AlarmSet, canary: aws.synthetics.Canary, everyMinutes: number): void {
  alarms.part("failing", {
    alarmDescription: "Two of three runs of the canary have failed: a visitor cannot reach the page",
    namespace,
    metricName: "SuccessPercent",
    dimensions: { CanaryName: canary.name },
    statistic: "Average",
    period: 60 * everyMinutes,
    evaluationPeriods: 3,
    datapointsToAlarm: 2,
    comparisonOperator: "LessThanThreshold",
    threshold: 100,
    // A canary that was stopped says nothing of the page.
    treatMissingData: "missing",
  });
  alarms.down();
}

function runGraphs(canary: aws.synthetics.Canary): Graph[] {
  const ofRuns = { namespace, dimensions: { CanaryName: canary.name } };
  return [
    { ...ofRuns, title: "Runs", unit: "percent", lines: [line("SuccessPercent", "Average", "succeeded")] },
    { ...ofRuns, title: "Duration", unit: "milliseconds", lines: [line("Duration", "Average", "of a run")] },
  ];
}
