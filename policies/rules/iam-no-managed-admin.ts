import { asList, asText, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { texts } from "../settings";

/** The types by which somebody is given a policy that AWS or the account keeps, and the property that names it. */
const places: Readonly<Record<string, string>> = {
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": "policyArn",
  "aws:iam/userPolicyAttachment:UserPolicyAttachment": "policyArn",
  "aws:iam/groupPolicyAttachment:GroupPolicyAttachment": "policyArn",
  "aws:iam/policyAttachment:PolicyAttachment": "policyArn",
  "aws:iam/role:Role": "managedPolicyArns",
  "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive": "policyArns",
  "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive": "policyArns",
  "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive": "policyArns",
};

export const iamNoManagedAdmin = rule({
  name: "iam-no-managed-admin",
  displayName: "Nobody has AWS's policies for administrators",
  description:
    "No user, group or role is given AdministratorAccess, IAMFullAccess, PowerUserAccess or AWSCloudShellFullAccess. People get them through IAM Identity Center.",
  why: "These give far more than a task needs, up to the whole account, and CloudShell is a way to carry data out of it.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-use-aws-defined-policies",
  remediationSteps: "Attach a policy that names the actions and the resources that are needed.",
  controls: { cis: ["2.14", "2.20"] },
  settings: {
    arns: texts(
      ["AdministratorAccess", "IAMFullAccess", "PowerUserAccess", "AWSCloudShellFullAccess"].map(
        (name) => `arn:aws:iam::aws:policy/${name}`,
      ),
      "The ARNs of the policies that nobody may have; they stand for the same policies in every partition.",
    ),
  },
  types: Object.keys(places),
  resource({ resource, settings, deny, undecided }) {
    const refused = new Set(settings.arns.map(withoutPartition));
    const property = places[resource.type] ?? "";
    const value = at(resource.props, property);
    // What is not known yet is the ARN of a policy that the program makes: the account's own, if anything.
    const mayBeRefused = settings.arns.some((arn) => !arn.includes(":iam::aws:"));
    if (value === UNKNOWN && (property.endsWith("s") || mayBeRefused)) undecided(property);
    const arns = asList(value);
    for (const [index, member] of arns === UNKNOWN ? [] : arns.entries()) {
      const place = Array.isArray(value) ? `${property}[${index}]` : property;
      const arn = asText(member);
      if (arn === UNKNOWN && mayBeRefused) undecided(place);
      if (typeof arn !== "string" || !refused.has(withoutPartition(arn))) continue;
      deny(`${place} is ${shown(arn)}; attach a policy that names what is needed`);
    }
  },
});

function withoutPartition(arn: string): string {
  return arn.replace(/^arn:[^:]*:/, "arn:");
}
