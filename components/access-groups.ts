import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type DeveloperTag, developerPolicy } from "./access-groups/developer-policy";
import { mfaPolicy } from "./access-groups/mfa-policy";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";

/** What people do in an account. */
export type AccessGroupName = "admin" | "developer" | "auditor" | "billing";

/** Arguments of {@link AccessGroups}. */
export interface AccessGroupsArgs {
  /** The groups that there are. @default all four */
  readonly groups?: readonly AccessGroupName[];
  /** What developers may operate: all that bears this tag; of the rest they see that it is there. @default Environment = dev */
  readonly developerTag?: DeveloperTag;
}

/**
 * The policies of AWS that are made for such work, by group.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_job-functions.html
 */
const managedPolicies: Readonly<Record<AccessGroupName, Readonly<Record<string, string>>>> = {
  admin: { administrator: "AdministratorAccess" },
  // No data, and no start or change of anything: what developers may do more is a policy of our own.
  developer: { view: "job-function/ViewOnlyAccess" },
  // The first may also have the credential report made, and read when each right was last used.
  auditor: { security: "SecurityAudit", view: "job-function/ViewOnlyAccess" },
  billing: { billing: "job-function/Billing" },
};

/**
 * Groups for the people who work in an account, each with what its work needs. Whoever is in one can do nothing without
 * a second factor but set one up. Nobody is in one yet: people are added by hand (`aws iam add-user-to-group`), or better
 * come by IAM Identity Center and need no user here.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
 *
 * @example
 * import { AccessGroups } from "./components/access-groups";
 *
 * const access = new AccessGroups("people", {
 *   groups: ["admin", "developer"],
 *   developerTag: { key: "Project", value: "shop" },
 * });
 */
export class AccessGroups extends pulumi.ComponentResource {
  /** The names of the groups in AWS, by what they are for. */
  readonly groupNames: Readonly<Partial<Record<AccessGroupName, pulumi.Output<string>>>>;

  /** @throws when a group is unknown or named twice, or there is none, or the tag is none that AWS takes. */
  constructor(name: string, args: AccessGroupsArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:AccessGroups", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "access groups", name);
    const known = Object.keys(managedPolicies) as AccessGroupName[];
    const { groups = known, developerTag = { key: "Environment", value: "dev" } } = args;
    for (const group of groups) check(known.includes(group), "groups", `must be among ${known.join(", ")}`, group);
    const isNew = groups.length > 0 && new Set(groups).size === groups.length;
    check(isNew, "groups", "must be one or more, each once", groups);
    const isTag =
      /^(?!aws:)[\w .:/=+@-]{1,128}$/i.test(developerTag.key) && /^[\w .:/=+@-]{1,256}$/.test(developerTag.value);
    check(isTag, "developerTag", "must be a key and a value of letters, digits, spaces and _.:/=+-@", developerTag);

    const mfa = mfaPolicy(name, this);
    const { partition } = aws.getPartitionOutput({}, { parent: this });
    const rightsOf = (group: AccessGroupName): Rights => {
      const ofAws = Object.entries(managedPolicies[group]).map(([role, path]) => [
        role,
        pulumi.interpolate`arn:${partition}:iam::aws:policy/${path}`,
      ]);
      const own = group === "developer" ? { operate: developerPolicy(name, developerTag, this).arn } : {};
      return { ...Object.fromEntries(ofAws), ...own };
    };
    this.groupNames = Object.fromEntries(
      groups.map((group) => [group, accessGroup(`${name}-${group}`, mfa, rightsOf(group), this).name]),
    );
    this.registerOutputs({ groupNames: this.groupNames });
  }
}

/** ARNs of policies, by what they are for. */
type Rights = Readonly<Record<string, pulumi.Input<string>>>;

function accessGroup(name: string, mfa: aws.iam.Policy, rights: Rights, parent: pulumi.Resource): aws.iam.Group {
  const group = new aws.iam.Group(name, {}, { parent });
  const attach = (role: string, policyArn: pulumi.Input<string>, dependsOn: pulumi.Resource[]) =>
    new aws.iam.GroupPolicyAttachment(`${name}-${role}`, { group: group.name, policyArn }, { parent, dependsOn });
  // Nobody may have the rights for a moment without the second factor.
  const locked = attach("mfa", mfa.arn, []);
  for (const [role, policyArn] of Object.entries(rights)) attach(role, policyArn, [locked]);
  return group;
}
