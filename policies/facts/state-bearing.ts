import type { Resource } from "../resource";
import { asText, at, UNKNOWN, type Unknown } from "./value";

/** What AWS itself offers against the deletion of a resource or of what it holds. */
interface Guard {
  readonly property: string;
  /** The value that turns it on. */
  readonly value: unknown;
  /** Whether it is on for a value; `undefined` stands for what is not said. */
  isOn(value: string | undefined): boolean;
}

/** A type whose resources hold what no program can make again. */
interface StateBearing {
  readonly guards?: readonly Guard[];
  /** The property that gives it a name of its own, where Pulumi would choose one. */
  readonly name?: string;
}

const on = (property: string): Guard => ({ property, value: true, isOn: (value) => value === "true" });
const off = (property: string): Guard => ({ property, value: false, isOn: (value) => value !== "true" });

const databaseCluster: StateBearing = { guards: [on("deletionProtection")], name: "clusterIdentifier" };
const globalCluster: StateBearing = { guards: [on("deletionProtection")] };

const places: Readonly<Record<string, StateBearing>> = {
  "aws:backup/vault:Vault": { guards: [off("forceDestroy")], name: "name" },
  "aws:cloudwatch/logGroup:LogGroup": { guards: [on("deletionProtectionEnabled"), on("skipDestroy")], name: "name" },
  "aws:cognito/userPool:UserPool": {
    guards: [{ property: "deletionProtection", value: "ACTIVE", isOn: (value) => value === "ACTIVE" }],
  },
  "aws:docdb/cluster:Cluster": databaseCluster,
  "aws:docdb/globalCluster:GlobalCluster": globalCluster,
  "aws:dsql/cluster:Cluster": { guards: [on("deletionProtectionEnabled")] },
  "aws:dynamodb/table:Table": { guards: [on("deletionProtectionEnabled")], name: "name" },
  "aws:ebs/volume:Volume": { guards: [on("finalSnapshot")] },
  // A registry refuses to delete a repository, and S3 a bucket, while it holds anything.
  "aws:ecr/repository:Repository": { guards: [off("forceDelete")], name: "name" },
  "aws:efs/fileSystem:FileSystem": { name: "creationToken" },
  "aws:fsx/lustreFileSystem:LustreFileSystem": {},
  "aws:fsx/ontapFileSystem:OntapFileSystem": {},
  "aws:fsx/openZfsFileSystem:OpenZfsFileSystem": {},
  "aws:fsx/windowsFileSystem:WindowsFileSystem": {},
  "aws:kms/key:Key": {},
  "aws:memorydb/cluster:Cluster": { name: "name" },
  "aws:neptune/cluster:Cluster": databaseCluster,
  "aws:neptune/globalCluster:GlobalCluster": globalCluster,
  "aws:opensearch/domain:Domain": { name: "domainName" },
  "aws:rds/cluster:Cluster": databaseCluster,
  "aws:rds/globalCluster:GlobalCluster": globalCluster,
  "aws:rds/instance:Instance": { guards: [on("deletionProtection")], name: "identifier" },
  "aws:redshift/cluster:Cluster": {},
  "aws:route53/zone:Zone": {},
  "aws:s3/bucket:Bucket": { guards: [off("forceDestroy")], name: "bucket" },
  // A secret can be had back until its recovery window, 30 days if not set, is over.
  "aws:secretsmanager/secret:Secret": {
    guards: [
      { property: "recoveryWindowInDays", value: 30, isOn: (value) => value === undefined || Number(value) > 0 },
    ],
    name: "name",
  },
};

export const stateBearingTypes = Object.keys(places);

/** How a resource is kept from deletion. */
export interface Protection {
  /** By Pulumi's option or by AWS. */
  readonly isKept: boolean | Unknown;
  /** What would keep it beside Pulumi's option, as `deletionProtection to true`. */
  readonly otherwise: readonly string[];
  /** The guard that is not known. */
  readonly doubt?: string;
}

/** Pulumi gives policies the option `protect` alone: of `retainOnDelete` they learn nothing. */
export function protectionOf({ type, props, opts }: Resource): Protection {
  const guards = places[type]?.guards ?? [];
  const states = guards.map(({ property, isOn }) => {
    const value = at(props, property);
    const text = typeof value === "boolean" ? String(value) : asText(value);
    return text === UNKNOWN ? UNKNOWN : isOn(text);
  });
  const isKept = opts.protect || states.includes(true) || (states.includes(UNKNOWN) && UNKNOWN);
  return {
    isKept,
    otherwise: guards.map(({ property, value }) => `${property} to ${JSON.stringify(value)}`),
    ...(isKept === UNKNOWN && { doubt: guards[states.indexOf(UNKNOWN)]?.property }),
  };
}

/** The name that a resource was given, and its property; undefined where it has none of its own. */
export function ownName(resource: Resource): { property: string; value: unknown } | undefined {
  const property = places[resource.type]?.name;
  if (property === undefined) return undefined;
  const value = at(resource.props, property);
  return value === undefined || value === "" || isChosen(resource, property, value) ? undefined : { property, value };
}

/**
 * True for a name that Pulumi chose: before policies see the properties it fills them in, with the resource's name and
 * seven random digits, and the provider lists which: https://www.pulumi.com/docs/iac/concepts/resources/names/
 */
function isChosen({ name, props }: Resource, property: string, value: unknown): boolean {
  const defaults = at(props, "__defaults");
  if (Array.isArray(defaults) && defaults.includes(property)) return true;
  const text = typeof value === "string" ? value.toLowerCase() : "";
  return text.startsWith(name.toLowerCase()) && /^-?[0-9a-f]{7,8}$/.test(text.slice(name.length));
}
