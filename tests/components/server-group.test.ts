import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Network } from "../../components/network";
import { ServerGroup, type ServerGroupArgs } from "../../components/server-group";
import { record } from "../../planner/record";

const plain = { subnetIds: ["subnet-a", "subnet-b"], securityGroupIds: ["sg-1"] };
const make = (args: Partial<ServerGroupArgs> = {}, environment: "dev" | "prod" = "dev") =>
  record(() => new ServerGroup("workers", { ...plain, ...args }), { environment });

const groupType = "aws:autoscaling/group:Group";

describe("ServerGroup", () => {
  it("stands in its subnets, in its security groups, without an address or a load balancer", async () => {
    const plan = await make({ securityGroupIds: ["sg-1", "sg-2"] });
    const template = plan.get("workers-template").inputs;
    assert.deepEqual(plan.get("workers-asg").inputs.vpcZoneIdentifiers, plain.subnetIds);
    assert.deepEqual([template.vpcSecurityGroupIds, template.networkInterfaces], [["sg-1", "sg-2"], undefined]);
    assert.equal(template.description, "Instances of the server group workers");
    assert.equal(plan.get("workers-role").inputs.description, "Instances of the server group workers");
    assert.deepEqual(plan.ofType("aws:lb/loadBalancer:LoadBalancer"), []);
    const { launchTemplate, targetGroupArns, healthCheckType } = plan.get("workers-asg").inputs;
    assert.deepEqual(launchTemplate, { id: plan.get("workers-template").id, version: "1" });
    assert.deepEqual([targetGroupArns, healthCheckType], [undefined, "EC2"]);
  });

  it("gives each server a public address only by name", async () => {
    const { networkInterfaces } = (await make({ publicAddress: true })).get("workers-template").inputs;
    assert.deepEqual(networkInterfaces, [
      { deviceIndex: 0, associatePublicIpAddress: "true", deleteOnTermination: "true", securityGroups: ["sg-1"] },
    ]);
  });

  it("serves one target group or several, which find its servers unwell", async () => {
    const targetGroupArns = ["arn:tcp", pulumi.output("arn:udp")];
    const { inputs } = (await make({ targetGroupArns })).get("workers-asg");
    assert.deepEqual([inputs.targetGroupArns, inputs.healthCheckType], [["arn:tcp", "arn:udp"], "ELB"]);
  });

  it("starts after what opts say, such as the listeners of its target groups", async () => {
    const plan = await record(() => {
      const network = new Network("net", { zones: 2 });
      new ServerGroup("workers", { ...plain, subnetIds: network.privateSubnetIds }, { dependsOn: [network] });
    });
    assert.deepEqual(
      plan.get("workers-asg").inputs.vpcZoneIdentifiers,
      ["a", "b"].map((zone) => plan.get(`net-private-${zone}`).id),
    );
    assert.ok(plan.get("workers-asg").dependencies.includes(plan.get("net-vpc").urn));
  });

  it("rolls back when an alarm of the caller's goes off, and stops for none where there is none", async () => {
    const preferences = async (args: Partial<ServerGroupArgs>) =>
      Object((await make(args)).get("workers-asg").inputs.instanceRefresh).preferences;
    assert.deepEqual((await preferences({ rollbackAlarms: ["lost", pulumi.output("slow")] })).alarmSpecification, {
      alarms: ["lost", "slow"],
    });
    assert.deepEqual(await preferences({}), {
      minHealthyPercentage: 100,
      maxHealthyPercentage: 150,
      skipMatching: true,
      autoRollback: true,
    });
  });

  it("scales by what AWS or its owner measures of it", async () => {
    const queue = { namespace: "Shop", metricName: "Jobs" };
    const plan = await make({
      scaling: [
        { type: "target", metric: "networkIn", target: 5e6 },
        { type: "step", metric: queue, scaleOut: [{ above: 70, add: 2 }], scaleIn: [{ below: 30, remove: 1 }] },
      ],
    });
    assert.deepEqual(plan.names("aws:autoscaling/policy:Policy"), [
      "workers-step-Shop-Jobs-in",
      "workers-step-Shop-Jobs-out",
      "workers-target-networkIn",
    ]);
    assert.equal(plan.get("workers-step-Shop-Jobs-out-alarm").inputs.alarmDescription, "Scales the server group out");
  });

  it("cannot scale by the requests of a load balancer that it does not have", () => {
    // @ts-expect-error only an Application Load Balancer counts requests per target
    const requests: ServerGroupArgs["scaling"] = [{ type: "target", metric: "requestsPerTarget", target: 1000 }];
    assert.equal(requests?.length, 1);
  });

  it("is larger in prod", async () => {
    const sizes = async (environment: "dev" | "prod") => {
      const plan = await make({}, environment);
      const { minSize, maxSize } = plan.get("workers-asg").inputs;
      return [plan.get("workers-template").inputs.instanceType, minSize, maxSize];
    };
    assert.deepEqual(await sizes("dev"), ["t4g.micro", 2, 4]);
    assert.deepEqual(await sizes("prod"), ["m7g.medium", 3, 6]);
  });

  it("tells what its neighbours need and nothing else", async () => {
    const plan = await make();
    assert.deepEqual(plan.get("workers").outputs, {
      groupName: plan.get("workers-asg").outputs.name,
      groupArn: plan.get("workers-asg").outputs.arn,
      roleName: plan.get("workers-role").outputs.name,
      roleArn: plan.get("workers-role").outputs.arn,
      launchTemplateId: plan.get("workers-template").id,
    });
  });

  it("names children after itself, under itself", async () => {
    const plan = await make();
    for (const { name, parent } of plan.ofType(groupType)) {
      assert.equal(name, "workers-asg");
      assert.equal(parent, plan.get("workers").urn);
    }
    assert.equal(plan.ofType(groupType).length, 1);
  });

  const refused: [string, Partial<ServerGroupArgs>][] = [
    ["subnetIds must hold subnets of at least two zones, got 1", { subnetIds: ["subnet-a"] }],
    ["securityGroupIds must name at least one group, got []", { securityGroupIds: [] }],
    ["rollbackAlarms must name at most 10 alarms, got 11", { rollbackAlarms: Array(11).fill("alarm") }],
    ["minSize must be a whole number, 2 or more to span two zones, got 1", { minSize: 1 }],
    ['instanceTypes must be types such as "t4g.micro", got "large"', { instanceTypes: ["large"] }],
  ];
  for (const [sentence, args] of refused) {
    it(`refuses: ${sentence}`, () => assert.rejects(make(args), { message: `server group "workers": ${sentence}` }));
  }

  it("takes subnets that are not known yet", async () => {
    assert.ok((await make({ subnetIds: pulumi.output(["subnet-later"]) })).get("workers-asg"));
  });
});
