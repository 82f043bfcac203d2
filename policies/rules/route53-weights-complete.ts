import { placeOf, type RecordSet, recordSetsOf, recordSetTypes } from "../facts/record-sets";
import { stated } from "../facts/stated";
import { asNumber, asText, at, type Fact, UNKNOWN } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";

interface Weighted {
  readonly resource: StackResource;
  readonly set: RecordSet;
}

export const route53WeightsComplete = rule({
  name: "route53-weights-complete",
  displayName: "Weighted records are complete",
  description:
    "Weighted records of Route 53 are two or more of a name and type, each with an identifier, and not all of them weigh nothing.",
  why: "A record that is alone gets all answers whatever it weighs, and where all weigh nothing each gets the same.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-weighted.html",
  remediationSteps: "Add the other records of the name, give each a setIdentifier, and at least one a weight above 0.",
  controls: {},
  types: [],
  stack({ stack, on }) {
    for (const group of weightedGroups(stack)) {
      for (const { resource, set } of group) {
        if (set.setIdentifier === undefined || set.setIdentifier === "") {
          on(resource).deny(`setIdentifier${behind(set)} is not set; name what tells it from the others`);
        }
      }
      const [first, second] = group;
      if (!first) continue;
      const { deny, undecided } = on(first.resource);
      const weights = group.map(({ set }) => asNumber(set.weight));
      if (!second && first.set.name === UNKNOWN) undecided("name");
      else if (!second)
        deny(`it is the only weighted record${behind(first.set)}; add the others, or leave out its weight`);
      else if (weights.every((weight) => weight === 0)) {
        deny("all records of its name weigh 0, which Route 53 takes for equal; set the weight of one above 0");
      } else if (weights.every((weight) => weight === 0 || weight === UNKNOWN)) undecided("weight");
    }
  },
});

/** The weighted records of a stack by zone, name and type. */
function weightedGroups(stack: Stack): Iterable<readonly Weighted[]> {
  const groups = new Map<string, Weighted[]>();
  for (const resource of stack.ofType(...recordSetTypes)) {
    for (const set of recordSetsOf(stated(resource)).sets) {
      if (set.routing !== "weighted") continue;
      const key = [
        keyOf(asText(at(resource.props, "zoneId")), resource, "zoneId"),
        keyOf(set.name, resource, "name"),
        String(set.type === UNKNOWN ? "?" : set.type).toUpperCase(),
      ].join(" ");
      const others = groups.get(key);
      if (others) others.push({ resource, set });
      else groups.set(key, [{ resource, set }]);
    }
  }
  return groups.values();
}

/** A value that is not known is told by what it comes from. */
function keyOf(value: Fact<string>, resource: StackResource, property: string): string {
  if (value === UNKNOWN) return `? ${resource.references(property).map(({ urn }) => urn)}`;
  return (value ?? "").toLowerCase().replace(/\.$/, "");
}

function behind(set: RecordSet): string {
  const place = placeOf(set);
  return place === undefined ? "" : ` at ${place}`;
}
