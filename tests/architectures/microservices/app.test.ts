import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Started, started } from "../started";

const app = join(__dirname, "../../../architectures/microservices/app");

interface Answer {
  readonly statusCode: number;
  readonly body: string;
}

async function call(rawPath: string, serviceUrl: string, timeoutMilliseconds = 60_000): Promise<Answer> {
  const file = pathToFileURL(join(app, "function", "index.mjs")).href;
  const { handler } = (await import(file)) as { handler: (event: object) => Promise<Answer> };
  const before = { SERVICE_URL: process.env.SERVICE_URL, TIMEOUT_MS: process.env.TIMEOUT_MS };
  Object.assign(process.env, { SERVICE_URL: serviceUrl, TIMEOUT_MS: String(timeoutMilliseconds) });
  try {
    return await handler({ rawPath });
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

describe("the apps of microservices", () => {
  describe("the orders service", () => {
    let service: Started;
    before(async () => {
      service = await started(join(app, "service", "server.mjs"));
    });
    after(() => service.process.kill("SIGKILL"));

    it("lists and shows orders", async () => {
      const orders = (await (await fetch(`${service.url}/orders`)).json()) as { id: string }[];
      assert.deepEqual(
        orders.map(({ id }) => id),
        ["1", "2"],
      );
      assert.deepEqual(await (await fetch(`${service.url}/orders/2`)).json(), {
        id: "2",
        item: "pencil",
        quantity: 12,
      });
      assert.equal((await fetch(`${service.url}/orders/3`)).status, 404);
      assert.equal((await fetch(`${service.url}/orders`, { method: "DELETE" })).status, 405);
    });

    it("is what the function sums up", async () => {
      const { statusCode, body } = await call("/summary", service.url);
      assert.equal(statusCode, 200);
      assert.deepEqual(JSON.parse(body), { orders: 2, items: 14 });
    });

    it("drains on SIGTERM", async () => {
      const other = await started(join(app, "service", "server.mjs"));
      other.process.kill("SIGTERM");
      assert.equal(await other.ended, 0);
    });
  });

  describe("the function, when the service fails", () => {
    let broken: Server;
    const listening = (answer: Parameters<typeof createServer>[1]) =>
      new Promise<string>((resolve) => {
        broken = createServer(answer).listen(0, "127.0.0.1", () =>
          resolve(`http://127.0.0.1:${(broken.address() as AddressInfo).port}`),
        );
      });
    afterEach(() => {
      broken?.closeAllConnections();
      broken?.close();
    });

    it("says 502 with the service's status", async () => {
      const url = await listening((_, response) => response.writeHead(500).end());
      const { statusCode, body } = await call("/summary", url);
      assert.equal(statusCode, 502);
      assert.deepEqual(JSON.parse(body), { error: "the orders service answered 500" });
    });

    it("does not wait for ever", async () => {
      const url = await listening(() => {});
      const { statusCode, body } = await call("/summary", url, 50);
      assert.equal(statusCode, 502);
      assert.deepEqual(JSON.parse(body), { error: "the orders service did not answer: TimeoutError" });
    });

    it("answers 404 to a path that it does not know", async () => {
      const url = await listening(() => {});
      assert.equal((await call("/elsewhere", url)).statusCode, 404);
    });
  });
});
