import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { architectures } from "../architectures/catalogue";
import { readProject } from "../planner/project";
import { planned, root } from "./architectures/planned";

const stacks = readdirSync(root).flatMap((file) => /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1] ?? []);

describe("the stacks of this repository", () => {
  it("are one or more for every architecture", () => {
    const deployed = stacks.map((stack) => readProject(root, stack).config["tierwork:architecture"]);
    assert.deepEqual([...new Set(deployed)].sort(), Object.keys(architectures).sort());
  });

  for (const stack of stacks) {
    it(`${stack} has no finding that is not exempt, and no exemption that it does not need`, async () => {
      const { judgement } = await planned(stack);
      const open = (await judgement).findings.filter(({ verdict }) => verdict !== "exempt");
      assert.deepEqual(
        open.map(({ policy, message }) => `${policy}: ${message}`),
        [],
      );
    });
  }
});
