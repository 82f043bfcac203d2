import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { CapacityReservation } from "../server-group/capacity-reservation";
import type { ServerTypeChoice } from "./instance-type";

/**
 * A machine of one's own, allocated with the server for the family of its type, so that it can be scaled within it. AWS
 * bills the whole machine by the hour until it is released, as much as all servers that would have room on it, whether
 * the server runs or not.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/dedicated-hosts-overview.html
 */
export interface OwnHost {
  readonly host: "own";
}

/**
 * Capacity that is kept for the server, from before it is there, so that it starts again whenever it was stopped. AWS
 * bills it at the price of the server on demand, whether the server runs or not; what else matches it in the account
 * may use it meanwhile.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-capacity-reservations.html
 */
export interface OwnReservation {
  readonly type: "own";
  /** When it ends, in RFC 3339, e.g. `2027-01-31T18:00:00Z`. @default with the stack */
  readonly endDate?: string;
}

/** @throws when AWS has no such machine, or would reserve nothing. */
export function checkOwnCapacity(
  check: ArgumentCheck,
  { tenancy, reservation, isSpot }: OwnCapacityAsked,
  { name, burstable }: ServerTypeChoice,
): void {
  const onHost = typeof tenancy === "object";
  if (isOwnHost(tenancy)) {
    // https://aws.amazon.com/ec2/dedicated-hosts/pricing/
    const canBe = burstable === "none" || name.startsWith("t3.");
    check(canBe, "tenancy", `must not be a host for ${name}, as of burstable types only t3 has any`, tenancy);
  }
  if (reservation?.type !== "own") return;
  check(!onHost, "capacityReservation", "must be left out on dedicated hosts, which are capacity", reservation.type);
  check(!isSpot, "capacityReservation", "must be left out with spot instances, which use none", reservation.type);
  const { endDate } = reservation;
  const isDate = endDate === undefined || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(endDate);
  check(isDate, "capacityReservation.endDate", 'must be a moment such as "2027-01-31T18:00:00Z"', endDate);
}

export interface OwnCapacityAsked {
  readonly tenancy: unknown;
  readonly reservation: CapacityReservation | OwnReservation | undefined;
  readonly isSpot: boolean;
}

export function isOwnHost(tenancy: unknown): tenancy is OwnHost {
  return typeof tenancy === "object" && tenancy !== null && "host" in tenancy;
}

/** Where the capacity is, and what it is for. */
export interface CapacityPlace {
  readonly subnetId: pulumi.Input<string>;
  readonly type: ServerTypeChoice;
  readonly isWindows: boolean;
  readonly tags: Readonly<Record<string, pulumi.Input<string>>>;
}

/** Allocates a machine; nothing else lands on it by itself. */
export function ownHost(name: string, { subnetId, type, tags }: CapacityPlace, parent: pulumi.Resource) {
  const { availabilityZone } = aws.ec2.getSubnetOutput({ id: subnetId }, { parent });
  return new aws.ec2.DedicatedHost(
    `${name}-host`,
    {
      availabilityZone,
      instanceFamily: type.name.split(".")[0],
      autoPlacement: "off",
      tags: { Name: `${name}-host`, ...tags },
    },
    { parent },
  );
}

/**
 * Reserves capacity for whatever matches. A server that named it could not change its type: the one of a reservation
 * never changes, and the server would ask the old one for room.
 */
export function ownReservation(
  name: string,
  { endDate }: OwnReservation,
  isDedicated: boolean,
  { subnetId, type, isWindows, tags }: CapacityPlace,
  parent: pulumi.Resource,
) {
  const { availabilityZone } = aws.ec2.getSubnetOutput({ id: subnetId }, { parent });
  return new aws.ec2.CapacityReservation(
    `${name}-reservation`,
    {
      availabilityZone,
      instanceType: type.name,
      instancePlatform: isWindows ? "Windows" : "Linux/UNIX",
      instanceCount: 1,
      instanceMatchCriteria: "open",
      tenancy: isDedicated ? "dedicated" : "default",
      endDateType: endDate === undefined ? "unlimited" : "limited",
      endDate,
      tags: { Name: `${name}-reservation`, ...tags },
    },
    { parent },
  );
}
