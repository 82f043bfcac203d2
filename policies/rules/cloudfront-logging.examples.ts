import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const distribution = (props: Record<string, unknown> = {}) => ({
  type: "aws:cloudfront/distribution:Distribution",
  props: { enabled: true, ...props },
});
const shared = { type: "aws:cloudfront/multitenantDistribution:MultitenantDistribution", props: { comment: "saas" } };
const source = (resourceArn: unknown, logType: unknown = "ACCESS_LOGS") => ({
  type: "aws:cloudwatch/logDeliverySource:LogDeliverySource",
  props: { name: "site-logs", logType, resourceArn },
});
const delivery = (deliverySourceName: unknown) => ({
  type: "aws:cloudwatch/logDelivery:LogDelivery",
  props: { deliverySourceName, deliveryDestinationArn: "arn:aws:logs:us-east-1:123456789012:delivery-destination:s3" },
});

export const examples: Examples = {
  denied: [
    {
      title: "distributions that log nothing",
      resources: { site: distribution(), app: distribution({ loggingConfig: { bucket: "" } }), saas: shared },
      says: {
        site: "it logs no requests; set loggingConfig.bucket, or add a LogDeliverySource with its ARN and a LogDelivery",
        app: "it logs no requests",
        saas: "it logs no requests; add a LogDeliverySource with its ARN",
      },
    },
    {
      title: "a source of logs that nobody takes, or of other logs",
      resources: {
        site: distribution(),
        logs: source(ref("site", "arn")),
        app: distribution(),
        connections: source(ref("app", "arn"), "CONNECTION_LOGS"),
        taken: delivery(ref("connections", "name")),
      },
      says: { site: 'no LogDelivery takes the logs of its source "logs"; add one', app: "it logs no requests" },
    },
  ],
  allowed: [
    {
      title: "logs of the first version",
      resources: {
        logs: { type: "aws:s3/bucket:Bucket", props: {} },
        site: distribution({ loggingConfig: { bucket: ref("logs", "bucketDomainName") } }),
        app: distribution({ loggingConfig: { bucket: "acme-logs.s3.amazonaws.com", prefix: "app" } }),
      },
    },
    {
      title: "logs of the second version",
      resources: {
        site: distribution(),
        logs: source(ref("site", "arn")),
        taken: delivery(ref("logs", "name")),
      },
    },
    {
      title: "logs of the second version, by names that are written down",
      resources: {
        saas: { ...shared, props: { arn: "arn:aws:cloudfront::123456789012:distribution/E1" } },
        logs: source("arn:aws:cloudfront::123456789012:distribution/E1"),
        taken: delivery("site-logs"),
      },
    },
  ],
  undecided: [
    {
      title: "a source of which the distribution is not known",
      resources: { site: distribution(), logs: source(UNKNOWN), taken: delivery("site-logs") },
      says: { site: "the resourceArn of a LogDeliverySource is not known yet" },
    },
  ],
};
