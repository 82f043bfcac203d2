import { accountDefault } from "../facts/account-defaults";
import { type LaunchSpecification, launchSpecifications, specificationTypes } from "../facts/launch-specifications";
import { coversAction } from "../facts/policy-patterns";
import { type Statement, statementsOf } from "../facts/policy-statements";
import { type RolePolicy, roleOfProfile, rolePolicies } from "../facts/role-policies";
import { allOf, anyOf } from "../facts/three-valued";
import { asText, at, type Fact, shown, UNKNOWN, type Unknown } from "../facts/value";
import type { Resource, StackResource } from "../resource";
import { rule, type Stack } from "../rule";
import { texts } from "../settings";

/** What the agent of Systems Manager cannot do without: https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-iam-instance-profile.html */
const needed = ["ssm:UpdateInstanceInformation", "ssmmessages:OpenDataChannel"];

export const ec2SessionManagerReady = rule({
  name: "ec2-session-manager-ready",
  displayName: "Instances can be reached by Session Manager",
  description: "The role of every instance lets Systems Manager manage it, so that nobody needs SSH.",
  why: "Otherwise the ways onto an instance are SSH keys and open ports, and Systems Manager can neither list nor patch it.",
  severity: "medium",
  level: "disabled",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ssm-controls.html#ssm-1",
  remediationSteps: "Attach AmazonSSMManagedInstanceCore to the role of the instance profile.",
  controls: { fsbp: ["SSM.1"] },
  settings: {
    policyArns: texts(
      ["arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore", "arn:aws:iam::aws:policy/AmazonSSMFullAccess"],
      "The managed policies of which one is enough, by their ARNs; a policy whose text the stack holds is read.",
    ),
  },
  types: [],
  subjects: specificationTypes,
  stack({ stack, settings, on }) {
    const policies = rolePolicies(stack);
    const enough = new Set(settings.policyArns.map(nameOf));
    for (const resource of stack.ofType(...specificationTypes)) {
      const specifications = launchSpecifications(resource);
      const { deny, undecided } = on(resource);
      if (specifications === UNKNOWN || isManagedByDefault(stack, resource)) continue;
      for (const { read, path, name } of specifications) {
        const profile = profileIn(read);
        // To have none is what ec2-instance-profile is about.
        if (profile === undefined) continue;
        const [property] = path("iamInstanceProfile");
        const role = roleOfProfile(stack, resource, property, profile);
        // What refers to nothing is left to a launch template.
        if (!role && profile === UNKNOWN && resource.references(property).length === 0) continue;
        const verdict = role ? anyOf((policies.get(role) ?? []).map((policy) => serves(policy, enough))) : UNKNOWN;
        if (verdict === UNKNOWN) undecided(`what the role of ${name("iamInstanceProfile")} may do`);
        else if (!verdict) deny(`its role ${shown(role?.name)} lacks AmazonSSMManagedInstanceCore; attach that`);
      }
    }
  },
});

const hostManagement = "/ssm/managed-instance/default-ec2-instance-management-role";

/** Systems Manager manages instances without a role of their own where the account has a default one for them. */
function isManagedByDefault(stack: Stack, resource: StackResource): boolean {
  const isOfHosts = ({ props }: Resource) => String(asText(at(props, "settingId"))).endsWith(hostManagement);
  return accountDefault(stack, "aws:ssm/serviceSetting:ServiceSetting", resource, isOfHosts) !== undefined;
}

function profileIn(read: LaunchSpecification["read"]): Fact<string> {
  const stated = read("iamInstanceProfile");
  const found = asText(stated) ?? asText(at(stated, "name")) ?? asText(at(stated, "arn"));
  const profile = found ?? asText(read("iamInstanceProfileArn"));
  return profile === "" ? undefined : profile;
}

/** Whether one policy of a role is enough. */
function serves({ arn, document }: RolePolicy, enough: ReadonlySet<string>): boolean | Unknown {
  if (typeof arn === "string" && enough.has(nameOf(arn))) return true;
  if (document === undefined) return arn === UNKNOWN && UNKNOWN;
  const statements = document === UNKNOWN ? UNKNOWN : statementsOf(document);
  if (statements === UNKNOWN) return UNKNOWN;
  return allOf(needed.map((action) => anyOf(statements.map((statement) => allows(statement, action)))));
}

function allows(statement: Statement, action: string): boolean | Unknown {
  const { effect } = statement;
  return allOf([effect === UNKNOWN ? UNKNOWN : effect === "Allow", coversAction(statement, action)]);
}

/** An ARN without its partition, which differs in China and GovCloud. */
function nameOf(arn: string): string {
  return arn.replace(/^arn:[^:]*:/, "");
}
