import { type Examples, ref } from "../examples";

const of = (type: string, props: object) => ({ type: `aws:iam/${type}`, props: { ...props } });
const user = (props: object = {}) => of("user:User", props);
const group = of("group:Group", {});

export const examples: Examples = {
  denied: [
    {
      title: "users without a group, or with an empty list of them",
      resources: {
        ann: user(),
        bob: user(),
        none: of("userGroupMembership:UserGroupMembership", { user: ref("bob", "name"), groups: [] }),
      },
      says: { ann: "it is in no group; name it in an aws.iam.UserGroupMembership", bob: "it is in no group" },
    },
  ],
  allowed: [
    {
      title: "users of a group of the stack or of another, named from either side",
      resources: {
        ann: user(),
        bob: user({ name: "bob" }),
        eve: user(),
        ops: group,
        ofAnn: of("userGroupMembership:UserGroupMembership", { user: ref("ann", "name"), groups: ["readers"] }),
        ofBob: of("userGroupMembership:UserGroupMembership", { user: "bob", groups: [ref("ops", "name")] }),
        ofOps: of("groupMembership:GroupMembership", { group: ref("ops", "name"), users: ["zoe", ref("eve", "name")] }),
      },
    },
    { title: "a stack without users", resources: { ops: group } },
  ],
  undecided: [
    {
      title: "a membership of users that are not known",
      resources: {
        ann: user(),
        ofOps: of("groupMembership:GroupMembership", { group: "ops", users: [ref("list", "id")] }),
        list: group,
      },
      says: { ann: "whom a membership names is not known yet" },
    },
  ],
};
