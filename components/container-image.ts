import * as awsx from "@pulumi/awsx";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "./argument-checks";

/**
 * Which image a container runs: a reference with a tag or a digest, a tag of a repository, or a folder that `up` builds.
 * An image without a tag, and `latest`, may be another tomorrow: they are taken only where `latest` is said.
 */
export type ContainerImage =
  | string
  | {
      /** e.g. `public.ecr.aws/nginx/nginx`, as it is at the moment that a task starts. */
      readonly reference: string;
      readonly latest: true;
    }
  | TaggedImage
  | ImageBuild;

/** An image that is in a repository already. */
export interface TaggedImage {
  readonly repository: ImageRepositoryRef;
  readonly tag: pulumi.Input<string>;
  /** Whether the tag may be `latest`. @default false */
  readonly latest?: boolean;
}

/** An image that Docker builds on the machine that runs `up`, and pushes. Containers run it by its digest. */
export interface ImageBuild {
  /** The folder that the build sees. */
  readonly build: string;
  /** A private repository in which tags that begin with `build-` may move, such as an `ImageRepository`. */
  readonly repository: ImageRepositoryRef;
  /** The path of the Dockerfile. @default the file Dockerfile of that folder */
  readonly dockerfile?: string;
  /** The stage of the Dockerfile to build. @default its last */
  readonly target?: string;
  /** The values of its ARG instructions. They stay readable in the image: no secrets. @default none */
  readonly buildArgs?: Readonly<Record<string, pulumi.Input<string>>>;
}

/** What an image asks of a repository. An `ImageRepository` serves, and a plain object with the URL of another. */
export interface ImageRepositoryRef {
  /** e.g. `123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop`, or `public.ecr.aws/a1b2c3d4/shop`. */
  readonly repositoryUrl: pulumi.Input<string>;
  /** The ARN of a private repository, from which a task needs leave to pull. @default it is public */
  readonly repositoryArn?: pulumi.Input<string>;
  /** Whether images come into it from elsewhere as they are first pulled. @default false */
  readonly cached?: boolean;
}

/** An image that is there. */
export interface PullableImage {
  readonly uri: pulumi.Output<string>;
  /** The private repository from which a task needs leave to pull; undefined for a public one. */
  readonly repositoryArn: pulumi.Output<string> | undefined;
  /** Whether the task must also be let import it: https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache-iam.html */
  readonly cached: boolean;
}

/**
 * Checks an image before the first child of its component exists.
 *
 * @throws when it has neither tag nor digest, the tag is `latest` and that is not said, or a build has nowhere to go.
 */
export function checkContainerImage(check: ArgumentCheck, argument: string, image: ContainerImage): void {
  const fixed = "must have a tag other than latest, or a digest, unless latest: true says that it may change";
  if (typeof image === "string" || "reference" in image) {
    const reference = typeof image === "string" ? image : image.reference;
    const parts = referenceForm.exec(reference)?.groups;
    check(parts !== undefined, argument, "must be the reference of an image", reference);
    const isFixed = parts.digest !== undefined || ![undefined, "latest"].includes(parts.tag);
    check(isFixed || typeof image !== "string", argument, fixed, reference);
    return;
  }
  if ("tag" in image) {
    const { tag, latest = false } = image;
    if (typeof tag !== "string") return;
    check(/^\w[\w.-]{0,127}$/.test(tag), argument, "must have a tag of letters, digits, dots and dashes", tag);
    check(latest || tag !== "latest", argument, fixed, tag);
    return;
  }
  check(image.build !== "", argument, "must build a folder", image.build);
  // The credentials with which awsx pushes are those of private ECR.
  const isPrivate = image.repository.repositoryArn !== undefined && image.repository.cached !== true;
  check(isPrivate, argument, "must be built into a private repository, with its repositoryArn", "none");
}

/**
 * The image, built and pushed if it is to be.
 *
 * @param name the logical name of the build
 * @param architecture what the containers run on
 */
export function containerImage(
  name: string,
  image: ContainerImage,
  architecture: "arm64" | "x86_64",
  parent: pulumi.Resource,
): PullableImage {
  if (typeof image === "string" || "reference" in image) {
    const reference = typeof image === "string" ? image : image.reference;
    return { uri: pulumi.output(reference), repositoryArn: privateRepository(reference), cached: false };
  }
  const { repositoryUrl, repositoryArn, cached = false } = image.repository;
  const from = { repositoryArn: repositoryArn === undefined ? undefined : pulumi.output(repositoryArn), cached };
  if ("tag" in image) return { uri: pulumi.interpolate`${repositoryUrl}:${image.tag}`, ...from };

  const { build: context, dockerfile, target, buildArgs } = image;
  const built = new awsx.ecr.Image(
    name,
    {
      repositoryUrl,
      context,
      dockerfile,
      target,
      args: buildArgs && { ...buildArgs },
      platform: architecture === "arm64" ? "linux/arm64" : "linux/amd64",
      // The newest build of each stack keeps a tag, so that a lifecycle rule for untagged images never takes it.
      imageTag: `${buildTagPrefix}${pulumi.getStack()}-${name}`,
    },
    { parent },
  );
  return { uri: built.imageUri, ...from };
}

/** How the tags of builds begin. They move with each build; what runs is named by its digest. */
export const buildTagPrefix = "build-";

/** Registry, path, tag, digest. */
const referenceForm =
  /^(?:[\w.-]+(?::\d+)?\/)?(?:[a-z\d._-]+\/)*[a-z\d._-]+(?::(?<tag>\w[\w.-]{0,127}))?(?:@(?<digest>sha256:[\da-f]{64}))?$/;

/** The repository of a reference to private ECR: https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html */
function privateRepository(reference: string): pulumi.Output<string> | undefined {
  const form = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z\d-]+)\.(?:amazonaws\.com|on\.aws)(\.cn)?\/([^:@]+)/;
  const [, account, region, china, path] = form.exec(reference) ?? [];
  if (region === undefined) return undefined;
  const partition = china ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  return pulumi.output(`arn:${partition}:ecr:${region}:${account}:repository/${path}`);
}
