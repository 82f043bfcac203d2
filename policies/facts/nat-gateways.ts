import type { StackResource } from "../resource";
import { stated } from "./stated";
import type { SubnetPlace } from "./subnet-references";
import { asText, at, type Fact, UNKNOWN, type Unknown } from "./value";

export const natGatewayType = "aws:ec2/natGateway:NatGateway";

/** Where a NAT gateway of one zone stands. */
export const natGatewayPlace: SubnetPlace = { path: ["subnetId"], one: true, computed: true };

/**
 * Whether a NAT gateway serves every zone of its VPC. It then stands in no subnet.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html
 */
export function isRegional(gateway: StackResource): boolean | Unknown {
  const mode: Fact<string> = asText(at(stated(gateway).props, "availabilityMode"));
  return mode === UNKNOWN ? UNKNOWN : mode === "regional";
}

/** Whether a NAT gateway leads to the internet, and not only to other networks. */
export function leadsToInternet(gateway: StackResource): boolean | Unknown {
  const connectivity: Fact<string> = asText(at(stated(gateway).props, "connectivityType"));
  return connectivity === UNKNOWN ? UNKNOWN : connectivity !== "private";
}
