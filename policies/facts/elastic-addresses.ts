import { type StackResource, title } from "../resource";
import type { Stack } from "../rule";
import { instanceType, spotRequestType } from "./launch-specifications";
import { type Kind, named, usesOf } from "./references";
import { stated } from "./stated";
import { at } from "./value";

const addressType = "aws:ec2/eip:Eip";
const associationType = "aws:ec2/eipAssociation:EipAssociation";
const attachmentType = "aws:ec2/networkInterfaceAttachment:NetworkInterfaceAttachment";

const instanceKind: Kind = { types: [instanceType, spotRequestType], keys: ["id", "spotInstanceId"] };
const interfaceKind: Kind = { types: ["aws:ec2/networkInterface:NetworkInterface"], keys: ["id"] };
const addressKind: Kind = { types: [addressType], keys: ["id", "allocationId"] };

/** Where each type names the instance, and the network interface, that gets the address. */
const places: Record<string, { readonly instance: string; readonly networkInterface: string }> = {
  [addressType]: { instance: "instance", networkInterface: "networkInterface" },
  [associationType]: { instance: "instanceId", networkInterface: "networkInterfaceId" },
};

/** What gives an Elastic IP address to an instance. */
export interface InstanceAddress {
  /** The address, or the association of one that the stack does not define. */
  readonly source: StackResource;
  /** As a message names the source: `aws.ec2.Eip "web"`. */
  readonly label: string;
  /** The instances, where they belong to the stack. */
  readonly instances: readonly StackResource[];
}

/** The Elastic IP addresses that a stack gives to instances, also by way of a network interface of the stack. */
export function instanceAddresses(stack: Stack): InstanceAddress[] {
  return stack.ofType(...Object.keys(places)).flatMap((giver): InstanceAddress[] => {
    const place = places[giver.type];
    if (!place) return [];
    // What is associated by another resource is computed here.
    const { props } = stated(giver);
    const [address] =
      giver.type === associationType
        ? named(stack, giver, "allocationId", at(props, "allocationId"), addressKind)
        : [giver];
    const source = address ?? giver;
    const found = { source, label: title(source) };
    const instance = at(props, place.instance);
    if (instance !== undefined && instance !== "") {
      return [{ ...found, instances: named(stack, giver, place.instance, instance, instanceKind) }];
    }
    const taken = at(props, place.networkInterface);
    const interfaces = taken === undefined ? [] : named(stack, giver, place.networkInterface, taken, interfaceKind);
    const instances = interfaces.flatMap((one) => instancesWith(stack, one));
    return instances.length > 0 ? [{ ...found, instances }] : [];
  });
}

/** The instances of the stack that have a network interface, from their start or attached later. */
function instancesWith(stack: Stack, networkInterface: StackResource): StackResource[] {
  return usesOf(stack, networkInterface).flatMap(({ user }) => {
    if (instanceKind.types.includes(user.type)) return [user];
    if (user.type !== attachmentType) return [];
    return [...named(stack, user, "instanceId", at(user.props, "instanceId"), instanceKind)];
  });
}
