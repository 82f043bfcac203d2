import { publicZones, zonesNamed } from "../facts/hosted-zones";
import { rule } from "../rule";

export const route53QueryLogging = rule({
  name: "route53-query-logging",
  displayName: "Public zones log queries",
  description: "Every public hosted zone of Route 53 logs the queries that it answers.",
  why: "They show which names are asked for and by which resolvers, those that are gone or attacked among them.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/route53-controls.html#route53-2",
  remediationSteps:
    "Add an aws.route53.QueryLog with the zoneId of the zone and a log group in us-east-1 whose name begins with /aws/route53/.",
  controls: { fsbp: ["Route53.2"] },
  types: [],
  subjects: ["aws:route53/zone:Zone"],
  stack({ stack, on }) {
    const { zones, isVague } = zonesNamed(stack, stack.ofType("aws:route53/queryLog:QueryLog"), "zoneId");
    for (const zone of publicZones(stack)) {
      if (zones.has(zone)) continue;
      if (isVague) on(zone).undecided("the zoneId of a QueryLog");
      else on(zone).deny("it logs no queries; add an aws.route53.QueryLog with its zoneId");
    }
  },
});
