import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const instance = (props: object) => ({
  type: "aws:rds/instance:Instance",
  props: { engine: "postgres", instanceClass: "db.t4g.micro", allocatedStorage: 20, ...props },
});
const cluster = (props: object) => ({ type: "aws:rds/cluster:Cluster", props: { engine: "aurora-mysql", ...props } });
const globalCluster = (props: object) => ({
  type: "aws:rds/globalCluster:GlobalCluster",
  props: { globalClusterIdentifier: "world", ...props },
});

export const examples: Examples = {
  denied: [
    {
      title: "an instance that says nothing of encryption, or no",
      resources: { orders: instance({}), users: instance({ storageEncrypted: "false" }) },
      says: {
        orders: "storageEncrypted is not set; set it to true",
        users: "storageEncrypted is false; set it to true",
      },
    },
    {
      title: "an instance with a key that is still not encrypted",
      resources: { orders: instance({ kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1" }) },
      says: { orders: "storageEncrypted is not set" },
    },
    {
      title: "an instance of a snapshot, which can state it",
      resources: { orders: instance({ snapshotIdentifier: "before-the-move" }) },
      says: { orders: "storageEncrypted is not set" },
    },
    {
      title: "clusters of Aurora and of three zones, and a global one",
      resources: {
        aurora: cluster({}),
        zones: cluster({ engine: "postgres", dbClusterInstanceClass: "db.m6gd.large", storageEncrypted: false }),
        old: cluster({ engineMode: "serverless", storageEncrypted: false }),
        world: globalCluster({ engine: "aurora-mysql" }),
      },
      says: {
        aurora: "storageEncrypted is not set; set it to true",
        zones: "storageEncrypted is false",
        old: "storageEncrypted is false",
        world: "storageEncrypted is not set",
      },
    },
  ],
  allowed: [
    {
      title: "databases that are encrypted",
      resources: {
        orders: instance({ storageEncrypted: true }),
        aurora: cluster({ storageEncrypted: "true" }),
        world: globalCluster({ storageEncrypted: true }),
      },
    },
    {
      title: "replicas of an encrypted instance, here and in another region",
      resources: {
        orders: instance({ storageEncrypted: true }),
        near: instance({ replicateSourceDb: ref("orders", "identifier") }),
        far: instance({ replicateSourceDb: ref("orders", "arn"), region: "eu-central-1", kmsKeyId: "alias/far" }),
      },
    },
    { title: "a serverless cluster of the first kind", resources: { aurora: cluster({ engineMode: "serverless" }) } },
    {
      title: "a global cluster around an encrypted one",
      resources: {
        aurora: cluster({ storageEncrypted: true }),
        world: globalCluster({ sourceDbClusterIdentifier: ref("aurora", "arn") }),
      },
    },
  ],
  undecided: [
    {
      title: "encryption or a mode that is not known",
      resources: {
        orders: instance({ storageEncrypted: UNKNOWN }),
        aurora: cluster({ engineMode: UNKNOWN }),
      },
      says: { orders: "storageEncrypted is not known yet", aurora: "engineMode is not known yet" },
    },
  ],
};
