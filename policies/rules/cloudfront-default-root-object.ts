import { behaviorsOf, distributionTypes, isBucketOrigin, originsOf } from "../facts/distributions";
import { allOf, anyOf } from "../facts/three-valued";
import { asList, asText, at, UNKNOWN, type Unknown } from "../facts/value";
import { rule } from "../rule";

export const cloudfrontDefaultRootObject = rule({
  name: "cloudfront-default-root-object",
  displayName: "CloudFront has a first page",
  description:
    "A CloudFront distribution whose first page comes from a bucket names the object, so that nobody gets a list of the bucket or an error there.",
  why: "Who asks for the bare name otherwise gets an error, or a list of all objects where the bucket allows it.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-1",
  remediationSteps:
    'Set defaultRootObject to the object that answers "/", such as "index.html", without a leading slash.',
  controls: { fsbp: ["CloudFront.1"] },
  types: distributionTypes,
  resource({ resource: { props }, deny, undecided }) {
    const root = asText(at(props, "defaultRootObject"));
    if (typeof root === "string" && root !== "") return;
    const comesFromBucket = rootIsInBucket(props);
    if (comesFromBucket === false) return;
    if (root === UNKNOWN) undecided("defaultRootObject");
    else if (comesFromBucket === UNKNOWN) undecided("the origin of its default cache behaviour");
    else deny('defaultRootObject is not set, and its first page comes from a bucket; set it, say to "index.html"');
  },
});

/** Whether "/" is asked of a bucket: by the first behaviour that is for it, else by the default one. */
function rootIsInBucket(props: unknown): boolean | Unknown {
  const { members, unknownLists } = originsOf(props);
  const first = behaviorsOf(props).members.find(({ value }) => isForRoot(at(value, "pathPattern")));
  const target = asText(at(first ? first.value : at(props, "defaultCacheBehavior"), "targetOriginId"));
  const ids = target === UNKNOWN ? UNKNOWN : idsBehind(props, target);
  const meant = members.map(({ value }) =>
    allOf([isBucketOrigin(value), ids === UNKNOWN ? UNKNOWN : isOne(value, ids)]),
  );
  return anyOf([...meant, unknownLists.length > 0 && UNKNOWN]);
}

function isForRoot(pattern: unknown): boolean {
  return pattern === "*" || pattern === "/*" || pattern === "/";
}

/** The ids of the origins in an origin group; of an origin, its own. */
function idsBehind(props: unknown, id: string | undefined): ReadonlySet<unknown> {
  const ids: ReadonlySet<unknown> = new Set([id]);
  const groups = asList(at(props, "originGroups"));
  const group = groups === UNKNOWN ? undefined : groups.find((one) => isOne(one, ids));
  const members = asList(at(group, "members"));
  return group === undefined || members === UNKNOWN ? ids : new Set(members.map((member) => at(member, "originId")));
}

/** Origins and groups are called `originId`, and `id` where there are many tenants. */
function isOne(origin: unknown, ids: ReadonlySet<unknown>): boolean {
  return [at(origin, "originId"), at(origin, "id")].some((id) => typeof id === "string" && ids.has(id));
}
