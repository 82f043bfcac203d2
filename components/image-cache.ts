import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import type { ImageRepositoryRef } from "./container-image";
import { expireUntagged, lifecyclePolicy } from "./image-repository/lifecycle";

/** Arguments of {@link ImageCache}. */
export type ImageCacheArgs = CachePlace & (OpenUpstream | ClosedUpstream);

/** Where the images are kept. */
interface CachePlace {
  /**
   * How their repositories begin, 2–30 characters in lower case. Only one cache of an account and region can have it.
   *
   * @default the name of the upstream: `ecr-public`, `kubernetes`, `quay`, `docker-hub`, `github`, `gitlab`
   */
  readonly prefix?: string;
  /** Days until an image that has lost its tag to a newer one is deleted, 1 or more. @default 30 */
  readonly untaggedDays?: number;
}

/** A registry that gives images to anyone. */
interface OpenUpstream {
  readonly upstream: "ecr-public" | "kubernetes" | "quay";
}

/** A registry that wants to know who asks. */
interface ClosedUpstream {
  readonly upstream: "docker-hub" | "github" | "gitlab";
  /** The ARN of a secret with `username` and `accessToken`, whose name begins with `ecr-pullthroughcache/`. */
  readonly credentialArn: pulumi.Input<string>;
}

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html */
const registries: Record<ImageCacheArgs["upstream"], string> = {
  "ecr-public": "public.ecr.aws",
  kubernetes: "registry.k8s.io",
  quay: "quay.io",
  "docker-hub": "registry-1.docker.io",
  github: "ghcr.io",
  gitlab: "registry.gitlab.com",
};

/**
 * Images of another registry, kept in this account's as they are first pulled: tasks start without that registry, and
 * without its limits. Tags follow the upstream's, once a day at most; name a digest where that must not be.
 *
 * @example
 * import { ImageCache } from "./components/image-cache";
 *
 * const cache = new ImageCache("mirror", { upstream: "ecr-public" });
 * const sidecar = { repository: cache.repository("nginx/nginx"), tag: "1.29" };
 */
export class ImageCache extends pulumi.ComponentResource {
  /** The URL with which all its repositories begin. */
  readonly url: pulumi.Output<string>;
  /** The ARN with which all its repositories begin. */
  readonly arn: pulumi.Output<string>;

  /** @throws when the prefix or the days are not what AWS takes. */
  constructor(name: string, args: ImageCacheArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:ImageCache", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "image cache", name);
    const { upstream, prefix = upstream, untaggedDays = 30 } = args;
    const isPrefix = /^(?:[a-z\d]+(?:[._-][a-z\d]+)*\/)*[a-z\d]+(?:[._-][a-z\d]+)*$/.test(prefix);
    const form = "must be 2 to 30 letters in lower case, digits, and . _ - / between them";
    check(isPrefix && prefix.length >= 2 && prefix.length <= 30, "prefix", form, prefix);
    const areDays = Number.isInteger(untaggedDays) && untaggedDays >= 1;
    check(areDays, "untaggedDays", "must be a whole number, 1 or more", untaggedDays);

    // What the repositories that ECR makes are like. Its images are scanned as the account's registry says.
    const template = new aws.ecr.RepositoryCreationTemplate(
      `${name}-template`,
      {
        prefix,
        description: `Images of ${registries[upstream]}`,
        appliedFors: ["PULL_THROUGH_CACHE"],
        // An immutable tag could not follow the upstream's.
        imageTagMutability: "MUTABLE",
        encryptionConfigurations: [{ encryptionType: "AES256" }],
        lifecyclePolicy: lifecyclePolicy([expireUntagged(untaggedDays)]),
      },
      { parent: this },
    );
    const rule = new aws.ecr.PullThroughCacheRule(
      `${name}-rule`,
      {
        ecrRepositoryPrefix: prefix,
        upstreamRegistryUrl: registries[upstream],
        credentialArn: "credentialArn" in args ? args.credentialArn : undefined,
      },
      // A repository that is made before there is a template never gets it.
      { parent: this, dependsOn: [template] },
    );

    const { accountId } = aws.getCallerIdentityOutput({}, { parent: this });
    const { region } = aws.getRegionOutput({}, { parent: this });
    const { partition, dnsSuffix } = aws.getPartitionOutput({}, { parent: this });
    const { ecrRepositoryPrefix } = rule;
    this.url = pulumi.interpolate`${accountId}.dkr.ecr.${region}.${dnsSuffix}/${ecrRepositoryPrefix}`;
    this.arn = pulumi.interpolate`arn:${partition}:ecr:${region}:${accountId}:repository/${ecrRepositoryPrefix}`;
    this.registerOutputs({ url: this.url, arn: this.arn });
  }

  /**
   * One of its repositories.
   *
   * @param path its path upstream, e.g. `nginx/nginx`; at Docker Hub, an official image's begins with `library/`
   */
  repository(path: string): ImageRepositoryRef {
    return {
      repositoryUrl: pulumi.interpolate`${this.url}/${path}`,
      repositoryArn: pulumi.interpolate`${this.arn}/${path}`,
      cached: true,
    };
  }
}
