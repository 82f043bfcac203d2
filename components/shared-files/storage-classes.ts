import type * as aws from "@pulumi/aws";
import type { ArgumentCheck } from "../argument-checks";
import type { Throughput } from "./throughput";

/** Days since a file was last read or written, as EFS counts them. */
export type IdleDays = 1 | 7 | 14 | 30 | 60 | 90 | 180 | 270 | 365;

/** Where files are kept that nobody asks for. https://docs.aws.amazon.com/efs/latest/ug/lifecycle-management-efs.html */
export interface StorageClasses {
  /** Idle days after which a file moves to Infrequent Access. @default 30 */
  readonly infrequentAccessAfterDays?: IdleDays | "never";
  /** Idle days after which a file moves to Archive, more than to Infrequent Access. @default 90 with elastic throughput */
  readonly archiveAfterDays?: IdleDays | "never";
  /** Whether a file that is asked for again moves back to Standard. @default true */
  readonly standardOnAccess?: boolean;
}

/** The arguments with their defaults, checked. */
export type StorageClassSettings = Required<StorageClasses>;

const idleDays: readonly (IdleDays | "never")[] = [1, 7, 14, 30, 60, 90, 180, 270, 365, "never"];

/** Rules: https://docs.aws.amazon.com/efs/latest/ug/API_PutLifecycleConfiguration.html */
export function readStorageClasses(
  check: ArgumentCheck,
  args: StorageClasses,
  throughput: Throughput,
): StorageClassSettings {
  const { infrequentAccessAfterDays = 30, standardOnAccess = true } = args;
  const canArchive = throughput.type === "elastic" && infrequentAccessAfterDays !== "never";
  const { archiveAfterDays = canArchive ? later(infrequentAccessAfterDays, 90) : "never" } = args;
  const requirement = `must be one of ${idleDays.join(", ")}`;
  for (const [argument, days] of Object.entries({ infrequentAccessAfterDays, archiveAfterDays })) {
    check(idleDays.includes(days), `storageClasses.${argument}`, requirement, days);
  }
  const argument = "storageClasses.archiveAfterDays";
  const settings = { infrequentAccessAfterDays, archiveAfterDays, standardOnAccess };
  if (archiveAfterDays === "never") return settings;
  const isElastic = throughput.type === "elastic";
  check(isElastic, argument, `must be "never" with ${throughput.type} throughput`, archiveAfterDays);
  const first = infrequentAccessAfterDays;
  check(first !== "never", argument, 'must be "never" where infrequentAccessAfterDays is', archiveAfterDays);
  const isLater = archiveAfterDays > first;
  check(isLater, argument, `must be more than infrequentAccessAfterDays (${first})`, archiveAfterDays);
  return settings;
}

/** The first choice beyond another, but not before the wished one; "never" beyond the last. */
function later(days: IdleDays, wished: IdleDays): IdleDays | "never" {
  return days < wished ? wished : (idleDays[idleDays.indexOf(days) + 1] ?? "never");
}

/** One object for each transition, as EFS wants them; undefined where files stay in Standard. */
export function storageClassesInput({
  infrequentAccessAfterDays,
  archiveAfterDays,
  standardOnAccess,
}: StorageClassSettings): aws.types.input.efs.FileSystemLifecyclePolicy[] | undefined {
  if (infrequentAccessAfterDays === "never") return undefined;
  return [
    { transitionToIa: after(infrequentAccessAfterDays) },
    ...(archiveAfterDays === "never" ? [] : [{ transitionToArchive: after(archiveAfterDays) }]),
    ...(standardOnAccess ? [{ transitionToPrimaryStorageClass: "AFTER_1_ACCESS" }] : []),
  ];
}

function after(days: IdleDays): string {
  return `AFTER_${days}_DAY${days === 1 ? "" : "S"}`;
}
