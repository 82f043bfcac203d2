import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/** One thing that the containers may do on AWS. */
export interface Permission {
  /** e.g. `["s3:GetObject"]`; not every action of a service (`s3:*`). */
  readonly actions: readonly string[];
  /** ARNs of what they may do it to; `"*"` only where an action knows no other. */
  readonly resources: readonly pulumi.Input<string>[];
}

export function checkPermissions(check: ArgumentCheck, permissions: readonly Permission[]): void {
  permissions.forEach(({ actions, resources }, index) => {
    const argument = `permissions[${index}]`;
    check(actions.length > 0, `${argument}.actions`, "must hold at least one action", actions);
    check(resources.length > 0, `${argument}.resources`, "must hold at least one ARN", resources);
    for (const action of actions) {
      const isNarrow = /^[a-z0-9-]+:[A-Za-z0-9]+\*?$/.test(action);
      check(isNarrow, `${argument}.actions`, 'must be actions such as "s3:GetObject"', action);
    }
  });
}
