import assert from "node:assert/strict";
import { RegionSwitch, type RegionSwitchArgs } from "../../components/region-switch";
import { record } from "../../planner/record";

const groupArn = (region: string) =>
  `arn:aws:autoscaling:${region}:123456789012:autoScalingGroup:0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9:autoScalingGroupName/shop`;
const [ireland, frankfurt] = ["eu-west-1", "eu-central-1"] as const;
const place = { zoneId: "Z123", domainName: "www.example.com" };
const primary = { region: ireland, groupArn: groupArn(ireland) };
const standby = { region: frankfurt, groupArn: groupArn(frankfurt) };
const make = (args: Partial<RegionSwitchArgs> = {}, name = "shop") =>
  record(() => new RegionSwitch(name, { ...place, primary, standby, ...args }));

describe("RegionSwitch", () => {
  it("moves capacity, then visitors, to whichever region is activated", async () => {
    const plan = await make();
    const steps = [
      {
        name: "capacity",
        executionBlockType: "EC2AutoScaling",
        ec2AsgCapacityIncreaseConfigs: [
          {
            asgs: [{ arn: groupArn(ireland) }, { arn: groupArn(frankfurt) }],
            targetPercent: 100,
            capacityMonitoringApproach: "sampledMaxInLast24Hours",
          },
        ],
      },
      {
        name: "visitors",
        executionBlockType: "Route53HealthCheck",
        route53HealthCheckConfigs: [
          {
            hostedZoneId: "Z123",
            recordName: "www.example.com",
            recordSets: [
              { recordSetIdentifier: "primary", region: ireland },
              { recordSetIdentifier: "secondary", region: frankfurt },
            ],
          },
        ],
      },
    ];
    assert.deepEqual(plan.get("shop-plan").inputs, {
      description: "Moves www.example.com between eu-west-1 and eu-central-1",
      executionRole: plan.get("shop-role").outputs.arn,
      recoveryApproach: "activePassive",
      regions: [ireland, frankfurt],
      primaryRegion: ireland,
      workflows: [frankfurt, ireland].map((region) => ({
        workflowTargetAction: "activate",
        workflowTargetRegion: region,
        steps,
      })),
      tags: { Name: "shop" },
    });
    assert.ok(plan.get("shop-plan").dependencies.includes(plan.get("shop-role-own").urn));
  });

  it("takes a share of the capacity and a time to be measured against", async () => {
    const { inputs } = (await make({ capacityPercent: 50, recoveryTimeObjectiveMinutes: 30 })).get("shop-plan");
    const [workflow] = Object(inputs.workflows);
    assert.equal(workflow.steps[0].ec2AsgCapacityIncreaseConfigs[0].targetPercent, 50);
    assert.equal(inputs.recoveryTimeObjectiveMinutes, 30);
  });

  it("may do no more than that: read capacity and records, and change the two groups", async () => {
    const plan = await make();
    const { assumeRolePolicy } = plan.get("shop-role").inputs;
    assert.deepEqual(JSON.parse(String(assumeRolePolicy)).Statement, [
      { Effect: "Allow", Principal: { Service: "arc-region-switch.amazonaws.com" }, Action: "sts:AssumeRole" },
    ]);
    const allowed = JSON.parse(String(plan.get("shop-role-own").inputs.policy)).Statement as {
      Action: string;
      Resource: string;
    }[];
    const changes = allowed.filter(({ Action }) => !/(Get|List|Describe|Simulate)/.test(String(Action)));
    assert.deepEqual(changes, [
      {
        Sid: "Capacity",
        Effect: "Allow",
        Action: "autoscaling:UpdateAutoScalingGroup",
        Resource: [groupArn(ireland), groupArn(frankfurt)],
      },
    ]);
    const visitors = allowed.find(({ Action }) => Action === "route53:ListResourceRecordSets");
    assert.equal(visitors?.Resource, "arn:aws:route53:::hostedzone/Z123");
  });

  it("gives the health checks of both regions, which differ", async () => {
    const plan = await make();
    const { planArn, primaryHealthCheckId, standbyHealthCheckId } = plan.get("shop").outputs;
    assert.equal(planArn, plan.get("shop-plan").outputs.arn);
    assert.match(String(planArn), /^arn:aws:arc-region-switch::123456789012:plan\/shop-plan-0ff11e\w:0ff11e$/);
    assert.match(String(primaryHealthCheckId), /^0ff11e/);
    assert.notEqual(primaryHealthCheckId, standbyHealthCheckId);
  });

  const refused: [string, Partial<RegionSwitchArgs>][] = [
    ['zoneId must be a hosted zone id such as Z0123456789ABCDEFGHIJ, got "example.com"', { zoneId: "example.com" }],
    ['domainName must be a domain name in lower case, got "www"', { domainName: "www" }],
    [
      'primary.region must be a region such as "eu-west-1", got "Ireland"',
      { primary: { ...primary, region: "Ireland" } },
    ],
    ['standby.region must differ from primary.region, got "eu-west-1"', { standby: primary }],
    ["capacityPercent must be a whole number between 1 and 100, got 101", { capacityPercent: 101 }],
    ["capacityPercent must be a whole number between 1 and 100, got 0", { capacityPercent: 0 }],
    [
      "recoveryTimeObjectiveMinutes must be a whole number between 1 and 10080, got 10081",
      { recoveryTimeObjectiveMinutes: 10081 },
    ],
  ];
  for (const [sentence, args] of refused) {
    it(`refuses: ${sentence}`, () => assert.rejects(make(args), { message: `region switch "shop": ${sentence}` }));
  }

  it("refuses a name that is too long for a plan's", () =>
    assert.rejects(make({}, "the-shop-of-the-year"), {
      message:
        'region switch "the-shop-of-the-year": name must be at most 19 letters, digits and hyphens, as the plan is called after it, got "the-shop-of-the-year"',
    }));
});
