import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readCommandLine } from "../../planner/command-line";
import type { ControlReport, StandardReport } from "../../planner/standard";
import { command, executed, programs } from "./command";
import { folderWith } from "./folder";

const read = (...args: string[]) => readCommandLine(args, {});
const refuses = (args: string[], message: string) =>
  assert.throws(() => read(...args), { name: "InputError", message });

describe("--standard", () => {
  it("is read as it stands, and not together with what it leaves no place for", () => {
    assert.equal(read("--standard", "fsbp").standard, "fsbp");
    assert.equal(read().standard, undefined);
    refuses(
      ["--standard", "fsbp", "--inputs"],
      "--inputs is for the resources, and --standard prints controls in their place: give one",
    );
    refuses(
      ["--standard", "fsbp", "--policies", "theirs"],
      "--standard sums up what the policy pack here says, and --policies names others: give one",
    );
  });

  it("is refused where the format has no place for controls", () => {
    for (const format of ["sarif", "junit"]) {
      refuses(
        ["--standard", "fsbp", "--format", format, "--out", "a"],
        `--standard prints controls, which --format ${format} has no place for: give one of them`,
      );
    }
  });

  it("refuses one that there is not before anything is planned", async () => {
    const { code, stdout, stderr } = await executed(join(programs, "shop"), ["--standard", "iso-27001"]);
    const message = 'error: --standard must be one of cis-7.0, fsbp, got "iso-27001"\n';
    assert.deepEqual({ code, stdout, stderr }, { code: 2, stdout: "", stderr: message });
  });

  it("sums up another program and its state, with the exit code of their violations", async () => {
    const here = folderWith({});
    const asked = ["--now", "2026-12-31", "--standard", "cis-7.0", "--format", "json"];
    const planned = await command(here, ["--program", join(programs, "shop"), "-s", "prod", ...asked]);
    assert.equal(planned.code, 1, planned.stderr);
    const ssh = controlOf(planned.stdout, "6.3");
    assert.equal(ssh.outcome, "failed");
    assert.deepEqual(ssh.resources, { passed: 1, failed: 1, undecided: 0, exempt: 0 });

    writeFileSync(join(here, "state.json"), planned.stdout);
    const judged = await executed(here, ["--state", "state.json", ...asked]);
    assert.equal(judged.code, 1, judged.stderr);
    assert.deepEqual(controlOf(judged.stdout, "6.3"), ssh);
  });
});

/** A control of the report in a printed plan. */
function controlOf(printed: string, id: string): ControlReport {
  const { tierwork } = JSON.parse(printed) as { tierwork: { standard: StandardReport } };
  return tierwork.standard.controls.find((control) => control.id === id) ?? assert.fail(`no control ${id}`);
}
