import assert from "node:assert/strict";
import { groupStops } from "../../../policies/facts/managed-rule-groups";
import { UNKNOWN } from "../../../policies/facts/value";
import { type AddedRules, webAclType } from "../../../policies/facts/web-acl-rules";
import { fake } from "./fake-stack";

const group = "AWSManagedRulesKnownBadInputsRuleSet";
const nothing: AddedRules = { byAcl: new Map(), isVague: false };
const rule = (more: object = {}, overrideAction: unknown = { none: {} }) => ({
  statement: { managedRuleGroupStatement: { name: group, ...more } },
  overrideAction,
});
const counted = (name: unknown) => rule({ ruleActionOverrides: [{ name, actionToUse: { count: {} } }] });
const verdict = (rules: unknown[], added = nothing) => groupStops(fake(webAclType, "web", { rules }), group, added);

describe("a managed group of a web ACL", () => {
  it("stops what it finds unless it counts, as a whole or for Log4Shell", () => {
    assert.deepEqual(verdict([rule()]), { stops: true });
    assert.deepEqual(verdict([counted("Host_localhost_HEADER")]), { stops: true });
    assert.deepEqual(verdict([rule({}, { count: {} })]), { stops: false });
    assert.deepEqual(verdict([counted("Log4JRCE_HEADER")]), { stops: false });
    assert.deepEqual(verdict([counted("Log4JRCE")]), { stops: false });
  });

  it("may be added by another resource, or by one that cannot be told", () => {
    const web = fake(webAclType, "web", {});
    const byAcl = new Map([[web, [{ place: '"bad"', rule: rule() }]]]);
    assert.deepEqual(groupStops(web, group, { byAcl, isVague: false }), { stops: true });
    assert.deepEqual(verdict([], { byAcl: new Map(), isVague: true }), {
      stops: UNKNOWN,
      doubt: "the webAclArn of a rule",
    });
  });

  it("is another one by another name", () => {
    assert.deepEqual(
      verdict([{ statement: { managedRuleGroupStatement: { name: "AWSManagedRulesCommonRuleSet" } } }]),
      {
        stops: false,
      },
    );
  });
});
