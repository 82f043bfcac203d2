import { isListed, namePatterns } from "../facts/listed-names";
import { asText, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const iamNoUsers = rule({
  name: "iam-no-users",
  displayName: "There are no IAM users",
  description:
    "No IAM user is made: people sign in through IAM Identity Center, and programs take a role, both with credentials that end by themselves.",
  why: "Users have passwords and keys that work until somebody takes them away, wherever these have got to.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-users-federation-idp",
  remediationSteps:
    "Give people a permission set of IAM Identity Center, and programs a role: of an instance, a task, or by OIDC in CI.",
  controls: { cis: ["2.19"] },
  settings: { allow: namePatterns("users that may be there, such as those that SMTP of SES needs") },
  types: ["aws:iam/user:User"],
  resource({ resource, settings, deny, undecided }) {
    if (isListed(resource.name, settings.allow)) return;
    const name = asText(at(resource.props, "name"));
    if (name === UNKNOWN && settings.allow.length > 0) undecided("name");
    else if (typeof name !== "string" || !isListed(name, settings.allow)) {
      deny("it is an IAM user; use IAM Identity Center for people and roles for programs");
    }
  },
});
