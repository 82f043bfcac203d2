import assert from "node:assert/strict";
import { join } from "node:path";
import { readCommandLine } from "../../planner/command-line";
import { Progress } from "../../planner/progress";
import { subjectOf } from "../../planner/subject";
import { readContext } from "../../policies/catalogue";
import { folderWith } from "./folder";

const urn = (type: string, name: string) => `urn:pulumi:live::shop::${type}::${name}`;
const provider = (name: string, region: unknown) => ({
  urn: urn("pulumi:providers:aws", name),
  type: "pulumi:providers:aws",
  inputs: { region },
});
const STATE = JSON.stringify({
  version: 3,
  deployment: { resources: [provider("a", "us-west-1"), provider("b", "eu-west-1"), provider("c", { odd: 1 })] },
});
const project = (name: string) => `name: ${name}\nruntime: python\n`;
const stackFile = (environment: string) =>
  `config:\n  tierwork:environment: ${environment}\n  tierwork:exemptions:\n    - policy: a\n`;

/** What is judged by a command in a folder, and what the policies are told of the stack. */
async function subject(folder: string, ...args: string[]) {
  const before = process.cwd();
  process.chdir(folder);
  try {
    const found = await subjectOf(readCommandLine(args, {}), Progress.none);
    return { ...found, context: readContext() };
  } finally {
    process.chdir(before);
  }
}

describe("a state", () => {
  it("is judged by the stack file of its project and stack, whatever the language, where the user stands in it", async () => {
    const folder = folderWith({
      "state.json": STATE,
      "Pulumi.yaml": project("shop"),
      "Pulumi.live.yaml": stackFile("dev"),
      "Pulumi.dev.yaml": "",
    });
    const { plan, region, notes, sources, context } = await subject(folder, "--state", "state.json");
    assert.deepEqual([plan.project, plan.stack, region, notes], ["shop", "live", "eu-west-1, us-west-1", []]);
    assert.deepEqual([context.environment, context.exemptions], ["dev", [{ policy: "a" }]]);
    assert.deepEqual(sources, { folder: "", stackFile: "Pulumi.live.yaml" });
  });

  it("is judged by the stack file of another folder, or of another stack, that the user names", async () => {
    const files = { "Pulumi.yaml": project("shop"), "Pulumi.live.yaml": stackFile("dev") };
    const folder = folderWith({
      "state.json": STATE,
      "shop/Pulumi.yaml": project("shop"),
      "shop/Pulumi.live.yaml": files["Pulumi.live.yaml"],
      "other/Pulumi.yaml": project("other"),
      "other/Pulumi.test.yaml": files["Pulumi.live.yaml"],
    });
    for (const where of [
      ["--program", "shop"],
      ["--program", "other", "-s", "test"],
    ]) {
      const { context, notes } = await subject(folder, "--state", "state.json", ...where);
      assert.deepEqual([context.environment, notes], ["dev", []]);
    }
    await assert.rejects(subject(folder, "--state", "state.json", "--program", "other", "-s", "live"), {
      name: "InputError",
      message: 'there is no stack "live": no file Pulumi.live.yaml; did you mean "test"?',
    });
  });

  it("is judged as production, without exemptions, where there is no stack file of it, and says so", async () => {
    const note = "judged as production and without exemptions: no stack file of shop on live is here";
    const others: Record<string, string>[] = [
      {},
      { "Pulumi.yaml": project("shop"), "Pulumi.dev.yaml": stackFile("dev") },
      { "Pulumi.yaml": project("other"), "Pulumi.live.yaml": stackFile("dev") },
    ];
    for (const files of others) {
      const folder = folderWith({ "state.json": STATE, ...files });
      const { context, notes } = await subject(folder, "--state", join(folder, "state.json"));
      assert.deepEqual([context.environment, context.exemptions, notes], ["prod", [], [note]]);
    }
  });

  it("stops at a stack file of it that is broken", async () => {
    const files = { "state.json": STATE, "Pulumi.yaml": project("shop"), "Pulumi.live.yaml": "[" };
    await assert.rejects(subject(folderWith(files), "--state", "state.json"), { name: "InputError" });
  });
});
