import assert from "node:assert/strict";
import type { TargetGroupHealth } from "../../../components/target-group/group-health";
import { WebTier } from "../../../components/web-tier";
import { record } from "../../../planner/record";

const network = {
  vpcId: "vpc-1",
  publicSubnetIds: ["subnet-1", "subnet-2"],
  privateSubnetIds: ["subnet-3", "subnet-4"],
};
const healthOf = async (targetGroupHealth?: TargetGroupHealth) => {
  const plan = await record(
    () => new WebTier("shop", { network, exposure: "internet", tls: "none", targetGroupHealth }),
  );
  return plan.get("shop-tg").inputs.targetGroupHealth;
};

describe("the health of a target group", () => {
  it("is AWS's affair unless told", async () => {
    assert.equal(await healthOf(), undefined);
  });

  it("is counted, or measured as a share", async () => {
    assert.deepEqual(await healthOf({ dnsFailover: { count: 2 }, unhealthyStateRouting: { count: 2 } }), {
      dnsFailover: { minimumHealthyTargetsCount: "2", minimumHealthyTargetsPercentage: "off" },
      unhealthyStateRouting: { minimumHealthyTargetsCount: 2, minimumHealthyTargetsPercentage: "off" },
    });
    assert.deepEqual(await healthOf({ dnsFailover: { percentage: 50 }, unhealthyStateRouting: { percentage: 25 } }), {
      dnsFailover: { minimumHealthyTargetsCount: "off", minimumHealthyTargetsPercentage: "50" },
      unhealthyStateRouting: { minimumHealthyTargetsCount: 1, minimumHealthyTargetsPercentage: "25" },
    });
  });

  it("may have one threshold alone, or two that cannot be compared", async () => {
    assert.deepEqual(await healthOf({ dnsFailover: { percentage: 100 } }), {
      dnsFailover: { minimumHealthyTargetsCount: "off", minimumHealthyTargetsPercentage: "100" },
    });
    assert.deepEqual(await healthOf({ unhealthyStateRouting: { count: 3 } }), {
      unhealthyStateRouting: { minimumHealthyTargetsCount: 3, minimumHealthyTargetsPercentage: "off" },
    });
    assert.ok(await healthOf({ dnsFailover: { count: 1 }, unhealthyStateRouting: { percentage: 50 } }));
  });

  const refused: [string, TargetGroupHealth][] = [
    ["dnsFailover.count must be a whole number between 1 and 1000, got 0", { dnsFailover: { count: 0 } }],
    [
      "unhealthyStateRouting.count must be a whole number between 1 and 1000, got 1.5",
      { unhealthyStateRouting: { count: 1.5 } },
    ],
    ["dnsFailover.percentage must be a whole number between 1 and 100, got 101", { dnsFailover: { percentage: 101 } }],
    [
      "unhealthyStateRouting.percentage must be a whole number between 1 and 100, got 0",
      { unhealthyStateRouting: { percentage: 0 } },
    ],
    [
      "dnsFailover.count must be at least unhealthyStateRouting.count (3), got 2",
      { dnsFailover: { count: 2 }, unhealthyStateRouting: { count: 3 } },
    ],
    [
      "dnsFailover.percentage must be at least unhealthyStateRouting.percentage (60), got 50",
      { dnsFailover: { percentage: 50 }, unhealthyStateRouting: { percentage: 60 } },
    ],
  ];
  for (const [sentence, health] of refused) {
    it(`refuses: ${sentence}`, () =>
      assert.rejects(healthOf(health), { message: `web tier "shop": targetGroupHealth.${sentence}` }));
  }
});
