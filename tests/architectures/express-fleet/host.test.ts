import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { userDataOf } from "../../../architectures/express-fleet/user-data";
import { freePorts, needs } from "../../hosts/needs";
import { booted, within } from "./booted";

/** Does what systemd would with the unit. */
function started(folder: string): ChildProcess {
  const unit = readFileSync(join(folder, "etc/systemd/system/express-fleet.service"), "utf8");
  const [, line = ""] = /^ExecStart=(.*)$/m.exec(unit) ?? [];
  const [program = "", ...words] = within(folder, line).split(" ");
  const [, variables = ""] = /^Environment=(.*)$/m.exec(unit) ?? [];
  const lines = [
    ...variables.split(" ").map((text) => within(folder, text)),
    ...readFileSync(join(folder, "etc/user-data.env"), "utf8").replaceAll('"', "").trimEnd().split("\n"),
  ];
  const env = Object.fromEntries(lines.map((text) => [text.slice(0, text.indexOf("=")), text.replace(/^\w+=/, "")]));
  mkdirSync(join(folder, "run/express-fleet"), { recursive: true });
  return spawn(program, words, { env: { PATH: process.env.PATH, HOME: folder, ...env }, stdio: "ignore" });
}

const tried = async (url: string): Promise<Response | undefined> => fetch(url).catch(() => undefined);
const pause = () => new Promise((resolve) => setTimeout(resolve, 100));

/**
 * Everything that a server does after its distribution's packages are there: npm's are fetched, so it is only run by
 * `npm run test:hosts`.
 */
describe("a server of express-fleet (npm run test:hosts, with packages from npm)", () => {
  let folder = "";
  let url = "";
  let pm2: ChildProcess | undefined;
  let ended: Promise<number | null>;

  before(async function () {
    needs(this, "npm");
    folder = mkdtempSync(join(tmpdir(), "express-fleet-"));
    const [appPort = 0] = await freePorts(1);
    url = `http://127.0.0.1:${appPort}`;
    booted(folder, userDataOf({ nodeVersion: 24, appPort }), {
      npm: 'exec npm "$@"',
      env: { npm_config_cache: join(folder, "npm") },
    });
    const child = started(folder);
    pm2 = child;
    ended = new Promise((resolve) => child.once("exit", resolve));
    for (let tries = 0; tries < 300 && !(await tried(`${url}/health`)); tries++) await pause();
  });
  after(async () => {
    pm2?.kill("SIGTERM");
    await ended;
    if (folder) rmSync(folder, { recursive: true });
  });

  it("answers at /home and /health, and 404 elsewhere", async () => {
    const home = await fetch(`${url}/home`);
    assert.equal(home.status, 200);
    assert.match(((await home.json()) as { greeting: string }).greeting, /^Hello from \S+$/);
    assert.equal(home.headers.get("x-powered-by"), null);
    assert.deepEqual(await (await fetch(`${url}/health`)).json(), { status: "ok" });
    assert.equal((await fetch(`${url}/nowhere`)).status, 404);
    assert.equal((await fetch(`${url}/load?seconds=301`)).status, 400);
  });

  it("burns a CPU for each request to /load until none is left, and still answers", async () => {
    let status = 202;
    for (let tries = 0; tries < 200 && status === 202; tries++) status = (await fetch(`${url}/load?seconds=20`)).status;
    assert.equal(status, 429);
    assert.equal((await fetch(`${url}/health`)).status, 200);
  });

  it("starts a process again that is killed", async () => {
    // The file is gone while there is no process.
    const file = join(folder, "run/express-fleet/pids/express-fleet-0.pid");
    const processId = () => (existsSync(file) ? Number(readFileSync(file, "utf8")) : 0);
    const killed = processId();
    process.kill(killed, "SIGKILL");
    for (let tries = 0; tries < 300 && [0, killed].includes(processId()); tries++) await pause();
    assert.ok(![0, killed].includes(processId()), `${processId()} is no new process`);
    assert.equal((await fetch(`${url}/home`)).status, 200);
  });

  it("finishes on SIGTERM what it has begun, and ends with 0", async () => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    let answer = "";
    socket.on("data", (text) => {
      answer += text;
    });
    const closed = new Promise((resolve) => socket.once("close", resolve));
    await new Promise<void>((resolve) => socket.write("GET /home HTTP/1.1\r\nHost: a\r\n", () => resolve()));
    await pause();
    pm2?.kill("SIGTERM");
    for (let tries = 0; tries < 300 && (await tried(`${url}/health`)); tries++) await pause();
    socket.write("\r\n");
    await closed;
    assert.match(answer, /^HTTP\/1\.1 200 OK/);
    assert.match(answer, /connection: close/i);
    assert.equal(await ended, 0);
  });
});
