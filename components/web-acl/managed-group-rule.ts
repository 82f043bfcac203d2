import type { ArgumentCheck } from "../argument-checks";
import { type ManagedGroupName, type ManagedRuleName, managedGroupNames, managedGroups } from "./managed-groups";
import type { AclRule, Statement } from "./rule";

/** One of AWS's groups of rules: its name alone, or with what is different here. */
export type ManagedGroup = { [Group in ManagedGroupName]: Group | TunedGroup<Group> }[ManagedGroupName];

/** A group of rules with what is different here. */
export type TunedGroup<Group extends ManagedGroupName> = {
  readonly group: Group;
  /** The rules that only count what they match, by AWS's names, or `"all"` of them. @default none: they block */
  readonly count?: "all" | readonly ManagedRuleName<Group>[];
  /**
   * The beginnings of paths that the group does not look at, e.g. `/upload`. A path is compared as the server will read
   * it, decoded and without `..`. @default none
   */
  readonly exceptPaths?: readonly string[];
} & (Group extends "botControl" ? BotControl : unknown);

interface BotControl {
  /**
   * How closely bots are looked for. `"targeted"` also finds those that pose as browsers, by challenges that need a
   * browser to answer them, and costs ten times as much. @default "common"
   */
  readonly inspectionLevel?: "common" | "targeted";
}

/** The group as it is used once checked. */
interface GroupSettings {
  readonly group: ManagedGroupName;
  readonly count?: "all" | readonly string[];
  readonly exceptPaths?: readonly string[];
  readonly inspectionLevel?: "common" | "targeted";
}

/**
 * The rules of the groups, in the order in which AWS is to ask them, whatever the order of the argument.
 *
 * @throws when a group is unknown or said twice, or one of its rules or paths is none.
 */
export function managedGroupRules(check: ArgumentCheck, chosen: readonly ManagedGroup[]): AclRule[] {
  const groups = chosen.map((one): GroupSettings => (typeof one === "string" ? { group: one } : one));
  groups.forEach(({ group }, index) => {
    check(managedGroupNames.includes(group), "managedGroups", `must be of ${managedGroupNames.join(", ")}`, group);
    const isFirst = groups.findIndex((other) => other.group === group) === index;
    check(isFirst, "managedGroups", "must not repeat a group", group);
  });
  return managedGroupNames.flatMap((name) => {
    const settings = groups.find(({ group }) => group === name);
    return settings ? [groupRule(check, settings)] : [];
  });
}

function groupRule(check: ArgumentCheck, settings: GroupSettings): AclRule {
  const { group, count = [], exceptPaths = [] } = settings;
  const { name, capacity, rules } = managedGroups[group];
  const argument = `managedGroups.${group}`;
  const unknown = count === "all" ? undefined : count.find((rule) => !rules.some((known) => known === rule));
  // AWS ignores the name of a rule that is not there, and the rule that was meant goes on blocking.
  // https://docs.aws.amazon.com/waf/latest/APIReference/API_RuleActionOverride.html
  check(unknown === undefined, `${argument}.count`, `must name rules of ${name} (${rules.join(", ")})`, unknown);
  const hasLevels = group === "botControl" || settings.inspectionLevel === undefined;
  check(hasLevels, `${argument}.inspectionLevel`, "must be left out of all but botControl", settings.inspectionLevel);
  for (const path of exceptPaths) {
    const isPath = /^\/\S{0,199}$/.test(path);
    check(isPath, `${argument}.exceptPaths`, "must begin with / and have at most 200 characters", path);
  }
  return {
    name,
    action: count === "all" ? "countGroup" : "group",
    statement: {
      managedRuleGroupStatement: {
        vendorName: "AWS",
        name,
        ...(count !== "all" && count.length > 0 && { ruleActionOverrides: count.map(onlyCount) }),
        ...(exceptPaths.length > 0 && { scopeDownStatement: otherThan(exceptPaths) }),
        ...(group === "botControl" && { managedRuleGroupConfigs: [botControl(settings)] }),
      },
    },
    capacity: capacity + exceptPaths.length * pathCapacity,
  };
}

function onlyCount(name: string) {
  return { name, actionToUse: { count: {} } };
}

function botControl({ inspectionLevel = "common" }: GroupSettings) {
  return { awsManagedRulesBotControlRuleSet: { inspectionLevel: inspectionLevel.toUpperCase() } };
}

/**
 * Two units to compare the beginning of a text, ten for each of two transformations.
 * https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-string-match.html
 */
const pathCapacity = 22;

function otherThan(paths: readonly string[]): Statement {
  const [first, ...others] = paths.map(beginsWith);
  const matched = first && others.length === 0 ? [first] : [{ orStatement: { statements: paths.map(beginsWith) } }];
  // The provider takes a list here. The SDK's type is that of another resource with the same name, aws.wafv2.WebAclRule:
  // https://github.com/pulumi/pulumi-aws/issues/6546
  return { notStatement: { statements: matched } as object };
}

function beginsWith(path: string): Statement {
  return {
    byteMatchStatement: {
      fieldToMatch: { uriPath: {} },
      positionalConstraint: "STARTS_WITH",
      searchString: path,
      textTransformations: [
        { priority: 0, type: "URL_DECODE" },
        { priority: 1, type: "NORMALIZE_PATH" },
      ],
    },
  };
}
