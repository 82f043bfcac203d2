import assert from "node:assert/strict";
import { join } from "node:path";
import { planInOwnProcess } from "../planner/own-process";
import { readProject } from "../planner/project";
import { planned } from "./architectures/planned";

const root = join(__dirname, "..");

describe("the program under Pulumi's own Node host", () => {
  it("registers, started as Pulumi.yaml says, exactly what the plan shows", async () => {
    const [{ plan: shown }, { plan: registered }] = await Promise.all([
      planned("dev"),
      planInOwnProcess(readProject(root, "dev"), ".", 200),
    ]);
    assert.deepEqual(registered.resources, shown.resources);
    assert.deepEqual(registered.outputs, shown.outputs);
  });
});
