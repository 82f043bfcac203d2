import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/**
 * Which reserved capacity servers use.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/use-ec2-capacity-reservations.html
 */
export type CapacityReservation =
  /** None, so that it is left for others. */
  | { readonly type: "none" }
  /** Reservations by name: those alone, or those first and then what AWS has. */
  | {
      readonly type: "targeted";
      readonly reservations:
        | { readonly ids: readonly pulumi.Input<string>[] }
        | { readonly resourceGroupArns: readonly pulumi.Input<string>[] };
      /** Whether a server is not started when the reservations are used up. @default false */
      readonly only?: boolean;
    }
  /**
   * A Capacity Block for machine learning: accelerated servers for some days. Its servers stop with it, half an hour
   * before its end. https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-template-capacity-blocks.html
   */
  | { readonly type: "capacityBlock"; readonly reservationId: pulumi.Input<string> };

export function checkReservation(check: ArgumentCheck, reservation: CapacityReservation): void {
  if (reservation.type !== "targeted") return;
  const named = listed(reservation.reservations);
  check(named.length > 0, "capacityReservation.reservations", "must name at least one", reservation.reservations);
  const odd =
    "ids" in reservation.reservations ? named.find((id) => typeof id === "string" && !/^cr-/.test(id)) : undefined;
  check(odd === undefined, "capacityReservation.reservations.ids", 'must be ids such as "cr-0a1b2c3d4e5f60718"', odd);
}

function listed(
  reservations: Extract<CapacityReservation, { type: "targeted" }>["reservations"],
): readonly pulumi.Input<string>[] {
  return "ids" in reservations ? reservations.ids : reservations.resourceGroupArns;
}

/** The reservation as a group states it. A Capacity Block is for the launch template to state. */
export function reservationInput(
  reservation: CapacityReservation,
): aws.autoscaling.GroupArgs["capacityReservationSpecification"] {
  switch (reservation.type) {
    case "none":
      return { capacityReservationPreference: "none" };
    case "targeted": {
      const { reservations, only = false } = reservation;
      return {
        capacityReservationPreference: only ? "capacity-reservations-only" : "capacity-reservations-first",
        capacityReservationTarget:
          "ids" in reservations
            ? { capacityReservationIds: [...reservations.ids] }
            : { capacityReservationResourceGroupArns: [...reservations.resourceGroupArns] },
      };
    }
    case "capacityBlock":
      return undefined;
  }
}

type BlockInput = Pick<aws.ec2.LaunchTemplateArgs, "instanceMarketOptions" | "capacityReservationSpecification">;

/** A Capacity Block as a launch template states it; nothing for other reservations. */
export function capacityBlockInput(reservation: CapacityReservation | undefined): BlockInput {
  if (reservation?.type !== "capacityBlock") return {};
  return {
    instanceMarketOptions: { marketType: "capacity-block" },
    capacityReservationSpecification: {
      capacityReservationTarget: { capacityReservationId: reservation.reservationId },
    },
  };
}
