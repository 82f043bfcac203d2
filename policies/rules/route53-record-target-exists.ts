import { blockOf, holds, isPrivate } from "../facts/blocks";
import { dnsNameOf, knownNames } from "../facts/known-names";
import { placeOf, type RecordSet, recordSetsOf, recordSetTypes } from "../facts/record-sets";
import { few, UNKNOWN } from "../facts/value";
import type { StackResource } from "../resource";
import { rule } from "../rule";
import { texts } from "../settings";

/** The names that AWS gives to what it keeps, and to the next who makes one when it is gone. */
const awsName =
  /\.(?:amazonaws\.com(?:\.cn)?|cloudfront\.net|elasticbeanstalk\.com|awsglobalaccelerator\.com|awsapprunner\.com|amplifyapp\.com)$/;

export const route53RecordTargetExists = rule({
  name: "route53-record-target-exists",
  displayName: "Records lead to what is there",
  description:
    "A record of Route 53 leads to an address or a name of AWS that the stack has: one that is gone belongs to somebody else some day, and with it the record's name.",
  why: "They could serve what they like under your domain, and get certificates for it.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html",
  remediationSteps:
    "Name the target by an output of its resource; list in allow what another stack has, or what is not in AWS.",
  controls: {},
  settings: {
    allow: texts([], "Targets outside of the stack: names, addresses, or CIDRs such as those of an office."),
  },
  types: [],
  stack({ stack, settings, on }) {
    const allowedBlocks = settings.allow.flatMap((text) => blockOf(text) ?? []);
    const allowedNames = new Set(settings.allow.map(dnsNameOf));
    /** Whether somebody else may get a target some day. */
    const isForeign = (target: string) => {
      const name = dnsNameOf(target);
      const block = blockOf(name);
      if (block ? isPrivate(block) : !awsName.test(name)) return false;
      if (allowedNames.has(name) || (block && allowedBlocks.some((other) => holds(other, block)))) return false;
      return !knownNames(stack).has(name);
    };
    for (const resource of stack.ofType(...recordSetTypes)) {
      const { deny, undecided } = on(resource);
      const { sets, unknownLists } = recordSetsOf(resource);
      for (const list of unknownLists) undecided(list);
      for (const set of sets) {
        const place = placeOf(set) ?? "it";
        const targets = targetsOf(set);
        // What another resource gives is there.
        if (targets.includes(UNKNOWN) && !isGivenElsewhere(resource)) undecided(`what ${place} leads to`);
        const gone = targets.filter((target) => typeof target === "string").filter(isForeign);
        if (gone.length === 0) continue;
        deny(`${place} leads to ${few(gone)}, which the stack does not have; name its resource, or list it in allow`);
      }
    }
  },
});

/** Records refer to hosted zones as well, their own and those of their targets. */
function isGivenElsewhere(resource: StackResource): boolean {
  const sources = ["aliases", "records", "resourceRecordSets"].flatMap((property) => resource.references(property));
  return sources.some(({ type }) => type !== "aws:route53/zone:Zone");
}

/** Where a record leads to, for the types that name addresses or other names. */
function targetsOf({ alias, values, type }: RecordSet): readonly unknown[] {
  if (alias) return [alias.name];
  const leads = typeof type !== "string" || ["A", "AAAA", "CNAME"].includes(type.toUpperCase());
  return leads ? values : [];
}
