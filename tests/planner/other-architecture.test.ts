import assert from "node:assert/strict";
import { architectures } from "../../architectures/catalogue";
import { planned } from "../architectures/planned";

/** What an architecture cannot do without, and a stack of another one does not say. */
const needs: Readonly<Record<string, { readonly message: string; readonly set: readonly string[] }>> = {
  "account-baseline": {
    message: "tierwork:settings.budget must be a map, got nothing",
    set: ["budget={amountUsd: 100}", "notify={emails: [ops@example.com], topic: own}"],
  },
  "weighted-release": {
    message: "tierwork:settings.domain must be a map, got nothing",
    set: ["domain={name: www.example.com, zoneId: Z0123456789EXAMPLE}"],
  },
};

describe("an architecture in place of a stack's own", () => {
  for (const name of Object.keys(architectures)) {
    it(`${name} takes of the stack's settings what it has, and is planned`, async () => {
      const { message, set = [] } = needs[name] ?? {};
      if (message !== undefined) await assert.rejects(planned("dev", name), { message });
      const { plan } = await planned("dev", name, ...set);
      assert.ok(plan.resources.length > 10);
    });

    it(`${name} does so on a stack with a domain, its tls, a network and alarms`, async () => {
      const { set = [] } = name === "account-baseline" ? (needs[name] ?? {}) : {};
      const { plan } = await planned("prod", name, ...set);
      assert.ok(plan.resources.length > 10);
    });
  }

  it("keeps what it can take", async () => {
    const { plan } = await planned("prod", "four-servers");
    assert.equal(plan.ofType("aws:ec2/natGateway:NatGateway").length, 3);
  });

  it("refuses what the user sets, also where the stack says it too", () =>
    assert.rejects(planned("dev", "static-site", "network.zones=3"), {
      message: /^tierwork:settings\.network is not a setting of static-site; /,
    }));
});
