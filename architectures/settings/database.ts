import { z } from "zod";
import type { OrNone } from "../../components/alarm-set";
import type { Notify } from "../../components/alarm-topic";
import type { DatabaseArgs } from "../../components/database";
import type { network } from "./network";
import { notify } from "./notify";

const count = z.number();
const text = z.string();
const flag = z.boolean();

const storage = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("gp3"), iops: count.optional(), throughputMiBps: count.optional() }),
  z.strictObject({ type: z.literal("io2"), iops: count }),
]);

const masterPassword = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("managed"), kmsKeyArn: text.optional() }),
  z.strictObject({ type: z.literal("secret"), secretArn: text, kmsKeyArn: text.optional() }),
]);

const seen = { retentionDays: count.optional(), kmsKeyArn: text.optional() };
const insights = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("none") }),
  z.strictObject({ type: z.literal("standard"), ...seen }),
  z.strictObject({ type: z.literal("advanced"), ...seen }),
]);

const parameter = z.union(
  [text, z.strictObject({ value: text, applyMethod: z.enum(["immediate", "pending-reboot"]) })],
  "must be a text, or a map of value and applyMethod (immediate or pending-reboot)",
);

const alarms = z.union(
  [
    z.literal("none"),
    z.strictObject({
      notify: notify.optional(),
      cpuPercent: count.optional(),
      freeStorageGiB: count.optional(),
      connections: count.optional(),
      replicaLagSeconds: count.optional(),
    }),
  ],
  "must be none, or a map of notify, cpuPercent, freeStorageGiB, connections and replicaLagSeconds",
);

/** A relational database. Who may connect is the architecture's to say. */
export const database = z.strictObject({
  engine: z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("postgres"), version: z.enum(["15", "16", "17", "18"]) }),
    z.strictObject({ type: z.literal("mysql"), version: z.enum(["8.0", "8.4"]) }),
    z.strictObject({ type: z.literal("mariadb"), version: z.enum(["10.11", "11.4", "11.8"]) }),
  ]),
  subnets: z.enum(["isolated", "private"]).optional(),
  databaseName: text.optional(),
  masterPassword: masterPassword.optional(),
  instanceClass: text.optional(),
  multiAz: flag.optional(),
  replicas: z.record(text, z.strictObject({ instanceClass: text.optional(), multiAz: flag.optional() })).optional(),
  storageGiB: count.optional(),
  maxStorageGiB: count.optional(),
  storage: storage.optional(),
  kmsKeyArn: text.optional(),
  backupDays: count.optional(),
  backupWindow: text.optional(),
  backupCopy: z.strictObject({ region: text, kmsKeyArn: text, days: count.optional() }).optional(),
  finalSnapshot: flag.optional(),
  restoreFrom: text.optional(),
  maintenanceWindow: text.optional(),
  applyImmediately: flag.optional(),
  minorVersion: text.optional(),
  allowMajorVersionUpgrade: flag.optional(),
  blueGreenUpdate: flag.optional(),
  caCertificate: z.enum(["rds-ca-rsa2048-g1", "rds-ca-rsa4096-g1", "rds-ca-ecc384-g1"]).optional(),
  parameters: z.record(text, parameter).optional(),
  insights: insights.optional(),
  monitoringSeconds: count.optional(),
  logRetentionDays: count.optional(),
  deletionProtection: flag.optional(),
  alarms: alarms.optional(),
});

type NetworkSettings = z.output<typeof network>;

/** A network with the tier in which a database stands, from which nothing leads to the internet, unless it has it. */
export function withIsolated(stated: NetworkSettings = {}): NetworkSettings {
  // What is there already has the tiers that it has.
  if (stated.type === "existing") return stated;
  const { tiers = ["public", "private"] } = stated;
  return { ...stated, tiers: tiers.includes("isolated") ? tiers : [...tiers, "isolated"] };
}

/** A database whose alarms tell as the stack's others do, unless it says otherwise. */
export function watchedDatabase(
  { alarms, ...settings }: z.output<typeof database>,
  ofStack: OrNone<{ readonly notify: Notify }>,
): Omit<DatabaseArgs, "network"> {
  if (alarms === "none" || ofStack === "none") return { ...settings, alarms: alarms ?? "none" };
  return { ...settings, alarms: { ...ofStack, ...alarms } };
}
