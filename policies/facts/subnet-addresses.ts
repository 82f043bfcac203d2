import type { Resource } from "../resource";
import { asBoolean, at, type Unknown } from "./value";

/** Whether a subnet gives a public IPv4 address to all that starts in it; a default subnet does unless told otherwise. */
export function givesAddresses({ type, props }: Pick<Resource, "type" | "props">): boolean | Unknown {
  return asBoolean(at(props, "mapPublicIpOnLaunch")) ?? type === "aws:ec2/defaultSubnet:DefaultSubnet";
}
