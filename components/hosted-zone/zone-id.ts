import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/**
 * Refuses a text that is no id of a hosted zone, above all the zone's name.
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_HostedZone.html
 */
export function checkZoneId(check: ArgumentCheck, argument: string, zoneId: pulumi.Input<string> | undefined): void {
  const isId = typeof zoneId !== "string" || /^Z[A-Z0-9]{1,31}$/.test(zoneId);
  check(isId, argument, "must be a hosted zone id such as Z0123456789ABCDEFGHIJ", zoneId);
}
