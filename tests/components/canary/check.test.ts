import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { handler } from "../../../components/canary/check.js";

/** Answers `/` with a page, `/late` never, all else with 404. */
const server = createServer((request, response) => {
  if (request.url === "/late") return;
  response.statusCode = request.url === "/" ? 200 : 404;
  response.end(`<h1>Basket</h1>${request.headers["user-agent"]}`);
});

describe("the script of a canary", () => {
  const environment = { ...process.env };
  let origin = "";
  before(
    () =>
      new Promise<void>((resolve) => {
        server.listen(0, "127.0.0.1", () => {
          origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
          resolve();
        });
      }),
  );
  after(() => {
    server.closeAllConnections();
    server.close();
    process.env = environment;
  });

  const run = (path: string, set: Record<string, string> = {}) => {
    Object.assign(process.env, { EXPECTED_TEXT: "", EXPECTED_STATUS: "200", TIMEOUT_SECONDS: "5" }, set);
    process.env.TARGET_URL = `${origin}${path}`;
    return handler();
  };

  it("succeeds when the page comes with its status and its text, and says who asks", async () => {
    await run("/");
    await run("/", { EXPECTED_TEXT: "Basket" });
    await run("/", { EXPECTED_TEXT: "tierwork-canary" });
    await run("/gone", { EXPECTED_STATUS: "404" });
  });

  it("fails by the status, the text, and the time", async () => {
    await assert.rejects(run("/gone"), { message: `${origin}/gone answered 404 in place of 200` });
    await assert.rejects(run("/", { EXPECTED_TEXT: "Sale" }), {
      message: `${origin}/ answered without the text "Sale"`,
    });
    await assert.rejects(run("/late", { TIMEOUT_SECONDS: "0.05" }), { name: "TimeoutError" });
  });
});
