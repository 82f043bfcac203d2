import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { type Charted, type DashboardSection, type Graph, line } from "./dashboard/section";
import { type CalculatedCheck, readCalculated } from "./health-check/calculated";
import { type CloudWatchAlarmCheck, readCloudWatchAlarm } from "./health-check/cloud-watch-alarm";
import { type HttpCheck, readEndpoint, type TcpCheck } from "./health-check/endpoint";
import type { HealthCheckRef } from "./health-check/health-check-ref";
import { type RoutingControlCheck, readRoutingControl } from "./health-check/routing-control";
import { checkTopicArn } from "./topic-arn";

/** Arguments of {@link HealthCheck}: what is watched, and what follows from it. */
export type HealthCheckArgs = (HttpCheck | TcpCheck | CalculatedCheck | CloudWatchAlarmCheck | RoutingControlCheck) & {
  /** Whether unhealthy counts as healthy, and the other way round. @default false */
  readonly inverted?: boolean;
  /** Whether nothing is watched for now: the check then counts as healthy. @default false */
  readonly disabled?: boolean;
  /**
   * A topic that is told when the check turns unhealthy, and when it is well again. It must be in us-east-1, where the
   * metrics of health checks are.
   *
   * @default nobody is told
   */
  readonly notify?: { readonly topicArn: pulumi.Input<string> };
};

/**
 * A health check of Route 53: of an endpoint over HTTP, HTTPS or TCP, of other checks, of a CloudWatch alarm, or of a
 * routing control. DNS records that have it are answered while it is healthy.
 *
 * @example
 * import { HealthCheck } from "./components/health-check";
 *
 * const health = new HealthCheck("shop-health", {
 *   type: "https",
 *   domainName: "shop.example.com",
 *   path: "/health",
 *   searchString: "ok",
 *   intervalSeconds: 10,
 * });
 */
export class HealthCheck extends pulumi.ComponentResource implements HealthCheckRef, Charted {
  /** The id by which records and calculated checks name it. */
  readonly healthCheckId: pulumi.Output<string>;

  private readonly section: DashboardSection;

  /** @throws when a number is out of its range, an address is not public, or a text is malformed or too long. */
  constructor(name: string, args: HealthCheckArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:HealthCheck", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "health check", name);
    const inputs = readHealthCheck(check, "", args);

    const { inverted, disabled, notify } = args;
    const health = new aws.route53.HealthCheck(
      `${name}-check`,
      { ...inputs, invertHealthcheck: inverted, disabled, tags: { Name: name } },
      { parent: this },
    );
    const alarms = notify ? [alarm(name, health, notify.topicArn, this)] : [];

    this.section = { title: name, alarmArns: alarms.map(({ arn }) => arn), graphs: [healthGraph(health)] };
    this.healthCheckId = health.id;
    this.registerOutputs({ healthCheckId: this.healthCheckId });
  }

  /** What it shows on a `Dashboard`. */
  dashboardSection(): DashboardSection {
    return this.section;
  }
}

/**
 * The inputs of a health check. Also for a component that makes one: its own argument is then named before its first
 * child exists.
 *
 * @param at what stands before the names of the arguments: "healthCheck."
 */
export function readHealthCheck(check: ArgumentCheck, at: string, args: HealthCheckArgs): aws.route53.HealthCheckArgs {
  if (args.notify) checkTopicArn(check, `${at}notify.topicArn`, args.notify.topicArn);
  switch (args.type) {
    case "http":
    case "https":
    case "tcp":
      return readEndpoint(check, at, args);
    case "calculated":
      return readCalculated(check, at, args);
    case "cloudWatchAlarm":
      return readCloudWatchAlarm(check, at, args);
    case "routingControl":
      return readRoutingControl(check, at, args);
  }
}

/** Where metrics of health checks are: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-cloudwatch.html */
const region = "us-east-1";

function healthGraph({ id }: aws.route53.HealthCheck): Graph {
  const dimensions = { HealthCheckId: id };
  const lines = [line("HealthCheckStatus", "Minimum", "1 is healthy, 0 is not")];
  return { title: "Health", namespace: "AWS/Route53", dimensions, region, lines };
}

function alarm(
  name: string,
  health: aws.route53.HealthCheck,
  topicArn: pulumi.Input<string>,
  parent: pulumi.Resource,
): aws.cloudwatch.MetricAlarm {
  return new aws.cloudwatch.MetricAlarm(
    `${name}-unhealthy`,
    {
      alarmDescription: `The health check ${name} is unhealthy`,
      namespace: "AWS/Route53",
      metricName: "HealthCheckStatus",
      dimensions: { HealthCheckId: health.id },
      statistic: "Minimum",
      period: 60,
      comparisonOperator: "LessThanThreshold",
      threshold: 1,
      evaluationPeriods: 1,
      treatMissingData: "breaching",
      alarmActions: [topicArn],
      okActions: [topicArn],
      region,
    },
    { parent },
  );
}
