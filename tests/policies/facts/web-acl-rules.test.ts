import assert from "node:assert/strict";
import { UNKNOWN } from "../../../policies/facts/value";
import {
  addedRules,
  groupAssociationType,
  ownRules,
  ruleGroupType,
  webAclRuleType,
  webAclType,
} from "../../../policies/facts/web-acl-rules";
import { fake, fakeStack } from "./fake-stack";

const acl = (props: Record<string, unknown>) => ownRules({ type: webAclType, props });

describe("the rules of a web ACL", () => {
  it("are those of its list and of its JSON, whose words become the provider's", () => {
    const json = [
      {
        Name: "bad",
        Statement: { ManagedRuleGroupStatement: { VendorName: "AWS", Name: "AWSManagedRulesKnownBadInputsRuleSet" } },
        VisibilityConfig: { CloudWatchMetricsEnabled: true },
      },
    ];
    assert.deepEqual(acl({ rules: [{ name: "rate" }], ruleJson: JSON.stringify(json) }), {
      rules: [
        { place: "rules[0]", path: ["rules", 0], rule: { name: "rate" } },
        {
          place: "ruleJson[0]",
          rule: {
            name: "bad",
            statement: {
              managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesKnownBadInputsRuleSet" },
            },
            visibilityConfig: { cloudwatchMetricsEnabled: true },
          },
        },
      ],
    });
  });

  it("are none where nothing is said, or where the JSON is none, which AWS refuses", () => {
    for (const props of [{}, { rules: [] }, { ruleJson: "[]" }, { ruleJson: "{" }])
      assert.deepEqual(acl(props), { rules: [] });
  });

  it("tell what must be known", () => {
    assert.deepEqual(acl({ rules: UNKNOWN }), { rules: [], unknown: "rules" });
    assert.deepEqual(acl({ ruleJson: UNKNOWN }), { rules: [], unknown: "ruleJson" });
    assert.deepEqual(ownRules({ type: ruleGroupType, props: { rulesJson: UNKNOWN } }), {
      rules: [],
      unknown: "rulesJson",
    });
  });

  it("are also what other resources add, by reference and by ARN", () => {
    const web = fake(webAclType, "web", { arn: UNKNOWN });
    const api = fake(webAclType, "api", { arn: "arn:api" });
    const rate = fake(webAclRuleType, "rate", { name: "rate", webAclArn: UNKNOWN }, { webAclArn: [web] });
    const managedRuleGroup = { name: "AWSManagedRulesCommonRuleSet" };
    const common = fake(groupAssociationType, "common", {
      webAclArn: "arn:api",
      managedRuleGroup,
      overrideAction: "count",
    });
    const { byAcl, isVague } = addedRules(fakeStack(web, api, rate, common));
    assert.equal(isVague, false);
    assert.deepEqual(byAcl.get(web), [{ place: '"rate"', path: [], rule: rate.props }]);
    assert.deepEqual(byAcl.get(api), [
      {
        place: '"common"',
        path: [],
        rule: {
          statement: { managedRuleGroupStatement: managedRuleGroup, ruleGroupReferenceStatement: undefined },
          overrideAction: { count: {} },
          visibilityConfig: undefined,
        },
      },
    ]);
  });

  it("may be added to an ACL that cannot be told", () => {
    const { byAcl, isVague } = addedRules(fakeStack(fake(webAclRuleType, "rate", { webAclArn: UNKNOWN })));
    assert.deepEqual([byAcl.size, isVague], [0, true]);
  });
});
