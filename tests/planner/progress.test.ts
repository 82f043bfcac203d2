import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { judge } from "../../planner/judge";
import { Progress } from "../../planner/progress";
import { runProgram } from "../../planner/run";

/** A terminal of 40 columns and a clock that is set by hand. */
function terminal(environment: NodeJS.ProcessEnv = {}, isTTY = true) {
  const written: string[] = [];
  const clock = { now: 1000 };
  const stream = { isTTY, columns: 40, write: (text: string) => written.push(text) };
  return { written, clock, progress: new Progress(stream, environment, () => clock.now) };
}

const CLEARED = "\r\u001b[K";

describe("the progress", () => {
  it("says nothing in the first half second, then a line that it redraws ten times a second at most", () => {
    const { written, clock, progress } = terminal();
    for (const now of [1000, 1499, 1500, 1501, 1599, 1600, 1650]) {
      clock.now = now;
      progress.say(() => `at ${now}`);
    }
    assert.deepEqual(written, ["\rat 1500\u001b[K", "\rat 1600\u001b[K"]);
  });

  it("is gone without a trace when it is cleared, and was never there if it said nothing", () => {
    const { written, clock, progress } = terminal();
    progress.clear();
    clock.now = 2000;
    progress.say(() => "far");
    progress.clear();
    progress.clear();
    assert.deepEqual(written, ["\rfar\u001b[K", CLEARED]);
  });

  it("makes way for what the program prints, and waits for the end of a line", () => {
    const { written, clock, progress } = terminal();
    clock.now = 2000;
    progress.say(() => "one");
    progress.print("half ");
    clock.now = 3000;
    progress.say(() => "not now");
    progress.print("a line\n");
    progress.say(() => "two");
    assert.deepEqual(written, ["\rone\u001b[K", CLEARED, "half ", "a line\n", "\rtwo\u001b[K"]);
  });

  it("never fills the line, for that would wrap", () => {
    const { written, clock, progress } = terminal();
    clock.now = 2000;
    progress.say(() => "x".repeat(100));
    assert.deepEqual(written, [`\r${"x".repeat(39)}\u001b[K`]);
  });

  it("says nothing in a pipe, in CI and on a terminal that takes no line back, but prints", () => {
    const silent = [terminal({}, false), terminal({ CI: "true" }), terminal({ CI: "1" }), terminal({ TERM: "dumb" })];
    for (const { written, clock, progress } of silent) {
      clock.now = 9000;
      progress.say(() => assert.fail("it makes words that nobody reads"));
      progress.print("printed");
      progress.clear();
      assert.deepEqual(written, ["printed"]);
    }
  });

  it("goes by what a terminal can do, not by whether it has colours", () => {
    for (const environment of [{ NO_COLOR: "1" }, { CI: "" }, { CI: "false" }]) {
      const { written, clock, progress } = terminal(environment);
      clock.now = 2000;
      progress.say(() => "far");
      assert.deepEqual(written, ["\rfar\u001b[K"]);
    }
  });

  it("tells of resources registered, of resources judged and of policies of the stack", async () => {
    const { written, clock, progress } = terminal();
    // Every look at the clock is a second later.
    Object.defineProperty(clock, "now", { get: () => written.length * 1000 + 2000 });
    const run = { project: "shop", stack: "dev", region: "eu-west-1", folder: __dirname, config: {}, progress };
    const plan = await runProgram(run, () => void new aws.sns.Topic("topic"));
    await judge(
      plan,
      [{ name: "a", description: "a", enforcementLevel: "advisory", validateStack: () => {} }],
      {},
      progress,
    );
    const lines = written.map((line) => line.replace(/^\r/, "").replace("\u001b[K", ""));
    assert.deepEqual(lines, [
      "planning: 1 resources registered",
      "planning: 2 resources registered",
      "judging: 0 of 3 resources",
      "judging: 1 of 3 resources",
      "judging: 2 of 3 resources",
      "judging the stack: 0 of 1 policies",
    ]);
  });
});
