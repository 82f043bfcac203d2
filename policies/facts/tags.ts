import type { Resource } from "../resource";
import taggable from "./taggable-types.json";
import { asList, asMap, asText, at, UNKNOWN, type Unknown } from "./value";

/** Tag keys that are stated somewhere, or `UNKNOWN` when not all of them can be known. */
export type TagKeys = readonly string[] | Unknown;

const group = "aws:autoscaling/group:Group";

/**
 * The resource types that take tags. The JSON file lists, by module, those whose arguments in @pulumi/aws have a map
 * of tags; it is kept because looking them up would load the whole SDK (`tests/policies/facts/tags.test.ts` compares).
 */
export const taggableTypes: readonly string[] = [
  group,
  ...Object.entries(taggable).flatMap(([module, names]) =>
    names.split(" ").map((name) => `aws:${module}/${name}:${name.charAt(0).toUpperCase()}${name.slice(1)}`),
  ),
];

/** A place where a resource states tags, and where else to state them. */
export interface TagPlace {
  readonly place: string;
  readonly keys: TagKeys;
  /** True where the provider's `defaultTags` are added. */
  readonly takesDefaults: boolean;
}

/**
 * Every place where a resource should state tags. The provider's default tags reach neither an Auto Scaling group nor
 * what a launch template launches: https://www.pulumi.com/registry/packages/aws/api-docs/ec2/launchtemplate/
 */
export function tagPlaces({ type, props }: Resource): TagPlace[] {
  if (type === group) return [{ place: "tags", keys: listedKeys(at(props, "tags")), takesDefaults: false }];
  const own: TagPlace = { place: "tags", keys: mapKeys(at(props, "tags")), takesDefaults: true };
  if (type !== "aws:ec2/launchTemplate:LaunchTemplate") return [own];
  const specifications = asList(at(props, "tagSpecifications"));
  const launched = ["instance", "volume"].map((resourceType): TagPlace => {
    const place = `tagSpecifications of resourceType "${resourceType}"`;
    if (specifications === UNKNOWN) return { place, keys: UNKNOWN, takesDefaults: false };
    const types = specifications.map((specification) => at(specification, "resourceType"));
    const stated = types.indexOf(resourceType);
    const keys = stated >= 0 ? mapKeys(at(specifications[stated], "tags")) : types.includes(UNKNOWN) ? UNKNOWN : [];
    return { place, keys, takesDefaults: false };
  });
  return [own, ...launched];
}

/** The keys of the provider's `defaultTags`, which reach a pack as an object or, from a stack file, as JSON text. */
export function defaultTagKeys({ provider }: Resource): TagKeys {
  const stated = at(provider?.props, "defaultTags");
  if (stated === UNKNOWN) return UNKNOWN;
  return mapKeys(at(typeof stated === "string" ? parsed(stated) : stated, "tags"));
}

function mapKeys(tags: unknown): TagKeys {
  const map = asMap(tags);
  return map === UNKNOWN ? UNKNOWN : Object.keys(map);
}

function listedKeys(tags: unknown): TagKeys {
  const list = asList(tags);
  if (list === UNKNOWN) return UNKNOWN;
  const keys = list.map((tag) => asText(at(tag, "key")));
  return keys.includes(UNKNOWN) ? UNKNOWN : keys.filter((key) => typeof key === "string");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
