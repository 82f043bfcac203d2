import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { bucketKind, bucketNameIn, bucketType, parts, someStated, statedOf, valuesAt } from "./bucket-parts";
import { coversAction } from "./policy-patterns";
import { type Principal, type Statement, statementsOf } from "./policy-statements";
import { isLoadBalancing } from "./principal-accounts";
import { carrierOf, referred } from "./references";
import { allOf, anyOf, known } from "./three-valued";
import { UNKNOWN, type Unknown } from "./value";

const loadBalancer = ["accessLogs.bucket", "connectionLogs.bucket", "healthCheckLogs.bucket"];

/** Where resources name the bucket that they write logs to: by its name, ARN or domain. */
const targets: Readonly<Record<string, readonly string[]>> = {
  [parts.logging.type]: ["targetBucket"],
  [bucketType]: ["logging.targetBucket", "loggings.targetBucket"],
  "aws:lb/loadBalancer:LoadBalancer": loadBalancer,
  "aws:elb/loadBalancer:LoadBalancer": ["accessLogs.bucket"],
  "aws:cfg/deliveryChannel:DeliveryChannel": ["s3BucketName"],
  "aws:cloudfront/distribution:Distribution": ["loggingConfig.bucket"],
  "aws:cloudtrail/trail:Trail": ["s3BucketName"],
  "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": [
    "deliveryDestinationConfiguration.destinationResourceArn",
  ],
  "aws:ec2/flowLog:FlowLog": ["logDestination"],
  "aws:globalaccelerator/accelerator:Accelerator": ["attributes.flowLogsS3Bucket"],
  "aws:msk/cluster:Cluster": ["loggingInfo.brokerLogs.s3.bucket"],
  "aws:networkfirewall/loggingConfiguration:LoggingConfiguration": [
    "loggingConfiguration.logDestinationConfigs.logDestination.bucketName",
  ],
  "aws:redshift/logging:Logging": ["bucketName"],
  "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig": ["destinationArn"],
  "aws:vpclattice/accessLogSubscription:AccessLogSubscription": ["destinationArn"],
  "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration": ["logDestinationConfigs"],
};

/** The services that deliver logs into a bucket whose policy lets them. */
const deliverers = new Set([
  ...["logging.s3.amazonaws.com", "delivery.logs.amazonaws.com", "logdelivery.elasticloadbalancing.amazonaws.com"],
  ...["cloudtrail.amazonaws.com", "config.amazonaws.com"],
]);

/** The types of the resources that name a bucket of the stack as the target of their logs. */
export function logWriters(stack: Stack, bucket: StackResource): ReadonlySet<string> {
  return writers(stack).get(bucket) ?? new Set();
}

/** Whether a bucket takes logs: something names it as a target, or its policy or ACL lets AWS deliver logs. */
export function isLogBucket(stack: Stack, bucket: StackResource): boolean | Unknown {
  if (logWriters(stack, bucket).size > 0) return true;
  return anyOf([
    someStated(statedOf(stack, bucket, "policy"), letsDeliver),
    someStated(statedOf(stack, bucket, "acl"), (acl) => known(acl, (text) => text === "log-delivery-write")),
  ]);
}

const writersIn = new WeakMap<Stack, Map<StackResource, Set<string>>>();

function writers(stack: Stack): Map<StackResource, Set<string>> {
  const done = writersIn.get(stack);
  if (done) return done;
  const index = new Map<StackResource, Set<string>>();
  for (const [type, places] of Object.entries(targets)) {
    for (const resource of stack.ofType(type)) {
      for (const bucket of places.flatMap((place) => targetsOf(stack, resource, place.split(".")))) {
        index.set(bucket, (index.get(bucket) ?? new Set()).add(type));
      }
    }
  }
  writersIn.set(stack, index);
  return index;
}

function targetsOf(stack: Stack, resource: StackResource, path: readonly string[]): readonly StackResource[] {
  const [property = ""] = path;
  const values = valuesAt(resource.props, path);
  const carriers = values.flatMap((value) => carrierOf(stack, bucketNameIn(value), bucketKind) ?? []);
  return carriers.length < values.length ? [...carriers, ...referred(resource, property, bucketKind)] : carriers;
}

function letsDeliver(policy: unknown): boolean | Unknown {
  const statements = statementsOf(policy);
  return statements === UNKNOWN ? UNKNOWN : anyOf(statements.map(letsSomeDeliver));
}

function letsSomeDeliver(statement: Statement): boolean | Unknown {
  return allOf([
    known(statement.effect, (effect) => effect === "Allow"),
    coversAction(statement, "s3:PutObject"),
    anyOf((statement.principals ?? []).map(isDeliverer)),
  ]);
}

function isDeliverer({ kind, id }: Principal): boolean | Unknown {
  if (kind === UNKNOWN || id === UNKNOWN) return UNKNOWN;
  return kind === "Service" ? deliverers.has(id) : kind === "AWS" && isLoadBalancing(id);
}
