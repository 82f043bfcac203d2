import assert from "node:assert/strict";
import { createServer } from "node:net";
import type { Context } from "mocha";
import { freePorts, needs } from "./needs";

/** Whether the suite would be skipped, and what is said of it. */
function tried(isAsked: boolean, ...programs: string[]): { readonly skips: boolean; readonly said: string } {
  const [before, write] = [process.env.TEST_HOSTS, process.stderr.write];
  let said = "";
  if (isAsked) process.env.TEST_HOSTS = "1";
  else delete process.env.TEST_HOSTS;
  process.stderr.write = (text: string | Uint8Array) => {
    said += text;
    return true;
  };
  const suite = {
    skip() {
      throw new Error("skipped");
    },
  };
  try {
    needs(suite as unknown as Context, ...programs);
    return { skips: false, said };
  } catch {
    return { skips: true, said };
  } finally {
    process.stderr.write = write;
    if (before === undefined) delete process.env.TEST_HOSTS;
    else process.env.TEST_HOSTS = before;
  }
}

describe("what a test of a host needs", () => {
  it("is asked for in the first place", () => assert.deepEqual(tried(false, "bash"), { skips: true, said: "" }));

  it("is there", () => assert.deepEqual(tried(true, "bash", "sh"), { skips: false, said: "" }));

  it("or it is said what is missing, and how to get it", () =>
    assert.deepEqual(tried(true, "no-such-a", "bash", "no-such-b"), {
      skips: true,
      said: "  skipped for want of no-such-a, no-such-b; tests/hosts/install.sh installs what there is to\n",
    }));

  it("is ports that nothing listens on, each another one", async () => {
    const areFree = async (ports: readonly number[]) => {
      for (const port of ports) {
        const server = createServer();
        const listens = new Promise<boolean>((resolve) => {
          server.once("error", () => resolve(false)).listen(port, "127.0.0.1", () => resolve(true));
        });
        if (!(await listens)) return false;
        await new Promise((resolve) => server.close(resolve));
      }
      return true;
    };
    for (let time = 0; time < 3; time++) {
      const ports = await freePorts(3);
      assert.equal(new Set(ports).size, 3);
      // Another process may have taken one of them in this moment, but hardly three times.
      if (await areFree(ports)) return;
    }
    assert.fail("what listens on them cannot be there each time");
  });
});
