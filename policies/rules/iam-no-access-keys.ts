import { isListed, namePatterns } from "../facts/listed-names";
import { asText, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const iamNoAccessKeys = rule({
  name: "iam-no-access-keys",
  displayName: "There are no lasting keys",
  description:
    "No access key, and no password of a service, is made for an IAM user: such a key works until somebody takes it away, wherever it has got to. Keys of users that are allowed by name may be there, those of the root user never.",
  why: "Such keys leak in repositories, laptops and logs, and a stolen one works from anywhere until somebody notices.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles",
  remediationSteps:
    "Let programs take a role: of an instance, a task or a function, by OIDC in CI, or by IAM Roles Anywhere elsewhere.",
  controls: { fsbp: ["IAM.3"], cis: ["2.12"] },
  settings: { allow: namePatterns("users that may have keys") },
  types: ["aws:iam/accessKey:AccessKey", "aws:iam/serviceSpecificCredential:ServiceSpecificCredential"],
  resource({ resource, settings, deny, undecided }) {
    const property = resource.type === "aws:iam/accessKey:AccessKey" ? "user" : "userName";
    const user = asText(at(resource.props, property));
    const isRoot = user === "root" || user === "<root_account>";
    if (isListed(resource.name, settings.allow) && !isRoot) return;
    if (user === UNKNOWN && settings.allow.length > 0) undecided(property);
    else if (typeof user !== "string" || isRoot || !isListed(user, settings.allow)) {
      deny("it is a key that lasts; let the program take a role instead");
    }
  },
});
