import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { AlarmSet, type OrNone } from "./alarm-set";
import { readNotify, statedTopicArn } from "./alarm-topic";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import type { Charted, DashboardSection } from "./dashboard/section";
import { environment } from "./environment";
import type { NetworkRef } from "./network-ref";
import { isRegion } from "./region";
import type { AppEgress } from "./secure-sg-pair";
import { type NamedPeer, readPeer } from "./secure-sg-pair/peer";
import { createRules } from "./secure-sg-pair/rule";
import { createGroup } from "./security-group-chain/chain";
import { accessPoint, readFolders, type SharedFolder } from "./shared-files/access-point";
import { type FileAlarmArgs, fileAlarms, fileGraphs } from "./shared-files/alarms";
import { fileSystemPolicy } from "./shared-files/file-system-policy";
import { type MountTier, mountSubnets, mountTargets, nfsPort } from "./shared-files/mount-targets";
import { type MountableFolder, type ServerMount, serverMount } from "./shared-files/server-mount";
import { readStorageClasses, type StorageClasses, storageClassesInput } from "./shared-files/storage-classes";
import { checkThroughput, type Throughput, throughputInput } from "./shared-files/throughput";

/** Arguments of {@link SharedFiles}. */
export interface SharedFilesArgs {
  /** Where it is mounted: subnets in two zones or more, in a list. */
  readonly network: NetworkRef;
  /** The folders that can be mounted, by a name of yours: lower-case letters, digits and hyphens. */
  readonly folders: Readonly<Record<string, SharedFolder>>;
  /** The subnets of the mount targets. @default "private" */
  readonly subnets?: MountTier;
  /** How fast it is. @default as fast as it is asked to be */
  readonly throughput?: Throughput;
  /** Where idle files are kept. @default in Infrequent Access after 30 days, in Archive after 90, back once they are read */
  readonly storageClasses?: StorageClasses;
  /** The ARN of the KMS key that encrypts it. @default EFS's own key */
  readonly kmsKeyArn?: pulumi.Input<string>;
  /** Whether AWS Backup keeps it daily for 35 days by EFS's own plan. Leave it to one where a `BackupPlan` takes it. @default true */
  readonly automaticBackups?: boolean;
  /** A copy in another region that follows within minutes. @default none */
  readonly replication?: Replication;
  /** Whether it can never become the copy of another file system. @default true */
  readonly overwriteProtection?: boolean;
  /** Whether Pulumi refuses to delete it until this is false. @default true in prod, false in dev */
  readonly deletionProtection?: boolean;
  /** Whom its alarms tell, or `none`. @default nobody: they show in CloudWatch */
  readonly alarms?: OrNone<FileAlarmArgs>;
  /** Tags beside its `Name`, e.g. what a backup plan selects it by. @default none */
  readonly tags?: Readonly<Record<string, pulumi.Input<string>>>;
}

/** A read-only copy over several zones. https://docs.aws.amazon.com/efs/latest/ug/efs-replication.html */
export interface Replication {
  /** e.g. `eu-central-1`. */
  readonly region: string;
  /** The ARN of a KMS key there. @default EFS's own key there */
  readonly kmsKeyArn?: pulumi.Input<string>;
}

/**
 * Files that servers in several zones share: encrypted, reached over TLS by roles that are allowed to and by nobody
 * until they are admitted.
 * https://docs.aws.amazon.com/efs/latest/ug/how-it-works.html
 *
 * @example
 * import { Network } from "./components/network";
 * import { ServerGroup } from "./components/server-group";
 * import { SharedFiles } from "./components/shared-files";
 *
 * const network = new Network("net", { zones: 2 });
 * const files = new SharedFiles("files", { network, folders: { pages: {} } });
 * const { userData, policyArns } = files.mount("pages", "/srv/pages");
 * files.admit("workers", "sg-0a1b2c3d4e5f60718");
 * const workers = new ServerGroup("workers", {
 *   subnetIds: network.privateSubnetIds,
 *   securityGroupIds: ["sg-0a1b2c3d4e5f60718"],
 *   userData,
 *   policyArns,
 * });
 */
export class SharedFiles extends pulumi.ComponentResource implements Charted {
  /** `fs-...`, from when it can be mounted in all zones. */
  readonly fileSystemId: pulumi.Output<string>;
  /** Its ARN. */
  readonly fileSystemArn: pulumi.Output<string>;
  /** Its name in the DNS of the network. */
  readonly dnsName: pulumi.Output<string>;
  /** The id of the mount targets' security group. */
  readonly securityGroupId: pulumi.Output<string>;
  /** `fsap-...` of each folder, from when it can be mounted. */
  readonly accessPointIds: Readonly<Record<string, pulumi.Output<string>>>;
  /** The ARN of each folder's access point, from when it can be mounted. */
  readonly accessPointArns: Readonly<Record<string, pulumi.Output<string>>>;
  /** The ARN of the policy that lets a role mount a folder, by its name. */
  readonly mountPolicyArns: Readonly<Record<string, pulumi.Output<string>>>;

  private readonly section: DashboardSection;
  private readonly check: ArgumentCheck;
  private readonly ownName: string;
  private readonly mountable: Readonly<Record<string, MountableFolder>>;

  /** @throws when an argument is not one that AWS takes, or the network has one zone. */
  constructor(name: string, args: SharedFilesArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:SharedFiles", name, {}, opts);
    this.check = argumentCheck(this, "shared files", name);
    this.ownName = name;
    const check: ArgumentCheck = this.check;
    const { network, throughput = { type: "elastic" }, kmsKeyArn, replication, alarms = {}, tags } = args;
    const { overwriteProtection = true, deletionProtection = environment() === "prod" } = args;
    const folders = readFolders(check, args.folders);
    const subnetIds = mountSubnets(check, network, args.subnets ?? "private");
    checkThroughput(check, throughput);
    const storageClasses = readStorageClasses(check, args.storageClasses ?? {}, throughput);
    const notify = alarms === "none" ? undefined : readNotify(check, "alarms.notify", alarms.notify);
    const region = replication?.region;
    const isPlace = region === undefined || isRegion(region);
    check(isPlace, "replication.region", 'must be a region such as "eu-west-1"', region);

    const fileSystem = new aws.efs.FileSystem(
      `${name}-fs`,
      {
        encrypted: true,
        kmsKeyId: kmsKeyArn,
        ...throughputInput(throughput),
        lifecyclePolicies: storageClassesInput(storageClasses),
        protection: { replicationOverwrite: overwriteProtection ? "ENABLED" : "DISABLED" },
        tags: { Name: `${name}-fs`, ...tags },
      },
      { parent: this, protect: deletionProtection },
    );
    const policy = fileSystemPolicy(name, fileSystem, this);
    new aws.efs.BackupPolicy(
      `${name}-backups`,
      {
        fileSystemId: fileSystem.id,
        backupPolicy: { status: (args.automaticBackups ?? true) ? "ENABLED" : "DISABLED" },
      },
      { parent: this },
    );
    const group = createGroup(`${name}-mounts`, network.vpcId, "Shared files: NFS from who is admitted", this);
    const targets = mountTargets(name, fileSystem, { subnetIds, group }, this);
    if (replication) {
      new aws.efs.ReplicationConfiguration(
        `${name}-replica`,
        {
          sourceFileSystemId: fileSystem.id,
          destination: { region: replication.region, kmsKeyId: replication.kmsKeyArn },
        },
        { parent: this },
      );
    }
    const access = folders.map((folder) => ({ folder, ...accessPoint(name, fileSystem, folder, this) }));

    const alarmSet = new AlarmSet(name, this, notify && statedTopicArn(name, notify, this));
    if (notify) fileAlarms(alarmSet, fileSystem, throughput);
    this.section = { title: name, alarmArns: alarmSet.arns, graphs: fileGraphs(fileSystem) };

    // What names it waits until there is something to mount in every zone, and nobody may mount it who should not.
    const made = pulumi.all([policy.id, ...targets.map(({ id }) => id)]);
    const whenMade = (value: pulumi.Output<string>) => pulumi.all([value, made]).apply(([it]) => it);
    const byFolder = <T>(of: (one: (typeof access)[number]) => T) =>
      Object.fromEntries(access.map((one) => [one.folder.name, of(one)]));
    this.fileSystemId = whenMade(fileSystem.id);
    this.fileSystemArn = fileSystem.arn;
    this.dnsName = fileSystem.dnsName;
    this.securityGroupId = group.id;
    this.accessPointIds = byFolder(({ point }) => whenMade(point.id));
    this.accessPointArns = byFolder(({ point }) => whenMade(point.arn));
    this.mountPolicyArns = byFolder((one) => one.policy.arn);
    this.mountable = byFolder((one) => ({
      name: one.folder.name,
      fileSystemId: this.fileSystemId,
      accessPointId: whenMade(one.point.id),
      policyArn: one.policy.arn,
    }));
    this.registerOutputs({
      fileSystemId: this.fileSystemId,
      fileSystemArn: this.fileSystemArn,
      dnsName: this.dnsName,
      securityGroupId: this.securityGroupId,
      accessPointIds: this.accessPointIds,
      accessPointArns: this.accessPointArns,
      mountPolicyArns: this.mountPolicyArns,
    });
  }

  /** What it shows on a `Dashboard`. */
  dashboardSection(): DashboardSection {
    return this.section;
  }

  /**
   * Lets the members of a security group connect.
   *
   * @param client what the rule is named after: letters, digits and dashes
   */
  admit(client: string, securityGroupId: pulumi.Input<string>): void {
    const peer = readPeer({ type: "securityGroup", id: securityGroupId, name: client }, "admitted", this.check);
    const group = { id: this.securityGroupId };
    createRules(`${this.ownName}-mounts`, group, [{ direction: "in", port: nfsPort, peer, purpose: "NFS" }], this);
  }

  /** The way to it out of a server's own security group. */
  egress(): AppEgress {
    const to: NamedPeer = { type: "securityGroup", id: this.securityGroupId, name: this.ownName };
    return { to, port: nfsPort };
  }

  /**
   * What a server needs to have a folder, beside being admitted and a way out.
   *
   * @param folder its name
   * @param path where the server sees it, e.g. `/srv/pages`
   * @throws when there is no such folder, or the path is none.
   */
  mount(folder: string, path: string): ServerMount {
    const mountable = Object.hasOwn(this.mountable, folder) ? this.mountable[folder] : undefined;
    const names = Object.keys(this.mountable).join(", ");
    this.check(mountable !== undefined, "mount", `must name one of its folders (${names})`, folder);
    return serverMount(this.check, mountable, path);
  }
}
