import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/** How much a database holds, and how fast. */
export interface StorageArgs {
  /** GiB to begin with, 20–65536, or 100–65536 of io2. @default 20, or 100 of io2 */
  readonly storageGiB?: number;
  /** GiB up to which it grows by itself, at least a tenth more than storageGiB. @default five times storageGiB, as far as there is room */
  readonly maxStorageGiB?: number;
  /** The kind of disk. @default gp3 with what AWS gives it by its size */
  readonly storage?: DatabaseStorage;
  /** The ARN of the KMS key that encrypts it and its backups; a change of it replaces the database. @default RDS's own key */
  readonly kmsKeyArn?: pulumi.Input<string>;
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html */
export type DatabaseStorage =
  | {
      readonly type: "gp3";
      /** 12,000–64,000 and at most 500 per GiB; of 400 GiB and more alone. @default 3,000 below 400 GiB, 12,000 from there */
      readonly iops?: number;
      /** 500–4,000 and at most a quarter of the IOPS; of 400 GiB and more alone. @default 125 below 400 GiB, 500 from there */
      readonly throughputMiBps?: number;
    }
  | {
      readonly type: "io2";
      /** 1,000–256,000, and half of the GiB to a thousand times the GiB. */
      readonly iops: number;
    };

/** The storage with its defaults, checked. */
export interface StorageSettings {
  readonly storageGiB: number;
  readonly maxStorageGiB: number | undefined;
  readonly storage: DatabaseStorage;
  readonly kmsKeyArn: pulumi.Input<string> | undefined;
}

/** From here on RDS lays a disk over four volumes, with four times what one has. */
const stripedFromGiB = 400;
const mostGiB = 65536;

export function readStorage(check: ArgumentCheck, args: StorageArgs): StorageSettings {
  const { storage = { type: "gp3" }, kmsKeyArn } = args;
  const isKind = storage.type === "gp3" || storage.type === "io2";
  check(isKind, "storage.type", 'must be "gp3" or "io2"', storage.type);
  const leastGiB = storage.type === "io2" ? 100 : 20;
  const { storageGiB = leastGiB } = args;
  checkWhole(check, "storageGiB", storageGiB, leastGiB, mostGiB);
  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html
  const leastMore = Math.ceil((11 * storageGiB) / 10);
  const hasRoom = leastMore <= mostGiB;
  const { maxStorageGiB = hasRoom ? Math.min(mostGiB, 5 * storageGiB) : undefined } = args;
  const sentence = `must be left out where storageGiB (${storageGiB}) leaves no tenth up to ${mostGiB}`;
  check(hasRoom || maxStorageGiB === undefined, "maxStorageGiB", sentence, maxStorageGiB);
  if (maxStorageGiB !== undefined) checkWhole(check, "maxStorageGiB", maxStorageGiB, leastMore, mostGiB);
  if (storage.type === "gp3") checkGp3(check, storage, storageGiB);
  else {
    const [least, most] = [Math.ceil(storageGiB / 2), 1000 * storageGiB];
    checkWhole(check, "storage.iops", storage.iops, Math.max(1000, least), Math.min(256000, most));
  }
  return { storageGiB, maxStorageGiB, storage, kmsKeyArn };
}

function checkGp3(
  check: ArgumentCheck,
  { iops, throughputMiBps }: Extract<DatabaseStorage, { type: "gp3" }>,
  storageGiB: number,
): void {
  const isStriped = storageGiB >= stripedFromGiB;
  const alone = `must be left out where storageGiB is less than ${stripedFromGiB}`;
  check(isStriped || iops === undefined, "storage.iops", alone, iops);
  check(isStriped || throughputMiBps === undefined, "storage.throughputMiBps", alone, throughputMiBps);
  if (iops !== undefined) checkWhole(check, "storage.iops", iops, 12000, Math.min(64000, 500 * storageGiB));
  if (throughputMiBps === undefined) return;
  const most = Math.min(4000, Math.floor((iops ?? 12000) / 4));
  checkWhole(check, "storage.throughputMiBps", throughputMiBps, 500, most);
}

function checkWhole(check: ArgumentCheck, argument: string, value: number, least: number, most: number): void {
  const isWhole = Number.isInteger(value) && value >= least && value <= most;
  check(isWhole, argument, `must be a whole number between ${least} and ${most}`, value);
}

/** What a database and its replicas have in common. */
export function diskInput({ storage, maxStorageGiB }: StorageSettings) {
  return {
    storageType: storage.type,
    iops: storage.iops,
    storageThroughput: storage.type === "gp3" ? storage.throughputMiBps : undefined,
    maxAllocatedStorage: maxStorageGiB,
    storageEncrypted: true,
  } satisfies Partial<aws.rds.InstanceArgs>;
}
