import { identityPolicyTypes } from "../facts/identity-policies";
import { partialGrantsOf } from "../facts/policy-grants";
import { matches } from "../facts/policy-patterns";
import { few, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { texts } from "../settings";

export const iamNoStarActions = rule({
  name: "iam-no-star-actions",
  displayName: "Policies name actions",
  description:
    "No policy of a user, a group, a role or a permission set allows all actions of a service, nor all but those it leaves out.",
  why: "A wildcard also allows what deletes or opens what was only to be read, and whatever AWS adds to the service next.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-21",
  remediationSteps: "Name the actions that are needed, such as s3:GetObject, or a part of them, such as s3:Get*.",
  controls: { fsbp: ["IAM.21"] },
  settings: { allow: texts([], "The actions that may stand there, as policies write them, such as xray:*.") },
  types: identityPolicyTypes,
  resource({ resource, settings, ...verdicts }) {
    const allow = settings.allow.map((pattern) => pattern.toLowerCase());
    for (const { place, statement } of partialGrantsOf(resource)) {
      const { actions = [], notActions } = statement;
      if (notActions) verdicts.deny(`${place} allows all actions but those of NotAction; name them in Action`);
      const whole = actions.filter(
        (action): action is string =>
          action !== UNKNOWN && isWhole(action) && !allow.some((pattern) => matches(pattern, action)),
      );
      if (whole.length > 0) verdicts.deny(`${place} allows ${few(whole)}; name the actions that are needed`);
      else if (actions.includes(UNKNOWN)) verdicts.undecided(`Action of ${place}`);
    }
  },
});

/** `s3:*`, or `*` alone. */
function isWhole(action: string): boolean {
  const [service = "", name = service] = action.split(":");
  return /^[*?]*\*[*?]*$/.test(name);
}
