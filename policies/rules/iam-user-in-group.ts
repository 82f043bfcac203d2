import { memberships, userType } from "../facts/group-memberships";
import { rule } from "../rule";

export const iamUserInGroup = rule({
  name: "iam-user-in-group",
  displayName: "Users are in a group",
  description: "Every IAM user of the stack is in a group, which gives it its permissions.",
  why: "A user outside of any group gets permissions one by one, and keeps those that were for an earlier task.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html",
  remediationSteps: "Name the user in an aws.iam.UserGroupMembership.",
  controls: {},
  types: [],
  stack({ stack, on }) {
    const { members, isVague } = memberships(stack);
    for (const user of stack.ofType(userType)) {
      if (members.has(user)) continue;
      if (isVague) on(user).undecided("whom a membership names");
      else on(user).deny("it is in no group; name it in an aws.iam.UserGroupMembership");
    }
  },
});
