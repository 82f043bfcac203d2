import { topicPolicyType, topicType } from "../facts/messaging";
import { ownAccounts } from "../facts/own-accounts";
import { openStatements, type Statement, statementsOf } from "../facts/policy-statements";
import { accountOf } from "../facts/principal-accounts";
import { stated } from "../facts/stated";
import { at, few, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { texts } from "../settings";

const types = [topicType, topicPolicyType];

export const snsNotPublic = rule({
  name: "sns-not-public",
  displayName: "No topic is open to everyone",
  description:
    "No policy of a topic of SNS lets everyone in, unless a condition ties the request to an account, an organisation or a resource; nor, where the settings list accounts, any other account.",
  why: "Anybody with an AWS account could otherwise publish forged messages, or subscribe and read yours.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/sns-controls.html#sns-4",
  remediationSteps:
    "Name accounts, roles or services in Principal, or add a condition on aws:SourceAccount, aws:SourceArn or aws:PrincipalOrgID.",
  controls: { fsbp: ["SNS.4"], cis: ["2.21"] },
  settings: {
    accounts: texts(
      [],
      "The accounts that policies may let in beside the stack's own, by their twelve digits; none listed admits any that a policy names.",
    ),
  },
  types,
  resource({ resource, deny, undecided }) {
    const open = openStatements(at(resource.props, "policy"));
    if (open === UNKNOWN) undecided("policy");
    else for (const { place } of open) deny(`${place} of policy lets everyone in; name accounts, roles or services`);
  },
  stack({ stack, settings: { accounts }, on }) {
    if (accounts.length === 0) return;
    const { ids, isWhole } = ownAccounts(stack);
    for (const resource of stack.ofType(...types)) {
      const statements = statementsOf(at(stated(resource).props, "policy"));
      for (const statement of statements === UNKNOWN ? [] : statements) {
        const foreign = accountsIn(statement).filter((account) => !accounts.includes(account) && !ids.has(account));
        if (foreign.length === 0) continue;
        if (ids.size === 0 && !isWhole) on(resource).undecided("the account of the stack");
        else
          on(resource).deny(`${statement.place} of policy lets in ${few(foreign)}; remove it or list it in accounts`);
      }
    }
  },
});

/** The accounts that a statement lets in by name. */
function accountsIn({ effect, principals = [] }: Statement): string[] {
  if (effect !== "Allow") return [];
  return [...new Set(principals.flatMap(({ id }) => (id === UNKNOWN ? [] : (accountOf(id) ?? []))))];
}
