import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { contentHash, filesBelow } from "./content-hash";
import { LogBucket } from "./log-bucket";
import { bucketPolicy, privateBucket } from "./private-bucket";

/** Arguments of {@link AppRelease}. */
export interface AppReleaseArgs {
  /**
   * What is in it: folders as seen from where `pulumi` runs, by the name that each has in the release. What Python, Node
   * and git keep for themselves stays out: `__pycache__`, `.venv`, `node_modules` and `.git`.
   */
  readonly folders: Readonly<Record<string, string>>;
}

/**
 * One version of an app, as servers fetch it: a zip of folders in a private bucket, under a name that only this content
 * has. Earlier versions stay there, as servers may still have to start with one.
 *
 * @example
 * import { AppRelease } from "./components/app-release";
 *
 * const folder = "./architectures/react-flask";
 * const release = new AppRelease("shop-release", { folders: { backend: `${folder}/backend`, server: `${folder}/server` } });
 * const userData = {
 *   packages: ["awscli", "unzip"],
 *   commands: [release.unpackedIn("/srv/shop"), `bash /srv/shop/${release.version}/server/deploy.sh`],
 * };
 */
export class AppRelease extends pulumi.ComponentResource {
  /** 16 hexadecimal digits that stand for what is in it. */
  readonly version: string;
  /** The name of the bucket. */
  readonly bucketName: pulumi.Output<string>;
  /** The key of the zip, once it is there. */
  readonly key: pulumi.Output<string>;
  /** The ARN of the policy with which a server's role may fetch it, and every version before and after it. */
  readonly policyArn: pulumi.Output<string>;

  /** @throws when a folder is none, or holds nothing. */
  constructor(name: string, args: AppReleaseArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:AppRelease", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "app release", name);
    const folders = Object.entries(args.folders).sort(([one], [other]) => (one < other ? -1 : 1));
    check(folders.length > 0, "folders", "must name at least one folder", args.folders);
    for (const [folder, path] of folders) {
      check(/^\w[\w.-]*$/.test(folder), "folders", 'must have names such as "server"', folder);
      const isFolder = existsSync(path) && statSync(path).isDirectory();
      check(isFolder && releasedFiles(path).length > 0, `folders.${folder}`, "must be a folder that holds files", path);
    }

    const files = folders.flatMap(([folder, path]) =>
      releasedFiles(path).map((file) => [`${folder}/${file}`, join(path, file)] as const),
    );
    this.version = contentHash(files).slice(0, 16);
    const bucket = releaseBucket(name, this);
    const assets = files.map(([file, path]) => [file, new pulumi.asset.FileAsset(path)]);
    const object = new aws.s3.BucketObjectv2(
      `${name}-archive`,
      {
        bucket: bucket.bucket,
        key: `${this.version}.zip`,
        source: new pulumi.asset.AssetArchive(Object.fromEntries(assets)),
        contentType: "application/zip",
        tags: { Name: `${name}-archive` },
      },
      { parent: this, retainOnDelete: true },
    );

    this.bucketName = bucket.bucket;
    this.key = object.key;
    this.policyArn = readPolicy(name, bucket, this).arn;
    const { bucketName, key, version, policyArn } = this;
    this.registerOutputs({ bucketName, key, version, policyArn });
  }

  /**
   * Bash that fetches the release and unpacks it in a folder of its version's name, below the one that is given, if it is
   * not there already. The server needs `aws`, `unzip` and the policy.
   */
  unpackedIn(folder: string): pulumi.Output<string> {
    const { region } = aws.getRegionOutput({}, { parent: this });
    const release = `${folder}/${this.version}`;
    return pulumi.interpolate`release=${release} bucket=${this.bucketName} key=${this.key} region=${region}\n${unpack}`;
  }
}

const unpack = readFileSync(join(__dirname, "app-release", "unpack.sh"), "utf8").trimEnd();

function releasedFiles(folder: string): string[] {
  return filesBelow(folder).filter((file) => !/(^|\/)(__pycache__|\.venv|node_modules|\.git)\//.test(file));
}

function releaseBucket(name: string, parent: pulumi.Resource): aws.s3.Bucket {
  const logs = new LogBucket(`${name}-logs`, { writer: "bucket" }, { parent });
  const expireDeleted = {
    id: "expire-deleted",
    status: "Enabled",
    filter: { prefix: "" },
    noncurrentVersionExpiration: { noncurrentDays: 30 },
    abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
  };
  const args = { lifecycleRules: [expireDeleted], accessLogBucket: logs.bucketName };
  const made = privateBucket(name, args, parent);
  bucketPolicy(name, made, [], parent);
  return made.bucket;
}

function readPolicy(name: string, bucket: aws.s3.Bucket, parent: pulumi.Resource): aws.iam.Policy {
  const fetching = {
    Sid: "FetchReleases",
    Effect: "Allow",
    Action: "s3:GetObject",
    Resource: pulumi.interpolate`${bucket.arn}/*.zip`,
  };
  const policy = pulumi.jsonStringify({ Version: "2012-10-17", Statement: [fetching] });
  const description = "Fetches versions of the app";
  return new aws.iam.Policy(`${name}-read`, { description, policy, tags: { Name: `${name}-read` } }, { parent });
}
