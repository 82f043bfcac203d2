import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "./argument-checks";

/** Tags by key. */
export type Tags = Readonly<Record<string, pulumi.Input<string>>>;

/**
 * Checks the tags of servers, of which AWS takes 50 with the name and what the stack puts on everything.
 *
 * @throws when a key or a value is too long, or begins with `aws:`, which AWS keeps for itself.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html#tag-restrictions
 */
export function checkInstanceTags(check: ArgumentCheck, tags: Tags): void {
  const count = Object.keys(tags).length;
  check(count <= 50, "instanceTags", "must hold at most 50 tags", count);
  for (const [key, value] of Object.entries(tags)) {
    const isKey = /^.{1,128}$/u.test(key) && !/^aws:/i.test(key);
    check(isKey, "instanceTags", "must have keys of 1 to 128 characters that do not begin with aws:", key);
    if (typeof value !== "string") continue;
    const isValue = /^.{0,256}$/u.test(value);
    check(isValue, `instanceTags.${key}`, "must be at most 256 characters in one line", value);
  }
}
