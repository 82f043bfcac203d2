import type { Resource, StackResource } from "../resource";
import type { Change, Stack } from "../rule";
import { spotFleetType } from "./block-devices";
import { instanceType, launchConfigurationType, launchSpecifications, spotRequestType } from "./launch-specifications";
import { launchTemplateType, templatesOf } from "./launch-templates";
import { type Members, membersOf } from "./property-paths";
import { type Kind, named } from "./references";
import { stated } from "./stated";
import { asBoolean, asList, at, UNKNOWN } from "./value";

const flag = "associatePublicIpAddress";
const groupType = "aws:autoscaling/group:Group";
const configurationKind: Kind = { types: [launchConfigurationType], keys: ["name", "id"] };

/** Everything that a resource says of whether instances get a public address when they start. */
export function statedAddresses({ type, props }: Resource): Members {
  if (type === launchTemplateType) return membersOf(props, [], "networkInterfaces", flag);
  return type === spotFleetType ? membersOf(props, [], "launchSpecifications", flag) : membersOf(props, [], flag);
}

/**
 * Where a resource could say it of instances for which nobody names a subnet: they start in the default VPC, which gives
 * each a public address. https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc-components.html
 */
export function unsaidByDefault(resource: Resource): Change["path"][] {
  if (![instanceType, spotRequestType, spotFleetType].includes(resource.type)) return [];
  const specifications = launchSpecifications(resource);
  const decisive = [flag, "subnetId", "networkInterfaces", "primaryNetworkInterface"];
  return (specifications === UNKNOWN ? [] : specifications)
    .filter(({ inherits, read }) => !inherits && decisive.every((property) => read(property) === undefined))
    .map(({ path }) => path(flag));
}

/** The types that name the subnets of their instances, and may leave it to those. */
export const subnetUserTypes = [instanceType, spotRequestType, groupType];

/** True when the subnets decide: neither the resource nor what it starts instances from says anything. */
export function leavesToSubnets(stack: Stack, user: StackResource): boolean {
  const { props } = stated(user);
  const taken = ["networkInterfaces", "primaryNetworkInterface"].some((property) => at(props, property) !== undefined);
  if (at(props, flag) !== undefined || taken) return false;
  const name = at(props, "launchConfiguration");
  const configurations = name === undefined ? [] : named(stack, user, "launchConfiguration", name, configurationKind);
  const templates = templatesOf(stack, user);
  return (
    configurations.every((configuration) => at(stated(configuration).props, flag) === undefined) &&
    templates.every((template) => hasSilentInterfaces(template))
  );
}

/** A template without network interfaces says nothing, nor does one whose interfaces are silent. */
function hasSilentInterfaces({ props }: Resource): boolean {
  const list = asList(at(props, "networkInterfaces"));
  return list !== UNKNOWN && list.every((one) => asBoolean(at(one, flag)) === undefined);
}
