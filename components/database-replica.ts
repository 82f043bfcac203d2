import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { AlarmSet, type OrNone } from "./alarm-set";
import { statedTopicArn } from "./alarm-topic";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import type { Charted, DashboardSection } from "./dashboard/section";
import { type DatabaseAlarmArgs, databaseAlarms, readDatabaseAlarms } from "./database/alarms";
import { admitClients, type DatabaseClient, readClients } from "./database/clients";
import { engineInput } from "./database/engine";
import { databaseGraphs } from "./database/graphs";
import { identifierOf } from "./database/identity";
import { commonInput } from "./database/instance";
import { checkInstanceClass } from "./database/instance-class";
import { logGroups } from "./database/log-groups";
import { monitoringInput } from "./database/monitoring";
import { type ObservationArgs, readObservation } from "./database/observation";
import type { DatabaseOrigin } from "./database/origin";
import { parameterGroup } from "./database/parameters";
import { readStorage } from "./database/storage";
import { subnetsOf } from "./database/subnets";
import { environment } from "./environment";
import type { NetworkRef } from "./network-ref";

/** Arguments of {@link DatabaseReplica}. */
export interface DatabaseReplicaArgs extends ObservationArgs {
  /** The database that it copies: `origin` of a `Database` whose masterPassword is of type secret. */
  readonly origin: DatabaseOrigin;
  /** Where it stands, in its own region: subnets in two zones or more. */
  readonly network: NetworkRef;
  /** The ARN of the KMS key of its own region that encrypts it; a change of it replaces the replica. */
  readonly kmsKeyArn: pulumi.Input<string>;
  /** The subnets it stands in. @default "isolated" */
  readonly subnets?: "isolated" | "private";
  /** Who may connect: the members of security groups of its own region. @default nobody */
  readonly allowedFrom?: readonly DatabaseClient[];
  /** The class of its instance. @default that of the database */
  readonly instanceClass?: string;
  /** Whether a second instance stands by in another zone. @default false */
  readonly multiAz?: boolean;
  /** Whether neither Pulumi nor AWS deletes it until this is false. @default true in prod, false in dev */
  readonly deletionProtection?: boolean;
  /** When it calls for help, and whom; also when it falls behind. @default as those of `Database`, 60 s behind */
  readonly alarms?: OrNone<DatabaseAlarmArgs>;
}

/**
 * A copy of a database in another region, some moments behind: to read from there, and to be made a database of its own
 * if the first region is lost (`aws rds promote-read-replica`). It has the databases, users and passwords of its origin.
 * AWS bills its instance, its storage, and what is copied between regions. Its region is that of its provider.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.XRgn.html
 *
 * @example
 * import { Database } from "./components/database";
 * import { DatabaseReplica } from "./components/database-replica";
 * import { Network } from "./components/network";
 * import { regionalProvider } from "./components/regional-provider";
 *
 * const tiers = ["public", "private", "isolated"] as const;
 * const orders = new Database("orders", {
 *   network: new Network("net", { zones: 2, tiers }),
 *   engine: { type: "postgres", version: "17" },
 *   masterPassword: { type: "secret", secretArn: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-AbCdEf" },
 * });
 * const provider = regionalProvider("frankfurt", "eu-central-1");
 * const network = new Network("frankfurt-net", { zones: 2, tiers }, { provider });
 * const kmsKeyArn = "arn:aws:kms:eu-central-1:123456789012:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";
 * const copy = new DatabaseReplica("orders-frankfurt", { origin: orders.origin, network, kmsKeyArn }, { provider });
 */
export class DatabaseReplica extends pulumi.ComponentResource implements Charted {
  /** The host name. */
  readonly address: pulumi.Output<string>;
  /** The port. */
  readonly port: number;
  /** The id of its security group, for the rules that let somebody in. */
  readonly securityGroupId: pulumi.Output<string>;

  private readonly section: DashboardSection;

  /** @throws when an argument is not one that AWS takes, or RDS would copy no such database. */
  constructor(name: string, args: DatabaseReplicaArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:DatabaseReplica", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "database replica", name);
    const isProd = environment() === "prod";
    const { origin, network, kmsKeyArn, multiAz = false, deletionProtection = isProd } = args;
    const { instanceClass = origin.instanceClass } = args;
    // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstanceReadReplica.html
    const isName = /^(?=.{1,41}$)[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/.test(name);
    check(isName, "name", "must be a letter, then letters, digits and single hyphens, at most 41", name);
    const sentence = "must be of a database whose masterPassword is of type secret, as RDS copies no other";
    check(origin.hasOwnPassword, "origin", sentence, "managed");
    checkInstanceClass(check, "instanceClass", instanceClass);
    const storage = readStorage(check, origin);
    const observation = readObservation(check, args, origin.engine, [instanceClass], isProd);
    const clients = readClients(check, args.allowedFrom ?? []);
    const subnetIds = subnetsOf(check, network, args.subnets ?? "isolated");
    const engine = engineInput(origin.engine);
    const shape = { engine: origin.engine, instanceClass, storageGiB: storage.storageGiB };
    const alarms = readDatabaseAlarms(check, args.alarms, shape);

    const group = new aws.ec2.SecurityGroup(
      `${name}-sg`,
      {
        vpcId: network.vpcId,
        description: `Database replica ${name}: stated peers in, nothing out`,
        revokeRulesOnDelete: true,
        tags: { Name: `${name}-sg` },
      },
      { parent: this },
    );
    admitClients(name, engine.port, group, clients, this);
    const subnetGroup = new aws.rds.SubnetGroup(
      `${name}-subnets`,
      { description: `Subnets of ${name}`, subnetIds, tags: { Name: `${name}-subnets` } },
      { parent: this },
    );
    const identifier = identifierOf(subnetGroup.name, undefined);
    const around = {
      engine,
      securityGroupId: group.id,
      parameterGroupName: parameterGroup(name, engine, origin.parameters, this).name,
      monitoring: monitoringInput(name, identifier, observation, this),
    };
    const upkeep = { engine: origin.engine, caCertificate: origin.caCertificate };
    const instance = new aws.rds.Instance(
      `${name}-db`,
      {
        ...commonInput({ instanceClass, storage, upkeep, observation }, around),
        identifier,
        // Of another region it is named by its ARN.
        replicateSourceDb: origin.arn,
        kmsKeyId: kmsKeyArn,
        multiAz,
        dbSubnetGroupName: subnetGroup.name,
        deletionProtection,
        // It can be made again from its origin.
        skipFinalSnapshot: true,
        tags: { Name: `${name}-db` },
      },
      {
        parent: this,
        protect: deletionProtection,
        dependsOn: logGroups(name, identifier, engine, observation, this),
      },
    );
    const alarmSet = new AlarmSet(name, this, alarms && statedTopicArn(name, alarms.notify, this));
    if (alarms) databaseAlarms(alarmSet, alarms, instance, { [name]: instance });

    this.section = { title: name, alarmArns: alarmSet.arns, graphs: databaseGraphs(instance) };
    this.address = instance.address;
    this.port = engine.port;
    this.securityGroupId = group.id;
    this.registerOutputs({ address: this.address, port: this.port, securityGroupId: this.securityGroupId });
  }

  /** What it shows on a `Dashboard`. */
  dashboardSection(): DashboardSection {
    return this.section;
  }
}
