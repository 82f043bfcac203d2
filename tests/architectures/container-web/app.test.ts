import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { begun, isClosed, type Started, started, until } from "../started";

const app = join(__dirname, "../../../architectures/container-web/app");

describe("the app of container-web", () => {
  let server: Started;
  beforeEach(async () => {
    server = await started(join(app, "server.mjs"));
  });
  afterEach(() => server.process.kill("SIGKILL"));

  it("greets at /", async () => {
    const answer = await fetch(server.url);
    assert.equal(answer.status, 200);
    assert.match(((await answer.json()) as { greeting: string }).greeting, /^Hello from /);
  });

  it("is well at /health, which its own health check asks", async () => {
    assert.equal((await fetch(`${server.url}/health`)).status, 200);
    const { port } = new URL(server.url);
    const check = () =>
      spawnSync(process.execPath, [join(app, "health-check.mjs")], { env: { ...process.env, PORT: port } }).status;
    // It has two seconds for each, which a busy machine may take for itself.
    await until(() => check() === 0);
    server.process.kill("SIGKILL");
    await server.ended;
    assert.notEqual(check(), 0);
  });

  it("answers 404 elsewhere and 405 to other methods", async () => {
    assert.equal((await fetch(`${server.url}/nowhere`)).status, 404);
    assert.equal((await fetch(server.url, { method: "POST" })).status, 405);
  });

  it("finishes on SIGTERM what it has begun, and ends with 0", async () => {
    const request = await begun(server.url);
    server.process.kill("SIGTERM");
    await isClosed(server.url);
    const answer = await request.finish();
    assert.match(answer, /^HTTP\/1\.1 200 OK/);
    assert.match(answer, /connection: close/i);
    assert.equal(await server.ended, 0);
  });
});
