import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { asList, asText, at, UNKNOWN } from "./value";

/** The accounts that a stack is deployed to, as far as its resources show. */
export interface OwnAccounts {
  readonly ids: ReadonlySet<string>;
  /** False while ARNs of the stack are not known yet. */
  readonly isWhole: boolean;
}

const ownIn = new WeakMap<Stack, OwnAccounts>();

/** The accounts in the ARNs of a stack's resources, and those that its providers are allowed to work in. */
export function ownAccounts(stack: Stack): OwnAccounts {
  const done = ownIn.get(stack);
  if (done) return done;
  const ids = new Set<string>();
  let isWhole = true;
  for (const resource of stack.resources) {
    for (const id of allowedIds(resource)) ids.add(id);
    const arn = asText(at(resource.props, "arn"));
    if (arn === UNKNOWN) isWhole = false;
    const account = typeof arn === "string" && /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(arn)?.[1];
    if (account) ids.add(account);
  }
  const own: OwnAccounts = { ids, isWhole };
  ownIn.set(stack, own);
  return own;
}

/** A provider's lists reach a pack as lists or as JSON text. */
function allowedIds({ provider }: StackResource): string[] {
  const stated = at(provider?.props, "allowedAccountIds");
  const ids = asList(typeof stated === "string" ? parsed(stated) : stated);
  return ids === UNKNOWN ? [] : ids.flatMap((id) => (typeof id === "string" ? [id] : []));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
