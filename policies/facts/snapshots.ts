import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { volumeType } from "./block-devices";
import { carrierOf, type Kind, named, referred } from "./references";
import { asBoolean, at, type Fact, UNKNOWN, type Unknown } from "./value";

const snapshotType = "aws:ebs/snapshot:Snapshot";

const snapshotKind: Kind = {
  types: [snapshotType, "aws:ebs/snapshotCopy:SnapshotCopy", "aws:ebs/snapshotImport:SnapshotImport"],
  keys: ["id"],
};
const volumeKind: Kind = { types: [volumeType], keys: ["id"] };

/**
 * Whether a snapshot of the stack is encrypted, as is every disk that is made from one that is:
 * https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html
 *
 * @param property the top-level property of `user` that names it
 * @returns undefined where the snapshot is not in the stack
 */
export function snapshotEncryption(stack: Stack, user: StackResource, property: string, id: unknown): Fact<boolean> {
  const carrier = carrierOf(stack, id, snapshotKind);
  const candidates = carrier ? [carrier] : id === UNKNOWN ? referred(user, property, snapshotKind) : [];
  const verdicts = new Set(candidates.map((snapshot) => encryptionOf(stack, snapshot)));
  // Which of several it is cannot be told at preview, unless they are alike.
  return verdicts.size > 1 ? UNKNOWN : [...verdicts][0];
}

function encryptionOf(stack: Stack, snapshot: StackResource): boolean | Unknown {
  const said = asBoolean(at(snapshot.props, "encrypted"));
  if (typeof said === "boolean" || snapshot.type !== snapshotType) return said ?? UNKNOWN;
  const [volume] = named(stack, snapshot, "volumeId", at(snapshot.props, "volumeId"), volumeKind);
  return (volume && asBoolean(at(volume.props, "encrypted"))) ?? UNKNOWN;
}
