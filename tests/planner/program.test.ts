import assert from "node:assert/strict";
import { join } from "node:path";
import { planProgram } from "../../planner/program";
import { type Project, readProject } from "../../planner/project";
import { folderWith } from "./folder";

const failures = join(__dirname, "../fixtures/programs/failures");

/** Plans one file of the folder of failures, and comes back to where it was. */
async function plan(file: string, project: Partial<Project> = {}) {
  const before = process.cwd();
  try {
    return await planProgram({ ...readProject(failures), entry: join(failures, file), ...project });
  } finally {
    process.chdir(before);
  }
}

/** What each program fails with: its own sentence and the line of its file. */
const SENTENCES: Record<string, RegExp> = {
  "throws.ts": /^this program throws \(throws\.ts:4\)$/,
  "rejects.ts": /^this program rejects \(rejects\.ts:3\)$/,
  "rejects-later.ts": /^nobody awaits this \(rejects-later\.ts:6\)$/,
  "throws-in-apply.ts": /^this apply throws \(throws-in-apply\.ts:5\)$/,
  "throws-later.ts": /^a timer throws \(throws-later\.ts:2\)$/,
  "throws-in-component.ts": /^part "wheel": size must be positive \(throws-in-component\.ts:6\)$/,
  "throws-text.ts": /^the program threw "only a text"$/,
  "throws-undefined.ts": /^the program threw undefined$/,
  "throws-run-error.ts": /^say this and no more$/,
  "bad-resource.ts": /^Missing required property 'vpcId' \(bad-resource\.ts:3\)$/,
  "same-name-twice.ts": /the name "alarms" is used by two resources .+ \(same-name-twice\.ts:4\)$/,
  "missing-module.ts": /^Cannot find module 'no-such-module-anywhere' \(missing-module\.ts:1\)$/,
  "syntax-error.ts": /^Transform failed with 1 error:\nsyntax-error\.ts:1:23: ERROR: Expected identifier/,
  "unanswered-look-up.ts":
    /^the look-up aws:ivs\/getStreamKey:getStreamKey has no offline answer.+ \(unanswered-look-up\.ts:3\)$/,
};

describe("planProgram", () => {
  for (const [file, message] of Object.entries(SENTENCES)) {
    it(`says what is wrong with ${file}, and where`, async () => {
      await assert.rejects(plan(file), { name: "InputError", message });
    });
  }

  for (const file of ["exports-function.ts", "exports-async-function.ts"]) {
    it(`calls what ${file} exports, as the CLI does`, async () => {
      const { outputs, resources } = await plan(file);
      const [topic] = resources.filter(({ type }) => type === "aws:sns/topic:Topic");
      assert.deepEqual(outputs, { arn: topic?.outputs.arn });
      assert.deepEqual(topic?.position?.file, file);
    });
  }

  it("plans the same program again, and finds it whole", async () => {
    const [first, second] = [await plan("exports-function.ts"), await plan("exports-function.ts")];
    assert.equal(first.resources.length, 3);
    assert.deepEqual(second, first);
  });

  it("runs the program in its own folder", async () => {
    const folder = folderWith({ "Pulumi.yaml": "", "sub/index.js": "module.exports = { here: process.cwd() };" });
    const { outputs } = await plan("", { folder, entry: join(folder, "sub") });
    assert.deepEqual(outputs, { here: join(folder, "sub") });
  });

  it("takes the program's folder, not a JSON file of the same name beside it", async () => {
    const folder = folderWith({ "app.json": '{"wrong": true}', "app/index.js": "exports.right = true;" });
    assert.deepEqual((await plan("", { folder, entry: join(folder, "app") })).outputs, { right: true });
  });

  it("refuses an entry that is not there", async () => {
    await assert.rejects(plan("nowhere"), { name: "InputError", message: /nowhere does not exist$/ });
  });

  it("plans in the region of the stack, else in one that it makes up", async () => {
    const code = 'exports.region = require("@pulumi/aws").getRegionOutput().region;';
    const files = folderWith({ "index.js": code.replace("@pulumi/aws", require.resolve("@pulumi/aws")) });
    const region = async (stated: string | undefined) =>
      (await plan("", { folder: files, entry: files, region: stated })).outputs.region;
    assert.equal(await region("eu-north-1"), "eu-north-1");
    assert.equal(await region(undefined), "us-east-1");
  });

  it("leaves the depth of stack traces as it was", async () => {
    const before = Error.stackTraceLimit;
    await plan("exports-function.ts");
    await assert.rejects(plan("throws.ts"));
    assert.equal(Error.stackTraceLimit, before);
  });
});
