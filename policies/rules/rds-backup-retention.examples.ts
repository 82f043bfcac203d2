import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const instance = (props: object) => ({ type: "aws:rds/instance:Instance", props: { engine: "mysql", ...props } });
const cluster = (props: object) => ({ type: "aws:rds/cluster:Cluster", props: { engine: "aurora-mysql", ...props } });

export const examples: Examples = {
  denied: [
    {
      title: "an instance without backups, or with those of a day",
      resources: {
        orders: instance({}),
        users: instance({ backupRetentionPeriod: 0 }),
        events: instance({ backupRetentionPeriod: "1" }),
      },
      says: {
        orders: "backupRetentionPeriod is not set, which is 0; set it to 7 or more",
        users: "backupRetentionPeriod is 0; set it to 7 or more",
        events: "backupRetentionPeriod is 1",
      },
    },
    {
      title: "a cluster with the backups of a day",
      resources: { aurora: cluster({}), other: cluster({ backupRetentionPeriod: 3 }) },
      says: { aurora: "backupRetentionPeriod is not set, which is 1", other: "backupRetentionPeriod is 3" },
    },
    {
      title: "a week where the settings ask for a month",
      resources: { orders: instance({ backupRetentionPeriod: 7 }) },
      settings: { minDays: 30 },
      says: { orders: "backupRetentionPeriod is 7; set it to 30 or more" },
    },
  ],
  allowed: [
    {
      title: "databases with the backups of a week or more",
      resources: {
        orders: instance({ backupRetentionPeriod: 7 }),
        users: instance({ backupRetentionPeriod: "35" }),
        aurora: cluster({ backupRetentionPeriod: 14 }),
      },
    },
    {
      title: "a replica, whose source has the backups",
      resources: {
        orders: instance({ backupRetentionPeriod: 7 }),
        copy: instance({ replicateSourceDb: ref("orders", "identifier") }),
      },
    },
    {
      title: "the backups of a day where the settings ask for no more",
      resources: { aurora: cluster({}) },
      settings: { minDays: 1 },
    },
  ],
  undecided: [
    {
      title: "days that are not known",
      resources: { orders: instance({ backupRetentionPeriod: UNKNOWN }) },
      says: { orders: "backupRetentionPeriod is not known yet" },
    },
  ],
};
