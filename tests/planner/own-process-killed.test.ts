import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { folderWith } from "./folder";

const root = join(__dirname, "../..");

/** Tells its process id, and then never stops. */
const LOOP = 'require("node:fs").writeFileSync("pid", process.pid + "\\n"); while (true) {}';

/** True while a process runs; one that nobody has asked for its exit code does so no more. */
function runs(pid: string): boolean {
  try {
    return !execFileSync("ps", ["-o", "stat=", "-p", pid], { encoding: "utf8" }).startsWith("Z");
  } catch {
    return false;
  }
}

async function until(isSo: () => boolean, seconds: number): Promise<boolean> {
  const end = Date.now() + seconds * 1000;
  while (!isSo() && Date.now() < end) await pause(100);
  return isSo();
}

describe("a program that loops", () => {
  it("does not outlive the planner, also when that is killed and can do nothing more", async () => {
    const folder = folderWith({
      "Pulumi.yaml": "name: app\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n",
      "package.json": "{}",
      "index.js": LOOP,
    });
    const planner = ["--require", join(root, "planner/tsx.cjs"), join(root, "planner/main.ts"), "--program", folder];
    const child = spawn(process.execPath, planner, { cwd: root, stdio: "ignore" });
    const told = join(folder, "pid");
    assert.ok(await until(() => existsSync(told) && readFileSync(told, "utf8").endsWith("\n"), 60));
    const pid = readFileSync(told, "utf8").trim();
    assert.ok(runs(pid));
    child.kill("SIGKILL");
    await once(child, "exit");
    assert.ok(await until(() => !runs(pid), 30), `process ${pid} still runs`);
  }).timeout(120_000);
});
