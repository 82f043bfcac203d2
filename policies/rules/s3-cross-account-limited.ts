import { bucketType, statedOf } from "../facts/bucket-parts";
import { ownAccounts } from "../facts/own-accounts";
import { type Principal, type Statement, statementsOf } from "../facts/policy-statements";
import { accountOf, isLoadBalancing } from "../facts/principal-accounts";
import { s3PolicyOf, s3PolicyTypes } from "../facts/s3-policies";
import { stated } from "../facts/stated";
import { UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { texts } from "../settings";

export const s3CrossAccountLimited = rule({
  name: "s3-cross-account-limited",
  displayName: "Policies of S3 let in known accounts alone",
  description:
    "A policy of a bucket, an access point, a table or vectors lets in no account but the stack's own, those of the list, and those that a condition ties to an organisation.",
  why: "The data is then only as safe as the most careless user of the other account.",
  severity: "high",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-6",
  remediationSteps:
    "Remove the account from the policy, add a condition on aws:PrincipalOrgID, or list the account in the accounts of this policy.",
  controls: { fsbp: ["S3.6"] },
  settings: {
    accounts: texts([], "The accounts that policies may let in beside the stack's own, by their twelve digits."),
  },
  types: [],
  subjects: s3PolicyTypes,
  stack({ stack, settings, on }) {
    for (const resource of stack.ofType(...s3PolicyTypes)) {
      // What a bucket gives back as its policy is that of its BucketPolicy, which is judged itself.
      if (resource.type === bucketType && statedOf(stack, resource, "policy").values.length > 1) continue;
      const { property, policy } = s3PolicyOf(stated(resource));
      const statements = statementsOf(policy);
      const { deny, undecided } = on(resource);
      if (statements === UNKNOWN) {
        undecided(property);
        continue;
      }
      for (const statement of statements) {
        const named = accountsIn(statement).filter((account) => !settings.accounts.includes(account));
        const { ids, isWhole } = named.length > 0 ? ownAccounts(stack) : { ids: new Set(), isWhole: true };
        const foreign = named.filter((account) => !ids.has(account));
        if (foreign.length > 0 && ids.size === 0 && !isWhole) undecided("the account of the stack");
        else if (foreign.length > 0) deny(`${statement.place} of ${property} lets in ${listed(foreign)}`);
        if (hasVaguePrincipal(statement)) undecided(property);
      }
    }
  },
});

/** The accounts that a statement lets in, but for AWS's own. What a canonical user id belongs to nobody can tell. */
function accountsIn(statement: Statement): string[] {
  if (!mayAllow(statement)) return [];
  const names = (statement.principals ?? []).flatMap(({ kind, id }) => (kind === "AWS" && id !== UNKNOWN ? [id] : []));
  const tests = statement.conditions.flatMap(({ operator, key, values }) =>
    isPositive(operator) && (key === "aws:principalaccount" || key === "aws:principalarn") ? values : [],
  );
  const ids = [...names, ...tests].flatMap((name) =>
    name === UNKNOWN || isLoadBalancing(name) ? [] : (accountOf(name) ?? []),
  );
  return [...new Set(ids)];
}

function mayAllow({ effect, conditions }: Statement): boolean {
  return effect === "Allow" && !conditions.some(({ operator, key }) => isPositive(operator) && isOrganisation(key));
}

function isOrganisation(key: unknown): boolean {
  return key === "aws:principalorgid" || key === "aws:principalorgpaths";
}

function isPositive(operator: unknown): boolean {
  return (
    typeof operator === "string" && /^(?:foranyvalue:)?(?:string|arn)(?:equals|equalsignorecase|like)$/.test(operator)
  );
}

function hasVaguePrincipal(statement: Statement): boolean {
  const isVague = ({ kind, id }: Principal) => kind === UNKNOWN || (kind === "AWS" && id === UNKNOWN);
  return mayAllow(statement) && (statement.principals ?? []).some(isVague);
}

function listed(accounts: readonly string[]): string {
  const [first] = accounts;
  if (accounts.length === 1) return `account ${first}; remove it or list it in accounts`;
  const shown = accounts.slice(0, 3).join(", ");
  return `accounts ${shown}${accounts.length > 3 ? " and more" : ""}; remove them or list them in accounts`;
}
