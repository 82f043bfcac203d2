import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const made = (type: string, props: object = {}) => ({ type, props: { ...props } });
const bucket = (props: object) => made("aws:s3/bucket:Bucket", props);
const database = (props: object) => made("aws:rds/instance:Instance", { engine: "postgres", ...props });
const key = made("aws:kms/key:Key");
const logs = made("aws:cloudwatch/logGroup:LogGroup", { retentionInDays: 30 });

export const examples: Examples = {
  denied: [
    {
      title: "databases that AWS does not protect either",
      resources: {
        orders: database({}),
        stock: database({ deletionProtection: "false" }),
        cluster: made("aws:rds/cluster:Cluster", { engine: "aurora-postgresql" }),
        table: made("aws:dynamodb/table:Table", { hashKey: "id", deletionProtectionEnabled: false }),
        users: made("aws:cognito/userPool:UserPool", { deletionProtection: "INACTIVE" }),
      },
      says: {
        orders:
          "nothing keeps it from being deleted; set the resource option protect to true, or deletionProtection to true",
        stock: "or deletionProtection to true",
        cluster: "or deletionProtection to true",
        table: "or deletionProtectionEnabled to true",
        users: 'or deletionProtection to "ACTIVE"',
      },
    },
    {
      title: "file systems, zones and volumes",
      resources: {
        files: made("aws:efs/fileSystem:FileSystem"),
        zone: made("aws:route53/zone:Zone", { name: "example.com" }),
        disk: made("aws:ebs/volume:Volume", { availabilityZone: "eu-west-1a", size: 20 }),
      },
      says: {
        files: "nothing keeps it from being deleted; set the resource option protect to true",
        zone: "nothing keeps it from being deleted",
        disk: "or finalSnapshot to true",
      },
    },
    {
      title: "buckets, repositories and secrets that are told to go with all that they hold",
      resources: {
        uploads: bucket({ forceDestroy: true }),
        older: { type: "aws:s3/bucketV2:BucketV2", props: { forceDestroy: "true" } },
        images: made("aws:ecr/repository:Repository", { forceDelete: true }),
        backups: made("aws:backup/vault:Vault", { forceDestroy: true }),
        password: made("aws:secretsmanager/secret:Secret", { recoveryWindowInDays: 0 }),
      },
      says: {
        uploads: "or forceDestroy to false",
        older: "or forceDestroy to false",
        images: "or forceDelete to false",
        backups: "or forceDestroy to false",
        password: "or recoveryWindowInDays to 30",
      },
    },
    {
      title: "log groups and keys where the settings name their types",
      settings: { types: ["aws:cloudwatch/logGroup:LogGroup", "aws:kms/key:Key"] },
      resources: { logs, key, orders: database({}) },
      says: {
        logs: "or deletionProtectionEnabled to true, or skipDestroy to true",
        key: "nothing keeps it from being deleted; set the resource option protect to true",
      },
    },
  ],
  allowed: [
    {
      title: "what Pulumi protects",
      resources: {
        orders: { ...database({}), protect: true },
        uploads: { ...bucket({ forceDestroy: true }), protect: true },
        zone: { ...made("aws:route53/zone:Zone", { name: "example.com" }), protect: true },
      },
    },
    {
      title: "what AWS protects",
      resources: {
        orders: database({ deletionProtection: true }),
        table: made("aws:dynamodb/table:Table", { deletionProtectionEnabled: "true" }),
        users: made("aws:cognito/userPool:UserPool", { deletionProtection: "ACTIVE" }),
        disk: made("aws:ebs/volume:Volume", { finalSnapshot: true }),
      },
    },
    {
      title: "what AWS refuses to delete while it holds anything, or gives back for a while",
      resources: {
        uploads: bucket({}),
        older: bucket({ forceDestroy: "false" }),
        images: made("aws:ecr/repository:Repository"),
        password: made("aws:secretsmanager/secret:Secret"),
        token: made("aws:secretsmanager/secret:Secret", { recoveryWindowInDays: 7 }),
      },
    },
    {
      title: "log groups and keys, of which there are many, and replicas, which can be made again",
      resources: { logs, key, replica: database({ replicateSourceDb: "orders" }) },
    },
  ],
  undecided: [
    {
      title: "a protection that is not known",
      resources: { orders: database({ deletionProtection: UNKNOWN }), uploads: bucket({ forceDestroy: UNKNOWN }) },
      says: { orders: "deletionProtection is not known yet", uploads: "forceDestroy is not known yet" },
    },
  ],
};
