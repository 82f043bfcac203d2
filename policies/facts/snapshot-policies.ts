import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { mayShareRegion } from "./account-defaults";
import type { AttachedVolume } from "./attached-volumes";
import { membersOf } from "./property-paths";
import { stated } from "./stated";
import { type Tags, tagsOf } from "./tags";
import { allOf, anyOf, known, not } from "./three-valued";
import { asMap, asText, at, type Fact, UNKNOWN, type Unknown } from "./value";

/** What Data Lifecycle Manager takes snapshots of. */
export interface SnapshotPolicies {
  /** Whether some policy takes snapshots of a volume, alone or with an instance that it is attached to. */
  include(volume: AttachedVolume): boolean | Unknown;
}

/** The lifecycle policies of a stack. */
export function snapshotPoliciesOf(stack: Stack): SnapshotPolicies {
  const policies = stack.ofType("aws:dlm/lifecyclePolicy:LifecyclePolicy").map(policyOf);
  return {
    include: ({ volume, instances }) => {
      const candidate: Candidate = { volume, tags: tagsOf(volume), instanceTags: instances.map(tagsOf) };
      return anyOf(policies.map((takes) => takes(candidate)));
    },
  };
}

interface Candidate {
  readonly volume: StackResource;
  readonly tags: Tags;
  /** The tags of each instance that the volume is attached to. */
  readonly instanceTags: readonly Tags[];
}

type Test = (candidate: Candidate) => boolean | Unknown;

function policyOf(policy: StackResource): Test {
  const { props } = stated(policy);
  const details = at(props, "policyDetails");
  // Enabled unless it says otherwise; an event policy only copies what others share.
  const works = allOf([
    known(asText(at(props, "state")), (state) => state !== "DISABLED"),
    known(asText(at(details, "policyType")), (type) => type !== "EVENT_BASED_POLICY"),
  ]);
  const byDefault = asText(at(props, "defaultPolicy"));
  const takes = byDefault === undefined || byDefault === "" ? customPolicy(details) : defaultPolicy(byDefault, details);
  return (candidate) => (mayShareRegion(policy, candidate.volume) ? allOf([works, takes(candidate)]) : false);
}

/**
 * A default policy takes all volumes, or all instances with theirs, but for what it excludes.
 * https://docs.aws.amazon.com/ebs/latest/userguide/default-policies.html
 */
function defaultPolicy(kind: string | Unknown, details: unknown): Test {
  const isKept = (tags: Tags) => not(hasAnyTag(tags, at(details, "exclusions", "excludeTags")));
  const types = membersOf(details, [], "exclusions", "excludeVolumeTypes");
  return ({ volume, tags, instanceTags }) => {
    const { props } = stated(volume);
    // What states no type is of this one.
    const type = asText(at(props, "type") ?? at(props, "volumeType") ?? "gp2");
    const isExcludedType = anyOf([
      ...types.members.map(({ value }) => isSame(asText(value), type)),
      types.unknownLists.length > 0 ? UNKNOWN : false,
    ]);
    return anyOf([
      allOf([known(kind, (text) => text === "VOLUME"), isKept(tags), not(isExcludedType)]),
      allOf([known(kind, (text) => text === "INSTANCE"), anyOf(instanceTags.map(isKept))]),
    ]);
  };
}

/** A policy of one's own takes the volumes, or the instances with their volumes, that have one of its tags. */
function customPolicy(details: unknown): Test {
  const types = membersOf(details, [], "resourceTypes");
  const takes = (type: string) =>
    anyOf([
      ...types.members.map(({ value }) => known(asText(value), (text) => text === type)),
      types.unknownLists.length > 0 ? UNKNOWN : false,
    ]);
  const isTargeted = (tags: Tags) => hasAnyTag(tags, at(details, "targetTags"));
  return ({ tags, instanceTags }) =>
    anyOf([
      allOf([takes("VOLUME"), isTargeted(tags)]),
      allOf([
        takes("INSTANCE"),
        anyOf(instanceTags.map(isTargeted)),
        not(hasAnyTag(tags, at(details, "parameters", "excludeDataVolumeTags"))),
      ]),
    ]);
}

/** Whether one of the tags is one of these, by key and value. */
function hasAnyTag(tags: Tags, wanted: unknown): boolean | Unknown {
  const pairs = asMap(wanted);
  if (pairs === UNKNOWN) return UNKNOWN;
  if (tags === UNKNOWN) return Object.keys(pairs).length > 0 && UNKNOWN;
  const own = Object.entries(pairs).filter(([key]) => Object.hasOwn(tags, key));
  return anyOf(own.map(([key, value]) => isSame(asText(value), tags[key])));
}

function isSame(one: Fact<string>, other: Fact<string>): boolean | Unknown {
  return one === UNKNOWN || other === UNKNOWN ? UNKNOWN : one === other;
}
