import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { type BackupSettings, backupInput } from "./backups";
import type { EngineInput } from "./engine";
import { logGroups } from "./log-groups";
import { type MasterPassword, passwordInput } from "./master-password";
import { insightsInput, type ObservationSettings } from "./observation";
import { diskInput, type StorageSettings } from "./storage";
import { type UpkeepSettings, upkeepInput } from "./upkeep";

/** A database with its defaults, checked. */
export interface InstanceSettings {
  readonly databaseName: string;
  readonly instanceClass: string;
  readonly multiAz: boolean;
  readonly deletionProtection: boolean;
  readonly masterPassword: MasterPassword;
  readonly storage: StorageSettings;
  readonly backups: BackupSettings;
  readonly upkeep: UpkeepSettings;
  readonly observation: ObservationSettings;
}

/** What is around the instance and its replicas. */
export interface InstanceSurroundings {
  readonly engine: EngineInput;
  readonly identifier: pulumi.Output<string>;
  readonly subnetGroupName: pulumi.Input<string>;
  readonly securityGroupId: pulumi.Input<string>;
  readonly parameterGroupName: pulumi.Input<string>;
  readonly monitoring: Partial<aws.rds.InstanceArgs>;
}

type CommonSettings = Pick<InstanceSettings, "instanceClass" | "storage" | "upkeep" | "observation">;
type CommonSurroundings = Omit<InstanceSurroundings, "identifier" | "subnetGroupName">;

/** What a database and its replicas have in common. */
export function commonInput(
  { instanceClass, storage, upkeep, observation }: CommonSettings,
  { engine, securityGroupId, parameterGroupName, monitoring }: CommonSurroundings,
) {
  return {
    instanceClass,
    ...diskInput(storage),
    port: engine.port,
    vpcSecurityGroupIds: [securityGroupId],
    publiclyAccessible: false,
    parameterGroupName,
    iamDatabaseAuthenticationEnabled: true,
    copyTagsToSnapshot: true,
    enabledCloudwatchLogsExports: [...engine.logs],
    ...upkeepInput(upkeep),
    ...insightsInput(observation),
    ...monitoring,
  } satisfies aws.rds.InstanceArgs;
}

/** The instance that is written to. */
export function primary(
  name: string,
  {
    databaseName,
    multiAz,
    deletionProtection,
    masterPassword,
    storage,
    backups,
    upkeep,
    observation,
  }: InstanceSettings,
  { engine, identifier, subnetGroupName }: InstanceSurroundings,
  common: aws.rds.InstanceArgs,
  parent: pulumi.Resource,
): aws.rds.Instance {
  const restored = backups.restoreFrom !== undefined;
  const logs = logGroups(name, identifier, engine, observation, parent);
  return new aws.rds.Instance(
    `${name}-db`,
    {
      ...common,
      identifier,
      engine: engine.engine,
      engineVersion: upkeep.minorVersion ?? upkeep.engine.version,
      allowMajorVersionUpgrade: upkeep.allowMajorVersionUpgrade,
      // A snapshot has databases of its own.
      dbName: restored ? undefined : databaseName,
      ...passwordInput(masterPassword, restored, parent),
      allocatedStorage: storage.storageGiB,
      kmsKeyId: storage.kmsKeyArn,
      multiAz,
      dbSubnetGroupName: subnetGroupName,
      ...backupInput(backups, identifier),
      maintenanceWindow: upkeep.maintenanceWindow,
      blueGreenUpdate: upkeep.blueGreenUpdate ? { enabled: true } : undefined,
      deletionProtection,
      tags: { Name: `${name}-db` },
    },
    { parent, protect: deletionProtection, dependsOn: logs },
  );
}
