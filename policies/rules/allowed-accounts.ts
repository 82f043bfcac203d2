import { asList, asText, at, shown, UNKNOWN } from "../facts/value";
import type { Resource } from "../resource";
import { rule } from "../rule";
import { texts } from "../settings";

export const allowedAccounts = rule({
  name: "allowed-accounts",
  displayName: "Providers work in the agreed accounts",
  description:
    "Every AWS provider states the accounts that it may work in and the role that it takes, all of the list; without a list the policy judges nothing.",
  why: "With other credentials in the environment the same command deploys into another account, such as that of production.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_securely_operate_multi_accounts.html",
  remediationSteps:
    "Set aws:allowedAccountIds in the stack file (or allowedAccountIds of the provider) to accounts of the list.",
  controls: {},
  settings: { accounts: texts([], "The ids of the accounts that may be used, twelve digits each.") },
  types: ["pulumi:providers:aws"],
  resource({ resource, settings, deny, undecided }) {
    if (settings.accounts.length === 0) return;
    const stated = fromConfig(resource, "allowedAccountIds");
    const ids = asList(stated);
    if (ids === UNKNOWN || ids.includes(UNKNOWN)) undecided("allowedAccountIds");
    else if (ids.length === 0) deny("allowedAccountIds is not set; set it to accounts that may be used");
    const known = ids === UNKNOWN ? [] : ids.map(asText).filter((id) => typeof id === "string");
    for (const id of new Set(known)) {
      if (!settings.accounts.includes(id)) deny(`allowedAccountIds holds ${shown(id)}; use an account of the list`);
    }
    const roles = [fromConfig(resource, "assumeRoles"), fromConfig(resource, "assumeRoleWithWebIdentity")];
    for (const role of roles.flatMap((list) => (list === UNKNOWN ? [UNKNOWN] : asList(list)))) {
      const arn = role === UNKNOWN ? UNKNOWN : asText(at(role, "roleArn"));
      if (arn === UNKNOWN) undecided("the roleArn that it assumes");
      else if (arn !== undefined && !settings.accounts.includes(arn.split(":")[4] ?? "")) {
        deny(`it assumes ${shown(arn)}; use a role of an account of the list`);
      }
    }
  },
});

/** A provider's property; lists and objects reach a pack as JSON text. */
function fromConfig({ props }: Resource, property: string): unknown {
  const value = at(props, property);
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
