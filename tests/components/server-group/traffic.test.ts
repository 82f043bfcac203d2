import assert from "node:assert/strict";
import type { ServerGroupArgs } from "../../../components/server-group";
import { groupInputs } from "./workers";

const traffic = async (args: Partial<ServerGroupArgs>) => {
  const { targetGroupArns, trafficSources, healthCheckType } = await groupInputs(args);
  return { targetGroupArns, trafficSources, healthCheckType };
};

describe("the traffic of a group", () => {
  it("is judged by EC2 where there is none, and by EBS too if told", async () => {
    const nowhere = { targetGroupArns: undefined, trafficSources: undefined };
    assert.deepEqual(await traffic({}), { ...nowhere, healthCheckType: "EC2" });
    assert.deepEqual(await traffic({ ebsHealthChecks: true }), { ...nowhere, healthCheckType: "EBS" });
  });

  it("is judged by load balancers and by EBS", async () => {
    assert.deepEqual(await traffic({ targetGroupArns: ["arn:web"], ebsHealthChecks: true }), {
      targetGroupArns: ["arn:web"],
      trafficSources: undefined,
      healthCheckType: "ELB,EBS",
    });
  });

  it("can come from VPC Lattice, alone or beside load balancers", async () => {
    const lattice = { identifier: "arn:lattice", type: "vpc-lattice" };
    assert.deepEqual(await traffic({ latticeTargetGroupArns: ["arn:lattice"] }), {
      targetGroupArns: undefined,
      trafficSources: [lattice],
      healthCheckType: "VPC_LATTICE",
    });
    assert.deepEqual(await traffic({ latticeTargetGroupArns: ["arn:lattice"], targetGroupArns: ["arn:web"] }), {
      targetGroupArns: undefined,
      trafficSources: [{ identifier: "arn:web", type: "elbv2" }, lattice],
      healthCheckType: "ELB,VPC_LATTICE",
    });
  });
});
