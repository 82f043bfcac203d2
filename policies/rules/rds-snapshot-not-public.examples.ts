import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const snapshot = (sharedAccounts?: unknown) => ({
  type: "aws:rds/snapshot:Snapshot",
  props: { dbInstanceIdentifier: "orders", dbSnapshotIdentifier: "orders-1", sharedAccounts },
});
const others = (sharedAccounts: unknown) => ({
  copy: { type: "aws:rds/snapshotCopy:SnapshotCopy", props: { sharedAccounts } },
  cluster: { type: "aws:rds/clusterSnapshot:ClusterSnapshot", props: { sharedAccounts } },
  clusterCopy: { type: "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy", props: { sharedAccounts } },
});

export const examples: Examples = {
  denied: [
    {
      title: "a snapshot that everyone may restore",
      resources: { orders: snapshot(["all"]) },
      says: { orders: 'sharedAccounts[0] is "all", which is everyone; share with the id of an account' },
    },
    {
      title: "copies and snapshots of clusters, beside an account",
      resources: others(["111122223333", "all"]),
      says: { copy: "sharedAccounts[1]", cluster: "sharedAccounts[1]", clusterCopy: "sharedAccounts[1]" },
    },
    {
      title: "an account that the settings do not list",
      resources: { orders: snapshot(["111122223333", "444455556666"]) },
      settings: { accounts: ["111122223333"] },
      says: { orders: 'sharedAccounts[1] is "444455556666", which is not one of accounts; share with one of them' },
    },
  ],
  allowed: [
    {
      title: "snapshots that nobody else may restore, or a named account",
      resources: { orders: snapshot(), users: snapshot(["111122223333"]), ...others([]) },
    },
    {
      title: "an account that is not known, where any is admitted",
      resources: { orders: snapshot([UNKNOWN]), users: snapshot(UNKNOWN) },
    },
  ],
  undecided: [
    {
      title: "accounts that are not known, where the settings list some",
      resources: { orders: snapshot([UNKNOWN]), users: snapshot(UNKNOWN) },
      settings: { accounts: ["111122223333"] },
      says: { orders: "sharedAccounts[0] is not known yet", users: "sharedAccounts is not known yet" },
    },
  ],
};
