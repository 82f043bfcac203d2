import assert from "node:assert/strict";
import { VpcLink, type VpcLinkArgs } from "../../components/vpc-link";
import { record } from "../../planner/record";

const network = { vpcId: "vpc-1", publicSubnetIds: [], privateSubnetIds: ["subnet-a", "subnet-b"] };
const calls = {
  orders: { securityGroupId: "sg-orders", port: 80 },
  images: { securityGroupId: "sg-images", port: 443 },
};
const make = (args: Partial<VpcLinkArgs> = {}) => record(() => new VpcLink("link", { network, calls, ...args }));

describe("VpcLink", () => {
  it("stands in the private subnets, in a group of its own", async () => {
    const plan = await make();
    assert.deepEqual(plan.get("link-link").inputs, {
      subnetIds: network.privateSubnetIds,
      securityGroupIds: [plan.get("link-sg").id],
      tags: { Name: "link" },
    });
    assert.equal(plan.get("link-sg").inputs.vpcId, "vpc-1");
  });

  it("admits nobody, reaches what it calls and nothing else, and is admitted there", async () => {
    const plan = await make();
    assert.deepEqual(plan.names("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"), [
      "link-out-tcp-443-images",
      "link-out-tcp-80-orders",
    ]);
    const admitted = plan.ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
    assert.deepEqual(
      admitted.map(({ inputs }) => [inputs.securityGroupId, inputs.referencedSecurityGroupId, inputs.fromPort]).sort(),
      [
        ["sg-images", plan.get("link-sg").id, 443],
        ["sg-orders", plan.get("link-sg").id, 80],
      ],
    );
  });

  it("tells the APIs its id, and others its group", async () => {
    const plan = await make();
    assert.deepEqual(plan.get("link").outputs, {
      linkId: plan.get("link-link").id,
      securityGroupId: plan.get("link-sg").id,
    });
  });

  const refused: [string, Partial<VpcLinkArgs>, string][] = [
    [
      "one zone",
      { network: { ...network, privateSubnetIds: ["subnet-a"] } },
      "network.privateSubnetIds must hold subnets of at least two zones, got 1",
    ],
    ["a way to nowhere", { calls: {} }, "calls must name at least one callee, got {}"],
  ];
  for (const [title, args, sentence] of refused) {
    it(`refuses ${title}`, () => assert.rejects(make(args), { message: `VPC link "link": ${sentence}` }));
  }
});
