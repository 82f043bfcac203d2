import type { StackResource } from "../resource";
import { stated } from "./stated";
import { allOf, anyOf, known, not } from "./three-valued";
import { asList, asText, at, UNKNOWN, type Unknown } from "./value";
import { type AddedRules, ownRules } from "./web-acl-rules";

/** Whether a web ACL stops what a managed group finds. */
export interface GroupVerdict {
  /** `UNKNOWN` while it is not known what one of its rules says, or whether there are more rules. */
  readonly stops: boolean | Unknown;
  /** What must be known to tell, as a message names it. */
  readonly doubt?: string;
}

/** Whether a web ACL stops what a managed group finds: by a rule inside, or by one that another resource adds. */
export function groupStops(acl: StackResource, group: string, { byAcl, isVague }: AddedRules): GroupVerdict {
  const { rules, unknown } = ownRules(stated(acl));
  const stops = anyOf([...rules, ...(byAcl.get(acl) ?? [])].map(({ rule }) => ruleStops(rule, group)));
  if (stops === UNKNOWN) return { stops, doubt: "what one of its rules says" };
  const doubt = unknown ?? (isVague ? "the webAclArn of a rule" : undefined);
  return stops === false && doubt ? { stops: UNKNOWN, doubt } : { stops };
}

/** A rule that counts stops nothing: as a whole, or for Log4Shell, which is what the groups are asked for most. */
function ruleStops(said: unknown, group: string): boolean | Unknown {
  const statement = at(said, "statement", "managedRuleGroupStatement");
  const override = at(said, "overrideAction");
  const overrides = asList(at(statement, "ruleActionOverrides"));
  const isCounted = override === UNKNOWN ? UNKNOWN : at(override, "count") !== undefined;
  return allOf([
    known(asText(at(statement, "name")), (name) => name === group),
    not(isCounted),
    not(overrides === UNKNOWN ? UNKNOWN : anyOf(overrides.map(letsLog4Shell))),
  ]);
}

/** The rules against Log4Shell are one for each part of a request: `Log4JRCE_HEADER`. */
function letsLog4Shell(override: unknown): boolean | Unknown {
  const action = at(override, "actionToUse");
  const lets = action === UNKNOWN ? UNKNOWN : ["count", "allow"].some((name) => at(action, name) !== undefined);
  return allOf([known(asText(at(override, "name")), (name) => /^Log4JRCE/i.test(name ?? "")), lets]);
}
