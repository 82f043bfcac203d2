import { defaultTags, taggableTypes, tagPlaces } from "../facts/tags";
import { shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { choice } from "../settings";

/**
 * At most 50 tags, keys of 128 characters, values of 256, and `aws:` is AWS's own:
 * https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
 */
const limits = { tags: 50, key: 128, value: 256 };

const styles = {
  PascalCase: /^([A-Z][a-z0-9]*)+$/,
  camelCase: /^[a-z][a-z0-9]*([A-Z][a-z0-9]*)*$/,
  "kebab-case": /^[a-z0-9]+(-[a-z0-9]+)*$/,
  snake_case: /^[a-z0-9]+(_[a-z0-9]+)*$/,
} as const;

export const tagKeysClean = rule({
  name: "tag-keys-clean",
  displayName: "Tag keys are ones that AWS and people can use",
  description:
    "Tags stay within AWS's limits, leave its aws: prefix alone, and no two keys of a resource differ in case alone.",
  why: "AWS refuses what is beyond its limits in the midst of a deployment, and to AWS Owner and owner are two keys, so that each report misses half.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html",
  remediationSteps: "Rename or remove the tag; keys are case-sensitive, so agree on one spelling.",
  controls: {},
  settings: {
    style: choice(
      ["any", ...(Object.keys(styles) as (keyof typeof styles)[])],
      "any",
      "How keys are spelled; a key with a colon, as kubernetes.io and AWS services use, is left out.",
    ),
  },
  types: taggableTypes,
  resource({ resource, settings, deny, undecided }) {
    for (const { place, tags, takesDefaults } of tagPlaces(resource)) {
      const defaults = takesDefaults ? defaultTags(resource) : {};
      if (tags === UNKNOWN) undecided(place);
      if (defaults === UNKNOWN) undecided("defaultTags of the provider");
      const all = { ...(defaults === UNKNOWN ? {} : defaults), ...(tags === UNKNOWN ? {} : tags) };
      for (const fault of faults(all, settings.style)) deny(`${place}: ${fault}`);
    }
  },
});

function faults(tags: Readonly<Record<string, unknown>>, style: string): string[] {
  const keys = Object.keys(tags);
  const found: string[] = [];
  if (keys.length > limits.tags) found.push(`${keys.length} tags are more than ${limits.tags}; remove some`);
  const reserved = keys.filter((key) => /^aws:/i.test(key));
  if (reserved.length > 0) found.push(`${few(reserved)} begins with aws:, which is AWS's own; rename it`);
  const long = keys.filter((key) => key.length > limits.key || String(tags[key] ?? "").length > limits.value);
  if (long.length > 0) {
    found.push(`${few(long)} has more than ${limits.key} characters, or ${limits.value} in its value; shorten it`);
  }
  const twins = new Map<string, string[]>();
  for (const key of keys) twins.set(key.toLowerCase(), [...(twins.get(key.toLowerCase()) ?? []), key]);
  for (const same of twins.values()) {
    if (same.length > 1) found.push(`${same.map((key) => shown(key)).join(" and ")} differ in case alone; keep one`);
  }
  const wanted = Object.entries(styles).find(([name]) => name === style)?.[1];
  const strange = keys.filter((key) => wanted && !/[:/]/.test(key) && !wanted.test(key));
  if (strange.length > 0) found.push(`${few(strange)} is not ${style}; rename it`);
  return found;
}

function few(keys: readonly string[]): string {
  const [first = ""] = keys;
  return keys.length > 1 ? `${shown(first)} and ${keys.length - 1} more` : shown(first);
}
