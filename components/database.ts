import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { AlarmSet, type OrNone } from "./alarm-set";
import { statedTopicArn } from "./alarm-topic";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import type { Charted, DashboardSection } from "./dashboard/section";
import { type DatabaseAlarmArgs, databaseAlarms, readDatabaseAlarms } from "./database/alarms";
import { type BackupArgs, copyBackups, readBackups } from "./database/backups";
import { admitClients, type DatabaseClient, readClients } from "./database/clients";
import { checkDatabaseName } from "./database/database-name";
import { checkEngine, type DatabaseEngine, engineInput } from "./database/engine";
import { databaseGraphs } from "./database/graphs";
import { identifierOf } from "./database/identity";
import { commonInput, type InstanceSettings, primary } from "./database/instance";
import { checkInstanceClass } from "./database/instance-class";
import { checkMasterPassword, type MasterPassword, secretArnOf } from "./database/master-password";
import { monitoringInput } from "./database/monitoring";
import { type ObservationArgs, readObservation } from "./database/observation";
import type { DatabaseOrigin } from "./database/origin";
import { checkParameters, parameterGroup } from "./database/parameters";
import { checkReplicas, createReplica, type Replicas } from "./database/replicas";
import { readStorage, type StorageArgs } from "./database/storage";
import { subnetsOf } from "./database/subnets";
import { readUpkeep, type UpkeepArgs } from "./database/upkeep";
import { checkWindows } from "./database/windows";
import { environment } from "./environment";
import type { NetworkRef } from "./network-ref";
import type { AppEgress } from "./secure-sg-pair";

/** Arguments of {@link Database}. */
export interface DatabaseArgs extends StorageArgs, BackupArgs, UpkeepArgs, ObservationArgs {
  /** Where it stands: subnets in two zones or more. */
  readonly network: NetworkRef;
  /** What it speaks. */
  readonly engine: DatabaseEngine;
  /** The subnets it stands in. @default "isolated": nothing leads from there to the internet */
  readonly subnets?: "isolated" | "private";
  /** Who may connect: the members of security groups, by a name of yours. See `admit` for those made later. @default nobody */
  readonly allowedFrom?: readonly DatabaseClient[];
  /** The name of the first database: a letter, then letters, digits and _; a change of it replaces the database. @default "app" */
  readonly databaseName?: string;
  /** Who keeps the administrator's password. @default RDS, which changes it every week */
  readonly masterPassword?: MasterPassword;
  /**
   * The class of the instance. A change of it is vertical scaling in place: with a standby that is changed first and
   * takes over, mostly within two minutes; without, it is down for some. It waits for the maintenance window unless
   * applyImmediately is true.
   * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ModifyInstance.Settings.html
   *
   * @default "db.t4g.micro" in dev, "db.m7g.large" in prod
   */
  readonly instanceClass?: string;
  /** Whether a second instance stands by in another zone. @default true in prod, false in dev */
  readonly multiAz?: boolean;
  /** Copies to read from, by a name of yours, 15 at most; they need a masterPassword of type secret. @default none */
  readonly replicas?: Replicas;
  /** Whether neither Pulumi nor AWS deletes it until this is false. @default true in prod, false in dev */
  readonly deletionProtection?: boolean;
  /** When it calls for help, and whom. @default 90 % CPU, a tenth of storage free, nobody: they show in CloudWatch */
  readonly alarms?: OrNone<DatabaseAlarmArgs>;
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
 * const orders = new Database("orders", {
 *   network,
 *   engine: { type: "postgres", version: "17" },
 *   allowedFrom: [{ type: "securityGroup", id: "sg-0a1b2c3d4e5f60718", name: "shop", egress: true }],
 *   backupWindow: "02:00-02:30",
 *   maintenanceWindow: "sun:03:00-sun:04:00",
 * });
 */
export class Database extends pulumi.ComponentResource implements Charted {
  /** The host name. */
  readonly address: pulumi.Output<string>;
  /** The port. */
  readonly port: number;
  /** The name of the first database. */
  readonly databaseName: string;
  /** The ARN of the secret with the keys `username` and `password`. */
  readonly secretArn: pulumi.Output<string>;
  /** The ARN of the KMS key that encrypts the secret; undefined unless it is one of yours. */
  readonly secretKeyArn?: pulumi.Output<string>;
  /** The id of its security group, for the rules that let somebody in. */
  readonly securityGroupId: pulumi.Output<string>;
  /** What a `DatabaseReplica` in another region copies. */
  readonly origin: DatabaseOrigin;
  /** The host names of the replicas, by their names. */
  readonly replicaAddresses: Readonly<Record<string, pulumi.Output<string>>>;

  private readonly check: ArgumentCheck;
  private readonly ownName: string;
  private readonly section: DashboardSection;

  /** @throws when an argument is not one that AWS takes, or the network has one zone. */
  constructor(name: string, args: DatabaseArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:Database", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "database", name);
    this.check = check;
    this.ownName = name;
    const isProd = environment() === "prod";
    const { network, replicas = {}, parameters = {}, masterPassword = { type: "managed" } } = args;
    const settings = readInstance(check, name, args, isProd);
    const { storageGiB } = settings.storage;
    const engine = engineInput(args.engine);
    checkParameters(check, parameters, engine.parameters);
    const clients = readClients(check, args.allowedFrom ?? []);
    const subnetIds = subnetsOf(check, network, args.subnets ?? "isolated");
    const shape = { engine: args.engine, instanceClass: settings.instanceClass, storageGiB };
    const alarms = readDatabaseAlarms(check, args.alarms, shape);

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
    admitClients(name, engine.port, securityGroup, clients, this);
    const subnetGroup = new aws.rds.SubnetGroup(
      `${name}-subnets`,
      { description: `Subnets of ${name}`, subnetIds, tags: { Name: `${name}-subnets` } },
      { parent: this },
    );
    const identifier = identifierOf(subnetGroup.name, settings.backups.restoreFrom);
    const around = {
      engine,
      identifier,
      subnetGroupName: subnetGroup.name,
      securityGroupId: securityGroup.id,
      parameterGroupName: parameterGroup(name, engine, parameters, this).name,
      monitoring: monitoringInput(name, identifier, settings.observation, this),
    };
    const common = commonInput(settings, around);
    const instance = primary(name, settings, around, common, this);
    copyBackups(name, instance, settings.backups, this);
    const copies = Object.entries(replicas).map(([key, replica]): [string, aws.rds.Instance] => {
      const source = { instance, identifier, common, engine, observation: settings.observation };
      return [key, createReplica(name, key, replica, source, this)];
    });
    const alarmSet = new AlarmSet(name, this, alarms && statedTopicArn(name, alarms.notify, this));
    if (alarms) databaseAlarms(alarmSet, alarms, instance, Object.fromEntries(copies));

    const { kmsKeyArn } = masterPassword;
    this.section = { title: name, alarmArns: alarmSet.arns, graphs: databaseGraphs(instance) };
    this.address = instance.address;
    this.port = engine.port;
    this.databaseName = settings.databaseName;
    this.secretArn = secretArnOf(masterPassword, instance);
    if (kmsKeyArn !== undefined) this.secretKeyArn = pulumi.output(kmsKeyArn);
    this.securityGroupId = securityGroup.id;
    const { maxStorageGiB, storage } = settings.storage;
    this.origin = {
      arn: instance.arn,
      engine: args.engine,
      instanceClass: settings.instanceClass,
      ...{ storageGiB, maxStorageGiB, storage },
      caCertificate: settings.upkeep.caCertificate,
      parameters,
      hasOwnPassword: masterPassword.type === "secret",
    };
    this.replicaAddresses = Object.fromEntries(copies.map(([key, { address }]) => [key, address]));
    this.registerOutputs({
      address: this.address,
      port: this.port,
      databaseName: this.databaseName,
      secretArn: this.secretArn,
      secretKeyArn: this.secretKeyArn,
      securityGroupId: this.securityGroupId,
      origin: this.origin,
      replicaAddresses: this.replicaAddresses,
    });
  }

  /**
   * Lets the members of a security group connect.
   *
   * @param client what the rule is named after: letters, digits and dashes
   */
  admit(client: string, securityGroupId: pulumi.Input<string>): void {
    const clients = readClients(this.check, [{ type: "securityGroup", id: securityGroupId, name: client }]);
    admitClients(this.ownName, this.port, { id: this.securityGroupId }, clients, this);
  }

  /** The way to it out of a server's own security group. */
  egress(): AppEgress {
    return { to: { type: "securityGroup", id: this.securityGroupId, name: this.ownName }, port: this.port };
  }

  /** What it shows on a `Dashboard`. */
  dashboardSection(): DashboardSection {
    return this.section;
  }
}

function readInstance(check: ArgumentCheck, name: string, args: DatabaseArgs, isProd: boolean): InstanceSettings {
  const { databaseName = "app", instanceClass = isProd ? "db.m7g.large" : "db.t4g.micro" } = args;
  const { multiAz = isProd, deletionProtection = isProd, replicas = {}, masterPassword = { type: "managed" } } = args;
  checkEngine(check, args.engine);
  // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
  const isName = /^(?=.{1,41}$)[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/.test(name);
  check(isName, "name", "must be a letter, then letters, digits and single hyphens, at most 41", name);
  checkDatabaseName(check, "databaseName", databaseName);
  checkInstanceClass(check, "instanceClass", instanceClass);
  checkReplicas(check, name, replicas);
  checkMasterPassword(check, masterPassword);
  checkWindows(check, args.backupWindow, args.maintenanceWindow);
  const copies = Object.keys(replicas);
  const { blueGreenUpdate = false } = args;
  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html#rds-secrets-manager-limitations
  const isOwn = masterPassword.type === "secret";
  check(isOwn || copies.length === 0, "replicas", "must be left out unless masterPassword is of type secret", copies);
  const sentence = "must be left out unless masterPassword is of type secret and there are no replicas";
  check(!blueGreenUpdate || (isOwn && copies.length === 0), "blueGreenUpdate", sentence, blueGreenUpdate);
  const classes = [instanceClass, ...Object.values(replicas).flatMap((one) => one.instanceClass ?? [])];
  return {
    databaseName,
    instanceClass,
    multiAz,
    deletionProtection,
    masterPassword,
    storage: readStorage(check, args),
    backups: readBackups(check, args, isProd),
    upkeep: readUpkeep(check, args),
    observation: readObservation(check, args, args.engine, classes, isProd),
  };
}
