import { membersOf, written } from "../facts/property-paths";
import { asText, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { texts } from "../settings";

const permissionType = "aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission";
const blockType = "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess";

export const ebsSnapshotNotPublic = rule({
  name: "ebs-snapshot-not-public",
  displayName: "EBS snapshots are not public",
  description:
    "EBS snapshots are shared with named accounts alone, and nothing lifts the account's block of public sharing.",
  severity: "critical",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-1",
  remediationSteps:
    'Share a snapshot with the ids of accounts that you know, and keep the state of SnapshotBlockPublicAccess "block-all-sharing".',
  controls: { fsbp: ["EC2.1"] },
  settings: {
    accounts: texts(
      [],
      "The accounts with which snapshots may be shared, by their ids; none listed admits any account.",
    ),
  },
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
    const { members, unknownLists } =
      type === permissionType
        ? membersOf(props, [], "accountId")
        : membersOf(props, [], "policyDetails", "schedules", "shareRule", "targetAccounts");
    const isListed = settings.accounts.length > 0;
    for (const { place, value } of members) {
      const account = asText(value);
      if (account === UNKNOWN) {
        if (isListed) undecided(written(place));
      } else if (account?.toLowerCase() === "all") {
        deny(`${written(place)} is ${shown(account)}, which is everyone; share with the id of an account`);
      } else if (isListed && !settings.accounts.includes(account?.padStart(12, "0") ?? "")) {
        deny(`${written(place)} is ${shown(account)}, which is not one of accounts; share with one of them`);
      }
    }
    for (const list of isListed ? unknownLists : []) undecided(list);
  },
});
