import { isGiven } from "./given";
import { type Member, type Members, membersOf } from "./property-paths";
import { anyOf } from "./three-valued";
import { asList, at, UNKNOWN, type Unknown } from "./value";

export const distributionType = "aws:cloudfront/distribution:Distribution";

/** What serves visitors: a distribution, and the template of those that serve many tenants. */
export const distributionTypes: readonly string[] = [
  distributionType,
  "aws:cloudfront/multitenantDistribution:MultitenantDistribution",
];

export const distributionKind = { types: distributionTypes, keys: ["arn", "id"] };

/** How a distribution answers: for all paths first, then for some; the two types call the latter by different names. */
export function behaviorsOf(props: unknown): Members {
  return joined(["defaultCacheBehavior", "orderedCacheBehaviors", "cacheBehaviors"].map((list) => listOf(props, list)));
}

export function originsOf(props: unknown): Members {
  return listOf(props, "origins");
}

/** What a distribution says of its origins that are neither buckets nor in a VPC, each with its place. */
export function customOriginsOf(props: unknown): Members {
  const { members, unknownLists } = originsOf(props);
  const custom = joined(
    members.flatMap(({ value, place }) => customProperties.map((property) => membersOf(value, place, property))),
  );
  return { members: custom.members, unknownLists: [...unknownLists, ...custom.unknownLists] };
}

const customProperties = ["customOriginConfig", "customOriginConfigs"];

/** Whether an origin is a bucket that CloudFront asks by the API of S3, as one is that says nothing else. */
export function isBucketOrigin(origin: unknown): boolean | Unknown {
  if (origin === UNKNOWN) return UNKNOWN;
  const others = [...customProperties, "vpcOriginConfig", "vpcOriginConfigs"].map((property) => {
    const list = asList(at(origin, property));
    return list === UNKNOWN ? UNKNOWN : list.length > 0;
  });
  const isOther = anyOf(others);
  return isOther === UNKNOWN ? UNKNOWN : !isOther;
}

/** Whether visitors are shown a certificate of the program's, not CloudFront's own for `*.cloudfront.net`. */
export function hasOwnCertificate(props: unknown): boolean | Unknown {
  const certificate = at(props, "viewerCertificate");
  if (certificate === UNKNOWN) return UNKNOWN;
  // Of one that is made with the stack the ARN is not known at preview, but then one is named.
  return ["acmCertificateArn", "iamCertificateId"].some((property) => isGiven(at(certificate, property)));
}

function listOf(props: unknown, property: string): Members {
  return membersOf(props, [], property);
}

function joined(parts: readonly Members[]): Members {
  return {
    members: parts.flatMap(({ members }): readonly Member[] => members),
    unknownLists: parts.flatMap(({ unknownLists }) => unknownLists),
  };
}
