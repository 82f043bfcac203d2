import { type AlarmedMetric, alarmedMetrics, metricAlarmType } from "../facts/alarms";
import { asText, at, few, UNKNOWN, type Unknown } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";

const filterType = "aws:cloudwatch/logMetricFilter:LogMetricFilter";

/**
 * What the benchmark asks to be told of, in the order of its numbers, each with what a filter must look for.
 * https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
 */
const monitors: Readonly<Record<string, readonly string[]>> = {
  "calls without permission": ["UnauthorizedOperation", "AccessDenied"],
  "sign-in without MFA": ["ConsoleLogin", "MFAUsed"],
  "use of the root user": ["userIdentity.type", "Root"],
  "changes of IAM policies": ["CreatePolicy", "PutRolePolicy", "AttachRolePolicy"],
  "changes of trails": ["UpdateTrail", "DeleteTrail", "StopLogging"],
  "failed sign-in": ["ConsoleLogin", "Failed authentication"],
  "deletion of KMS keys": ["DisableKey", "ScheduleKeyDeletion"],
  "changes of bucket policies": ["PutBucketPolicy", "DeleteBucketPolicy"],
  "changes of AWS Config": ["StopConfigurationRecorder", "DeleteDeliveryChannel"],
  "changes of security groups": ["AuthorizeSecurityGroupIngress", "RevokeSecurityGroupIngress"],
  "changes of network ACLs": ["CreateNetworkAcl", "DeleteNetworkAclEntry"],
  "changes of gateways": ["AttachInternetGateway", "DeleteInternetGateway"],
  "changes of routes": ["CreateRoute", "DeleteRoute", "ReplaceRoute"],
  "changes of VPCs": ["CreateVpc", "DeleteVpc"],
  "changes of the organization": ["organizations.amazonaws.com"],
};

export const cisMetricFilters = rule({
  name: "cis-metric-filters",
  displayName: "Trails raise the alarms of the CIS benchmark",
  description:
    "A stack with a trail has a metric filter and an alarm for each kind of call that the CIS benchmark names.",
  why: "A trail records such calls and tells nobody: without a filter and an alarm they are read after the damage.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-1",
  remediationSteps:
    "Send the trail to a log group, and add an aws.cloudwatch.LogMetricFilter and an aws.cloudwatch.MetricAlarm for each kind of call.",
  controls: { cis: idsOf(Object.keys(monitors)) },
  types: [],
  stack({ stack, onStack }) {
    if (stack.ofType("aws:cloudtrail/trail:Trail").length === 0) return;
    const patterns = alarmedFilters(stack).map(({ props }) => asText(at(props, "pattern")));
    const known = patterns.filter((pattern) => typeof pattern === "string");
    const missing = Object.keys(monitors).filter((kind) => !known.some((pattern) => looksFor(pattern, kind)));
    if (missing.length === 0) return;
    if (patterns.includes(UNKNOWN)) onStack.undecided("the pattern of a metric filter");
    else {
      const finding = `it has a trail and no metric filter with an alarm for ${few(missing)}; add one for each`;
      onStack.deny(finding, { cis: idsOf(missing) });
    }
  },
});

/** The numbers of the benchmark for kinds of calls. */
function idsOf(kinds: readonly string[]): string[] {
  const all = Object.keys(monitors);
  return kinds.map((kind) => `5.${all.indexOf(kind) + 1}`);
}

function looksFor(pattern: string, kind: string): boolean {
  return (monitors[kind] ?? []).every((mark) => pattern.includes(mark));
}

/** The metric filters whose metric has an alarm. */
function alarmedFilters(stack: Stack): readonly StackResource[] {
  const keys = new Set<string | Unknown>();
  const referred = new Set<StackResource>();
  for (const alarm of stack.ofType(metricAlarmType)) {
    for (const metric of alarmedMetrics(alarm)) keys.add(keyOf(metric));
    for (const property of ["metricName", "metricQueries"]) {
      for (const filter of alarm.references(property)) referred.add(filter);
    }
  }
  return stack.ofType(filterType).filter((filter) => {
    const name = asText(at(filter.props, "metricTransformation", "name"));
    const namespace = asText(at(filter.props, "metricTransformation", "namespace"));
    const key = keyOf({ name, namespace });
    return referred.has(filter) || (key !== UNKNOWN && keys.has(key));
  });
}

function keyOf({ namespace, name }: Pick<AlarmedMetric, "namespace" | "name">): string | Unknown {
  return namespace === UNKNOWN || name === UNKNOWN ? UNKNOWN : JSON.stringify([namespace, name]);
}
