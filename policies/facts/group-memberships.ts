import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { type Kind, named } from "./references";
import { stated } from "./stated";
import { asList, at, UNKNOWN } from "./value";

export const userType = "aws:iam/user:User";
export const groupType = "aws:iam/group:Group";

/** The types that put users into groups, and the properties that name them. */
const places: Readonly<Record<string, { readonly users: string; readonly groups: string }>> = {
  "aws:iam/userGroupMembership:UserGroupMembership": { users: "user", groups: "groups" },
  "aws:iam/groupMembership:GroupMembership": { users: "users", groups: "group" },
};

const userKind: Kind = { types: [userType], keys: ["name", "id", "arn"] };
const groupKind: Kind = { types: [groupType], keys: ["name", "id", "arn"] };

/** The users of a stack that are in a group, and the groups that have a user, as far as the stack says. */
export interface Memberships {
  readonly members: ReadonlySet<StackResource>;
  /** True while it is not known whom or what some membership names. */
  readonly isVague: boolean;
}

export function memberships(stack: Stack): Memberships {
  const members = new Set<StackResource>();
  let isVague = false;
  for (const membership of stack.ofType(...Object.keys(places))) {
    const { users = "", groups = "" } = places[membership.type] ?? {};
    const [ofUsers, ofGroups] = [
      namedBy(stack, membership, users, userKind),
      namedBy(stack, membership, groups, groupKind),
    ];
    if (ofUsers.count === 0 || ofGroups.count === 0) continue;
    for (const one of [...ofUsers.found, ...ofGroups.found]) members.add(one);
    isVague ||= ofUsers.isVague || ofGroups.isVague;
  }
  return { members, isVague };
}

function namedBy(stack: Stack, membership: StackResource, property: string, kind: Kind) {
  const list = asList(at(stated(membership).props, property));
  const names = list === UNKNOWN ? [UNKNOWN] : list;
  const found = new Set(names.flatMap((name) => named(stack, membership, property, name, kind)));
  return { found, count: names.length, isVague: names.includes(UNKNOWN) && found.size === 0 };
}
