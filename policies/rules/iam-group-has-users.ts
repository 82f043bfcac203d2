import { groupType, memberships } from "../facts/group-memberships";
import { rule } from "../rule";

export const iamGroupHasUsers = rule({
  name: "iam-group-has-users",
  displayName: "Groups have users",
  description: "Every IAM group of the stack has a user: an empty one keeps permissions ready that nobody looks after.",
  why: "Who is put into a forgotten group one day gets permissions that nobody has looked at since.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html",
  remediationSteps: "Name a user of the group in an aws.iam.GroupMembership, or remove the group.",
  controls: {},
  types: [],
  stack({ stack, on }) {
    const { members, isVague } = memberships(stack);
    for (const group of stack.ofType(groupType)) {
      if (members.has(group)) continue;
      if (isVague) on(group).undecided("which group a membership names");
      else on(group).deny("it has no user; name one in an aws.iam.GroupMembership, or remove it");
    }
  },
});
