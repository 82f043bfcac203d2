import assert from "node:assert/strict";
import { ImageCache, type ImageCacheArgs } from "../../components/image-cache";
import { record } from "../../planner/record";

const make = (args: ImageCacheArgs = { upstream: "ecr-public" }) =>
  record(() => {
    const { repositoryUrl, repositoryArn, cached } = new ImageCache("mirror", args).repository("nginx/nginx");
    return { repositoryUrl, repositoryArn, cached };
  });

describe("ImageCache", () => {
  it("keeps the images of an open registry under its name", async () => {
    const plan = await make();
    assert.deepEqual(plan.get("mirror-rule").inputs, {
      ecrRepositoryPrefix: "ecr-public",
      upstreamRegistryUrl: "public.ecr.aws",
    });
    assert.ok(plan.get("mirror-rule").dependencies.includes(plan.get("mirror-template").urn));
  });

  it("says what the repositories are like that ECR makes", async () => {
    const { lifecyclePolicy, ...inputs } = (await make()).get("mirror-template").inputs;
    assert.deepEqual(inputs, {
      prefix: "ecr-public",
      description: "Images of public.ecr.aws",
      appliedFors: ["PULL_THROUGH_CACHE"],
      imageTagMutability: "MUTABLE",
      encryptionConfigurations: [{ encryptionType: "AES256" }],
    });
    const { rules } = JSON.parse(String(lifecyclePolicy));
    assert.deepEqual(
      rules.map(({ selection }: { selection: object }) => selection),
      [{ tagStatus: "untagged", countType: "sinceImagePushed", countUnit: "days", countNumber: 30 }],
    );
  });

  it("shows its credentials to a registry that wants them, under a prefix of yours", async () => {
    const credentialArn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:ecr-pullthroughcache/hub-a1b2c3";
    const plan = await make({ upstream: "docker-hub", credentialArn, prefix: "hub", untaggedDays: 7 });
    assert.deepEqual(plan.get("mirror-rule").inputs, {
      ecrRepositoryPrefix: "hub",
      upstreamRegistryUrl: "registry-1.docker.io",
      credentialArn,
    });
    assert.equal(plan.get("mirror-template").inputs.prefix, "hub");
    assert.match(String(plan.get("mirror-template").inputs.lifecyclePolicy), /"countNumber":7/);
  });

  it("gives out repositories from which a task may pull, and into which it may import", async () => {
    assert.deepEqual((await make()).outputs, {
      repositoryUrl: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/ecr-public/nginx/nginx",
      repositoryArn: "arn:aws:ecr:eu-west-1:123456789012:repository/ecr-public/nginx/nginx",
      cached: true,
    });
  });

  for (const prefix of ["H", "a", "a".repeat(31), "hub/"]) {
    it(`refuses the prefix "${prefix}"`, () =>
      assert.rejects(make({ upstream: "quay", prefix }), {
        message: `image cache "mirror": prefix must be 2 to 30 letters in lower case, digits, and . _ - / between them, got "${prefix}"`,
      }));
  }

  it("refuses to keep nothing", () =>
    assert.rejects(
      make({ upstream: "quay", untaggedDays: 0 }),
      /untaggedDays must be a whole number, 1 or more, got 0/,
    ));
});
