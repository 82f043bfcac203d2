import { identityPolicyTypes } from "../facts/identity-policies";
import { allowedOf, isUnlimited, partialGrantsOf } from "../facts/policy-grants";
import { escalatingActions, escalations } from "../facts/privilege-escalation";
import { few, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const iamNoPrivilegeEscalation = rule({
  name: "iam-no-privilege-escalation",
  displayName: "No policy lets its holder gain more",
  description:
    "No policy of a user, a group, a role or a permission set allows, on every resource, what its holder can give itself more permissions with.",
  why: "Actions that look harmless, such as a new version of a policy or a role for a function, let their holder become an administrator.",
  severity: "high",
  level: "advisory",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
  remediationSteps:
    "Name in Resource the users, roles and policies that may be changed, and require a permissions boundary by a condition on iam:PermissionsBoundary.",
  controls: {},
  types: identityPolicyTypes,
  resource({ resource, ...verdicts }) {
    /** What each policy allows of it on everything, over all its statements. */
    const allowedBy = new Map<string, Set<string>>();
    for (const { place, property, statement } of partialGrantsOf(resource)) {
      const unlimited = isUnlimited(statement);
      if (unlimited === false) continue;
      const allowed = allowedOf(statement, escalatingActions);
      if (allowed === UNKNOWN) verdicts.undecided(`Action of ${place}`);
      else if (unlimited === true) allowedBy.set(property, new Set([...(allowedBy.get(property) ?? []), ...allowed]));
      else if (allowed.length > 0) verdicts.undecided(`Condition of ${place}`);
    }
    for (const [property, allowed] of allowedBy) {
      const ways = escalations.filter((way) => way.every((action) => allowed.has(action)));
      if (ways.length === 0) continue;
      const shown = few(ways.map((way) => way.join(" with ")));
      verdicts.deny(`${property} allows ${shown} on every resource, by which its holder can gain more; name the ARNs`);
    }
  },
});
