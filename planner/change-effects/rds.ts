import type { ChangeEffect, Changing, EffectRow } from "../change-effect";
import { isObject } from "../wire";

const type = "aws:rds/instance:Instance";

/** When each setting changes, and whether the database is down meanwhile. */
const settingsPage = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ModifyInstance.Settings.html";

export const rdsEffects: readonly EffectRow[] = [
  {
    type,
    inputs: ["instanceClass"],
    effect: (changing) => inPlace(changing, outageOf(changing)),
    source: settingsPage,
    mark: "instanceClass changes in place",
  },
  { type, inputs: ["allocatedStorage"], effect: grown, source: settingsPage },
  {
    type,
    inputs: ["iops", "multiAz", "storageThroughput"],
    effect: (changing) => inPlace(changing, "without an outage"),
    source: settingsPage,
  },
  {
    type,
    inputs: ["engineVersion"],
    effect: (changing) => inPlace(changing, "with an outage"),
    source: settingsPage,
  },
  {
    type,
    inputs: ["dbName", "engine", "kmsKeyId", "storageEncrypted", "username"],
    effect: () => ({ kind: "replaced", words: "replaces the database, and the new one is empty" }),
    source: "https://www.pulumi.com/registry/packages/aws/api-docs/rds/instance/",
  },
];

function grown(changing: Changing): Omit<ChangeEffect, "source"> {
  const [before, after] = [changing.before, changing.after].map(({ inputs }) => inputs.allocatedStorage);
  const shrinks = typeof before === "number" && typeof after === "number" && after < before;
  return shrinks ? { kind: "refused", words: "RDS makes no storage smaller" } : inPlace(changing, "without an outage");
}

function outageOf({ after }: Changing): string {
  return after.inputs.multiAz === true
    ? "with a failover to the standby, mostly within two minutes"
    : "with an outage of some minutes";
}

/** https://www.pulumi.com/registry/packages/aws/api-docs/rds/instance/#low-downtime-updates */
function inPlace({ after }: Changing, outage: string): Omit<ChangeEffect, "source"> {
  const { blueGreenUpdate, applyImmediately } = after.inputs;
  if (isObject(blueGreenUpdate) && blueGreenUpdate.enabled === true) {
    return { kind: "inPlace", words: "in place, by a blue/green deployment at once" };
  }
  const moment = applyImmediately === true ? "at once" : "in the next maintenance window";
  return { kind: "inPlace", words: `in place, ${moment}, ${outage}` };
}
