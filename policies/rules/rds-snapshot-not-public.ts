import { membersOf } from "../facts/property-paths";
import { judgeShares, shareSettings } from "../facts/snapshot-shares";
import { rule } from "../rule";

export const rdsSnapshotNotPublic = rule({
  name: "rds-snapshot-not-public",
  displayName: "Snapshots of databases are not public",
  description: "Snapshots of databases and clusters, and their copies, are shared with named accounts alone.",
  why: "Anybody with an AWS account can make a database of a public snapshot and read all of it.",
  severity: "critical",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-1",
  remediationSteps: 'Take "all" out of sharedAccounts, and name the ids of accounts that you know.',
  controls: { fsbp: ["RDS.1"] },
  settings: shareSettings,
  types: [
    "aws:rds/clusterSnapshot:ClusterSnapshot",
    "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy",
    "aws:rds/snapshot:Snapshot",
    "aws:rds/snapshotCopy:SnapshotCopy",
  ],
  resource({ resource, settings, ...verdicts }) {
    judgeShares(membersOf(resource.props, [], "sharedAccounts"), settings.accounts, verdicts);
  },
});
