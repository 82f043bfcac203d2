import assert from "node:assert/strict";
import fc from "fast-check";
import { WebAcl, type WebAclArgs } from "../../../components/web-acl";
import type { ManagedGroup } from "../../../components/web-acl/managed-group-rule";
import { managedGroupNames, managedGroups } from "../../../components/web-acl/managed-groups";
import { record } from "../../../planner/record";

const make = (chosen: readonly unknown[]) =>
  record(
    () =>
      new WebAcl("shop", {
        scope: "regional",
        rateLimit: "none",
        logs: "none",
        managedGroups: chosen as WebAclArgs["managedGroups"],
      }),
  );
const groupsOf = async (...chosen: ManagedGroup[]) => {
  const plan = await make(chosen);
  const rules = plan.get("shop-acl").inputs.rules as unknown as { statement: { managedRuleGroupStatement: unknown } }[];
  return rules.map(({ statement }) => Object(statement.managedRuleGroupStatement));
};

describe("the groups of AWS in a web ACL", () => {
  it("are asked in one order, however they are written", () =>
    fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(managedGroupNames), async (chosen) => {
        const asked = (await groupsOf(...chosen)).map(({ name }) => name);
        const inOrder = managedGroupNames.filter((group) => chosen.includes(group));
        assert.deepEqual(
          asked,
          inOrder.map((group) => managedGroups[group].name),
        );
      }),
      { numRuns: 20 },
    ));

  it("can have rules that only count", async () => {
    const [group] = await groupsOf({
      group: "commonRuleSet",
      count: ["SizeRestrictions_BODY", "GenericRFI_BODY"],
    });
    assert.deepEqual(group, {
      vendorName: "AWS",
      name: "AWSManagedRulesCommonRuleSet",
      ruleActionOverrides: [
        { name: "SizeRestrictions_BODY", actionToUse: { count: {} } },
        { name: "GenericRFI_BODY", actionToUse: { count: {} } },
      ],
    });
  });

  it("can only count as a whole", async () => {
    const plan = await make([{ group: "anonymousIp", count: "all" }]);
    const [rule] = plan.get("shop-acl").inputs.rules as unknown as Record<string, unknown>[];
    assert.deepEqual(rule?.overrideAction, { count: {} });
  });

  const path = (searchString: string) => ({
    byteMatchStatement: {
      fieldToMatch: { uriPath: {} },
      positionalConstraint: "STARTS_WITH",
      searchString,
      textTransformations: [
        { priority: 0, type: "URL_DECODE" },
        { priority: 1, type: "NORMALIZE_PATH" },
      ],
    },
  });

  it("can leave a path out, as the server reads it", async () => {
    const [group] = await groupsOf({ group: "sqlDatabase", exceptPaths: ["/upload"] });
    assert.deepEqual(group.scopeDownStatement, { notStatement: { statements: [path("/upload")] } });
  });

  it("can leave several paths out", async () => {
    const [group] = await groupsOf({ group: "sqlDatabase", exceptPaths: ["/upload", "/import"] });
    assert.deepEqual(group.scopeDownStatement, {
      notStatement: { statements: [{ orStatement: { statements: [path("/upload"), path("/import")] } }] },
    });
  });

  it("look for bots that say so, or for those that do not", async () => {
    const level = (inspectionLevel: string) => [{ awsManagedRulesBotControlRuleSet: { inspectionLevel } }];
    const [common] = await groupsOf("botControl");
    const [targeted] = await groupsOf({ group: "botControl", inspectionLevel: "targeted" });
    assert.deepEqual(common.managedRuleGroupConfigs, level("COMMON"));
    assert.deepEqual(targeted.managedRuleGroupConfigs, level("TARGETED"));
  });

  it("are typed: no rule of another group, no level but of bot control", () => {
    // @ts-expect-error a rule of knownBadInputs
    const rule: ManagedGroup = { group: "commonRuleSet", count: ["Log4JRCE_BODY"] };
    // @ts-expect-error only botControl has levels
    const level: ManagedGroup = { group: "linux", inspectionLevel: "common" };
    assert.ok(rule && level);
  });

  const names = managedGroupNames.join(", ");
  const refused: [string, readonly unknown[]][] = [
    [`managedGroups must be of ${names}, got "owasp"`, ["owasp"]],
    ['managedGroups must not repeat a group, got "linux"', ["linux", "posix", { group: "linux", count: "all" }]],
    [
      'managedGroups.linux.count must name rules of AWSManagedRulesLinuxRuleSet (LFI_URIPATH, LFI_QUERYSTRING, LFI_HEADER), got "LFI_BODY"',
      [{ group: "linux", count: ["LFI_HEADER", "LFI_BODY"] }],
    ],
    [
      'managedGroups.linux.inspectionLevel must be left out of all but botControl, got "targeted"',
      [{ group: "linux", inspectionLevel: "targeted" }],
    ],
    [
      'managedGroups.linux.exceptPaths must begin with / and have at most 200 characters, got "upload"',
      [{ group: "linux", exceptPaths: ["upload"] }],
    ],
    [
      "managedGroups must need at most 5000 capacity units with the other rules, got 5225",
      [{ group: "commonRuleSet", exceptPaths: Array.from({ length: 150 }, (_, n) => `/${n}`) }, ...allBut("php")],
    ],
  ];
  for (const [sentence, chosen] of refused) {
    it(`refuse: ${sentence.slice(0, 110)}`, () =>
      assert.rejects(make(chosen), { message: `web ACL "shop": ${sentence}` }));
  }
});

function allBut(left: string) {
  return managedGroupNames.filter((name) => name !== "commonRuleSet" && name !== left);
}
