import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { carrierOf, type Kind, referred, usesOf } from "./references";
import type { PrefixListSource } from "./security-group-rules";
import { asList, at, brief, UNKNOWN } from "./value";

const listKind: Kind = { types: ["aws:ec2/managedPrefixList:ManagedPrefixList"], keys: ["id"] };
const entryType = "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry";

/** What a reference to a prefix list stands for. */
export interface Resolved {
  /** As a message names it. */
  readonly name: string;
  /** The CIDRs that are known to be in it. */
  readonly cidrs: readonly string[];
  /** What must be known to be sure that these are all, or that it is this list. */
  readonly doubt?: string;
}

/** Looks a prefix list up among those that the stack makes, with the entries that are resources of their own. */
export function prefixListOf(stack: Stack, resource: StackResource, { id, property }: PrefixListSource): Resolved {
  const carrier = carrierOf(stack, id, listKind);
  const found = id === UNKNOWN ? referred(resource, property, listKind) : carrier ? [carrier] : [];
  const [list, ...others] = found;
  if (!list) return { name: "", cidrs: [], doubt: `what prefix list ${id === UNKNOWN ? "it names" : brief(id)} holds` };
  if (others.length > 0) return { name: "", cidrs: [], doubt: "which of its prefix lists each rule names" };

  const name = `prefix list "${list.name}"`;
  const stated = at(list.props, "entries");
  // Entries that the list leaves to resources of their own are unknown at preview, yet refer to nothing.
  const entries = stated === UNKNOWN && list.references("entries").length === 0 ? [] : asList(stated);
  const separate = usesOf(stack, list)
    .filter(({ user, property: by }) => user.type === entryType && by === "prefixListId")
    .map(({ user }) => user.props);
  const cidrs = [...(entries === UNKNOWN ? [UNKNOWN] : entries), ...separate].map((entry) => at(entry, "cidr"));
  return {
    name,
    cidrs: cidrs.filter((cidr) => typeof cidr === "string"),
    doubt: cidrs.includes(UNKNOWN) ? `what ${name} holds` : undefined,
  };
}
