import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { buildTagPrefix, type ImageRepositoryRef } from "./container-image";
import { environment } from "./environment";
import { expireUntagged, keepNewest, lifecyclePolicy } from "./image-repository/lifecycle";

/** Arguments of {@link ImageRepository}: a private repository, unless it is said to be public. */
export type ImageRepositoryArgs = PrivateRepositoryArgs | PublicRepositoryArgs;

/** A repository of Amazon ECR, for this account. */
export interface PrivateRepositoryArgs {
  readonly visibility?: "private";
  /** Its name, 2–256 characters in lower case, e.g. `shop/web`. @default made from the component's name */
  readonly repositoryName?: string;
  /**
   * Tags that may move to another image, with `*` for any characters; at most 5 of 128 characters and two `*` each. No
   * other tag ever changes. https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html
   *
   * @default ["build-*"], the tags of images that `up` builds: what runs is named by its digest. Without it, `up` can
   * push a build only once
   */
  readonly mutableTags?: readonly string[];
  /** Days until an image that has lost its tag is deleted, 1 or more. Until then it can be rolled back to. @default 30 */
  readonly untaggedDays?: number;
  /** How many images are kept, the newest ones, 1 or more. @default 100 */
  readonly keepImages?: number;
  /** The KMS key that encrypts the images; a change makes another repository. @default S3's own keys (AES-256) */
  readonly kmsKeyArn?: pulumi.Input<string>;
  /** Whether deleting the stack deletes the images as well. @default true in dev, false in prod */
  readonly forceDestroy?: boolean;
}

/** A repository of Amazon ECR Public: anyone can pull. */
export interface PublicRepositoryArgs {
  readonly visibility: "public";
  /** Its name, 2–205 characters in lower case. */
  readonly repositoryName: string;
  /** What the gallery says of it, at most 1024 characters. @default nothing */
  readonly description?: string;
  /** Whether deleting the stack deletes the images as well. @default true in dev, false in prod */
  readonly forceDestroy?: boolean;
}

/**
 * A repository of container images. A private one is scanned on each push, and its tags never change but those that are
 * named; images that nobody needs go after a time.
 *
 * @example
 * import { ImageRepository } from "./components/image-repository";
 *
 * const images = new ImageRepository("shop", { mutableTags: ["build-*", "cache"], keepImages: 50 });
 * const web = { build: "./app", repository: images };
 */
export class ImageRepository extends pulumi.ComponentResource implements ImageRepositoryRef {
  /** The URL, to which a tag or digest is added. */
  readonly repositoryUrl: pulumi.Output<string>;
  /** The ARN of a private repository; undefined for a public one, from which nobody needs leave to pull. */
  readonly repositoryArn: pulumi.Output<string> | undefined;

  /** @throws when a name, a tag or a number is not one that AWS takes. */
  constructor(name: string, args: ImageRepositoryArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:ImageRepository", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "image repository", name);
    const forceDestroy = args.forceDestroy ?? environment() === "dev";
    if (args.visibility === "public") {
      const { repositoryUri } = publicRepository(check, name, args, forceDestroy, this);
      this.repositoryUrl = repositoryUri;
      this.repositoryArn = undefined;
    } else {
      const { repositoryUrl, arn } = privateRepository(check, name, args, forceDestroy, this);
      this.repositoryUrl = repositoryUrl;
      this.repositoryArn = arn;
    }
    this.registerOutputs({ repositoryUrl: this.repositoryUrl, repositoryArn: this.repositoryArn });
  }
}

function privateRepository(
  check: ArgumentCheck,
  name: string,
  args: PrivateRepositoryArgs,
  forceDelete: boolean,
  parent: pulumi.Resource,
): aws.ecr.Repository {
  const { repositoryName, mutableTags = [`${buildTagPrefix}*`], kmsKeyArn } = args;
  const { untaggedDays = 30, keepImages = 100 } = args;
  // Pulumi adds `-repository-` and seven of its own to a name that is not stated.
  checkRepositoryName(check, repositoryName === undefined ? "name" : "repositoryName", repositoryName ?? name, 237);
  check(mutableTags.length <= 5, "mutableTags", "must hold at most 5 tags", mutableTags);
  for (const tag of mutableTags) {
    const isTag = /^[\w.*-]{1,128}$/.test(tag) && tag.split("*").length <= 3;
    check(isTag, "mutableTags", "must be tags of at most 128 characters, with at most two *", tag);
  }
  for (const [argument, value] of Object.entries({ untaggedDays, keepImages })) {
    check(Number.isInteger(value) && value >= 1, argument, "must be a whole number, 1 or more", value);
  }

  const filters = mutableTags.map((filter) => ({ filter, filterType: "WILDCARD" }));
  const repository = new aws.ecr.Repository(
    `${name}-repository`,
    {
      name: repositoryName,
      imageTagMutability: filters.length > 0 ? "IMMUTABLE_WITH_EXCLUSION" : "IMMUTABLE",
      imageTagMutabilityExclusionFilters: filters.length > 0 ? filters : undefined,
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfigurations: [
        kmsKeyArn === undefined ? { encryptionType: "AES256" } : { encryptionType: "KMS", kmsKey: kmsKeyArn },
      ],
      forceDelete,
      tags: { Name: name },
    },
    { parent },
  );
  new aws.ecr.LifecyclePolicy(
    `${name}-lifecycle`,
    { repository: repository.name, policy: lifecyclePolicy([expireUntagged(untaggedDays), keepNewest(keepImages)]) },
    { parent },
  );
  return repository;
}

function publicRepository(
  check: ArgumentCheck,
  name: string,
  { repositoryName, description }: PublicRepositoryArgs,
  forceDestroy: boolean,
  parent: pulumi.Resource,
): aws.ecrpublic.Repository {
  checkRepositoryName(check, "repositoryName", repositoryName, 205);
  const isShort = description === undefined || description.length <= 1024;
  check(isShort, "description", "must have at most 1024 characters", description?.length);
  return new aws.ecrpublic.Repository(
    `${name}-repository`,
    {
      repositoryName,
      catalogData: description === undefined ? undefined : { description },
      forceDestroy,
      // The only region that has public repositories; their images are everywhere.
      // https://docs.aws.amazon.com/general/latest/gr/ecr-public.html
      region: "us-east-1",
      tags: { Name: name },
    },
    { parent },
  );
}

/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html */
function checkRepositoryName(check: ArgumentCheck, argument: string, name: string, most: number): void {
  const form = /^(?:[a-z\d]+(?:(?:[._-]|__|-+)[a-z\d]+)*\/)*[a-z\d]+(?:(?:[._-]|__|-+)[a-z\d]+)*$/;
  const isName = form.test(name) && name.length >= 2 && name.length <= most;
  check(isName, argument, `must be 2 to ${most} letters in lower case, digits, and . _ - / between them`, name);
}
