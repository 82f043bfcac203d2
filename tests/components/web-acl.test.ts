import assert from "node:assert/strict";
import { WebAcl, type WebAclArgs } from "../../components/web-acl";
import { record } from "../../planner/record";

const make = (args: Partial<WebAclArgs> = {}, environment: "dev" | "prod" = "dev") =>
  record(() => new WebAcl("shop", { scope: "regional", ...args }), { environment });

const rulesOf = async (args: Partial<WebAclArgs>) => {
  const plan = await make(args);
  return plan.get("shop-acl").inputs.rules as unknown as Record<string, unknown>[];
};
const visible = (metricName: string) => ({ metricName, cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true });

describe("WebAcl", () => {
  it("limits each address, then asks AWS's rules, the cheap ones first", async () => {
    const plan = await make();
    const group = (name: string, priority: number) => ({
      name,
      priority,
      overrideAction: { none: {} },
      statement: { managedRuleGroupStatement: { vendorName: "AWS", name } },
      visibilityConfig: visible(name),
    });
    assert.deepEqual(plan.get("shop-acl").inputs, {
      scope: "REGIONAL",
      defaultAction: { allow: {} },
      rules: [
        {
          name: "rate-limit",
          priority: 0,
          action: { block: {} },
          statement: { rateBasedStatement: { limit: 2000, evaluationWindowSec: 300, aggregateKeyType: "IP" } },
          visibilityConfig: visible("rate-limit"),
        },
        group("AWSManagedRulesAmazonIpReputationList", 1),
        group("AWSManagedRulesCommonRuleSet", 2),
        group("AWSManagedRulesKnownBadInputsRuleSet", 3),
      ],
      visibilityConfig: visible("shop"),
      dataProtectionConfig: {
        dataProtections: [
          { action: "SUBSTITUTION", field: { fieldType: "SINGLE_HEADER", fieldKeys: ["authorization", "cookie"] } },
        ],
      },
      tags: { Name: "shop" },
    });
  });

  it("tells its ARN and nothing else", async () => {
    const plan = await make();
    assert.deepEqual(plan.get("shop").outputs, { webAclArn: plan.get("shop-acl").outputs.arn });
  });

  it("stands in us-east-1 with all its parts when it is CloudFront's", async () => {
    const plan = await make({ scope: "cloudfront", allowAddresses: ["192.0.2.0/24"] });
    for (const part of ["shop-acl", "shop-allow-ipv4", "shop-logs", "shop-logging"]) {
      assert.equal(plan.get(part).inputs.region, "us-east-1", part);
    }
    assert.equal(plan.get("shop-acl").inputs.scope, "CLOUDFRONT");
    assert.equal(plan.get("shop-allow-ipv4").inputs.scope, "CLOUDFRONT");
  });

  it("asks after addresses and countries before all else", async () => {
    const plan = await make({
      allowAddresses: ["192.0.2.0/24", "2001:db8::/32", "198.51.100.7/32"],
      blockAddresses: ["203.0.113.0/24"],
      blockCountries: ["KP", "CU"],
      managedGroups: [],
    });
    const arnOf = (set: string) => plan.get(set).outputs.arn;
    assert.deepEqual(plan.get("shop-allow-ipv4").inputs, {
      scope: "REGIONAL",
      ipAddressVersion: "IPV4",
      addresses: ["192.0.2.0/24", "198.51.100.7/32"],
      tags: { Name: "shop-allow-ipv4" },
    });
    assert.deepEqual(plan.get("shop-allow-ipv6").inputs, {
      scope: "REGIONAL",
      ipAddressVersion: "IPV6",
      addresses: ["2001:db8::/32"],
      tags: { Name: "shop-allow-ipv6" },
    });
    const rules = plan.get("shop-acl").inputs.rules as unknown as Record<string, unknown>[];
    assert.deepEqual(
      rules.map(({ name, priority, action, statement }) => ({ name, priority, action, statement })).slice(0, 3),
      [
        {
          name: "allow-addresses",
          priority: 0,
          action: { allow: {} },
          statement: {
            orStatement: {
              statements: [
                { ipSetReferenceStatement: { arn: arnOf("shop-allow-ipv4") } },
                { ipSetReferenceStatement: { arn: arnOf("shop-allow-ipv6") } },
              ],
            },
          },
        },
        {
          name: "block-addresses",
          priority: 1,
          action: { block: {} },
          statement: { ipSetReferenceStatement: { arn: arnOf("shop-block-ipv4") } },
        },
        {
          name: "block-countries",
          priority: 2,
          action: { block: {} },
          statement: { geoMatchStatement: { countryCodes: ["KP", "CU"] } },
        },
      ],
    );
    assert.equal(rules.length, 4);
  });

  it("lets only the allowed in, if it blocks all others", async () => {
    const plan = await make({ allowAddresses: ["192.0.2.0/24"], defaultAction: "block", rateLimit: "none" });
    assert.deepEqual(plan.get("shop-acl").inputs.defaultAction, { block: {} });
  });

  it("only counts when it is tried out, but lets the allowed pass", async () => {
    const rules = await rulesOf({ mode: "count", allowAddresses: ["192.0.2.0/24"], managedGroups: ["linux"] });
    assert.deepEqual(
      rules.map(({ name, action, overrideAction }) => ({ name, action, overrideAction })),
      [
        { name: "allow-addresses", action: { allow: {} }, overrideAction: undefined },
        { name: "rate-limit", action: { count: {} }, overrideAction: undefined },
        { name: "AWSManagedRulesLinuxRuleSet", action: undefined, overrideAction: { count: {} } },
      ],
    );
  });

  it("has no rules but its own where no group and no limit is wanted", async () => {
    assert.deepEqual(await rulesOf({ managedGroups: [], rateLimit: "none", blockCountries: ["KP"] }), [
      {
        name: "block-countries",
        priority: 0,
        action: { block: {} },
        statement: { geoMatchStatement: { countryCodes: ["KP"] } },
        visibilityConfig: visible("block-countries"),
      },
    ]);
  });

  it("says when its rules are so many that AWS charges more", async () => {
    const said = await warnings({
      managedGroups: ["commonRuleSet", "knownBadInputs", "sqlDatabase", "linux", "windows"],
    });
    assert.equal(said.length, 1);
    assert.match(String(said[0]), /web ACL "shop" needs 1502 capacity units: above 1500, AWS charges more for each/);
  });

  it("says nothing as long as it is within what every request pays for", async () => {
    const within = ["commonRuleSet", "knownBadInputs", "sqlDatabase", "linux", "php"] as const;
    assert.deepEqual(await warnings({ managedGroups: within }), []);
  });

  const refused: [string, Partial<WebAclArgs>][] = [
    ['allowAddresses must be an IPv4 or IPv6 range in CIDR form, got "192.0.2.1"', { allowAddresses: ["192.0.2.1"] }],
    ['blockAddresses must be an IPv4 or IPv6 range in CIDR form, got "everyone"', { blockAddresses: ["everyone"] }],
    [
      'blockAddresses must not be everyone: AWS takes no range of prefix 0, got "0.0.0.0/0"',
      { blockAddresses: ["0.0.0.0/0"] },
    ],
    [
      'blockAddresses must not repeat a range, got "192.0.2.0/24"',
      { blockAddresses: ["192.0.2.0/24", "198.51.100.0/24", "192.0.2.0/24"] },
    ],
    ["allowAddresses must be at most 10000 ranges, got 10001", { allowAddresses: Array(10001).fill("192.0.2.0/24") }],
    [
      'blockCountries must be a country\'s ISO 3166 code of two capital letters, perhaps "GB", got "UK"',
      { blockCountries: ["DE", "UK"] },
    ],
    ['blockCountries must not repeat a country, got "KP"', { blockCountries: ["KP", "CU", "KP"] }],
    ['defaultAction must be "allow" where mode is "count", got "block"', { mode: "count", defaultAction: "block" }],
  ];
  for (const [sentence, args] of refused) {
    it(`refuses: ${sentence}`, () => assert.rejects(make(args), { message: `web ACL "shop": ${sentence}` }));
  }

  for (const name of ["my acl", "All", "Default_Action", "a".repeat(101)]) {
    it(`refuses the name ${name.slice(0, 20)}, after which no metric can be called`, () =>
      assert.rejects(
        record(() => new WebAcl(name, { scope: "regional" })),
        {
          message: `web ACL "${name}": name must be at most 100 letters, digits, - and _, as its metrics are called after it, got "${name}"`,
        },
      ));
  }
});

/** What the program logs as warnings; the SDK writes them to the console where no engine listens. */
async function warnings(args: Partial<WebAclArgs>): Promise<unknown[]> {
  const said: unknown[] = [];
  const { warn } = console;
  console.warn = (text: unknown) => said.push(text);
  try {
    await make(args);
    return said;
  } finally {
    console.warn = warn;
  }
}
