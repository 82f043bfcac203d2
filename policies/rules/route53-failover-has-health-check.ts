import { isGiven } from "../facts/given";
import { placeOf, type RecordSet, recordSetsOf, recordSetTypes } from "../facts/record-sets";
import { asNumber, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

const words = {
  failover: "is the primary of a failover",
  weighted: "is weighted",
  latency: "is chosen by latency",
  multivalue: "is one of several answers",
};

export const route53FailoverHasHealthCheck = rule({
  name: "route53-failover-has-health-check",
  displayName: "Records that share a name are checked",
  description:
    "A record of Route 53 that is the primary of a failover, weighted, chosen by latency or one of several answers has a health check, or evaluates the health of its target.",
  why: "Route 53 goes on answering with a record that nobody checks, however dead what it leads to.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-types.html",
  remediationSteps: "Set healthCheckId to an aws.route53.HealthCheck, or evaluateTargetHealth of an alias to true.",
  controls: {},
  types: recordSetTypes,
  resource({ resource, deny, undecided }) {
    const { sets, unknownLists } = recordSetsOf(resource);
    for (const list of unknownLists) undecided(list);
    for (const set of sets) {
      // Of a check that is made with the stack the id is not known at preview, but then one is named.
      if (isGiven(set.healthCheckId) || set.alias?.evaluateTargetHealth === true) continue;
      const place = placeOf(set) ?? "it";
      const routing = needsCheck(set);
      if (routing === undefined) continue;
      if (routing === UNKNOWN) undecided(`how ${place} is chosen`);
      else if (set.alias?.evaluateTargetHealth === UNKNOWN) undecided("evaluateTargetHealth");
      else {
        const or = set.alias ? ", or evaluateTargetHealth to true" : "";
        deny(`${place} ${words[routing]} and nobody checks its health; set healthCheckId${or}`);
      }
    }
  },
});

/** A secondary answers when all else fails, and what weighs nothing answers nobody. */
function needsCheck({ routing, role, weight }: RecordSet) {
  if (routing === "failover" && role !== UNKNOWN) return role === "PRIMARY" ? routing : undefined;
  if (routing === "failover") return UNKNOWN;
  if (routing === "weighted" && asNumber(weight) === 0) return undefined;
  return routing;
}
