import { logGroupArn, logGroupKind, retentionDays } from "../facts/log-groups";
import { type PolicyText, statementsOf } from "../facts/policy-statements";
import { type Kind, named } from "../facts/references";
import { type RolePolicy, rolePolicies } from "../facts/role-policies";
import { asText, at, few, UNKNOWN } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";

const roleKind: Kind = { types: ["aws:iam/role:Role"], keys: ["arn", "id", "name"] };

/** All that flow logs need: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html */
const needed = new Set([
  ...["logs:createloggroup", "logs:createlogstream", "logs:putlogevents"],
  ...["logs:describeloggroups", "logs:describelogstreams"],
]);
const writing = new Set(["logs:createloggroup", "logs:createlogstream", "logs:putlogevents"]);

export const vpcFlowLogRetention = rule({
  name: "vpc-flow-log-retention",
  displayName: "Flow logs expire and write nowhere else",
  description:
    "The log group of every flow log has a retention, and its role may write to that log group and do nothing else.",
  why: "Flow logs are many and are kept for ever unless it is said otherwise, and a role with more rights than they need is one more way to do harm.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html",
  remediationSteps:
    "Set retentionInDays of the log group, and allow the role the five actions that flow logs need on the ARN of the log group and what is below it.",
  controls: {},
  types: [],
  stack({ stack, on }) {
    const logs = stack.ofType("aws:ec2/flowLog:FlowLog").filter(isToCloudWatch);
    if (logs.length === 0) return;
    const policies = rolePolicies(stack);
    for (const log of logs) {
      const { deny, undecided } = on(log);
      const days = groupsOf(stack, log).map(({ props }) => retentionDays(props));
      if (days.includes(Number.POSITIVE_INFINITY))
        deny("its log group keeps records for ever; set its retentionInDays");
      else if (days.includes(UNKNOWN)) undecided("retentionInDays of its log group");
      for (const role of named(stack, log, "iamRoleArn", at(log.props, "iamRoleArn"), roleKind)) {
        const { excess, isOpen } = excessOf(policies.get(role) ?? []);
        if (excess.length > 0) deny(`its role may ${few(excess)}; allow it to write to its log group alone`);
        else if (isOpen) undecided("what its role may do");
      }
    }
  },
});

function isToCloudWatch({ props }: StackResource): boolean {
  const type = asText(at(props, "logDestinationType"));
  return type === undefined || type === "" || type === "cloud-watch-logs";
}

function groupsOf(stack: Stack, log: StackResource): readonly StackResource[] {
  const destination = logGroupArn(at(log.props, "logDestination"));
  return destination === undefined ? [] : named(stack, log, "logDestination", destination, logGroupKind);
}

/** What the policies of a role allow beyond what a flow log needs; open where some of it is not known. */
function excessOf(policies: readonly RolePolicy[]): { excess: readonly string[]; isOpen: boolean } {
  const excess = new Set<string>();
  let isOpen = false;
  for (const { arn, document } of policies) {
    const statements = document === undefined ? [] : statementsOf(document);
    if (statements === UNKNOWN) isOpen = true;
    // What is in none of the stack's own policies, AWS or another stack has written for more than this role.
    else if (document === undefined && typeof arn === "string") excess.add(`use all that ${arn} allows`);
    else if (document === undefined) isOpen = true;
    else {
      for (const { effect, actions, resources, notActions } of statements) {
        if (effect !== "Allow") continue;
        if (notActions) excess.add("do all but a few things");
        for (const action of actions ?? []) {
          if (action === UNKNOWN) isOpen = true;
          else if (!needed.has(action)) excess.add(`do ${action}`);
          else if (writing.has(action) && resources?.some(isEveryGroup)) excess.add("write to every log group");
        }
      }
    }
  }
  return { excess: [...excess], isOpen };
}

/** `*`, or a pattern such as `arn:aws:logs:*:*:*` that begins at the names of log groups or before them. */
function isEveryGroup(resource: PolicyText): boolean {
  return resource !== UNKNOWN && /^(?:\*|arn:[^:]*:logs:[^:]*:[^:]*:(?:log-group:)?\*.*)$/.test(resource);
}
