import { deniesInsecureTransport } from "./insecure-transport";
import type { AttachedPolicies } from "./messaging";
import { statementsOf } from "./policy-statements";
import { anyOf } from "./three-valued";
import { UNKNOWN, type Unknown } from "./value";

/** Whether one of the policies of a resource denies everyone an action, or a pattern of actions, without TLS. */
export function refusedWithoutTls({ policies, isVague }: AttachedPolicies, action: string): boolean | Unknown {
  return anyOf([
    ...policies.map((policy) => {
      const statements = statementsOf(policy);
      if (statements === UNKNOWN) return UNKNOWN;
      return anyOf(statements.map((statement) => deniesInsecureTransport(statement, action)));
    }),
    isVague && UNKNOWN,
  ]);
}
