import { UNKNOWN } from "./facts/value";

/**
 * What the engine sends in place of a value that is not known yet, by its kind; the same in every version.
 * `sdk/go/common/resource/plugin/rpc.go` of pulumi/pulumi; the SDK keeps its own copy to itself.
 */
export const unknownTexts: ReadonlySet<string> = new Set([
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", // boolean
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421", // number
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9", // text
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", // list
  "030794c1-ac77-496b-92df-f27374a8bd58", // asset
  "e48ece36-62e2-4504-bad9-02848725956a", // archive
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff", // object
]);

/**
 * A plain copy of properties, with `UNKNOWN` where preview cannot know a value. The SDK hands them over behind a proxy
 * that throws on such values and makes another proxy of everything that is read; looking behind it once is five times
 * as fast, and copying is most of what the rules cost.
 */
export function plain(properties: object): Record<string, unknown> {
  const { __getSpecialProxyTarget: target = properties } = properties as { __getSpecialProxyTarget?: object };
  return copied(target) as Record<string, unknown>;
}

function copied(value: unknown): unknown {
  if (typeof value === "string") return unknownTexts.has(value) ? UNKNOWN : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return Array.from({ length: value.length }, (_, index) => copied(value[index]));
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    // A key called "__proto__" would not be one of the copy's own.
    if (key !== "__proto__") copy[key] = copied((value as Record<string, unknown>)[key]);
  }
  return copy;
}
