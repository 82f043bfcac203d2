import { distributionKind, distributionType, distributionTypes } from "../facts/distributions";
import { isGiven } from "../facts/given";
import { type Kind, named } from "../facts/references";
import { asText, at, UNKNOWN } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";

const sourceKind: Kind = { types: ["aws:cloudwatch/logDeliverySource:LogDeliverySource"], keys: ["name", "id"] };

const addSource = "add a LogDeliverySource with its ARN and a LogDelivery";

export const cloudfrontLogging = rule({
  name: "cloudfront-logging",
  displayName: "CloudFront logs requests",
  description: "Every CloudFront distribution has standard logs, of the first version or of the second.",
  why: "Much is answered from the cache, of which no origin knows: without logs nobody can tell who asked for what.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-5",
  remediationSteps:
    "Set loggingConfig with a bucket, or add an aws.cloudwatch.LogDeliverySource of ACCESS_LOGS with the distribution's ARN, a LogDeliveryDestination and a LogDelivery between them, all in us-east-1.",
  controls: { fsbp: ["CloudFront.5"], cis: ["4.10"] },
  types: [],
  subjects: distributionTypes,
  stack({ stack, on }) {
    const delivered = deliveredSources(stack);
    const sources = stack.ofType(...sourceKind.types).filter(takesAccessLogs);
    const logged = new Set<StackResource>();
    const left = new Map<StackResource, string>();
    let isVague = false;
    for (const source of sources) {
      const targets = named(stack, source, "resourceArn", at(source.props, "resourceArn"), distributionKind);
      if (targets.length === 0 && at(source.props, "resourceArn") === UNKNOWN) isVague = true;
      for (const target of targets) {
        if (delivered.has(source)) logged.add(target);
        else left.set(target, source.name);
      }
    }
    for (const distribution of stack.ofType(...distributionTypes)) {
      const { deny, undecided } = on(distribution);
      const config = at(distribution.props, "loggingConfig");
      // Of a bucket that is made with the stack the name is not known at preview, but then one is named.
      if (logged.has(distribution) || config === UNKNOWN || isGiven(at(config, "bucket"))) continue;
      if (left.has(distribution))
        deny(`no LogDelivery takes the logs of its source "${left.get(distribution)}"; add one`);
      else if (isVague) undecided("the resourceArn of a LogDeliverySource");
      else if (distribution.type === distributionType) {
        deny(`it logs no requests; set loggingConfig.bucket, or ${addSource}`);
      } else deny(`it logs no requests; ${addSource}`);
    }
  },
});

/** A distribution has sources of other logs too, such as those of connections. */
function takesAccessLogs({ props }: StackResource): boolean {
  const type = asText(at(props, "logType"));
  return type === UNKNOWN || type === "ACCESS_LOGS";
}

function deliveredSources(stack: Stack): Set<StackResource> {
  const deliveries = stack.ofType("aws:cloudwatch/logDelivery:LogDelivery");
  const property = "deliverySourceName";
  return new Set(
    deliveries.flatMap((delivery) => named(stack, delivery, property, at(delivery.props, property), sourceKind)),
  );
}
