import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { balancing, targets, wholeLoadBalancer } from "../architectures/settings/balancing";
import { canary } from "../architectures/settings/canary";
import { database } from "../architectures/settings/database";
import { groupConduct, sizes } from "../architectures/settings/group";
import { instances } from "../architectures/settings/instances";
import { newNetwork } from "../architectures/settings/network";
import { offHours } from "../architectures/settings/off-hours";
import { server } from "../architectures/settings/server";
import { service } from "../architectures/settings/service";
import { zonalAutoshift } from "../architectures/settings/zonal-autoshift";

type Shape = Readonly<Record<string, z.ZodType>>;

/** The interfaces of the components whose members a shape of settings mirrors, each by its file. */
const mirrored: readonly (readonly [Shape, Readonly<Record<string, string>>])[] = [
  [wholeLoadBalancer, { LoadBalancerArgs: "load-balancer.ts", OwnEntranceArgs: "web-tier/own-entrance.ts" }],
  [without(balancing, targets), { TargetGroupArgs: "target-group.ts" }],
  [sizes, { SizeArgs: "server-group/group-sizes.ts" }],
  [groupConduct, { GroupArgs: "server-group/auto-scaling-group.ts", MaintenanceArgs: "server-group/maintenance.ts" }],
  [instances, { InstanceArgs: "server-group/launch-template.ts", HardwareArgs: "server-group/hardware.ts" }],
  [
    server,
    { ServerArgs: "server.ts", ServerInstanceArgs: "server/instance.ts", HardwareArgs: "server-group/hardware.ts" },
  ],
  [server, { AccessArgs: "server/access.ts" }],
  [service, { CommonServiceArgs: "container-service.ts" }],
  [database.shape, { DatabaseArgs: "database.ts", StorageArgs: "database/storage.ts" }],
  [database.shape, { BackupArgs: "database/backups.ts", UpkeepArgs: "database/upkeep.ts" }],
  [database.shape, { ObservationArgs: "database/observation.ts" }],
  [newNetwork.shape, { NetworkArgs: "network.ts" }],
  [zonalAutoshift.shape, { ZonalAutoshiftArgs: "zonal-autoshift.ts", PracticeRuns: "zonal-autoshift.ts" }],
  [offHours.shape, { OffHours: "off-hours.ts" }],
  [canary.shape, { CanaryArgs: "canary.ts" }],
];

/** Lets zod describe the settings that mirror an argument by what its docstring says first, and by its default. */
export function describeSettings(): void {
  const own = namesIn("../architectures", "settings");
  const said = new Map<z.ZodType, Set<string>>();
  for (const [shape, interfaces] of mirrored) {
    const docs = Object.entries(interfaces).flatMap(([name, file]) => membersOf(name, file));
    for (const [name, sentence, initial] of docs) {
      const schema = shape[name];
      if (!schema) continue;
      // An architecture that names a setting may have another default for it.
      const text = initial === undefined || own.has(name) ? sentence : `${sentence} Default: ${initial}.`;
      said.set(schema, (said.get(schema) ?? new Set()).add(text));
    }
  }
  // What mirrors two arguments, of which something else is said, is described by neither.
  for (const [schema, [description, ...others]] of said) {
    if (others.length === 0) z.globalRegistry.add(schema, { description });
  }
}

/** The name, the first sentence and the default of each member of an interface that has a docstring. */
function membersOf(name: string, file: string): [string, string, string | undefined][] {
  const source = readFileSync(join(__dirname, "../components", file), "utf8");
  const body = new RegExp(`^(?:export )?interface ${name}\\b[^{]*\\{\\n([\\s\\S]*?)^\\}`, "m").exec(source)?.[1];
  if (body === undefined) throw new Error(`components/${file} has no interface ${name}`);
  const members = body.matchAll(/^ {2}\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n {2}readonly (\w+)\??:/gm);
  return [...members].flatMap(([, text = "", member = ""]) => {
    const lines = text.split("\n").map((line) => line.replace(/^\s*\* ?/, "").trim());
    const [said = "", initial] = lines
      .join(" ")
      .trim()
      .split(/\s*@default /);
    const sentence = said.split(/(?<=\.) +(?=[A-Z@]|https?:)/)[0] ?? "";
    return sentence === "" ? [] : [[member, sentence, initial?.trim()]];
  });
}

/** Whatever the sources of a folder, but for one in it, name or give another value if it is left out. */
function namesIn(folder: string, but: string): Set<string> {
  const files = readdirSync(join(__dirname, folder), { recursive: true, encoding: "utf8" });
  const sources = files.filter((file) => file.endsWith(".ts") && !file.startsWith(`${but}/`));
  const names = sources.flatMap((file) => {
    const source = readFileSync(join(__dirname, folder, file), "utf8");
    return [...source.matchAll(/\b(\w+)(?=: (?!z\.|count\b|text\b)| = | \?\? )/g)].map(([, name = ""]) => name);
  });
  return new Set(names);
}

function without(shape: Shape, other: Shape): Shape {
  return Object.fromEntries(Object.entries(shape).filter(([, schema]) => !Object.values(other).includes(schema)));
}
