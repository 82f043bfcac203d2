import type * as aws from "@pulumi/aws";
import type { ArgumentCheck } from "../argument-checks";
import type { CapacityReservation } from "../server-group/capacity-reservation";
import { checkReservation } from "../server-group/capacity-reservation";

/** How one server is paid for. */
export type ServerPurchasing =
  /** Paid by the second, never taken away. */
  | { readonly type: "onDemand" }
  /**
   * Spare capacity: much cheaper, taken away with two minutes' notice. A server that is only stopped comes back when AWS
   * has capacity again (its request is persistent); one that is terminated does not.
   * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/interruption-behavior.html
   */
  | {
      readonly type: "spot";
      /** What happens when it is taken away. @default "stop" */
      readonly onInterruption?: "terminate" | "stop" | "hibernate";
    };

type MarketInput = Pick<aws.ec2.InstanceArgs, "instanceMarketOptions" | "capacityReservationSpecification">;

export function checkServerPurchasing(
  check: ArgumentCheck,
  purchasing: ServerPurchasing,
  reservation: CapacityReservation | undefined,
): void {
  if (!reservation) return;
  checkReservation(check, reservation);
  const isOnDemand = purchasing.type === "onDemand" || reservation.type === "none";
  check(isOnDemand, "capacityReservation", "must be left out with spot instances, which use none", reservation.type);
  if (reservation.type !== "targeted") return;
  const { reservations, only } = reservation;
  const named = "ids" in reservations ? reservations.ids : reservations.resourceGroupArns;
  check(named.length === 1, "capacityReservation.reservations", "must name one, as there is one server", named);
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CapacityReservationSpecification.html
  check(
    only !== false,
    "capacityReservation.only",
    "must not be false: one server that targets a reservation needs it",
    only,
  );
}

/** The market as a server states it; nothing where nothing was said. */
export function marketInput(purchasing: ServerPurchasing, reservation: CapacityReservation | undefined): MarketInput {
  const reserved = reservationInput(reservation);
  if (purchasing.type === "onDemand") return reserved;
  const { onInterruption = "stop" } = purchasing;
  return {
    ...reserved,
    instanceMarketOptions: {
      marketType: "spot",
      spotOptions: {
        instanceInterruptionBehavior: onInterruption,
        spotInstanceType: onInterruption === "terminate" ? "one-time" : "persistent",
      },
    },
  };
}

function reservationInput(reservation: CapacityReservation | undefined): MarketInput {
  switch (reservation?.type) {
    case undefined:
      return {};
    case "none":
      return { capacityReservationSpecification: { capacityReservationPreference: "none" } };
    case "targeted": {
      const { reservations } = reservation;
      const [id] = "ids" in reservations ? reservations.ids : [];
      const [arn] = "resourceGroupArns" in reservations ? reservations.resourceGroupArns : [];
      const target = id === undefined ? { capacityReservationResourceGroupArn: arn } : { capacityReservationId: id };
      return { capacityReservationSpecification: { capacityReservationTarget: target } };
    }
    case "capacityBlock":
      return {
        instanceMarketOptions: { marketType: "capacity-block" },
        capacityReservationSpecification: {
          capacityReservationTarget: { capacityReservationId: reservation.reservationId },
        },
      };
  }
}
