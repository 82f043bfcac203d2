import type * as aws from "@pulumi/aws";
import type { ArgumentCheck } from "../argument-checks";
import type { DatabaseEngine } from "./engine";
import type { DatabaseParameter } from "./parameters";

/** How a database changes. */
export interface UpkeepArgs {
  /** When it is updated, in UTC, half an hour to a day a week, e.g. `"sun:04:00-sun:05:00"`. @default AWS chooses */
  readonly maintenanceWindow?: string;
  /**
   * Whether a change of instanceClass, storage or version is made at once, not in the maintenance window. A change of
   * class restarts it: a minute or two with a standby, which takes over, and longer without.
   * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.DBInstance.Modifying.html
   *
   * @default false
   */
  readonly applyImmediately?: boolean;
  /** The minor version it stays on, e.g. `"17.6"`. @default the newest one, put in during the maintenance window */
  readonly minorVersion?: string;
  /** Whether a change of `engine.version` is let through, which nothing takes back. @default false */
  readonly allowMajorVersionUpgrade?: boolean;
  /**
   * Whether a change is made on a copy that then takes over, mostly within a minute. It needs a masterPassword of type
   * secret, which must not change while this is true, and no replicas; with PostgreSQL a change of engine.version also
   * needs the parameter rds.logical_replication.
   * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/blue-green-deployments-considerations.html,
   * https://github.com/hashicorp/terraform-provider-aws/issues/46544
   *
   * @default false
   */
  readonly blueGreenUpdate?: boolean;
  /**
   * Who signs its certificate, which RDS renews by itself.
   * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html
   *
   * @default "rds-ca-rsa2048-g1"
   */
  readonly caCertificate?: CaCertificate;
  /** Parameters of the engine, beside TLS and logs. @default the engine's own */
  readonly parameters?: Readonly<Record<string, DatabaseParameter>>;
}

export type CaCertificate = "rds-ca-rsa2048-g1" | "rds-ca-rsa4096-g1" | "rds-ca-ecc384-g1";

const caCertificates: readonly string[] = ["rds-ca-rsa2048-g1", "rds-ca-rsa4096-g1", "rds-ca-ecc384-g1"];

/** What changes the instance and its replicas. */
export interface UpkeepSettings extends UpkeepArgs {
  readonly engine: DatabaseEngine;
  readonly caCertificate: CaCertificate;
}

export function readUpkeep(
  check: ArgumentCheck,
  args: UpkeepArgs & { readonly engine: DatabaseEngine },
): UpkeepSettings {
  const { engine, minorVersion, caCertificate = "rds-ca-rsa2048-g1" } = args;
  const known = caCertificates.includes(caCertificate);
  check(known, "caCertificate", `must be one of ${caCertificates.join(", ")}`, caCertificate);
  const isMinor = minorVersion === undefined || /^\.\d+$/.test(minorVersion.replace(engine.version, ""));
  const isOfMajor = minorVersion === undefined || minorVersion.startsWith(`${engine.version}.`);
  check(
    isMinor && isOfMajor,
    "minorVersion",
    `must be one of ${engine.version}, such as "${engine.version}.1"`,
    minorVersion,
  );
  return { ...args, caCertificate };
}

export function upkeepInput({ applyImmediately, caCertificate, minorVersion }: UpkeepSettings) {
  return {
    caCertIdentifier: caCertificate,
    autoMinorVersionUpgrade: minorVersion === undefined,
    applyImmediately,
  } satisfies Partial<aws.rds.InstanceArgs>;
}
