import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { type Kind, named } from "./references";
import { stated } from "./stated";
import { anyOf } from "./three-valued";
import { asList, at, UNKNOWN, type Unknown } from "./value";

/** A general purpose bucket. */
export const bucketType = "aws:s3/bucket:Bucket";
/** A bucket of S3 Express One Zone. It is always private and encrypted, and has no versions, logs or replicas. */
export const directoryBucketType = "aws:s3/directoryBucket:DirectoryBucket";

/** The buckets that a property can name: the id of a bucket is its name. */
export const bucketKind: Kind = { types: [bucketType, directoryBucketType], keys: ["id", "bucket", "arn"] };

/**
 * What can be said of a bucket beside it: by a resource of its own, and where inside; and where the bucket itself can
 * say it, in the spellings of `Bucket` and of `BucketV2`. A list on the way stands for each of its members.
 */
interface Part {
  readonly type: string;
  readonly inside: readonly string[];
  readonly inBucket: readonly (readonly string[])[];
}

const encryption = "serverSideEncryptionConfiguration";

/** The parts of a bucket, by what they are about. */
export const parts = {
  publicAccessBlock: {
    type: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
    inside: [],
    inBucket: [],
  },
  ownership: {
    type: "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
    inside: ["rule"],
    inBucket: [],
  },
  acl: {
    type: "aws:s3/bucketAcl:BucketAcl",
    inside: ["acl"],
    inBucket: [["acl"]],
  },
  policy: {
    type: "aws:s3/bucketPolicy:BucketPolicy",
    inside: ["policy"],
    inBucket: [["policy"]],
  },
  encryption: {
    type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    inside: ["rules"],
    inBucket: [
      [encryption, "rule"],
      [`${encryption}s`, "rules"],
    ],
  },
  versioning: {
    type: "aws:s3/bucketVersioning:BucketVersioning",
    inside: ["versioningConfiguration"],
    inBucket: [["versioning"], ["versionings"]],
  },
  logging: {
    type: "aws:s3/bucketLogging:BucketLogging",
    inside: [],
    inBucket: [["logging"], ["loggings"]],
  },
  lifecycle: {
    type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    inside: ["rules"],
    inBucket: [["lifecycleRules"]],
  },
  objectLock: {
    type: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
    inside: [],
    inBucket: [["objectLockConfiguration"]],
  },
  replication: {
    type: "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
    inside: ["rules"],
    inBucket: [
      ["replicationConfiguration", "rules"],
      ["replicationConfigurations", "rules"],
    ],
  },
  notification: {
    type: "aws:s3/bucketNotification:BucketNotification",
    inside: [],
    inBucket: [],
  },
  website: {
    type: "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration",
    inside: [],
    inBucket: [["website"], ["websites"]],
  },
} as const satisfies Record<string, Part>;

const partTypes = new Set<string>(Object.values(parts).map(({ type }) => type));

/** What is stated of a bucket: objects (or texts) of the bucket itself and of the resources that belong to it. */
export interface StatedOfBucket {
  readonly values: readonly unknown[];
  /** False when a resource of the kind belongs to this bucket or to another: preview cannot tell. */
  readonly isWhole: boolean;
}

/** What the stack states of a bucket. At preview, what is left to AWS counts as not stated. */
export function statedOf(stack: Stack, bucket: StackResource, part: keyof typeof parts): StatedOfBucket {
  const { type, inside, inBucket }: Part = parts[part];
  const { owned, contested, adrift } = belongings(stack, type);
  const own = stated(bucket).props;
  const values = [
    ...inBucket.flatMap((path) => valuesAt(own, path)),
    ...(owned.get(bucket) ?? []).flatMap((resource) => valuesAt(saidBeside(resource, inside), inside)),
  ];
  return { values: values.filter((value) => !isEmpty(value)), isWhole: !adrift && !contested.has(bucket) };
}

/**
 * What a resource of a part says. The property that it is there for is never left to AWS: unknown, it is the program's,
 * also where it refers to nothing, as the answer of a look-up does.
 */
function saidBeside(resource: StackResource, [property]: readonly string[]): object {
  const { props } = stated(resource);
  const isOpen = property !== undefined && at(resource.props, property) === UNKNOWN;
  return isOpen ? { ...props, [property]: UNKNOWN } : props;
}

/** A state gives back `""` and `{}` for what nobody stated. */
function isEmpty(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.values(value).every(isEmpty);
  return value === undefined || value === null || value === "";
}

/** Whether something of what is stated of a bucket passes a test. */
export function someStated(
  { values, isWhole }: StatedOfBucket,
  test: (value: unknown) => boolean | Unknown,
): boolean | Unknown {
  return anyOf([...values.map(test), isWhole ? false : UNKNOWN]);
}

/** What lies at a path on which a list stands for each of its members; `UNKNOWN` for what is not known. */
export function valuesAt(value: unknown, path: readonly string[]): readonly unknown[] {
  let here: readonly unknown[] = [value];
  for (const step of path) {
    here = here.flatMap((holder) => {
      const members = asList(at(holder, step));
      return members === UNKNOWN ? [UNKNOWN] : members;
    });
  }
  return here;
}

/** The name of a bucket in its ARN, or in one of its domains: `logs` of `arn:aws:s3:::logs/web`. */
export function bucketNameIn(target: unknown): unknown {
  if (typeof target !== "string") return target;
  return target.replace(/^arn:[^:]*:s3:::/, "").replace(/(?:\/|\.s3[.-][^/]*amazonaws\.com).*$/, "");
}

interface Belongings {
  readonly owned: ReadonlyMap<StackResource, readonly StackResource[]>;
  /** The buckets that share a reference to them with others: a resource belongs to one of them. */
  readonly contested: ReadonlySet<StackResource>;
  /** True when a resource can belong to any bucket. */
  readonly adrift: boolean;
}

const belongingsIn = new WeakMap<Stack, Map<string, Belongings>>();

function belongings(stack: Stack, type: string): Belongings {
  const indexes = belongingsIn.get(stack) ?? new Map<string, Belongings>();
  belongingsIn.set(stack, indexes);
  const known = indexes.get(type);
  if (known) return known;
  const owned = new Map<StackResource, StackResource[]>();
  const contested = new Set<StackResource>();
  let adrift = false;
  for (const resource of stack.ofType(type)) {
    const buckets = bucketsNamed(stack, resource, "bucket");
    const [bucket, ...others] = buckets === UNKNOWN ? [] : buckets;
    if (buckets === UNKNOWN) adrift = true;
    else if (others.length > 0) for (const candidate of buckets) contested.add(candidate);
    else if (bucket) {
      const siblings = owned.get(bucket);
      if (siblings) siblings.push(resource);
      else owned.set(bucket, [resource]);
    }
  }
  const index: Belongings = { owned, contested, adrift };
  indexes.set(type, index);
  return index;
}

/**
 * The bucket that a property names, or several of which it is one; none when the bucket is not of this stack. Programs
 * that order the parts of a bucket let one take the bucket's name from another.
 */
export function bucketsNamed(
  stack: Stack,
  resource: StackResource,
  property: string,
): readonly StackResource[] | Unknown {
  return follow(stack, resource, property, new Set());
}

function follow(
  stack: Stack,
  resource: StackResource,
  property: string,
  seen: Set<StackResource>,
): readonly StackResource[] | Unknown {
  seen.add(resource);
  const value = at(resource.props, property);
  const direct = named(stack, resource, property, value, bucketKind);
  if (direct.length > 0) return direct;
  const isBefore = (other: StackResource) => partTypes.has(other.type) && !seen.has(other);
  // A chain has at most one part of each kind.
  const before = seen.size > partTypes.size ? [] : resource.references(property).filter(isBefore);
  const through = before.map((other) => follow(stack, other, "bucket", seen));
  if (through.length > 0) return through.includes(UNKNOWN) ? UNKNOWN : [...new Set(through.flatMap(listed))];
  return value === UNKNOWN ? UNKNOWN : [];
}

function listed(buckets: readonly StackResource[] | Unknown): readonly StackResource[] {
  return buckets === UNKNOWN ? [] : buckets;
}
