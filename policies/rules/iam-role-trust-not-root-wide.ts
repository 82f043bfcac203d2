import { isTied } from "../facts/condition-tests";
import { ownAccounts } from "../facts/own-accounts";
import type { Principal, Statement } from "../facts/policy-statements";
import { anyOf } from "../facts/three-valued";
import { judgeTrust, trustPolicyTypes } from "../facts/trust-policies";
import { UNKNOWN, type Unknown } from "../facts/value";
import { rule } from "../rule";
import { texts } from "../settings";

export const iamRoleTrustNotRootWide = rule({
  name: "iam-role-trust-not-root-wide",
  displayName: "Another account takes a role under a condition",
  description:
    "A role that lets in everybody of another account asks for an external id, a second factor, an organisation or a principal by a condition.",
  why: "Whoever the other account lets may take the role, and a vendor of many customers can be tricked into taking it on behalf of another one.",
  severity: "high",
  level: "advisory",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
  remediationSteps:
    "Name the role of the other account in Principal, or add a condition on sts:ExternalId, aws:PrincipalArn, aws:PrincipalOrgID or aws:MultiFactorAuthPresent.",
  controls: {},
  settings: {
    accounts: texts([], "The accounts that may take roles without a condition, by their twelve digits."),
  },
  types: [],
  stack({ stack, settings, on }) {
    for (const role of stack.ofType(...trustPolicyTypes)) {
      const { deny, undecided } = on(role);
      judgeTrust(role, { deny, undecided }, (statement, place) => {
        const limited = isLimited(statement);
        if (limited === true) return;
        const named = accountsIn(statement).filter((account) => !settings.accounts.includes(account));
        const { ids, isWhole } = named.length > 0 ? ownAccounts(stack) : { ids: new Set(), isWhole: true };
        const foreign = named.find((account) => !ids.has(account));
        if (foreign === undefined) return;
        if (ids.size === 0 && !isWhole) undecided("the account of the stack");
        else if (limited === UNKNOWN) undecided(`Condition of ${place}`);
        else deny(`${place} lets in all of account ${foreign}; name a role, or add a condition on sts:ExternalId`);
      });
    }
  },
});

/** The accounts of which everybody is let in. What is not known yet is a role or a user that the program makes. */
function accountsIn({ principals = [] }: Statement): string[] {
  return principals.flatMap(({ kind, id }: Principal) => {
    if (kind !== "AWS" || id === UNKNOWN) return [];
    return /^(?:arn:[^:]*:iam::)?(\d{12})(?::root)?$/.exec(id)?.[1] ?? [];
  });
}

const keys = new Set([
  ...["sts:externalid", "aws:principalarn", "aws:principalorgid", "aws:principalorgpaths", "aws:userid"],
  ...["aws:username", "aws:sourceidentity", "sts:sourceidentity", "aws:sourcearn", "aws:sourceaccount"],
]);

function isLimited(statement: Statement): boolean | Unknown {
  return anyOf([
    isTied(statement, (key) => keys.has(key) || key.startsWith("aws:principaltag/")),
    isTied(
      statement,
      (key) => key === "aws:multifactorauthpresent",
      (value) => value.toLowerCase() === "true",
    ),
  ]);
}
