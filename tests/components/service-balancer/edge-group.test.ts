import assert from "node:assert/strict";
import { listenerPorts } from "../../../components/service-balancer/edge-group";

const application = { type: "application", exposure: "internet", tls: { certificateArn: "arn:c" } } as const;
const overTcp = { type: "network", exposure: "internal", tls: "none" } as const;

describe("the ports of a balancer", () => {
  it("are 443 and 80 for HTTPS, 80 for HTTP, with a test rule as without", () => {
    assert.deepEqual(listenerPorts(application, false), [443, 80]);
    assert.deepEqual(listenerPorts(application, true), [443, 80]);
    assert.deepEqual(listenerPorts({ ...application, tls: "none" }, true), [80]);
  });

  it("are the stated one over TCP, or 443 with TLS and 80 without, and the next for tests", () => {
    assert.deepEqual(listenerPorts(overTcp, false), [80]);
    assert.deepEqual(listenerPorts({ ...overTcp, tls: { certificateArn: "arn:c" } }, true), [443, 444]);
    assert.deepEqual(listenerPorts({ ...overTcp, port: 5432 }, true), [5432, 5433]);
  });
});
