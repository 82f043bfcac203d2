import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { leftOver, pages } from "../../docs/pages";
import { byGroup, bySeverity } from "../../docs/policy-index";
import { rules } from "../../policies/catalogue";
import { read, root } from "../house";

describe("the pages that npm run docs makes", () => {
  let made: Record<string, string>;
  before(async () => {
    made = await pages();
  });

  it("are those on disk, and no page more", () => {
    const stale = Object.keys(made).filter((file) => !existsSync(join(root, file)) || read(file) !== made[file]);
    assert.deepEqual([...stale, ...leftOver(made)], [], "stale: run npm run docs");
  });

  it("leave no page of a policy or an architecture that is gone", () => {
    const { "docs/policies/ebs-encrypted.md": _, "docs/settings/web-app.md": __, ...rest } = made;
    assert.deepEqual(leftOver(rest), ["docs/policies/ebs-encrypted.md", "docs/settings/web-app.md"]);
  });

  it("are one for each policy, whose denied example is denied", () => {
    for (const { name, why, remediationSteps } of rules) {
      const page = made[`docs/policies/${name}.md`] ?? "";
      assert.ok(page.startsWith(`# ${name}\n`), name);
      assert.match(page, /The policy then says:\n\n```text\n.+/, name);
      for (const text of [why, remediationSteps]) assert.ok(page.includes(text), name);
    }
  });
});

describe("the indexes of the policies", () => {
  it("link to each policy, once", () => {
    for (const index of [byGroup(), bySeverity()]) {
      const linked = [...index.matchAll(/^\| \[`([^`]+)`\]\(\1\.md\)/gm)].map(([, name]) => name);
      assert.deepEqual(linked.sort(), rules.map(({ name }) => name).sort());
    }
  });
});
