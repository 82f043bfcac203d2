import { actionsOf } from "../facts/iam-actions";
import { identityPolicyTypes } from "../facts/identity-policies";
import { isOnEverything, isUnlimited, partialGrantsOf } from "../facts/policy-grants";
import { matches } from "../facts/policy-patterns";
import { few, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { texts } from "../settings";

export const iamNoStarResource = rule({
  name: "iam-no-star-resource",
  displayName: "Policies name resources",
  description:
    "No policy of a user, a group, a role or a permission set allows on every resource what AWS can limit to some, unless a condition on the resource or a key of the service limits it.",
  why: "A fault in one application then reaches the resources of all others in the account.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
  remediationSteps:
    "Name the ARNs in Resource. Move the actions that AWS allows on every resource or none, such as ec2:DescribeInstances, to a statement of their own.",
  controls: {},
  settings: {
    allowActions: texts([], "The actions that may be allowed on every resource, such as s3:ListBucket or logs:*."),
  },
  types: identityPolicyTypes,
  resource({ resource, settings, ...verdicts }) {
    const allow = settings.allowActions.map((pattern) => pattern.toLowerCase());
    for (const { place, statement } of partialGrantsOf(resource)) {
      if (!isOnEverything(statement)) continue;
      const { actions = [] } = statement;
      const known = actions.filter((action) => action !== UNKNOWN);
      const broad = known.filter((action) => canBeScoped(action) && !allow.some((one) => matches(one, action)));
      const unlimited = isUnlimited(statement);
      if (broad.length > 0 && unlimited === true) {
        verdicts.deny(`${place} allows ${few(broad)} on every resource; name the ARNs in Resource`);
      } else if (unlimited === UNKNOWN && (broad.length > 0 || known.length < actions.length)) {
        verdicts.undecided(`Condition of ${place}`);
      } else if (unlimited === true && known.length < actions.length) verdicts.undecided(`Action of ${place}`);
    }
  },
});

/** Whether an action can be limited to resources; of a pattern, whether most of what it takes in can. */
function canBeScoped(action: string): boolean {
  const actions = actionsOf(action);
  return actions.filter(({ isScoped }) => isScoped).length * 2 > actions.length;
}
