import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const zone = (props: Record<string, unknown> = {}) => ({
  type: "aws:route53/zone:Zone",
  props: { name: "example.com", ...props },
});
const log = (zoneId: unknown) => ({
  type: "aws:route53/queryLog:QueryLog",
  props: { zoneId, cloudwatchLogGroupArn: "arn:aws:logs:us-east-1:123456789012:log-group:/aws/route53/example.com" },
});

export const examples: Examples = {
  denied: [
    {
      title: "a public zone without a log, also beside one that has one",
      resources: { main: zone(), other: zone({ vpcs: [] }), log: log(ref("other", "zoneId")) },
      says: { main: "it logs no queries; add an aws.route53.QueryLog with its zoneId" },
    },
  ],
  allowed: [
    {
      title: "a zone with a log, by reference and by id",
      resources: {
        main: zone(),
        log: log(ref("main", "zoneId")),
        byId: zone({ zoneId: "Z0123456789ABCDEFGHIJ" }),
        other: log("Z0123456789ABCDEFGHIJ"),
      },
    },
    {
      title: "a private zone, which answers a VPC alone",
      resources: {
        vpc: { type: "aws:ec2/vpc:Vpc", props: {} },
        internal: zone({ vpcs: [{ vpcId: ref("vpc") }] }),
      },
    },
  ],
  undecided: [
    {
      title: "a log of which the zone is not known",
      resources: { main: zone(), log: log(UNKNOWN) },
      says: { main: "the zoneId of a QueryLog is not known yet" },
    },
  ],
};
