import assert from "node:assert/strict";
import { SharedFiles } from "../../../components/shared-files";
import type { SharedFolder } from "../../../components/shared-files/access-point";
import { record } from "../../../planner/record";

const network = { vpcId: "vpc-1", publicSubnetIds: [], privateSubnetIds: ["subnet-1", "subnet-2"] };
const make = (folders: Readonly<Record<string, SharedFolder>>) =>
  record(() => new SharedFiles("files", { network, folders }));

async function allowed(folder: SharedFolder): Promise<unknown> {
  const plan = await make({ pages: folder });
  return JSON.parse(String(plan.get("files-pages-mount").inputs.policy));
}

describe("a shared folder", () => {
  it("is an access point below the root, as a user that is not root", async () => {
    const plan = await make({ pages: {} });
    assert.deepEqual(plan.get("files-pages").inputs, {
      fileSystemId: plan.get("files-fs").id,
      posixUser: { uid: 1000, gid: 1000 },
      rootDirectory: { path: "/pages", creationInfo: { ownerUid: 1000, ownerGid: 1000, permissions: "0755" } },
      tags: { Name: "files-pages" },
    });
  });

  it("has a place, a user and permissions of its own", async () => {
    const plan = await make({
      pages: { path: "/shop/pages", user: { uid: 48, gid: 49, secondaryGids: [50] }, permissions: "0750" },
    });
    const { posixUser, rootDirectory } = plan.get("files-pages").inputs;
    assert.deepEqual(posixUser, { uid: 48, gid: 49, secondaryGids: [50] });
    assert.deepEqual(rootDirectory, {
      path: "/shop/pages",
      creationInfo: { ownerUid: 48, ownerGid: 49, permissions: "0750" },
    });
  });

  it("is mounted by who has its policy, and no other folder with it", async () => {
    const plan = await make({ pages: {}, images: {} });
    const { policy } = plan.get("files-images-mount").inputs;
    assert.deepEqual(JSON.parse(String(policy)).Statement, [
      {
        Effect: "Allow",
        Action: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
        Resource: plan.get("files-fs").outputs.arn,
        Condition: { StringEquals: { "elasticfilesystem:AccessPointArn": plan.get("files-images").outputs.arn } },
      },
    ]);
  });

  it("is only read, or belongs to root, if that is said", async () => {
    const actions = async (folder: SharedFolder) => (await allowed(folder)) as { Statement: { Action: string[] }[] };
    const [read] = (await actions({ readOnly: true })).Statement;
    assert.deepEqual(read?.Action, ["elasticfilesystem:ClientMount"]);
    const [root] = (await actions({ user: { uid: 0, gid: 0 }, rootAccess: true })).Statement;
    assert.deepEqual(root?.Action, [
      "elasticfilesystem:ClientMount",
      "elasticfilesystem:ClientWrite",
      "elasticfilesystem:ClientRootAccess",
    ]);
  });

  describe("is refused with", () => {
    const path = 'must be one to four folders such as "/shop/pages", at most 100 characters';
    const ids = "must be made of whole numbers between 0 and 4294967295";
    const refused: [string, SharedFolder, string][] = [
      ["the root as its path", { path: "/" }, `path ${path}, got "/"`],
      ["a path five folders deep", { path: "/a/b/c/d/e" }, `path ${path}, got "/a/b/c/d/e"`],
      ["a path that goes up", { path: "/shop/../etc" }, `path ${path}, got "/shop/../etc"`],
      ["a path of characters that EFS does not take", { path: "/a*" }, `path ${path}, got "/a*"`],
      ["a path that is too long", { path: `/${"a".repeat(100)}` }, `path ${path}, got "/${"a".repeat(100)}"`],
      ["a user that is no number", { user: { uid: -1, gid: 1 } }, `user ${ids}, got -1`],
      ["a group that is too great", { user: { uid: 1, gid: 2 ** 32 } }, `user ${ids}, got 4294967296`],
      ["a further group that is half", { user: { uid: 1, gid: 1, secondaryGids: [1.5] } }, `user ${ids}, got 1.5`],
      [
        "too many groups",
        { user: { uid: 1, gid: 1, secondaryGids: Array.from({ length: 17 }, (_, index) => index) } },
        "user.secondaryGids must be at most 16 groups, got 17",
      ],
      ["root unsaid", { user: { uid: 0, gid: 0 } }, "user.uid must not be root (0) without rootAccess, got 0"],
      ["root's rights for another", { rootAccess: true }, "rootAccess must be left out unless user.uid is 0, got true"],
      [
        "root that may only read",
        { user: { uid: 0, gid: 0 }, rootAccess: true, readOnly: true },
        "rootAccess must be left out where readOnly is true, got true",
      ],
      [
        "permissions that are none",
        { permissions: "rwx" },
        'permissions must be three or four octal digits such as "0755", got "rwx"',
      ],
    ];
    for (const [title, folder, sentence] of refused) {
      it(title, () =>
        assert.rejects(make({ pages: folder }), { message: `shared files "files": folders.pages.${sentence}` }),
      );
    }
    it("a name that is none", () =>
      assert.rejects(make({ "My Pages": {} }), {
        message:
          'shared files "files": folders must have names of lower-case letters, digits and hyphens, at most 32, got "My Pages"',
      }));
    it("no folder at all", () =>
      assert.rejects(make({}), { message: 'shared files "files": folders must name at least one folder, got []' }));
  });
});
