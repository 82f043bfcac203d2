import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const acl = (props: Record<string, unknown> = {}) => ({
  type: "aws:wafv2/webAcl:WebAcl",
  props: { scope: "REGIONAL", ...props },
});
const log = (resourceArn: unknown) => ({
  type: "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
  props: { resourceArn, logDestinationConfigs: ["arn:aws:logs:eu-west-1:123456789012:log-group:aws-waf-logs-web"] },
});
const classic = (loggingConfiguration?: unknown) => ({
  type: "aws:wafregional/webAcl:WebAcl",
  props: { metricName: "web", loggingConfiguration },
});

export const examples: Examples = {
  denied: [
    {
      title: "a web ACL without logs, also beside one that has them",
      resources: { web: acl(), api: acl(), log: log(ref("api", "arn")) },
      says: { web: "it logs no requests; add an aws.wafv2.WebAclLoggingConfiguration with its ARN" },
    },
    {
      title: "classic web ACLs without logs",
      resources: { old: classic(), global: { type: "aws:waf/webAcl:WebAcl", props: { loggingConfiguration: {} } } },
      says: {
        old: "loggingConfiguration.logDestination is not set; name a Firehose stream",
        global: "loggingConfiguration.logDestination is not set",
      },
    },
  ],
  allowed: [
    {
      title: "web ACLs with logs, by reference and by ARN",
      resources: {
        web: acl(),
        log: log(ref("web", "arn")),
        api: acl({ arn: "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/api/1" }),
        other: log("arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/api/1"),
      },
    },
    {
      title: "a classic web ACL with logs",
      resources: {
        stream: { type: "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", props: {} },
        old: classic({ logDestination: ref("stream", "arn") }),
      },
    },
  ],
  undecided: [
    {
      title: "logs of which the web ACL is not known",
      resources: { web: acl(), log: log(UNKNOWN) },
      says: { web: "the resourceArn of a WebAclLoggingConfiguration is not known yet" },
    },
  ],
};
