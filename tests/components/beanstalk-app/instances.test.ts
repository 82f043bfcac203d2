import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { BeanstalkAppArgs } from "../../../components/beanstalk-app";
import { onceEncrypted } from "../../../components/beanstalk-app/instances";
import { record } from "../../../planner/record";
import { app, optionsOf, statements, worker } from "./planned-app";

const launch = "aws:autoscaling:launchconfiguration";
const types = "aws:ec2:instances";
const spot = { type: "spot" } as const;

describe("the instances", () => {
  it("require tokens for their metadata, and have a gp3 disk, no key, and the component's groups alone", async () => {
    const plan = await app();
    assert.deepEqual(optionsOf(plan, launch), {
      DisableDefaultEC2SecurityGroup: "true",
      DisableIMDSv1: "true",
      IamInstanceProfile: plan.get("shop-profile").outputs.name,
      LaunchTemplateTagPropagationEnabled: "true",
      MonitoringInterval: "5 minute",
      RootVolumeSize: "20",
      RootVolumeType: "gp3",
      SecurityGroups: plan.get("shop-sg-app").id,
    });
    assert.deepEqual(optionsOf(plan, types), {
      EnableSpot: "false",
      InstanceTypes: "t4g.small",
      SupportedArchitectures: "arm64",
    });
  });

  it("are larger and watched more closely in prod", async () => {
    const plan = await app({}, "prod");
    assert.equal(optionsOf(plan, types).InstanceTypes, "m7g.medium");
    assert.equal(optionsOf(plan, launch).MonitoringInterval, "1 minute");
  });

  it("have the disk, the image and the architecture that they are told", async () => {
    const plan = await app({
      instanceTypes: ["m7i.large"],
      imageId: "ami-0a1b2c3d4e5f60718",
      rootVolume: { sizeGB: 100, iops: 6000, throughputMiBps: 500 },
      detailedMonitoring: true,
    });
    const { ImageId, RootVolumeSize, RootVolumeIOPS, RootVolumeThroughput, MonitoringInterval } = optionsOf(
      plan,
      launch,
    );
    assert.deepEqual(
      [ImageId, RootVolumeSize, RootVolumeIOPS, RootVolumeThroughput, MonitoringInterval],
      ["ami-0a1b2c3d4e5f60718", "100", "6000", "500", "1 minute"],
    );
    assert.equal(optionsOf(plan, types).SupportedArchitectures, "x86_64");
  });

  it("are Spot capacity above a base, of several types, replaced before they are taken", async () => {
    const plan = await app({
      instanceTypes: ["m7g.large", "m6g.large"],
      purchasing: { ...spot, onDemandBase: 2, onDemandPercent: 25, maxPriceDollars: 0.05 },
    });
    assert.deepEqual(optionsOf(plan, types), {
      EnableSpot: "true",
      InstanceTypes: "m7g.large,m6g.large",
      SpotAllocationStrategy: "price-capacity-optimized",
      SpotFleetOnDemandAboveBasePercentage: "25",
      SpotFleetOnDemandBase: "2",
      SpotMaxPrice: "0.05",
      SupportedArchitectures: "arm64",
    });
    assert.equal(optionsOf(plan, "aws:autoscaling:asg").EnableCapacityRebalancing, "true");
    assert.equal(optionsOf(await app(), "aws:autoscaling:asg").EnableCapacityRebalancing, undefined);
  });

  it("may do what their tier needs and what is named, under a role that they alone take", async () => {
    const plan = await app({
      permissions: [{ actions: ["sqs:SendMessage"], resources: ["arn:aws:sqs:eu-west-1:123456789012:jobs"] }],
      policyArns: { reports: "arn:aws:iam::123456789012:policy/reports" },
    });
    const policies = plan
      .ofType("aws:iam/rolePolicyAttachment:RolePolicyAttachment")
      .filter(({ inputs }) => inputs.role === plan.get("shop-role").outputs.name)
      .map(({ inputs }) => inputs.policyArn);
    assert.deepEqual(policies.sort(), [
      "arn:aws:iam::123456789012:policy/reports",
      "arn:aws:iam::aws:policy/AWSElasticBeanstalkWebTier",
      "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
    ]);
    assert.deepEqual(statements(plan, "shop-role-own"), [
      {
        Effect: "Allow",
        Action: ["sqs:SendMessage"],
        Resource: ["arn:aws:sqs:eu-west-1:123456789012:jobs"],
      },
    ]);
    const workers = await app({ tier: worker });
    const { policyArn } = workers.get("shop-role-beanstalk").inputs;
    assert.equal(policyArn, "arn:aws:iam::aws:policy/AWSElasticBeanstalkWorkerTier");
    assert.ok(!workers.resources.some(({ name }) => name === "shop-role-own"));
  });

  it("start only once their role is complete", async () => {
    const { dependencies } = (await app()).get("shop-env");
    for (const name of ["shop-role-beanstalk", "shop-service-role-health", "shop-logs-policy"]) {
      assert.ok(
        dependencies.some((urn) => urn.endsWith(`::${name}`)),
        name,
      );
    }
  });

  it("wait for the account's word that it encrypts their disks, unless that is left to the account", async () => {
    const description = async (encryption: "required" | "asAccount") =>
      (await app({ rootVolume: { encryption } })).get("shop-env").inputs.description;
    assert.equal(await description("asAccount"), "The web tier of shop");
    // What the account does is known to nobody offline.
    assert.notEqual(await description("required"), "The web tier of shop");
  });

  it("do not come to be in an account that leaves their disks unencrypted", async () => {
    const described = (isByDefault: boolean) =>
      record(
        () => new aws.sns.Topic("topic", { displayName: onceEncrypted("on", "shop", pulumi.output(isByDefault)) }),
      );
    assert.equal((await described(true)).get("topic").inputs.displayName, "on");
    await assert.rejects(
      described(false),
      /beanstalk app "shop": rootVolume\.encryption must be "asAccount" while this account does not encrypt new EBS disks/,
    );
  });

  const refused: [string, Partial<BeanstalkAppArgs>][] = [
    ["instanceTypes must name at least one type, got []", { instanceTypes: [] }],
    [
      'instanceTypes must name one type unless purchasing is spot: only the first would be used, got ["m7g.large","m6g.large"]',
      { instanceTypes: ["m7g.large", "m6g.large"] },
    ],
    [
      'instanceTypes must not be Mac types, which Elastic Beanstalk does not run, got ["mac2.metal"]',
      { instanceTypes: ["mac2.metal"] },
    ],
    [
      "instanceTypes must name at most 40 types, got 41",
      { instanceTypes: Array.from({ length: 41 }, (_, index) => `m${index}i.large`), purchasing: spot },
    ],
    ["rootVolume.sizeGB must be a whole number between 10 and 16384, got 8", { rootVolume: { sizeGB: 8 } }],
    ["rootVolume.iops must be a whole number between 3000 and 10000, got 10001", { rootVolume: { iops: 10001 } }],
    [
      "rootVolume.iops must be a whole number between 3000 and 16000, got 16001",
      { rootVolume: { sizeGB: 100, iops: 16001 } },
    ],
    [
      "rootVolume.throughputMiBps must be a whole number between 125 and 1000, got 124",
      { rootVolume: { throughputMiBps: 124 } },
    ],
    [
      "rootVolume.throughputMiBps must be at most 750, a quarter of the IOPS, got 751",
      { rootVolume: { throughputMiBps: 751 } },
    ],
    [
      "purchasing.onDemandBase must be a whole number between 0 and the greatest size (4), got 5",
      { purchasing: { ...spot, onDemandBase: 5 } },
    ],
    [
      "purchasing.onDemandPercent must be a whole number between 0 and 100, got 101",
      { purchasing: { ...spot, onDemandPercent: 101 } },
    ],
    [
      "purchasing.maxPriceDollars must be a number between 0.001 and 20, got 0",
      { purchasing: { ...spot, maxPriceDollars: 0 } },
    ],
  ];
  for (const [sentence, args] of refused) {
    it(`are refused: ${sentence.slice(0, 100)}`, () =>
      assert.rejects(app(args), { message: `beanstalk app "shop": ${sentence}` }));
  }

  it("are refused when their types are of two architectures", () =>
    assert.rejects(
      app({ instanceTypes: ["m7g.large", "m7i.large"], purchasing: spot }),
      /beanstalk app "shop": instanceTypes must all be arm64 \(Graviton\) or all be x86_64/,
    ));
});
