import assert from "node:assert/strict";
import { Network, type NetworkArgs } from "../../../components/network";
import { record } from "../../../planner/record";

const network = (args: NetworkArgs = {}) =>
  record(
    () => {
      new Network("net", args);
    },
    { environment: "dev" },
  );

const exclusionType = "aws:ec2/vpcBlockPublicAccessExclusion:VpcBlockPublicAccessExclusion";

describe("the public access of a network", () => {
  it("is excluded from the account's block for the whole VPC, or not at all", async () => {
    const plan = await network({ publicAccessExclusion: "bidirectional" });
    assert.deepEqual(plan.names(exclusionType), ["net-public-access"]);
    assert.deepEqual(plan.get("net-public-access").inputs, {
      vpcId: plan.get("net-vpc").id,
      internetGatewayExclusionMode: "allow-bidirectional",
      tags: { Name: "net-public-access" },
    });
    assert.deepEqual((await network()).names(exclusionType), []);
  });

  it("is excluded for each subnet of the tiers that are said, as is said", async () => {
    const plan = await network({ publicAccessExclusion: { public: "bidirectional", private: "egress" } });
    assert.deepEqual(plan.names(exclusionType), [
      "net-private-a-public-access",
      "net-private-b-public-access",
      "net-public-a-public-access",
      "net-public-b-public-access",
    ]);
    assert.deepEqual(plan.get("net-private-b-public-access").inputs, {
      subnetId: plan.get("net-private-b").id,
      internetGatewayExclusionMode: "allow-egress",
      tags: { Name: "net-private-b-public-access" },
    });
    const only = await network({ publicAccessExclusion: { public: "egress" } });
    assert.deepEqual(only.names(exclusionType), ["net-public-a-public-access", "net-public-b-public-access"]);
  });

  const refused: [string, NetworkArgs, RegExp][] = [
    [
      "public access of no tier",
      { publicAccessExclusion: {} },
      /publicAccessExclusion must name at least one tier, got {}/,
    ],
    [
      "public access of a tier that is not there",
      { publicAccessExclusion: { inspection: "egress" } },
      /publicAccessExclusion.inspection must be of one of the tiers, but not of isolated, got \["public","private"\]/,
    ],
    [
      "public access of isolated subnets",
      { tiers: ["isolated"], publicAccessExclusion: { ["isolated" as "public"]: "egress" } },
      /publicAccessExclusion.isolated must be of one of the tiers, but not of isolated/,
    ],
    [
      "public access in one direction that is none",
      { publicAccessExclusion: { public: "ingress" as "egress" } },
      /publicAccessExclusion must be "bidirectional" or "egress", got "ingress"/,
    ],
    [
      "public access of the VPC in a direction that is none",
      { publicAccessExclusion: "ingress" as "egress" },
      /publicAccessExclusion must be "bidirectional" or "egress", got "ingress"/,
    ],
  ];
  for (const [title, args, sentence] of refused) {
    it(`refuses ${title}`, () => assert.rejects(network(args), sentence));
  }
});
