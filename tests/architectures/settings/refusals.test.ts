import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { command } from "../../planner/command";
import { planned, root } from "../planned";

/** Each a stack with what is set, and below it what is said of that behind `tierwork:settings.` */
const refusals = readFileSync(join(__dirname, "refusals.txt"), "utf8")
  .trimEnd()
  .split(/\n(?=\S)/);

describe("a setting that AWS does not take", () => {
  // The SDK takes a trace for every promise, which is most of the time of so many plans.
  const limit = Error.stackTraceLimit;
  before(() => {
    Error.stackTraceLimit = 0;
  });
  after(() => {
    Error.stackTraceLimit = limit;
  });

  for (const refusal of refusals) {
    const [written = "", sentence] = refusal.split("\n  ");
    const [stack = "", ...set] = written.split(" --set ");
    it(`stops with one sentence: ${written}`, async () => {
      await assert.rejects(planned(stack, undefined, ...set), { message: `tierwork:settings.${sentence}` });
    });
  }

  it("stops with one sentence: user data that is too long", async () => {
    const userData = `#!/bin/bash\n${"# a line\n".repeat(2000)}`;
    await assert.rejects(planned("dev", undefined, `userData=${JSON.stringify(userData)}`), {
      message: /^tierwork:settings\.userData must be at most .*16384.*, got \d+$/,
    });
  });

  it("ends the command with code 2 and that sentence alone", async () => {
    const set = "rootVolume={sizeGiB: 100, iops: 90000}";
    const { code, stdout, stderr } = await command(root, ["-s", "hello-server", "--set", set]);
    const sentence = "error: tierwork:settings.rootVolume.iops must be between 3000 and 80000, got 90000\n";
    assert.deepEqual({ code, stdout, stderr }, { code: 2, stdout: "", stderr: sentence });
  });
});
