import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { HostedZone, type HostedZoneArgs } from "../../components/hosted-zone";
import { record } from "../../planner/record";

type Environment = "dev" | "prod";
const make = (args: HostedZoneArgs, environment: Environment = "dev") =>
  record(() => void new HostedZone("shop", args), { environment });
const domainName = "shop.example.com";
const account = "123456789012";

describe("HostedZone", () => {
  it("is public, and in production keeps itself and records that were made elsewhere", async () => {
    const dev = await make({ domainName });
    const prod = await make({ domainName }, "prod");
    const inputs = { name: domainName, comment: "shop", forceDestroy: true, tags: { Name: "shop" } };
    assert.deepEqual(dev.get("shop-zone").inputs, inputs);
    assert.deepEqual(prod.get("shop-zone").inputs, { ...inputs, forceDestroy: false });
    assert.deepEqual([dev.get("shop-zone").options.protect, prod.get("shop-zone").options.protect], [undefined, true]);
    const { zoneId, nameServers } = dev.get("shop-zone").outputs;
    assert.deepEqual(dev.get("shop").outputs, { zoneId, nameServers });
  });

  it("takes a comment, a delegation set and accelerated recovery", async () => {
    const plan = await make({
      domainName,
      comment: "the shop",
      forceDestroy: false,
      delegationSetId: "N1",
      acceleratedRecovery: true,
      deletionProtection: true,
    });
    assert.equal(plan.get("shop-zone").options.protect, true);
    assert.deepEqual(plan.get("shop-zone").inputs, {
      name: domainName,
      comment: "the shop",
      forceDestroy: false,
      delegationSetId: "N1",
      enableAcceleratedRecovery: true,
      tags: { Name: "shop" },
    });
  });

  it("is private to networks, of whatever regions, without a log", async () => {
    const plan = await make({
      domainName,
      type: "private",
      vpcs: [{ vpcId: "vpc-1" }, { vpcId: "vpc-2", region: "us-east-1" }],
    });
    assert.deepEqual(plan.get("shop-zone").inputs.vpcs, [
      { vpcId: "vpc-1" },
      { vpcId: "vpc-2", vpcRegion: "us-east-1" },
    ]);
    assert.deepEqual(
      plan.resources.filter(({ type }) => /queryLog|logGroup/.test(type)),
      [],
    );
  });

  it("is named by the zone above it", async () => {
    const plan = await make({ domainName, parentZoneId: "ZPARENT" });
    assert.deepEqual(plan.get("shop-delegation").inputs, {
      zoneId: "ZPARENT",
      name: domainName,
      type: "NS",
      records: plan.get("shop-zone").outputs.nameServers,
      ttl: 3600,
    });
  });

  it("logs its queries in us-east-1, where Route 53 alone may write", async () => {
    const plan = await make({ domainName });
    const logGroup = plan.get("shop-queries");
    assert.deepEqual(logGroup.inputs, {
      name: "/aws/route53/shop.example.com",
      retentionInDays: 14,
      logGroupClass: "STANDARD",
      deletionProtectionEnabled: false,
      region: "us-east-1",
      tags: { Name: "shop-queries" },
    });
    const logArn = `arn:aws:logs:us-east-1:${account}:log-group:/aws/route53/shop.example.com`;
    const { policyName, policyDocument, region } = plan.get("shop-queries-policy").inputs;
    assert.deepEqual([policyName, region], ["shop-queries", "us-east-1"]);
    assert.deepEqual(JSON.parse(String(policyDocument)).Statement, [
      {
        Sid: "QueryLog",
        Effect: "Allow",
        Principal: { Service: "route53.amazonaws.com" },
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: `${logArn}:*`,
        Condition: {
          StringEquals: { "aws:SourceAccount": account },
          ArnLike: { "aws:SourceArn": plan.get("shop-zone").outputs.arn },
        },
      },
    ]);
    const log = plan.get("shop-query-log");
    assert.deepEqual(log.inputs, { zoneId: plan.get("shop-zone").id, cloudwatchLogGroupArn: logArn });
    assert.ok(log.dependencies.includes(plan.get("shop-queries-policy").urn));
  });

  it("keeps the log for a year in production, as long as it is told, or has none", async () => {
    const retention = async (args: Partial<HostedZoneArgs>, environment: Environment) =>
      (await make({ domainName, ...args } as HostedZoneArgs, environment)).get("shop-queries").inputs.retentionInDays;
    assert.equal(await retention({}, "prod"), 365);
    assert.equal(await retention({ queryLog: { retentionDays: 7 } }, "dev"), 7);
    const plan = await make({ domainName, queryLog: false });
    assert.deepEqual(plan.names("aws:route53/queryLog:QueryLog"), []);
  });

  it("is signed with a key in us-east-1 that Route 53 may use for this zone alone", async () => {
    const plan = await make({ domainName, dnssec: true });
    const zone = plan.get("shop-zone");
    const { policy, ...key } = plan.get("shop-dnssec-key").inputs;
    assert.deepEqual(key, {
      description: "DNSSEC of shop",
      customerMasterKeySpec: "ECC_NIST_P256",
      keyUsage: "SIGN_VERIFY",
      deletionWindowInDays: 7,
      region: "us-east-1",
      tags: { Name: "shop-dnssec" },
    });
    const Principal = { Service: "dnssec-route53.amazonaws.com" };
    assert.deepEqual(JSON.parse(String(policy)).Statement.slice(1), [
      {
        Sid: "Signing",
        Effect: "Allow",
        Principal,
        Action: ["kms:DescribeKey", "kms:GetPublicKey", "kms:Sign"],
        Resource: "*",
        Condition: {
          StringEquals: { "aws:SourceAccount": account },
          ArnLike: { "aws:SourceArn": zone.outputs.arn },
        },
      },
      {
        Sid: "SigningGrant",
        Effect: "Allow",
        Principal,
        Action: "kms:CreateGrant",
        Resource: "*",
        Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
      },
    ]);
    assert.deepEqual(plan.get("shop-dnssec-ksk").inputs, {
      hostedZoneId: zone.id,
      name: "ksk",
      keyManagementServiceArn: plan.get("shop-dnssec-key").outputs.arn,
    });
    assert.deepEqual(plan.get("shop-dnssec").inputs, { hostedZoneId: zone.id });
  });

  it("publishes what a parent and a registrar must know, once it is signed", async () => {
    const plan = await make({ domainName, dnssec: true, parentZoneId: "ZPARENT" });
    const { dsRecord, publicKey } = plan.get("shop-dnssec-ksk").outputs;
    const { outputs } = plan.get("shop");
    assert.equal(outputs.dsRecord, dsRecord);
    assert.deepEqual(outputs.signingKey, { algorithm: 13, flags: 257, publicKey });
    const ds = plan.get("shop-ds");
    assert.deepEqual(ds.inputs, { zoneId: "ZPARENT", name: domainName, type: "DS", records: [dsRecord], ttl: 3600 });
    assert.ok(ds.dependencies.includes(plan.get("shop-dnssec").urn), "vouched for before it is signed");
  });

  it("tells a topic when signing fails or its key needs somebody", async () => {
    const topicArn = "arn:aws:sns:us-east-1:123456789012:alarms";
    const plan = await make({ domainName, dnssec: true, notify: { topicArn } });
    assert.deepEqual(plan.get("shop-dnssec-failure").inputs, {
      alarmDescription: "Route 53 cannot sign the zone shop",
      namespace: "AWS/Route53",
      metricName: "DNSSECInternalFailure",
      dimensions: { HostedZoneId: plan.get("shop-zone").id },
      statistic: "Sum",
      period: 14400,
      comparisonOperator: "GreaterThanThreshold",
      threshold: 0,
      evaluationPeriods: 1,
      treatMissingData: "notBreaching",
      alarmActions: [topicArn],
      okActions: [topicArn],
      region: "us-east-1",
    });
    assert.equal(plan.get("shop-dnssec-action").inputs.metricName, "DNSSECKeySigningKeysNeedingAction");
  });

  const retentions =
    "1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653";
  const vpc = pulumi.output("vpc-1");
  const refused: [string, HostedZoneArgs][] = [
    ['domainName must be a domain name in lower case, got "Example"', { domainName: "Example" }],
    [
      'parentZoneId must be a hosted zone id such as Z0123456789ABCDEFGHIJ, got "example.com"',
      { domainName, parentZoneId: "example.com" },
    ],
    ['domainName must not begin with an asterisk, got "*.example.com"', { domainName: "*.example.com" }],
    [`comment must have at most 256 characters, got "${"x".repeat(257)}"`, { domainName, comment: "x".repeat(257) }],
    [`queryLog.retentionDays must be one of ${retentions}, got 10`, { domainName, queryLog: { retentionDays: 10 } }],
    [
      "notify must be left out without dnssec, of which it tells, got nothing",
      { domainName, notify: { topicArn: "arn" } },
    ],
    [
      'notify.topicArn must be the ARN of an SNS topic, such as "arn:aws:sns:eu-west-1:123456789012:alarms", got "alarms"',
      { domainName, dnssec: true, notify: { topicArn: "alarms" } },
    ],
    ["vpcs must be 1 to 300 VPCs, got 0", { domainName, type: "private", vpcs: [] }],
    [
      "vpcs must not repeat a VPC, got an output",
      { domainName, type: "private", vpcs: [{ vpcId: vpc }, { vpcId: vpc }] },
    ],
    [
      'vpcs.region must be a region such as "eu-west-1", got "Ireland"',
      { domainName, type: "private", vpcs: [{ vpcId: "vpc-1", region: "Ireland" }] },
    ],
  ];
  for (const [sentence, args] of refused) {
    it(`refuses: ${sentence.slice(0, 100)}`, () =>
      assert.rejects(make(args), { message: `hosted zone "shop": ${sentence}` }));
  }

  it("is either public or private by its type", () => {
    // @ts-expect-error: a private zone has no parent
    const args: HostedZoneArgs = { domainName, type: "private", vpcs: [{ vpcId: "vpc-1" }], parentZoneId: "Z1" };
    assert.equal(args.domainName, domainName);
  });
});
