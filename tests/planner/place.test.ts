import assert from "node:assert/strict";
import { realpathSync } from "node:fs";
import { join } from "node:path";
import { Places, sourcesOf } from "../../planner/place";
import { folderWith } from "./folder";
import { planWith, resource } from "./reports";

describe("where the files of a project lie", () => {
  it("is told from the root of the repository, in a sub-folder too", () => {
    const root = realpathSync(folderWith({ ".git/HEAD": "", "infra/shop/Pulumi.yaml": "" }));
    const folder = join(root, "infra", "shop");
    assert.deepEqual(sourcesOf(folder, join(folder, "stacks", "Pulumi.dev.yaml")), {
      folder: "infra/shop/",
      stackFile: "infra/shop/stacks/Pulumi.dev.yaml",
    });
    assert.deepEqual(sourcesOf(root, join(root, "Pulumi.dev.yaml")), { folder: "", stackFile: "Pulumi.dev.yaml" });
  });

  it("is told from a worktree, where .git is a file", () => {
    const root = realpathSync(folderWith({ ".git": "gitdir: elsewhere", "infra/Pulumi.yaml": "" }));
    assert.equal(sourcesOf(join(root, "infra"), join(root, "infra", "Pulumi.dev.yaml")).folder, "infra/");
  });

  it("is told from the project itself where there is no repository", () => {
    const folder = realpathSync(folderWith({}));
    assert.deepEqual(sourcesOf(folder, join(folder, "Pulumi.dev.yaml")), { folder: "", stackFile: "Pulumi.dev.yaml" });
  });
});

describe("where a resource is declared", () => {
  it("is its own line, or that of its nearest ancestor, or nowhere", () => {
    const position = { file: "index.ts", line: 3, column: 1 };
    const grandchild = resource("c", { parent: resource("b").urn });
    const places = new Places(
      planWith(resource("a", { position }), resource("b", { parent: resource("a").urn }), grandchild),
    );
    assert.deepEqual(places.of(resource("a").urn), position);
    assert.deepEqual(places.of(grandchild.urn), position);
    assert.equal(places.of(resource("gone").urn), undefined);
    assert.equal(places.of(planWith().resources[0]?.urn), undefined);
    assert.equal(places.of(undefined), undefined);
  });
});
