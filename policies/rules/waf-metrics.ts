import { type Place, pathTo, written } from "../facts/property-paths";
import { asBoolean, at, few, UNKNOWN } from "../facts/value";
import { groupAssociationType, ownRules, ruleGroupType, webAclRuleType, webAclType } from "../facts/web-acl-rules";
import type { Resource } from "../resource";
import { type Change, rule } from "../rule";

export const wafMetrics = rule({
  name: "waf-metrics",
  displayName: "Web ACLs count requests",
  description: "Every web ACL and rule group of AWS WAF, and every rule of one, has CloudWatch metrics.",
  why: "Without metrics no alarm tells of an attack, and no graph whether a rule ever matches.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/waf-controls.html#waf-12",
  remediationSteps: "Set cloudwatchMetricsEnabled of each visibilityConfig to true.",
  controls: { fsbp: ["WAF.12"] },
  types: [webAclType, ruleGroupType, webAclRuleType, groupAssociationType],
  resource({ resource, deny, undecided }) {
    const { places, unknown } = visibilities(resource);
    if (unknown) undecided(unknown);
    const off: string[] = [];
    for (const { name, enabled } of places) {
      if (enabled === UNKNOWN) undecided(name);
      else if (!enabled) off.push(name);
    }
    if (off.length > 0) deny(`${few(off)} ${off.length > 1 ? "are" : "is"} not true; set it`);
  },
  remediate(resource) {
    return visibilities(resource).places.flatMap(({ path, enabled }): Change[] =>
      path && enabled !== UNKNOWN && !enabled ? [{ path, value: true }] : [],
    );
  },
});

/** Where metrics are turned on or off: a rule that says nothing of them AWS refuses, and an association then has them. */
function visibilities(resource: Resource) {
  const { rules, unknown } = ownRules(resource);
  const isOne = resource.type === webAclRuleType || resource.type === groupAssociationType;
  const whole = isOne ? [] : [{ place: "it", path: [] as Place, rule: resource.props as unknown }];
  const places = [...whole, ...rules].flatMap(({ place, path, rule: said }) => {
    const visibility = at(said, "visibilityConfig");
    if (visibility === undefined) return [];
    const change = path && pathTo(pathTo(path, "visibilityConfig"), "cloudwatchMetricsEnabled");
    const name = change ? written(change) : `visibilityConfig.cloudwatchMetricsEnabled of ${place}`;
    return [{ name, path: change, enabled: asBoolean(at(visibility, "cloudwatchMetricsEnabled")) }];
  });
  return { places, unknown };
}
