import type { Resource } from "../resource";
import type { Change } from "../rule";
import taggable from "./taggable-types.json";
import { asList, asMap, asText, at, type Fact, UNKNOWN, type Unknown } from "./value";

/** Tags by key: the values that are known; `UNKNOWN` when not all of the keys can be known. */
export type Tags = Readonly<Record<string, Fact<string>>> | Unknown;

const groupType = "aws:autoscaling/group:Group";
const templateType = "aws:ec2/launchTemplate:LaunchTemplate";

/**
 * The resource types that take tags. The JSON file lists, by module, those whose arguments in @pulumi/aws have a map
 * of tags; it is kept because looking them up would load the whole SDK (`tests/policies/facts/tags.test.ts` compares).
 */
export const taggableTypes: readonly string[] = [
  groupType,
  ...Object.entries(taggable).flatMap(([module, names]) =>
    names.split(" ").map((name) => `aws:${module}/${name}:${name.charAt(0).toUpperCase()}${name.slice(1)}`),
  ),
];

/** A place where a resource states tags. */
export interface TagPlace {
  /** As a message names it. */
  readonly place: string;
  readonly tags: Tags;
  /** True where the provider's `defaultTags` are added. */
  readonly takesDefaults: boolean;
  /** What to set so that these tags are stated too. */
  add(tags: Readonly<Record<string, string>>): Change[];
}

/**
 * Every place where a resource should state tags. The provider's default tags reach neither an Auto Scaling group nor
 * what a launch template launches: https://www.pulumi.com/registry/packages/aws/api-docs/ec2/launchtemplate/
 */
export function tagPlaces({ type, props }: Resource): TagPlace[] {
  if (type === groupType) return [groupPlace(props)];
  const own: TagPlace = {
    place: "tags",
    tags: mapOf(at(props, "tags")),
    takesDefaults: true,
    add: (tags) => changesIn(["tags"], tags),
  };
  return type === templateType ? [own, ...launchedPlaces(props)] : [own];
}

/** The tags of the provider's `defaultTags`, which reach a pack as an object or, from a stack file, as JSON text. */
export function defaultTags({ provider }: Resource): Tags {
  const stated = at(provider?.props, "defaultTags");
  if (stated === UNKNOWN) return UNKNOWN;
  return mapOf(at(typeof stated === "string" ? parsed(stated) : stated, "tags"));
}

/** The tags that AWS sees on a resource: its own over the provider's. */
export function tagsOf(resource: Resource): Tags {
  const [own] = tagPlaces(resource);
  const tags = own?.tags ?? {};
  const defaults = own?.takesDefaults ? defaultTags(resource) : {};
  return tags === UNKNOWN || defaults === UNKNOWN ? UNKNOWN : { ...defaults, ...tags };
}

/**
 * Whether a resource has one of these tags, each written as `key=value`, or as `key` for any value.
 *
 * @returns `UNKNOWN` when a tag that is not known yet could be one of them
 */
export function hasTag(resource: Resource, wanted: readonly string[]): boolean | Unknown {
  if (wanted.length === 0) return false;
  const [own] = tagPlaces(resource);
  const sources = [own?.tags ?? {}, own?.takesDefaults ? defaultTags(resource) : {}];
  const found = sources.flatMap((tags): (boolean | Unknown)[] => {
    if (tags === UNKNOWN) return [UNKNOWN];
    return Object.entries(tags).map(([key, value]) => {
      if (wanted.includes(key)) return true;
      if (value !== UNKNOWN) return wanted.includes(`${key}=${value}`);
      return wanted.some((tag) => tag.startsWith(`${key}=`)) && UNKNOWN;
    });
  });
  if (found.includes(true)) return true;
  return found.includes(UNKNOWN) ? UNKNOWN : false;
}

function groupPlace(props: unknown): TagPlace {
  const list = asList(at(props, "tags"));
  const tags = list === UNKNOWN ? UNKNOWN : listed(list);
  const add: TagPlace["add"] = (added) =>
    Object.entries(added).map(([key, value], index) => ({
      path: ["tags", (list === UNKNOWN ? 0 : list.length) + index],
      value: { key, value, propagateAtLaunch: true },
    }));
  return { place: "tags", tags, takesDefaults: false, add };
}

/** What a launch template launches: instances and their volumes. */
function launchedPlaces(props: unknown): TagPlace[] {
  const specifications = asList(at(props, "tagSpecifications"));
  const types = specifications === UNKNOWN ? [UNKNOWN] : specifications.map((entry) => at(entry, "resourceType"));
  const launched = ["instance", "volume"];
  return launched.map((resourceType) => {
    const index = types.indexOf(resourceType);
    const isThere = specifications !== UNKNOWN && index >= 0;
    const unstated = types.includes(UNKNOWN) ? UNKNOWN : {};
    // What is added for instances comes before what is added for volumes.
    const earlier = launched.slice(0, launched.indexOf(resourceType)).filter((other) => !types.includes(other));
    const add: TagPlace["add"] = (tags) =>
      isThere
        ? changesIn(["tagSpecifications", index, "tags"], tags)
        : [{ path: ["tagSpecifications", types.length + earlier.length], value: { resourceType, tags } }];
    return {
      place: `tagSpecifications of resourceType "${resourceType}"`,
      tags: isThere ? mapOf(at(specifications[index], "tags")) : unstated,
      takesDefaults: false,
      add,
    };
  });
}

function changesIn(path: Change["path"], tags: Readonly<Record<string, string>>): Change[] {
  return Object.entries(tags).map(([key, value]) => ({ path: [...path, key], value }));
}

function mapOf(tags: unknown): Tags {
  const map = asMap(tags);
  return map === UNKNOWN
    ? UNKNOWN
    : Object.fromEntries(Object.entries(map).map(([key, value]) => [key, asText(value)]));
}

function listed(list: readonly unknown[]): Tags {
  const entries = list.map((tag) => [asText(at(tag, "key")), asText(at(tag, "value"))] as const);
  if (entries.some(([key]) => key === UNKNOWN)) return UNKNOWN;
  return Object.fromEntries(entries.filter(([key]) => typeof key === "string"));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
