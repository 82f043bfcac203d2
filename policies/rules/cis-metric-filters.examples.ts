import { type ExampleResource, type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const trail = { type: "aws:cloudtrail/trail:Trail", props: { s3BucketName: "trail" } };
const filter = (name: string, pattern: unknown) => ({
  type: "aws:cloudwatch/logMetricFilter:LogMetricFilter",
  props: { logGroupName: "trail", pattern, metricTransformation: { name, namespace: "Trail", value: "1" } },
});
const alarm = (metricName: unknown) => ({
  type: "aws:cloudwatch/metricAlarm:MetricAlarm",
  props: { namespace: "Trail", metricName },
});
const events = (...names: string[]) => `{ ${names.map((name) => `($.eventName = ${name})`).join(" || ")} }`;

const patterns: Record<string, string> = {
  denied: '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }',
  mfa: '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") }',
  root: '{ $.userIdentity.type = "Root" && $.eventType != "AwsServiceEvent" }',
  policies: events("CreatePolicy", "DeletePolicy", "PutRolePolicy", "AttachRolePolicy"),
  trails: events("CreateTrail", "UpdateTrail", "DeleteTrail", "StartLogging", "StopLogging"),
  failed: '{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }',
  keys: events("DisableKey", "ScheduleKeyDeletion"),
  buckets: events("PutBucketAcl", "PutBucketPolicy", "DeleteBucketPolicy"),
  config: events("StopConfigurationRecorder", "DeleteDeliveryChannel", "PutConfigurationRecorder"),
  groups: events("AuthorizeSecurityGroupIngress", "RevokeSecurityGroupIngress", "CreateSecurityGroup"),
  acls: events("CreateNetworkAcl", "CreateNetworkAclEntry", "DeleteNetworkAclEntry"),
  gateways: events("AttachInternetGateway", "DeleteInternetGateway", "CreateCustomerGateway"),
  routes: events("CreateRoute", "ReplaceRoute", "DeleteRoute", "DeleteRouteTable"),
  networks: events("CreateVpc", "DeleteVpc", "ModifyVpcAttribute"),
  organization: "{ $.eventSource = organizations.amazonaws.com }",
};
const filters = (left: readonly string[] = []): Record<string, ExampleResource> =>
  Object.fromEntries(
    Object.entries(patterns)
      .filter(([name]) => !left.includes(name))
      .flatMap(([name, pattern]) => [
        [`${name}-filter`, filter(name, pattern)],
        [`${name}-alarm`, alarm(name)],
      ]),
  );

export const examples: Examples = {
  denied: [
    {
      title: "a trail without filters",
      resources: { trail },
      says: {
        "": "it has a trail and no metric filter with an alarm for calls without permission, sign-in without MFA, use of the root user, changes of IAM policies and 11 more; add one for each",
      },
    },
    {
      title: "a filter that is missing, and one whose metric has no alarm",
      resources: { trail, ...filters(["root", "routes"]), "routes-filter": filter("routes", patterns.routes) },
      says: { "": "no metric filter with an alarm for use of the root user, changes of routes; add one for each" },
    },
  ],
  allowed: [
    { title: "a trail with all filters and their alarms", resources: { trail, ...filters() } },
    {
      title: "an alarm that takes its metric from the filter",
      resources: {
        ...{ trail, ...filters(["root"]), "root-filter": filter("root", patterns.root) },
        "root-alarm": alarm(ref("root-filter", "name")),
      },
    },
    { title: "a stack without a trail", resources: { topic: { type: "aws:sns/topic:Topic", props: {} } } },
  ],
  undecided: [
    {
      title: "a filter whose pattern is not known",
      resources: { trail, ...filters(["root"]), "root-filter": filter("root", UNKNOWN), "root-alarm": alarm("root") },
      says: { "": "the pattern of a metric filter" },
    },
  ],
};
