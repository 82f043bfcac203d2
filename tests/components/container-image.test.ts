import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { argumentCheck } from "../../components/argument-checks";
import { type ContainerImage, checkContainerImage, containerImage } from "../../components/container-image";
import { ImageRepository } from "../../components/image-repository";
import { record } from "../../planner/record";

class Service extends pulumi.ComponentResource {
  constructor(image: ContainerImage, architecture: "arm64" | "x86_64") {
    super("test:index:Service", "shop");
    checkContainerImage(argumentCheck(this, "container service", "shop"), "containers.web.image", image);
    const { uri, repositoryArn, cached } = containerImage("shop-web-image", image, architecture, this);
    this.registerOutputs({ uri, repositoryArn, cached });
  }
}
const outputs = async (image: ContainerImage) => {
  const plan = await record(() => {
    new Service(image, "arm64");
  });
  return plan.get("shop").outputs;
};
const repository = {
  repositoryUrl: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop",
  repositoryArn: "arn:aws:ecr:eu-west-1:123456789012:repository/shop",
};
const digest = `sha256:${"0123456789abcdef".repeat(4)}`;

describe("a container image", () => {
  for (const reference of [
    "nginx:1.29",
    "public.ecr.aws/nginx/nginx:1.29-alpine",
    "localhost:5000/shop:v1",
    `nginx@${digest}`,
    `public.ecr.aws/nginx/nginx:latest@${digest}`,
  ]) {
    it(`is the reference ${reference.slice(0, 45)}, which anyone may pull`, async () => {
      assert.deepEqual(await outputs(reference), { uri: reference, cached: false });
    });
  }

  it("is a reference to private ECR, from whose repository a task needs leave to pull", async () => {
    const host = (region: string, suffix: string) => `210987654321.dkr.ecr.${region}.${suffix}/shop/web:v1`;
    const arn = async (reference: string) => (await outputs(reference)).repositoryArn;
    assert.equal(
      await arn(host("eu-central-1", "amazonaws.com")),
      "arn:aws:ecr:eu-central-1:210987654321:repository/shop/web",
    );
    assert.equal(
      await arn("210987654321.dkr-ecr.eu-central-1.on.aws/shop/web:v1"),
      "arn:aws:ecr:eu-central-1:210987654321:repository/shop/web",
    );
    assert.equal(
      await arn(host("cn-north-1", "amazonaws.com.cn")),
      "arn:aws-cn:ecr:cn-north-1:210987654321:repository/shop/web",
    );
    assert.equal(
      await arn(host("us-gov-west-1", "amazonaws.com")),
      "arn:aws-us-gov:ecr:us-gov-west-1:210987654321:repository/shop/web",
    );
  });

  it("is a tag of a repository", async () => {
    assert.deepEqual(await outputs({ repository, tag: "v1" }), {
      uri: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:v1",
      repositoryArn: repository.repositoryArn,
      cached: false,
    });
    const open = { repositoryUrl: "public.ecr.aws/a1b2c3d4/shop" };
    assert.deepEqual(await outputs({ repository: open, tag: pulumi.output("v1") }), {
      uri: "public.ecr.aws/a1b2c3d4/shop:v1",
      cached: false,
    });
  });

  it("may be the latest only where that is said", async () => {
    assert.equal((await outputs({ reference: "nginx", latest: true })).uri, "nginx");
    const { uri } = await outputs({ repository, tag: "latest", latest: true });
    assert.equal(uri, "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:latest");
  });

  it("is built for the architecture and pushed under a tag of its stack", async () => {
    const build = {
      build: "./app",
      dockerfile: "./app/Dockerfile.web",
      target: "run",
      buildArgs: { NODE_ENV: "production" },
      repository,
    };
    const plan = await record(
      () => {
        new Service(build, "arm64");
      },
      { stack: "test-1" },
    );
    assert.deepEqual(plan.get("shop-web-image").inputs, {
      repositoryUrl: repository.repositoryUrl,
      context: "./app",
      dockerfile: "./app/Dockerfile.web",
      target: "run",
      args: { NODE_ENV: "production" },
      platform: "linux/arm64",
      imageTag: "build-test-1-shop-web-image",
    });
    assert.equal(plan.get("shop").outputs.uri, plan.get("shop-web-image").outputs.imageUri);
    assert.equal(plan.get("shop").outputs.repositoryArn, repository.repositoryArn);
  });

  it("is built for Intel and AMD into a repository of the same program, whose build tags may move", async () => {
    const plan = await record(() => {
      new Service({ build: "./app", repository: new ImageRepository("images") }, "x86_64");
    });
    const { repositoryUrl, platform, imageTag, args } = plan.get("shop-web-image").inputs;
    assert.deepEqual(
      { repositoryUrl, platform, args },
      { repositoryUrl: plan.get("images-repository").outputs.repositoryUrl, platform: "linux/amd64", args: undefined },
    );
    const [filter] = plan.get("images-repository").inputs.imageTagMutabilityExclusionFilters as { filter: string }[];
    assert.match(String(imageTag), new RegExp(`^${filter?.filter.replace("*", ".*")}$`));
  });

  const movable = "must have a tag other than latest, or a digest, unless latest: true says that it may change";
  const refused: [string, ContainerImage][] = [
    [`${movable}, got "nginx"`, "nginx"],
    [`${movable}, got "nginx:latest"`, "nginx:latest"],
    [`${movable}, got "localhost:5000/shop"`, "localhost:5000/shop"],
    [`${movable}, got "latest"`, { repository, tag: "latest" }],
    ['must be the reference of an image, got "https://example.com/shop:v1"', "https://example.com/shop:v1"],
    ['must be the reference of an image, got ""', ""],
    ['must be the reference of an image, got "Not An Image"', { reference: "Not An Image", latest: true }],
    ['must have a tag of letters, digits, dots and dashes, got "v 1"', { repository, tag: "v 1" }],
    ['must build a folder, got ""', { build: "", repository }],
    [
      'must be built into a private repository, with its repositoryArn, got "none"',
      { build: "./app", repository: { repositoryUrl: "public.ecr.aws/a1b2c3d4/shop" } },
    ],
  ];
  for (const [sentence, image] of refused) {
    it(`is refused: ${sentence}`, () =>
      assert.rejects(outputs(image), { message: `container service "shop": containers.web.image ${sentence}` }));
  }
});
