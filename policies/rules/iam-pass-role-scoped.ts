import { isTied } from "../facts/condition-tests";
import { identityPolicyTypes } from "../facts/identity-policies";
import { isOnEverything, partialGrantsOf } from "../facts/policy-grants";
import { coversAction } from "../facts/policy-patterns";
import type { Statement } from "../facts/policy-statements";
import { UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const iamPassRoleScoped = rule({
  name: "iam-pass-role-scoped",
  displayName: "Roles are passed on by name",
  description:
    "A policy that allows iam:PassRole names the roles, and where it names them by a pattern, the services that they may be passed to.",
  why: "Who may pass any role to an instance or a function of their own has the rights of each of these roles.",
  severity: "high",
  level: "advisory",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
  remediationSteps:
    "Name in Resource the ARNs of the roles, and add a condition on iam:PassedToService with the service that takes them.",
  controls: {},
  types: identityPolicyTypes,
  resource({ resource, deny, undecided }) {
    for (const { place, statement } of partialGrantsOf(resource)) {
      const passes = coversAction(statement, "iam:PassRole");
      if (passes === false) continue;
      const isBroad = isOnEverything(statement) || hasAllRoles(statement);
      const tied = isTied(statement, (key) => key === "iam:passedtoservice");
      if (!isBroad && (!hasPattern(statement) || tied === true)) continue;
      if (passes === UNKNOWN) undecided(`Action of ${place}`);
      else if (isBroad) deny(`${place} allows iam:PassRole on every role; name the roles in Resource`);
      else if (tied === UNKNOWN) undecided(`Condition of ${place}`);
      else deny(`${place} allows iam:PassRole on a pattern of roles; add a condition on iam:PassedToService`);
    }
  },
});

/** All roles of an account. */
function hasAllRoles({ resources = [] }: Statement): boolean {
  return resources.some((resource) => resource !== UNKNOWN && /:role\/?\**$/.test(resource) && resource.endsWith("*"));
}

function hasPattern({ resources = [] }: Statement): boolean {
  return resources.some((resource) => resource !== UNKNOWN && /[*?]/.test(resource));
}
