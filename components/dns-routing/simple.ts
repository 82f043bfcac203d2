import type { ArgumentCheck } from "../argument-checks";
import { checkTarget, type Target } from "../dns-record/target";
import type { ReadRecord } from "./routed-record";

/** Answers one target, always: what a `DnsRecord` does. */
export interface SimplePolicy {
  readonly type: "simple";
  readonly target: Target;
}

export function readSimple(check: ArgumentCheck, { target }: SimplePolicy): ReadRecord[] {
  checkTarget(check, "policy.target", target);
  return [{ target, routing: {} }];
}
