import { queuePolicyType, queueType } from "../facts/messaging";
import { openStatements, type Statement, statementsOf } from "../facts/policy-statements";
import { accountOf } from "../facts/principal-accounts";
import { at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const sqsNotPublic = rule({
  name: "sqs-not-public",
  displayName: "No queue is open to everyone",
  description:
    "No policy of a queue of SQS lets everyone in, or lets somebody but an account do everything, unless a condition narrows it.",
  why: "Anybody with an AWS account could otherwise put forged messages into the queue, or take yours out of it.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/sqs-controls.html#sqs-3",
  remediationSteps:
    "Name accounts, roles or services in Principal, or add a condition on aws:SourceAccount, aws:SourceArn or aws:PrincipalOrgID. Name the actions, such as sqs:SendMessage.",
  controls: { fsbp: ["SQS.3"], cis: ["2.21"] },
  types: [queueType, queuePolicyType],
  resource({ resource, deny, undecided }) {
    const policy = at(resource.props, "policy");
    const statements = statementsOf(policy);
    const open = openStatements(policy);
    if (statements === UNKNOWN || open === UNKNOWN) return undecided("policy");
    for (const { place } of open) deny(`${place} of policy lets everyone in; name accounts, roles or services`);
    const isOpen = new Set(open.map(({ place }) => place));
    for (const statement of statements) {
      if (isOpen.has(statement.place) || !allowsEveryAction(statement)) continue;
      deny(`${statement.place} of policy allows every action; name those that are needed`);
    }
  },
});

/**
 * Whether a statement lets somebody do everything, without any condition. That an account may do everything with its
 * own queue is what AWS's own console writes into a policy.
 */
function allowsEveryAction({ effect, actions = [], notActions, principals = [], conditions }: Statement): boolean {
  if (effect !== "Allow" || conditions.length > 0) return false;
  const isAll = notActions !== undefined || actions.some((action) => action === "*" || action === "sqs:*");
  return isAll && principals.some(({ id }) => id !== UNKNOWN && !isAccount(id));
}

function isAccount(id: string): boolean {
  return accountOf(id) !== undefined && (/^\d+$/.test(id) || id.endsWith(":root"));
}
