import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { begun, isClosed, type Started, started, until } from "../started";

const app = join(__dirname, "../../../architectures/beanstalk-app/app");

describe("the app of beanstalk-app", () => {
  let server: Started;
  let logged = "";
  beforeEach(async () => {
    server = await started(join(app, "server.js"));
    logged = "";
    server.process.stdout?.on("data", (text) => {
      logged += text;
    });
  });
  afterEach(() => server.process.kill("SIGKILL"));

  /** Logs come a moment after their answer. */
  const logs = async (pattern: RegExp) => {
    await until(() => pattern.test(logged));
    return logged;
  };

  it("is started by its Procfile and its package.json as it is here", () => {
    assert.equal(readFileSync(join(app, "Procfile"), "utf8"), "web: node server.js\n");
    const { scripts, type } = JSON.parse(readFileSync(join(app, "package.json"), "utf8"));
    assert.deepEqual([scripts.start, type], ["node server.js", "module"]);
  });

  it("greets at / and logs that it did", async () => {
    const answer = await fetch(server.url);
    assert.equal(answer.status, 200);
    const { greeting, database } = (await answer.json()) as { greeting: string; database: string };
    assert.match(greeting, /^Hello from /);
    assert.equal(database, "none");
    const line = await logs(/"path":"\/"/);
    assert.match(line, /^\{"method":"GET","path":"\/","status":200,"milliseconds":\d+\}$/m);
  });

  it("is well at /health", async () => {
    const answer = await fetch(`${server.url}/health`);
    assert.deepEqual([answer.status, await answer.json()], [200, { status: "ok" }]);
  });

  it("takes a message as a worker does, and says which one", async () => {
    const headers = { "x-aws-sqsd-msgid": "m-1", "x-aws-sqsd-taskname": "nightly" };
    const answer = await fetch(`${server.url}/nightly`, { method: "POST", headers, body: "{}" });
    assert.deepEqual([answer.status, await answer.json()], [200, { taken: 2 }]);
    assert.match(await logs(/"message"/), /^\{"message":"m-1","task":"nightly","path":"\/nightly","bytes":2\}$/m);
  });

  it("answers 404 elsewhere, 405 to other methods and 413 to what is no message", async () => {
    assert.equal((await fetch(`${server.url}/nowhere`)).status, 404);
    assert.equal((await fetch(server.url, { method: "PUT" })).status, 405);
    const body = "x".repeat(256 * 1024 + 1);
    assert.equal((await fetch(server.url, { method: "POST", body })).status, 413);
  });

  it("finishes on SIGTERM what it has begun, and ends with 0", async () => {
    const request = await begun(server.url, "Connection: close\r\n");
    server.process.kill("SIGTERM");
    await isClosed(server.url);
    const answer = await request.finish();
    assert.match(answer, /^HTTP\/1\.1 200 OK/);
    assert.equal(await server.ended, 0);
  });
});
