import { type Examples, ref } from "../examples";

const of = (type: string, props: object) => ({ type: `aws:iam/${type}`, props: { ...props } });
const user = of("user:User", {});
const group = (props: object = {}) => of("group:Group", props);

export const examples: Examples = {
  denied: [
    {
      title: "groups without a user, or with an empty list of them",
      resources: {
        ops: group(),
        readers: group(),
        none: of("groupMembership:GroupMembership", { group: ref("readers", "name"), users: [] }),
      },
      says: { ops: "it has no user; name one in an aws.iam.GroupMembership, or remove it", readers: "it has no user" },
    },
  ],
  allowed: [
    {
      title: "groups with users of the stack or of another, named from either side",
      resources: {
        ann: user,
        ops: group(),
        readers: group({ name: "readers" }),
        ofAnn: of("userGroupMembership:UserGroupMembership", {
          user: ref("ann", "name"),
          groups: [ref("ops", "name")],
        }),
        ofReaders: of("groupMembership:GroupMembership", { group: "readers", users: ["zoe"] }),
      },
    },
    { title: "a stack without groups", resources: { ann: user } },
  ],
  undecided: [
    {
      title: "a membership of a group that is not known",
      resources: {
        ops: group(),
        ann: user,
        some: of("userGroupMembership:UserGroupMembership", { user: "zoe", groups: [ref("ann", "arn")] }),
      },
      says: { ops: "which group a membership names is not known yet" },
    },
  ],
};
