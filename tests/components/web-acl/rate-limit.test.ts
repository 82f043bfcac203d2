import assert from "node:assert/strict";
import { WebAcl } from "../../../components/web-acl";
import type { RateLimit } from "../../../components/web-acl/rate-limit";
import { record } from "../../../planner/record";

const statementOf = async (rateLimit: RateLimit) => {
  const plan = await record(() => new WebAcl("shop", { scope: "regional", managedGroups: [], rateLimit }));
  const [rule] = plan.get("shop-acl").inputs.rules as unknown as { statement: { rateBasedStatement: unknown } }[];
  return rule?.statement.rateBasedStatement;
};

describe("the rate limit of a web ACL", () => {
  it("counts as many requests, over as long, as it is told", async () => {
    assert.deepEqual(await statementOf({ requests: 10, windowSeconds: 60 }), {
      limit: 10,
      evaluationWindowSec: 60,
      aggregateKeyType: "IP",
    });
  });

  it("can tell clients apart by what a proxy says of them", async () => {
    assert.deepEqual(await statementOf({ per: { type: "forwardedIp" } }), {
      limit: 2000,
      evaluationWindowSec: 300,
      aggregateKeyType: "FORWARDED_IP",
      forwardedIpConfig: { headerName: "X-Forwarded-For", fallbackBehavior: "MATCH" },
    });
    const named = Object(await statementOf({ per: { type: "forwardedIp", header: "True-Client-IP" } }));
    assert.equal(named.forwardedIpConfig.headerName, "True-Client-IP");
  });

  it("can tell clients apart by a header of theirs", async () => {
    assert.deepEqual(await statementOf({ per: { type: "header", header: "x-api-key" } }), {
      limit: 2000,
      evaluationWindowSec: 300,
      aggregateKeyType: "CUSTOM_KEYS",
      customKeys: [{ header: { name: "x-api-key", textTransformations: [{ priority: 0, type: "NONE" }] } }],
    });
  });

  const refused: [string, RateLimit][] = [
    ["rateLimit.requests must be a whole number from 10 to 2000000000, got 9", { requests: 9 }],
    ["rateLimit.requests must be a whole number from 10 to 2000000000, got 2000000001", { requests: 2000000001 }],
    ["rateLimit.windowSeconds must be 60, 120, 300 or 600, got 30", { windowSeconds: Number(30) as 60 }],
    [
      'rateLimit.per.header must be at most 64 letters, digits and hyphens, got "x api key"',
      { per: { type: "header", header: "x api key" } },
    ],
    [
      `rateLimit.per.header must be at most 255 letters, digits and hyphens, got "${"h".repeat(256)}"`,
      { per: { type: "forwardedIp", header: "h".repeat(256) } },
    ],
  ];
  for (const [sentence, rateLimit] of refused) {
    it(`refuses: ${sentence.slice(0, 100)}`, () =>
      assert.rejects(statementOf(rateLimit), { message: `web ACL "shop": ${sentence}` }));
  }
});
