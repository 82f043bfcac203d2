import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { someStated, statedOf } from "./bucket-parts";
import { stated } from "./stated";
import { anyOf, known } from "./three-valued";
import { asBoolean, asText, at, type Unknown } from "./value";

/**
 * Whether a bucket keeps the versions of its objects: as it says, or because it locks them.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-configure.html
 */
export function isVersioned(stack: Stack, bucket: StackResource): boolean | Unknown {
  const locks = asBoolean(at(stated(bucket).props, "objectLockEnabled"));
  return anyOf([
    known(locks, (isLocked) => isLocked === true),
    someStated(statedOf(stack, bucket, "versioning"), (versioning) =>
      anyOf([
        known(asText(at(versioning, "status")), (status) => status === "Enabled"),
        known(asBoolean(at(versioning, "enabled")), (isEnabled) => isEnabled === true),
      ]),
    ),
  ]);
}
