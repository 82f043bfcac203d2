import assert from "node:assert/strict";
import { Certificate, type CertificateArgs } from "../../components/certificate";
import { record } from "../../planner/record";

const make = (args: Partial<CertificateArgs> = {}) =>
  record(() => new Certificate("shop", { domainName: "example.com", zoneId: "Z123", ...args }));

describe("Certificate", () => {
  it("asks for a certificate that DNS proves, in the provider's region", async () => {
    const plan = await make();
    assert.deepEqual(plan.get("shop-certificate").inputs, {
      domainName: "example.com",
      validationMethod: "DNS",
      tags: { Name: "shop" },
    });
  });

  it("makes the record that ACM asks for", async () => {
    const plan = await make();
    const [option] = Object(plan.get("shop-certificate").outputs.domainValidationOptions);
    assert.match(option.resourceRecordName, /^_\w+\.example\.com\.$/);
    assert.deepEqual(plan.get("shop-proof-example.com").inputs, {
      zoneId: "Z123",
      name: option.resourceRecordName,
      type: "CNAME",
      records: [option.resourceRecordValue],
      ttl: 300,
      allowOverwrite: true,
    });
  });

  it("proves a name and its wildcard by one record, and each other name by its own", async () => {
    const plan = await make({ subjectAlternativeNames: ["*.example.com", "example.org", "api.example.com"] });
    assert.deepEqual(plan.get("shop-certificate").inputs.subjectAlternativeNames, [
      "*.example.com",
      "example.org",
      "api.example.com",
    ]);
    const proofs = ["shop-proof-api.example.com", "shop-proof-example.com", "shop-proof-example.org"];
    assert.deepEqual(plan.names("aws:route53/record:Record"), proofs);
    for (const proof of proofs) {
      const domain = proof.replace("shop-proof-", "");
      assert.ok(String(plan.get(proof).inputs.name).endsWith(`.${domain}.`), `${proof} is for ${domain}`);
    }
  });

  it("proves each name in its own zone, where zones are said", async () => {
    const plan = await make({
      subjectAlternativeNames: ["*.example.org", "www.example.com"],
      zoneIds: { "*.example.org": "Z456" },
    });
    const zoneOf = (domain: string) => plan.get(`shop-proof-${domain}`).inputs.zoneId;
    assert.deepEqual(["example.com", "example.org", "www.example.com"].map(zoneOf), ["Z123", "Z456", "Z123"]);
  });

  it("proves a lone wildcard by the record of the name below it", async () => {
    const plan = await make({ domainName: "*.example.com" });
    assert.deepEqual(plan.names("aws:route53/record:Record"), ["shop-proof-example.com"]);
  });

  it("gives its ARN only when it is proven", async () => {
    const plan = await make();
    const validation = plan.get("shop-validation");
    assert.deepEqual(validation.inputs, {
      certificateArn: plan.get("shop-certificate").outputs.arn,
      validationRecordFqdns: [plan.get("shop-proof-example.com").outputs.fqdn],
    });
    assert.deepEqual(plan.get("shop").outputs, { certificateArn: validation.outputs.certificateArn });
  });

  it("stands in another region if told, with its validation", async () => {
    const plan = await make({ region: "us-east-1" });
    assert.equal(plan.get("shop-certificate").inputs.region, "us-east-1");
    assert.equal(plan.get("shop-validation").inputs.region, "us-east-1");
  });

  it("calls for help when it was not renewed in time, where it is, and tells nobody unless told", async () => {
    const plan = await make({ region: "us-east-1" });
    assert.deepEqual(plan.get("shop-expiry").inputs, {
      alarmDescription: "The certificate expires within 30 days, and was not renewed",
      namespace: "AWS/CertificateManager",
      metricName: "DaysToExpiry",
      dimensions: { CertificateArn: plan.get("shop-validation").outputs.certificateArn },
      statistic: "Minimum",
      period: 86400,
      evaluationPeriods: 1,
      comparisonOperator: "LessThanOrEqualToThreshold",
      threshold: 30,
      treatMissingData: "ignore",
      region: "us-east-1",
    });
    assert.deepEqual(plan.ofType("aws:sns/topic:Topic"), []);
    const told = await make({ alarms: { daysToExpiry: 10, notify: { topicArn: "arn:aws:sns:t" } } });
    const { threshold, alarmActions } = told.get("shop-expiry").inputs;
    assert.deepEqual([threshold, alarmActions], [10, ["arn:aws:sns:t"]]);
    assert.deepEqual((await make({ alarms: "none" })).ofType("aws:cloudwatch/metricAlarm:MetricAlarm"), []);
  });

  const long = `${"a".repeat(60)}.com`;
  const longer = `${`${"a".repeat(50)}.`.repeat(5)}com`;
  const refused: [string, Partial<CertificateArgs>][] = [
    [
      'domainName must be a domain name in lower case of at most 64 characters, got "Example.com"',
      { domainName: "Example.com" },
    ],
    [
      'domainName must be a domain name in lower case of at most 64 characters, got "localhost"',
      { domainName: "localhost" },
    ],
    [
      'domainName must be a domain name in lower case of at most 64 characters, got "a.*.com"',
      { domainName: "a.*.com" },
    ],
    [
      `domainName must be a domain name in lower case of at most 64 characters, got "${long}.uk"`,
      { domainName: `${long}.uk` },
    ],
    [
      `subjectAlternativeNames must be a domain name in lower case of at most 253 characters, got "${longer}"`,
      { subjectAlternativeNames: [longer] },
    ],
    [
      'subjectAlternativeNames must not repeat a name, got "example.com"',
      { subjectAlternativeNames: ["www.example.com", "example.com"] },
    ],
    ["alarms.daysToExpiry must be a whole number of days between 1 and 44, got 45", { alarms: { daysToExpiry: 45 } }],
    [
      'alarms.notify.email must be an address such as "operations@example.com", got "me"',
      { alarms: { notify: { email: "me" } } },
    ],
    ['zoneId must be a hosted zone id such as Z0123456789ABCDEFGHIJ, got "example.com"', { zoneId: "example.com" }],
    [
      'zoneIds.example.org must be a hosted zone id such as Z0123456789ABCDEFGHIJ, got "example.com"',
      { subjectAlternativeNames: ["example.org"], zoneIds: { "example.org": "example.com" } },
    ],
    ['zoneIds must be of names on the certificate, got "example.org"', { zoneIds: { "example.org": "Z456" } }],
  ];
  for (const [sentence, args] of refused) {
    it(`refuses: ${sentence.slice(0, 100)}`, () =>
      assert.rejects(make(args), { message: `certificate "shop": ${sentence}` }));
  }

  it("takes a first name of 64 characters", async () => {
    const plan = await make({ domainName: long });
    assert.equal(long.length, 64);
    assert.equal(plan.get("shop-certificate").inputs.domainName, long);
  });
});
