import type * as aws from "@pulumi/aws";

/** What a rule looks at. */
export type Statement = aws.types.input.wafv2.WebAclRuleStatement;

/** A rule of a web ACL, before it has its place in the order. */
export interface AclRule {
  /** The name, also that of its metric. */
  readonly name: string;
  /** What is done with a request that it matches; what a group of AWS does, its own rules say. */
  readonly action: "allow" | "block" | "count" | "group" | "countGroup";
  readonly statement: Statement;
  /** The capacity units that it takes. */
  readonly capacity: number;
}

/** The rule as a web ACL states it. AWS asks the lowest priority first. */
export function ruleInput({ name, action, statement }: AclRule, priority: number): aws.types.input.wafv2.WebAclRule {
  return { name, priority, ...actionInput(action), statement, visibilityConfig: visibility(name) };
}

/** Metrics of what a rule or a whole web ACL matches, and a sample of the requests. */
export function visibility(metricName: string): aws.types.input.wafv2.WebAclVisibilityConfig {
  return { metricName, cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true };
}

function actionInput(action: AclRule["action"]): Pick<aws.types.input.wafv2.WebAclRule, "action" | "overrideAction"> {
  switch (action) {
    case "allow":
      return { action: { allow: {} } };
    case "block":
      return { action: { block: {} } };
    case "count":
      return { action: { count: {} } };
    case "group":
      return { overrideAction: { none: {} } };
    case "countGroup":
      return { overrideAction: { count: {} } };
  }
}
