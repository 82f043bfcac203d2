import assert from "node:assert/strict";
import { WebAcl } from "../../../components/web-acl";
import type { WebAclLogs } from "../../../components/web-acl/logs";
import { record } from "../../../planner/record";

const make = (logs?: WebAclLogs | "none", environment: "dev" | "prod" = "dev") =>
  record(() => new WebAcl("shop", { scope: "regional", logs }), { environment });

describe("the log of a web ACL", () => {
  it("goes to a group whose name WAF takes, without what proves who the sender is", async () => {
    const plan = await make();
    const { inputs } = plan.get("shop-logs");
    assert.deepEqual(inputs, {
      namePrefix: "aws-waf-logs-shop-",
      retentionInDays: 14,
      logGroupClass: "STANDARD",
      deletionProtectionEnabled: false,
      tags: { Name: "shop-logs" },
    });
    assert.match(String(plan.get("shop-logs").outputs.name), /^aws-waf-logs-shop-/);
    assert.deepEqual(plan.get("shop-logging").inputs, {
      resourceArn: plan.get("shop-acl").outputs.arn,
      logDestinationConfigs: [plan.get("shop-logs").outputs.arn],
      redactedFields: [{ singleHeader: { name: "authorization" } }, { singleHeader: { name: "cookie" } }],
    });
  });

  it("is kept for a year in prod, or as long as it is told, under a key of yours", async () => {
    const { retentionInDays } = (await make({}, "prod")).get("shop-logs").inputs;
    const told = (await make({ retentionDays: 90, kmsKeyArn: "arn:key" })).get("shop-logs").inputs;
    assert.equal(retentionInDays, 365);
    assert.deepEqual([told.retentionInDays, told.kmsKeyId], [90, "arn:key"]);
  });

  it("hides other headers and the query, in the log and in the samples", async () => {
    const plan = await make({ redact: { headers: ["x-api-key"], query: true } });
    assert.deepEqual(plan.get("shop-logging").inputs.redactedFields, [
      { singleHeader: { name: "x-api-key" } },
      { queryString: {} },
    ]);
    assert.deepEqual(plan.get("shop-acl").inputs.dataProtectionConfig, {
      dataProtections: [
        { action: "SUBSTITUTION", field: { fieldType: "SINGLE_HEADER", fieldKeys: ["x-api-key"] } },
        { action: "SUBSTITUTION", field: { fieldType: "QUERY_STRING" } },
      ],
    });
  });

  it("hides nothing only if nothing is named", async () => {
    const plan = await make({ redact: { headers: [] } });
    assert.equal(plan.get("shop-logging").inputs.redactedFields, undefined);
    assert.equal(plan.get("shop-acl").inputs.dataProtectionConfig, undefined);
  });

  it("can keep only what a rule matched", async () => {
    const plan = await make({ keep: "matched" });
    assert.deepEqual(plan.get("shop-logging").inputs.loggingFilter, {
      defaultBehavior: "DROP",
      filters: [
        {
          behavior: "KEEP",
          requirement: "MEETS_ANY",
          conditions: [
            { actionCondition: { action: "BLOCK" } },
            { actionCondition: { action: "COUNT" } },
            { actionCondition: { action: "EXCLUDED_AS_COUNT" } },
            { actionCondition: { action: "CAPTCHA" } },
            { actionCondition: { action: "CHALLENGE" } },
          ],
        },
      ],
    });
  });

  it("is left out only by name, and the samples still hide what is secret", async () => {
    const plan = await make("none");
    assert.deepEqual(plan.names("aws:cloudwatch/logGroup:LogGroup"), []);
    assert.deepEqual(plan.names("aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration"), []);
    assert.ok(plan.get("shop-acl").inputs.dataProtectionConfig);
  });

  const refused: [RegExp, WebAclLogs][] = [
    [/^web ACL "shop": logs\.retentionDays must be one of 1, 3, .*, 3653, got 2$/, { retentionDays: 2 }],
    [
      /^web ACL "shop": logs\.redact\.headers must be at most 64 letters in lower case, digits and hyphens, got "Cookie"$/,
      { redact: { headers: ["Cookie"] } },
    ],
    [
      /^web ACL "shop": logs\.redact\.headers must not repeat a header, got "cookie"$/,
      { redact: { headers: ["cookie", "x-key", "cookie"] } },
    ],
    [
      /^web ACL "shop": logs\.redact\.headers must be at most 99 headers, got 100$/,
      { redact: { headers: Array.from({ length: 100 }, (_, n) => `x-${n}`) } },
    ],
    [
      /^web ACL "shop": logs\.keep must be "all" or "matched", got "blocked"$/,
      { keep: String("blocked") as "matched" },
    ],
  ];
  for (const [message, logs] of refused) {
    it(`refuses: ${message.source.slice(0, 90)}`, () => assert.rejects(make(logs), { message }));
  }
});
