import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { connect } from "node:net";
import { join } from "node:path";
import { type Started, started } from "../started";

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
    assert.equal(check(), 0);
    server.process.kill("SIGKILL");
    await server.ended;
    assert.notEqual(check(), 0);
  });

  it("answers 404 elsewhere and 405 to other methods", async () => {
    assert.equal((await fetch(`${server.url}/nowhere`)).status, 404);
    assert.equal((await fetch(server.url, { method: "POST" })).status, 405);
  });

  it("finishes on SIGTERM what it has begun, and ends with 0", async () => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    let answer = "";
    socket.on("data", (text) => {
      answer += text;
    });
    const closed = new Promise((resolve) => socket.once("close", resolve));
    await new Promise<void>((resolve) => socket.write("GET / HTTP/1.1\r\nHost: a\r\n", () => resolve()));
    await new Promise((resolve) => setTimeout(resolve, 100));
    server.process.kill("SIGTERM");
    await new Promise((resolve) => setTimeout(resolve, 100));
    await assert.rejects(fetch(server.url), "took a new connection while draining");
    socket.write("\r\n");
    await closed;
    assert.match(answer, /^HTTP\/1\.1 200 OK/);
    assert.match(answer, /connection: close/i);
    assert.equal(await server.ended, 0);
  });
});
