import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { checkEngine, type DatabaseEngine, engineInput } from "./database/engine";
import { environment } from "./environment";
import type { NetworkRef } from "./network-ref";

/** Arguments of {@link Database}. */
export interface DatabaseArgs {
  /** Where it stands: subnets in two zones or more. */
  readonly network: NetworkRef;
  /** What it speaks. */
  readonly engine: DatabaseEngine;
  /** The subnets it stands in. @default "isolated": nothing leads from there to the internet */
  readonly subnets?: "isolated" | "private";
  /** The name of the first database: a letter, then letters, digits and _. @default "app" */
  readonly databaseName?: string;
  /** The class of the instance. @default "db.t4g.micro" in dev, "db.m7g.large" in prod */
  readonly instanceClass?: string;
  /** GiB of gp3 to begin with, 20–65536. @default 20 */
  readonly storageGiB?: number;
  /** GiB up to which it grows by itself, at least a tenth more than storageGiB. @default five times storageGiB */
  readonly maxStorageGiB?: number;
  /** Whether a second instance stands by in another zone. @default true in prod, false in dev */
  readonly multiAz?: boolean;
  /** Days to any second of which it can be restored, 1–35. @default 7 in dev, 30 in prod */
  readonly backupDays?: number;
  /** Whether it cannot be deleted until this is false. @default true in prod, false in dev */
  readonly deletionProtection?: boolean;
}

/**
 * A relational database beside what uses it: encrypted, reachable over TLS alone and by nobody until a rule of its
 * security group says so, with a password that RDS keeps in Secrets Manager and changes every week.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html
 *
 * @example
 * import { Database } from "./components/database";
 * import { Network } from "./components/network";
 *
 * const network = new Network("net", { zones: 2, tiers: ["public", "private", "isolated"] });
 * const orders = new Database("orders", { network, engine: { type: "postgres", version: "17" } });
 */
export class Database extends pulumi.ComponentResource {
  /** The host name. */
  readonly address: pulumi.Output<string>;
  /** The port. */
  readonly port: number;
  /** The name of the first database. */
  readonly databaseName: string;
  /** The ARN of the secret with the keys `username` and `password`. */
  readonly secretArn: pulumi.Output<string>;
  /** The id of its security group, for the rules that let somebody in. */
  readonly securityGroupId: pulumi.Output<string>;

  /** @throws when an argument is not one that AWS takes, or the network has one zone. */
  constructor(name: string, args: DatabaseArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:Database", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "database", name);
    const isProd = environment() === "prod";
    const {
      network,
      subnets = "isolated",
      databaseName = "app",
      storageGiB = 20,
      maxStorageGiB = 5 * storageGiB,
    } = args;
    const { instanceClass = isProd ? "db.m7g.large" : "db.t4g.micro", backupDays = isProd ? 30 : 7 } = args;
    const { multiAz = isProd, deletionProtection = isProd } = args;
    checkEngine(check, args.engine);
    checkSizes(check, { storageGiB, maxStorageGiB, backupDays });
    // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
    check(/^[A-Za-z][A-Za-z0-9-]{0,40}$/.test(name), "name", "must be at most 41 letters, digits and hyphens", name);
    const isDatabase = /^[A-Za-z]\w{0,62}$/.test(databaseName);
    check(isDatabase, "databaseName", "must be a letter, then letters, digits and _, at most 63", databaseName);
    const isClass = /^db\.[a-z0-9-]+\.[a-z0-9]+$/.test(instanceClass);
    check(isClass, "instanceClass", 'must be a class such as "db.t4g.micro"', instanceClass);
    const { engine, engineVersion, port, family, tlsOnly, logs } = engineInput(args.engine);

    const securityGroup = new aws.ec2.SecurityGroup(
      `${name}-sg`,
      {
        vpcId: network.vpcId,
        description: `Database ${name}: stated peers in, nothing out`,
        // Whoever it lets in names it too.
        revokeRulesOnDelete: true,
        tags: { Name: `${name}-sg` },
      },
      { parent: this },
    );
    const subnetGroup = new aws.rds.SubnetGroup(
      `${name}-subnets`,
      {
        description: `Subnets of ${name}`,
        subnetIds: subnetsOf(check, network, subnets),
        tags: { Name: `${name}-subnets` },
      },
      { parent: this },
    );
    const parameters = new aws.rds.ParameterGroup(
      `${name}-parameters`,
      {
        description: `Parameters of ${name}`,
        family,
        parameters: [tlsOnly],
        tags: { Name: `${name}-parameters` },
      },
      { parent: this },
    );
    const instance = new aws.rds.Instance(
      `${name}-db`,
      {
        engine,
        engineVersion,
        instanceClass,
        dbName: databaseName,
        port,
        username: "administrator",
        manageMasterUserPassword: true,
        storageType: "gp3",
        allocatedStorage: storageGiB,
        maxAllocatedStorage: maxStorageGiB,
        storageEncrypted: true,
        multiAz,
        dbSubnetGroupName: subnetGroup.name,
        vpcSecurityGroupIds: [securityGroup.id],
        publiclyAccessible: false,
        parameterGroupName: parameters.name,
        iamDatabaseAuthenticationEnabled: true,
        backupRetentionPeriod: backupDays,
        copyTagsToSnapshot: true,
        deleteAutomatedBackups: !isProd,
        deletionProtection,
        skipFinalSnapshot: !isProd,
        finalSnapshotIdentifier: isProd ? `${name}-final` : undefined,
        autoMinorVersionUpgrade: true,
        enabledCloudwatchLogsExports: [...logs],
        tags: { Name: `${name}-db` },
      },
      { parent: this },
    );

    this.address = instance.address;
    this.port = port;
    this.databaseName = databaseName;
    this.secretArn = instance.masterUserSecrets.apply(([secret]) => secret?.secretArn ?? "");
    this.securityGroupId = securityGroup.id;
    this.registerOutputs({
      address: this.address,
      port: this.port,
      databaseName: this.databaseName,
      secretArn: this.secretArn,
      securityGroupId: this.securityGroupId,
    });
  }
}

function checkSizes(
  check: ArgumentCheck,
  {
    storageGiB,
    maxStorageGiB,
    backupDays,
  }: Required<Pick<DatabaseArgs, "storageGiB" | "maxStorageGiB" | "backupDays">>,
): void {
  const isSize = Number.isInteger(storageGiB) && storageGiB >= 20 && storageGiB <= 65536;
  check(isSize, "storageGiB", "must be a whole number between 20 and 65536", storageGiB);
  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html
  const least = Math.ceil((11 * storageGiB) / 10);
  const grows = Number.isInteger(maxStorageGiB) && maxStorageGiB >= least && maxStorageGiB <= 65536;
  check(grows, "maxStorageGiB", `must be a whole number between ${least} and 65536`, maxStorageGiB);
  const isDays = Number.isInteger(backupDays) && backupDays >= 1 && backupDays <= 35;
  check(isDays, "backupDays", "must be a whole number between 1 and 35", backupDays);
}

/** A subnet group must span two zones, whether the database does or not. A list that is not known yet is left to AWS. */
function subnetsOf(
  check: ArgumentCheck,
  network: NetworkRef,
  tier: "isolated" | "private",
): pulumi.Input<pulumi.Input<string>[]> {
  const ids = network[`${tier}SubnetIds`] ?? [];
  const zones = Array.isArray(ids) ? ids.length : undefined;
  const spans = zones === undefined || zones >= 2;
  check(spans, `network.${tier}SubnetIds`, "must hold subnets of at least two zones", zones);
  return ids;
}
