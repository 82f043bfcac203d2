import assert from "node:assert/strict";
import { ImageRepository, type ImageRepositoryArgs } from "../../components/image-repository";
import { record } from "../../planner/record";

const make = (args: ImageRepositoryArgs = {}, environment: "dev" | "prod" = "prod") =>
  record(
    () => {
      new ImageRepository("shop", args);
    },
    { environment },
  );

describe("ImageRepository", () => {
  it("is private, encrypted and scanned on push, and its tags never move but those of builds", async () => {
    assert.deepEqual((await make()).get("shop-repository").inputs, {
      imageTagMutability: "IMMUTABLE_WITH_EXCLUSION",
      imageTagMutabilityExclusionFilters: [{ filter: "build-*", filterType: "WILDCARD" }],
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfigurations: [{ encryptionType: "AES256" }],
      forceDelete: false,
      tags: { Name: "shop" },
    });
  });

  it("lets no tag move at all, or those that are named", async () => {
    const tags = async (mutableTags: string[]) => {
      const { imageTagMutability, imageTagMutabilityExclusionFilters } = (await make({ mutableTags })).get(
        "shop-repository",
      ).inputs;
      return [imageTagMutability, imageTagMutabilityExclusionFilters];
    };
    assert.deepEqual(await tags([]), ["IMMUTABLE", undefined]);
    assert.deepEqual(await tags(["cache", "dev-*"]), [
      "IMMUTABLE_WITH_EXCLUSION",
      [
        { filter: "cache", filterType: "WILDCARD" },
        { filter: "dev-*", filterType: "WILDCARD" },
      ],
    ]);
  });

  it("deletes untagged images after a month and keeps the newest hundred", async () => {
    const plan = await make();
    const { repository, policy } = plan.get("shop-lifecycle").inputs;
    assert.equal(repository, plan.get("shop-repository").outputs.name);
    assert.deepEqual(JSON.parse(String(policy)), {
      rules: [
        {
          rulePriority: 1,
          description: "Untagged images go after 30 days",
          selection: { tagStatus: "untagged", countType: "sinceImagePushed", countUnit: "days", countNumber: 30 },
          action: { type: "expire" },
        },
        {
          rulePriority: 2,
          description: "The newest 100 images stay",
          selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: 100 },
          action: { type: "expire" },
        },
      ],
    });
  });

  it("has the name, the key and the lifecycle that it is told, and goes with its images in dev", async () => {
    const plan = await make(
      { repositoryName: "shop/web", kmsKeyArn: "arn:key", untaggedDays: 1, keepImages: 2 },
      "dev",
    );
    const { name, encryptionConfigurations, forceDelete } = plan.get("shop-repository").inputs;
    assert.deepEqual(
      { name, encryptionConfigurations, forceDelete },
      { name: "shop/web", encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: "arn:key" }], forceDelete: true },
    );
    const { rules } = JSON.parse(String(plan.get("shop-lifecycle").inputs.policy));
    assert.deepEqual([rules[0].selection.countNumber, rules[1].selection.countNumber], [1, 2]);
    const kept = await make({ forceDestroy: false }, "dev");
    assert.equal(kept.get("shop-repository").inputs.forceDelete, false);
  });

  it("gives out the URL and the ARN of a private repository", async () => {
    const plan = await make();
    const { repositoryUrl, arn } = plan.get("shop-repository").outputs;
    assert.deepEqual(plan.get("shop").outputs, { repositoryUrl, repositoryArn: arn });
  });

  it("is public only by name, in the one region that has public repositories", async () => {
    const plan = await make({ visibility: "public", repositoryName: "shop", description: "The shop" });
    assert.deepEqual(plan.get("shop-repository").inputs, {
      repositoryName: "shop",
      catalogData: { description: "The shop" },
      forceDestroy: false,
      region: "us-east-1",
      tags: { Name: "shop" },
    });
    assert.equal(plan.get("shop-repository").type, "aws:ecrpublic/repository:Repository");
    assert.deepEqual(plan.get("shop").outputs, { repositoryUrl: plan.get("shop-repository").outputs.repositoryUri });
    assert.deepEqual(plan.names("aws:ecr/repository:Repository"), []);
  });

  const form = (most: number) => `must be 2 to ${most} letters in lower case, digits, and . _ - / between them`;
  const refused: [string, ImageRepositoryArgs][] = [
    [`repositoryName ${form(237)}, got "Shop"`, { repositoryName: "Shop" }],
    [`repositoryName ${form(237)}, got "shop/"`, { repositoryName: "shop/" }],
    [`repositoryName ${form(205)}, got "s"`, { visibility: "public", repositoryName: "s" }],
    [
      "description must have at most 1024 characters, got 1025",
      { visibility: "public", repositoryName: "shop", description: "d".repeat(1025) },
    ],
    [
      'mutableTags must be tags of at most 128 characters, with at most two *, got "a*b*c*"',
      { mutableTags: ["a*b*c*"] },
    ],
    ['mutableTags must hold at most 5 tags, got ["1","2","3","4","5","6"]', { mutableTags: [..."123456"] }],
    ["untaggedDays must be a whole number, 1 or more, got 0", { untaggedDays: 0 }],
    ["keepImages must be a whole number, 1 or more, got 1.5", { keepImages: 1.5 }],
  ];
  for (const [sentence, args] of refused) {
    it(`refuses: ${sentence}`, () => assert.rejects(make(args), { message: `image repository "shop": ${sentence}` }));
  }

  it("refuses a name of its own that AWS would not take", () =>
    assert.rejects(
      record(() => new ImageRepository("Shop")),
      { message: `image repository "Shop": name ${form(237)}, got "Shop"` },
    ));
});
