import { membersOf } from "../facts/property-paths";
import { judgeShares, shareSettings } from "../facts/snapshot-shares";
import { asText, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

const permissionType = "aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission";
const blockType = "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess";

export const ebsSnapshotNotPublic = rule({
  name: "ebs-snapshot-not-public",
  displayName: "EBS snapshots are not public",
  description:
    "EBS snapshots are shared with named accounts alone, and nothing lifts the account's block of public sharing.",
  why: "Anybody with an AWS account can make a disk of a public snapshot and read all of it, and such snapshots are searched for.",
  severity: "critical",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-1",
  remediationSteps:
    'Share a snapshot with the ids of accounts that you know, and keep the state of SnapshotBlockPublicAccess "block-all-sharing".',
  controls: { fsbp: ["EC2.1", "EC2.182"] },
  settings: shareSettings,
  types: [permissionType, blockType, "aws:dlm/lifecyclePolicy:LifecyclePolicy"],
  resource({ resource, settings, deny, undecided }) {
    const { type, props } = resource;
    if (type === blockType) {
      // With block-new-sharing, what was public before stays so.
      const state = asText(at(props, "state"));
      if (state === UNKNOWN) undecided("state");
      else if (state !== "block-all-sharing") deny(`state is ${shown(state)}; set it to "block-all-sharing"`);
      return;
    }
    const shares =
      type === permissionType
        ? membersOf(props, [], "accountId")
        : membersOf(props, [], "policyDetails", "schedules", "shareRule", "targetAccounts");
    judgeShares(shares, settings.accounts, { deny, undecided });
  },
});
