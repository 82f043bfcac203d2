import { groupType } from "../facts/auto-scaling-groups";
import { launchTemplateType } from "../facts/launch-templates";
import { usesOf } from "../facts/references";
import { stated } from "../facts/stated";
import { asList, asText, at, shown, UNKNOWN, type Unknown } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";

const reservationType = "aws:ec2/capacityReservation:CapacityReservation";
const blockType = "aws:ec2/capacityBlockReservation:CapacityBlockReservation";
const instanceType = "aws:ec2/instance:Instance";
const memberType = "aws:resourcegroups/resource:Resource";

/** What can name a reservation to launch into, or put it into a group of reservations. */
const targetTypes = [instanceType, launchTemplateType, groupType, memberType];

export const capacityReservationUsed = rule({
  name: "capacity-reservation-used",
  displayName: "Capacity that is reserved is used",
  description:
    "Something in the stack launches into each Capacity Reservation, by name or, if the reservation is open, by its instance type.",
  why: "A reservation is billed from the moment that it is there, whether anything runs in it or not.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-capacity-reservations.html",
  remediationSteps:
    "Name the reservation in capacityReservationTarget of the instance, launch template or group that needs it, or remove it: it costs as much as its instances.",
  controls: {},
  types: [],
  stack({ stack, on }) {
    const reservations = stack.ofType(reservationType, blockType);
    if (reservations.length === 0) return;
    const targets = told(targetsIn(stack));
    const launched = told(launchedTypes(stack));
    for (const reservation of reservations) {
      const wanted = asText(at(reservation.props, "instanceType"));
      const criteria = criteriaOf(reservation);
      if (isNamed(stack, reservation, targets) || (criteria === "open" && launched.has(wanted))) continue;
      const { deny, undecided } = on(reservation);
      if (targets.vague) undecided("which reservations the stack targets");
      else if (criteria === UNKNOWN) undecided("instanceMatchCriteria");
      else if (criteria !== "open") deny("nothing names it in capacityReservationTarget; target it, or remove it");
      else if (wanted === UNKNOWN) undecided("instanceType");
      else if (launched.vague) undecided("which instance types the stack launches");
      else deny(`nothing launches ${shown(wanted)}; target it, or remove it`);
    }
  },
});

/** Texts of a stack, and whether there are others that are not known. */
interface Told {
  readonly vague: boolean;
  has(value: unknown): boolean;
}

function told(list: readonly unknown[]): Told {
  const known = new Set(list.filter((value) => typeof value === "string"));
  return { vague: list.includes(UNKNOWN), has: (value) => typeof value === "string" && known.has(value) };
}

/** A capacity block serves only those that name it. */
function criteriaOf(reservation: StackResource): string | Unknown {
  if (reservation.type === blockType) return "targeted";
  return asText(at(stated(reservation).props, "instanceMatchCriteria")) ?? "open";
}

function isNamed(stack: Stack, reservation: StackResource, targets: Told): boolean {
  if (["id", "arn"].some((key) => targets.has(at(reservation.props, key)))) return true;
  return usesOf(stack, reservation).some(({ user }) => targetTypes.includes(user.type));
}

/** The ids and ARNs by which reservations are named; at preview they are known by what they refer to. */
function targetsIn(stack: Stack): unknown[] {
  return stack.ofType(...targetTypes).flatMap((user) => {
    const property = user.type === memberType ? "resourceArn" : "capacityReservationSpecification";
    const value = at(stated(user).props, property);
    const target = user.type === memberType ? { capacityReservationId: value } : at(value, "capacityReservationTarget");
    const ids = asList(at(target, "capacityReservationIds"));
    const named = [at(target, "capacityReservationId"), ...(ids === UNKNOWN ? [UNKNOWN] : ids)];
    const isOfStack = user.references(property).some(({ type }) => type.startsWith("aws:"));
    return isOfStack ? named.filter((id) => id !== UNKNOWN) : named;
  });
}

/** The types of instance that are said: by the resources that launch, and by templates for them. */
function launchedTypes(stack: Stack): unknown[] {
  const single = stack
    .ofType(instanceType, launchTemplateType, "aws:ec2/launchConfiguration:LaunchConfiguration")
    .map((user) => at(stated(user).props, "instanceType"));
  const lists = stack.ofType("aws:eks/nodeGroup:NodeGroup").map(({ props }) => asList(at(props, "instanceTypes")));
  const overrides = stack.ofType(groupType).map(({ props }) => {
    const list = asList(at(props, "mixedInstancesPolicy", "launchTemplate", "overrides"));
    return list === UNKNOWN ? [UNKNOWN] : list.map((override) => at(override, "instanceType"));
  });
  return [...single, ...[...lists, ...overrides].flat()];
}
