import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const record = (props: Record<string, unknown>) => ({
  type: "aws:route53/record:Record",
  props: { zoneId: "Z1", name: "www.example.com", type: "A", setIdentifier: "one", ...props },
});
const alias = (evaluateTargetHealth: unknown) => ({
  aliases: [{ name: "lb.example.com", zoneId: "Z2", evaluateTargetHealth }],
});
const zone = (resourceRecordSets: unknown) => ({
  type: "aws:route53/recordsExclusive:RecordsExclusive",
  props: { zoneId: "Z1", resourceRecordSets },
});
const primary = { failoverRoutingPolicies: [{ type: "PRIMARY" }] };
const weight = (value: unknown) => ({ weightedRoutingPolicies: [{ weight: value }] });

export const examples: Examples = {
  denied: [
    {
      title: "records that are chosen in each way, without a check",
      resources: {
        first: record({ ...primary, ...alias(false) }),
        half: record({ ...weight(50), records: ["203.0.113.7"] }),
        near: record({ latencyRoutingPolicies: [{ region: "eu-west-1" }], ...alias("false") }),
        some: record({ multivalueAnswerRoutingPolicy: true, records: ["203.0.113.7"], healthCheckId: "" }),
      },
      says: {
        first:
          "it is the primary of a failover and nobody checks its health; set healthCheckId, or evaluateTargetHealth",
        half: "it is weighted and nobody checks its health; set healthCheckId.",
        near: "it is chosen by latency and nobody checks its health",
        some: "it is one of several answers and nobody checks its health",
      },
    },
    {
      title: "records of a zone that is written whole",
      resources: {
        zone: zone([
          { name: "www", failover: "PRIMARY", aliasTarget: { dnsName: "lb", evaluateTargetHealth: false } },
          { name: "www", failover: "SECONDARY", resourceRecords: [{ value: "203.0.113.8" }] },
          { name: "api", weight: 1, resourceRecords: [{ value: "203.0.113.8" }] },
          { name: "eu", region: "eu-west-1", resourceRecords: [{ value: "203.0.113.8" }] },
        ]),
      },
      says: {
        zone: [
          "resourceRecordSets[0] is the primary of a failover",
          "resourceRecordSets[2] is weighted",
          "resourceRecordSets[3] is chosen by latency",
        ],
      },
    },
  ],
  allowed: [
    {
      title: "records with a check, or that evaluate their target",
      resources: {
        check: { type: "aws:route53/healthCheck:HealthCheck", props: { type: "HTTPS" } },
        first: record({ ...primary, ...alias(false), healthCheckId: ref("check") }),
        half: record({ ...weight(50), ...alias("true") }),
        zone: zone([{ name: "www", weight: 1, healthCheckId: "8e9c1e7a", resourceRecords: [] }]),
      },
    },
    {
      title: "a secondary, a record that weighs nothing, and records that share no name",
      resources: {
        second: record({ failoverRoutingPolicies: [{ type: "SECONDARY" }], records: ["203.0.113.7"] }),
        idle: record({ ...weight("0"), records: ["203.0.113.7"] }),
        plain: record({ setIdentifier: undefined, ...alias(false), multivalueAnswerRoutingPolicy: false }),
        europe: record({ geolocationRoutingPolicies: [{ continent: "EU" }], ...alias(false) }),
      },
    },
  ],
  undecided: [
    {
      title: "a role, a policy, or the health of a target that is not known",
      resources: {
        role: record({ failoverRoutingPolicies: [{ type: UNKNOWN }], records: ["203.0.113.7"] }),
        policy: record({ weightedRoutingPolicies: UNKNOWN, records: ["203.0.113.7"] }),
        target: record({ ...primary, ...alias(UNKNOWN) }),
        zone: zone(UNKNOWN),
      },
      says: {
        role: "how it is chosen is not known yet",
        policy: "how it is chosen is not known yet",
        target: "evaluateTargetHealth is not known yet",
        zone: "resourceRecordSets is not known yet",
      },
    },
  ],
};
