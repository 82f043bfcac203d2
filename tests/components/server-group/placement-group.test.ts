import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { WebTier } from "../../../components/web-tier";
import { record } from "../../../planner/record";
import { refuses } from "./refused";
import { groupInputs, workers } from "./workers";

const type = "aws:ec2/placementGroup:PlacementGroup";

describe("the placement group of a group", () => {
  it("is none if nothing is said", async () => {
    const plan = await workers();
    assert.deepEqual([plan.get("workers-asg").inputs.placementGroup, plan.ofType(type)], [undefined, []]);
  });

  it("can be made to keep each server on a rack of its own", async () => {
    const plan = await workers({ placementGroup: { type: "spread" } });
    assert.deepEqual(plan.get("workers-placement").inputs, {
      strategy: "spread",
      tags: { Name: "workers-placement" },
    });
    assert.equal(plan.get("workers-asg").inputs.placementGroup, plan.get("workers-placement").outputs.name);
    assert.ok(plan.get("workers-asg").propertyDependencies.placementGroup?.includes(plan.get("workers-placement").urn));
  });

  it("can be made of partitions", async () => {
    const plan = await workers({ placementGroup: { type: "partition", partitions: 3 } });
    const { strategy, partitionCount } = plan.get("workers-placement").inputs;
    assert.deepEqual([strategy, partitionCount], ["partition", 3]);
  });

  it("can be made to keep servers close together, in one zone", async () => {
    const args = {
      placementGroup: { type: "cluster" },
      instanceTypes: ["m7g.large"],
      subnetIds: ["subnet-a"],
    } as const;
    const plan = await workers({ ...args, subnetIds: [...args.subnetIds] });
    assert.equal(plan.get("workers-placement").inputs.strategy, "cluster");
  });

  it("is left to AWS where the subnets are not known yet", async () => {
    const args = { placementGroup: { type: "cluster" }, instanceTypes: ["m7g.large"] } as const;
    const plan = await workers({ ...args, subnetIds: pulumi.output(["subnet-later"]) });
    assert.equal(plan.get("workers-placement").inputs.strategy, "cluster");
    const spread = await workers({ placementGroup: { type: "spread" }, maxSize: 50, subnetIds: pulumi.output(["s"]) });
    assert.equal(spread.get("workers-asg").inputs.maxSize, 50);
  });

  it("can be one that is there", async () => {
    const placementGroup = { type: "existing", name: pulumi.output("racks") } as const;
    assert.equal((await groupInputs({ placementGroup })).placementGroup, "racks");
    assert.deepEqual((await workers({ placementGroup })).ofType(type), []);
  });

  refuses([
    [
      "maxSize must be at most 14, 7 for each zone of a spread placement group, got 15",
      { placementGroup: { type: "spread" }, maxSize: 15 },
    ],
    [
      "placementGroup.partitions must be a whole number between 1 and 7, got 8",
      { placementGroup: { type: "partition", partitions: 8 } },
    ],
    [
      'placementGroup.type must not be a cluster, which lies in one zone, for servers in several, got "cluster"',
      { placementGroup: { type: "cluster" }, instanceTypes: ["m7g.large"] },
    ],
    [
      'instanceTypes must not be burstable (t3, t4g) in a cluster, got ["t4g.micro"]',
      { placementGroup: { type: "cluster" }, subnetIds: ["subnet-a"] },
    ],
    ["subnetIds must hold the subnet of its zone, got 0", { placementGroup: { type: "cluster" }, subnetIds: [] }],
    [
      'placementGroup must be left out on dedicated hosts, got "spread"',
      { placementGroup: { type: "spread" }, tenancy: { hostResourceGroupArn: "arn:hosts" } },
    ],
  ]);

  it("is no cluster for a web tier, which stands in two zones", () => {
    const network = {
      vpcId: "vpc-1",
      publicSubnetIds: ["subnet-1", "subnet-2"],
      privateSubnetIds: ["subnet-3", "subnet-4"],
    };
    const args = { network, exposure: "internet", tls: "none", instanceTypes: ["m7g.large"] } as const;
    return assert.rejects(
      record(() => new WebTier("shop", { ...args, placementGroup: { type: "cluster" } })),
      {
        message:
          'web tier "shop": placementGroup.type must not be a cluster, which lies in one zone, for servers in several, got "cluster"',
      },
    );
  });
});
