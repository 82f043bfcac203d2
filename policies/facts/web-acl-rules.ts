import type { Resource, StackResource } from "../resource";
import type { Stack } from "../rule";
import { membersOf, type Place, written } from "./property-paths";
import { named } from "./references";
import { asText, at, UNKNOWN } from "./value";
import { aclKind } from "./web-acls";

export const webAclType = "aws:wafv2/webAcl:WebAcl";
export const ruleGroupType = "aws:wafv2/ruleGroup:RuleGroup";
/** A rule that is a resource of its own. */
export const webAclRuleType = "aws:wafv2/webAclRule:WebAclRule";
/** A group of rules that another resource gives to a web ACL. */
export const groupAssociationType = "aws:wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation";

/** A rule of AWS WAF, in the provider's shape wherever it is written. */
export interface AclRule {
  /** As a message names it: `rules[0]`. */
  readonly place: string;
  /** The way to it; none for one that is written as JSON. */
  readonly path?: Place;
  readonly rule: unknown;
}

export interface AclRules {
  readonly rules: readonly AclRule[];
  /** What must be known to tell all of them, as a message names it. */
  readonly unknown?: string;
}

/** The rules that a web ACL, a rule group, or a resource that gives one to an ACL, says itself. */
export function ownRules({ type, props }: Pick<Resource, "type" | "props">): AclRules {
  if (type === webAclRuleType) return { rules: [{ place: "it", path: [], rule: props }] };
  if (type === groupAssociationType) return { rules: [{ place: "it", path: [], rule: ofAssociation(props) }] };
  const { members, unknownLists } = membersOf(props, [], "rules");
  const listed = members.map(({ value, place }): AclRule => ({ place: written(place), path: place, rule: value }));
  const property = type === ruleGroupType ? "rulesJson" : "ruleJson";
  const json = asText(at(props, property));
  const unknown = json === UNKNOWN ? property : unknownLists[0];
  if (typeof json !== "string") return { rules: listed, ...(unknown && { unknown }) };
  const parsed = parsedRules(json).map((rule, index): AclRule => ({ place: `${property}[${index}]`, rule }));
  return { rules: [...listed, ...parsed], ...(unknown && { unknown }) };
}

/** What other resources of a stack add to its web ACLs. */
export interface AddedRules {
  readonly byAcl: ReadonlyMap<StackResource, readonly AclRule[]>;
  /** True when one of them adds to a web ACL that cannot be told yet. */
  readonly isVague: boolean;
}

export function addedRules(stack: Stack): AddedRules {
  const byAcl = new Map<StackResource, AclRule[]>();
  let isVague = false;
  for (const adder of stack.ofType(webAclRuleType, groupAssociationType)) {
    const acls = named(stack, adder, "webAclArn", at(adder.props, "webAclArn"), aclKind);
    if (acls.length === 0 && at(adder.props, "webAclArn") === UNKNOWN) isVague = true;
    const rules = ownRules(adder).rules.map((one) => ({ ...one, place: `"${adder.name}"` }));
    for (const acl of acls) {
      const others = byAcl.get(acl);
      if (others) others.push(...rules);
      else byAcl.set(acl, [...rules]);
    }
  }
  return { byAcl, isVague };
}

/** An association says in other words what the rule says that it makes. */
function ofAssociation(props: unknown): unknown {
  const override = asText(at(props, "overrideAction"));
  return {
    statement: {
      managedRuleGroupStatement: at(props, "managedRuleGroup"),
      ruleGroupReferenceStatement: at(props, "ruleGroupReference"),
    },
    overrideAction: override === UNKNOWN ? UNKNOWN : { [override ?? "none"]: {} },
    visibilityConfig: at(props, "visibilityConfig"),
  };
}

/** JSON is in the words of AWS's API: `Statement`, `ManagedRuleGroupStatement`. */
function parsedRules(json: string): unknown[] {
  try {
    const rules: unknown = inProvidersWords(JSON.parse(json));
    return Array.isArray(rules) ? rules : [rules];
  } catch {
    return [];
  }
}

function inProvidersWords(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(inProvidersWords);
  const entries = Object.entries(value).map(([key, member]) => {
    const word = key.charAt(0).toLowerCase() + key.slice(1);
    return [word.replace("cloudWatchMetrics", "cloudwatchMetrics"), inProvidersWords(member)];
  });
  return Object.fromEntries(entries);
}
