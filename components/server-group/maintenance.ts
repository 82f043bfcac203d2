import type * as aws from "@pulumi/aws";
import type { ArgumentCheck } from "../argument-checks";
import type { CapacityReservation } from "./capacity-reservation";

/** How much of a group serves while its servers are replaced, and how it lies in its zones. */
export interface MaintenanceArgs {
  /**
   * How much of the group stays in service whenever servers are replaced: unhealthy ones, old ones, and those of a zone
   * that has too many. https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-instance-maintenance-policy.html
   *
   * @default AWS's own: an unhealthy server goes before its replacement comes, other replacements come first
   */
  readonly maintenance?: Maintenance;
  /**
   * What happens when a zone has no capacity: the others take more, or the group waits and stays even. With reservations
   * that are targeted, those can be used up before it is evened out.
   * https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-availability-zone-balanced.html
   *
   * @default "balancedBestEffort", the others take more
   */
  readonly zoneDistribution?: keyof typeof distributions;
}

/** https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstanceMaintenancePolicy.html */
export interface Maintenance {
  /** The percentage of the group that stays healthy and in service, 0–100. */
  readonly minHealthyPercent: number;
  /** The percentage that old and new servers may reach together, 100–200, at most 100 more than the other. */
  readonly maxHealthyPercent: number;
}

const distributions = {
  balancedBestEffort: "balanced-best-effort",
  balancedOnly: "balanced-only",
  reservationsThenBalanced: "reservations-then-balanced",
} as const;

export function checkMaintenance(
  check: ArgumentCheck,
  { maintenance, zoneDistribution }: MaintenanceArgs,
  reservation: CapacityReservation | undefined,
): void {
  if (maintenance) checkHealthyPercents(check, "maintenance", maintenance);
  const isReserved = zoneDistribution !== "reservationsThenBalanced" || reservation?.type === "targeted";
  check(isReserved, "zoneDistribution", "must have a targeted capacityReservation to use up", zoneDistribution);
}

/** The limits that maintenance and roll-outs share. */
export function checkHealthyPercents(check: ArgumentCheck, argument: string, percents: Maintenance): void {
  const { minHealthyPercent, maxHealthyPercent } = percents;
  const isMin = Number.isInteger(minHealthyPercent) && minHealthyPercent >= 0 && minHealthyPercent <= 100;
  check(isMin, `${argument}.minHealthyPercent`, "must be a whole number between 0 and 100", minHealthyPercent);
  const most = minHealthyPercent + 100;
  const isMax = Number.isInteger(maxHealthyPercent) && maxHealthyPercent >= 100 && maxHealthyPercent <= most;
  const limits = `must be a whole number between 100 and ${most}, 100 more than minHealthyPercent`;
  check(isMax, `${argument}.maxHealthyPercent`, limits, maxHealthyPercent);
}

type MaintenanceInput = Pick<aws.autoscaling.GroupArgs, "instanceMaintenancePolicy" | "availabilityZoneDistribution">;

export function maintenanceInput({ maintenance, zoneDistribution }: MaintenanceArgs): MaintenanceInput {
  return {
    instanceMaintenancePolicy: maintenance && {
      minHealthyPercentage: maintenance.minHealthyPercent,
      maxHealthyPercentage: maintenance.maxHealthyPercent,
    },
    availabilityZoneDistribution: zoneDistribution && {
      capacityDistributionStrategy: distributions[zoneDistribution],
    },
  };
}
