import assert from "node:assert/strict";
import { homeChecks } from "../../../policies/facts/health-checks";
import { UNKNOWN } from "../../../policies/facts/value";
import { fake } from "./fake-stack";

const commands = (command: unknown) =>
  homeChecks(
    fake("aws:ecs/taskDefinition:TaskDefinition", "web", {
      containerDefinitions: JSON.stringify([{ name: "web", healthCheck: { command } }]),
    }),
  ).map(({ isCertain }) => isCertain);
const path = (healthCheck: unknown, protocol: unknown = "HTTP") =>
  homeChecks(fake("aws:lb/targetGroup:TargetGroup", "web", { protocol, healthCheck })).map(
    ({ isCertain }) => isCertain,
  );

describe("health checks that ask for the first page", () => {
  it("are found in the URLs of a container's command", () => {
    assert.deepEqual(commands(["CMD-SHELL", "curl -f http://localhost:8080 || exit 1"]), [true]);
    assert.deepEqual(commands(["CMD-SHELL", "curl 'https://127.0.0.1/'"]), [true]);
    assert.deepEqual(commands("wget -qO- http://localhost/?probe=1"), [true]);
    assert.deepEqual(commands(["CMD", "curl", "http://localhost/health"]), []);
    assert.deepEqual(commands(["CMD-SHELL", "curl http://a/up && curl http://b/"]), [true]);
    assert.deepEqual(commands(["CMD-SHELL", "pg_isready"]), []);
  });

  it("may be those whose path or protocol is not known", () => {
    assert.deepEqual(path({ path: UNKNOWN }), [false]);
    assert.deepEqual(path({ path: "/" }, UNKNOWN), [false]);
    assert.deepEqual(path({ path: "/health" }, UNKNOWN), []);
    assert.deepEqual(path({ path: "/", protocol: "HTTPS" }, UNKNOWN), [true]);
  });

  it("are those of a network target group that asks for a page without saying which", () => {
    assert.deepEqual(path({ protocol: "HTTP" }, "TCP"), [true]);
    assert.deepEqual(path({ protocol: "TCP" }, "TCP"), []);
    assert.deepEqual(path({}, "HTTP"), []);
  });
});
