import { keyFault } from "../facts/customer-keys";
import { membersOf, type Place, pathTo, written } from "../facts/property-paths";
import { asBoolean, asText, at, type Fact, UNKNOWN } from "../facts/value";
import type { Resource } from "../resource";
import { type Change, rule } from "../rule";
import { flag } from "../settings";

const policyType = "aws:dlm/lifecyclePolicy:LifecyclePolicy";

export const ebsSnapshotCopyEncrypted = rule({
  name: "ebs-snapshot-copy-encrypted",
  displayName: "Copies of snapshots are encrypted",
  description: "Every copy or import of an EBS snapshot, also one that a lifecycle policy makes, is encrypted.",
  why: "A snapshot holds the whole disk, and copies are made to go elsewhere: to other regions, accounts and people.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-copy-snapshot.html",
  remediationSteps: "Set encrypted to true; the copy of an encrypted snapshot stays encrypted in any case.",
  controls: {},
  settings: { cmk: flag(false, "Require a KMS key of the account too, instead of the key that AWS keeps for EBS.") },
  types: ["aws:ebs/snapshotCopy:SnapshotCopy", "aws:ebs/snapshotImport:SnapshotImport", policyType],
  resource({ resource, settings, deny, undecided }) {
    const { copies, unknownLists } = copiesOf(resource);
    for (const { path, encrypted, keyPath, key } of copies) {
      if (encrypted === UNKNOWN) undecided(written(path));
      else if (!encrypted) deny(`${written(path)} is ${encrypted ?? "not set"}; set it to true`);
      const fault = settings.cmk ? keyFault(key, []) : undefined;
      if (fault) deny(`${written(keyPath)} ${String(fault)}`);
    }
    for (const list of unknownLists) undecided(list);
  },
  remediate(resource) {
    const plain = copiesOf(resource).copies.filter(({ encrypted }) => encrypted !== true && encrypted !== UNKNOWN);
    return plain.map(({ path }) => ({ path, value: true }));
  },
});

interface Copy {
  readonly path: Change["path"];
  readonly encrypted: Fact<boolean>;
  readonly keyPath: Change["path"];
  readonly key: Fact<string>;
}

/** The copies that a resource makes, or that the schedules and the event of a lifecycle policy make later. */
function copiesOf({ type, props }: Resource): { copies: Copy[]; unknownLists: readonly string[] } {
  if (type !== policyType) return { copies: [copyAt([], props, "kmsKeyId")], unknownLists: [] };
  const scheduled = membersOf(props, [], "policyDetails", "schedules", "crossRegionCopyRules");
  const shared = membersOf(props, [], "policyDetails", "action", "crossRegionCopies");
  return {
    copies: [
      ...scheduled.members.map(({ place, value }) => copyAt(place, value, "cmkArn")),
      ...shared.members.map(({ place, value }) =>
        copyAt(pathTo(place, "encryptionConfiguration"), at(value, "encryptionConfiguration"), "cmkArn"),
      ),
    ],
    unknownLists: [...scheduled.unknownLists, ...shared.unknownLists],
  };
}

function copyAt(place: Place, said: unknown, keyProperty: string): Copy {
  return {
    path: pathTo(place, "encrypted"),
    encrypted: asBoolean(at(said, "encrypted")),
    keyPath: pathTo(place, keyProperty),
    key: asText(at(said, keyProperty)),
  };
}
