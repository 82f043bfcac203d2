import assert from "node:assert/strict";
import { GlobalAccelerator, type GlobalAcceleratorArgs } from "../../components/global-accelerator";
import { record } from "../../planner/record";
import { make, web } from "./global-accelerator/made";

describe("GlobalAccelerator", () => {
  it("has two addresses of Amazon's, and logs its flows to a bucket of its own", async () => {
    const plan = await make();
    assert.deepEqual(plan.get("front-accelerator").inputs, {
      ipAddressType: "IPV4",
      enabled: true,
      attributes: {
        flowLogsEnabled: true,
        flowLogsS3Bucket: plan.get("front-logs-bucket").outputs.bucket,
        flowLogsS3Prefix: "flow-logs",
      },
      tags: { Name: "front-accelerator" },
    });
    assert.ok(plan.get("front-accelerator").dependencies.includes(plan.get("front-logs-policy").urn));
  });

  it("lets the log delivery of this account write below its prefix, from whatever region its API is in", async () => {
    const plan = await make();
    const { arn } = plan.get("front-logs-bucket").outputs;
    const Principal = { Service: "delivery.logs.amazonaws.com" };
    const account = { "aws:SourceAccount": "123456789012" };
    const ArnLike = { "aws:SourceArn": "arn:aws:logs:*:123456789012:*" };
    const [write, look, deny] = JSON.parse(String(plan.get("front-logs-policy").inputs.policy)).Statement;
    assert.deepEqual(write, {
      Sid: "LogDelivery",
      Effect: "Allow",
      Principal,
      Action: "s3:PutObject",
      Resource: `${arn}/flow-logs/AWSLogs/123456789012/*`,
      Condition: { StringEquals: { ...account, "s3:x-amz-acl": "bucket-owner-full-control" }, ArnLike },
    });
    assert.deepEqual(look, {
      Sid: "LogDeliveryCheck",
      Effect: "Allow",
      Principal,
      Action: "s3:GetBucketAcl",
      Resource: arn,
      Condition: { StringEquals: account, ArnLike },
    });
    assert.equal(deny.Sid, "TlsOnly");
  });

  it("keeps its logs as long as it is told", async () => {
    const plan = await make({ logRetentionDays: 7 });
    const [rule] = Object(plan.get("front-logs-lifecycle").inputs.rules);
    assert.deepEqual(rule.expiration, { days: 7 });
  });

  it("is dual stack if that is said, and then goes by the name that has IPv6 too", async () => {
    const plan = await make({ ipAddressType: "dualstack" });
    const accelerator = plan.get("front-accelerator");
    assert.equal(accelerator.inputs.ipAddressType, "DUAL_STACK");
    assert.equal(plan.get("front").outputs.dnsName, accelerator.outputs.dualStackDnsName);
  });

  it("has addresses of its owner's where they are given", async () => {
    const plan = await make({ ipAddresses: ["192.0.2.10", "198.51.100.10"] });
    assert.deepEqual(plan.get("front-accelerator").inputs.ipAddresses, ["192.0.2.10", "198.51.100.10"]);
  });

  it("gives out its name, its zone, which is that of every accelerator, and its addresses", async () => {
    const plan = await make();
    const { arn, dnsName, ipSets } = plan.get("front-accelerator").outputs;
    const [{ ipAddresses }] = Object(ipSets);
    assert.equal(ipAddresses.length, 2);
    assert.deepEqual(plan.get("front").outputs, {
      dnsName,
      zoneId: "Z2BJ6XQ5FK7U4H",
      acceleratorArn: arn,
      addresses: ipAddresses,
    });
  });

  const refused: [string, Partial<GlobalAcceleratorArgs>][] = [
    ["ipAddresses must hold one or two addresses, got []", { ipAddresses: [] }],
    [
      'ipAddresses must hold one or two addresses, got ["192.0.2.1","192.0.2.2","192.0.2.3"]',
      { ipAddresses: ["192.0.2.1", "192.0.2.2", "192.0.2.3"] },
    ],
    ['ipAddresses must be IPv4 addresses, got "2001:db8::1"', { ipAddresses: ["2001:db8::1"] }],
    [
      'ipAddresses must not repeat an address, got ["192.0.2.1","192.0.2.1"]',
      { ipAddresses: ["192.0.2.1", "192.0.2.1"] },
    ],
    ["logRetentionDays must be a whole number of days, 1 or more, got 0", { logRetentionDays: 0 }],
    ["listeners must hold 1 to 10 listeners, got 0", { listeners: {} }],
  ];
  for (const [sentence, args] of refused) {
    it(`refuses: ${sentence}`, () =>
      assert.rejects(make(args), { message: `global accelerator "front": ${sentence}` }));
  }

  it("refuses a name that AWS would not take", () =>
    assert.rejects(
      record(() => new GlobalAccelerator("a.b", web)),
      {
        message:
          'global accelerator "a.b": name must be at most 42 letters, digits and hyphens, as the accelerator is called after it, got "a.b"',
      },
    ));
});
