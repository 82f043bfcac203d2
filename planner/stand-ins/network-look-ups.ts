import type { Json, JsonObject } from "../plan";
import { isObject, UNKNOWN } from "../wire";
import { elasticIp } from "./addresses";
import type { Answers } from "./question";
import { ACCOUNT_ID, ec2Id, markedHex, partitionOf } from "./setting";

/** Without these an answer would say that they are absent, not that they are not known. */
const vpcProperties =
  "cidrBlock cidrBlockAssociations default dhcpOptionsId enableDnsHostnames enableDnsSupport " +
  "enableNetworkAddressUsageMetrics instanceTenancy ipv6AssociationId ipv6CidrBlock ipv6CidrBlockAssociations mainRouteTableId tags";

const subnetProperties =
  "assignIpv6AddressOnCreation availabilityZone availabilityZoneId availableIpAddressCount cidrBlock defaultForAz " +
  "enableDns64 ipv6CidrBlock ipv6CidrBlockAssociationId ipv6Native mapPublicIpOnLaunch outpostArn tags vpcId";

const addressProperties =
  "associationId carrierIp customerOwnedIp customerOwnedIpv4Pool instanceId ipamPoolId networkInterfaceId " +
  "networkInterfaceOwnerId privateDns privateIp ptrRecord publicDns publicIpv4Pool tags";

/** Look-ups about networks that are there already. */
export const networkLookUps: Answers = {
  "aws:ec2/getVpc:getVpc": ({ inputs, setting: { region } }) => {
    const id = typeof inputs.id === "string" ? inputs.id : ec2Id("vpc", JSON.stringify(inputs));
    const unknown: JsonObject = Object.fromEntries(vpcProperties.split(" ").map((property) => [property, UNKNOWN]));
    const arn = `arn:${partitionOf(region).partition}:ec2:${region}:${ACCOUNT_ID}:vpc/${id}`;
    return { ...unknown, id, arn, ownerId: ACCOUNT_ID, region, state: "available" };
  },
  "aws:ec2/getElasticIp:getElasticIp": ({ inputs, setting: { region } }) => {
    const id = typeof inputs.id === "string" ? inputs.id : ec2Id("eipalloc", JSON.stringify(inputs));
    const unknown: JsonObject = Object.fromEntries(addressProperties.split(" ").map((property) => [property, UNKNOWN]));
    const arn = `arn:${partitionOf(region).partition}:ec2:${region}:${ACCOUNT_ID}:elastic-ip/${id}`;
    const publicIp = typeof inputs.publicIp === "string" ? inputs.publicIp : elasticIp(markedHex(id, 16));
    return { ...unknown, id, arn, domain: "vpc", region, publicIp };
  },
  // Which zone it is in, AWS alone knows of a subnet that is there.
  "aws:ec2/getSubnet:getSubnet": ({ inputs, setting: { region } }) => {
    const id = typeof inputs.id === "string" ? inputs.id : ec2Id("subnet", JSON.stringify(inputs));
    const unknown: JsonObject = Object.fromEntries(subnetProperties.split(" ").map((property) => [property, UNKNOWN]));
    const arn = `arn:${partitionOf(region).partition}:ec2:${region}:${ACCOUNT_ID}:subnet/${id}`;
    return { ...unknown, id, arn, ownerId: ACCOUNT_ID, region, state: "available" };
  },
  "aws:ec2/getSubnets:getSubnets": ({ inputs, setting: { region } }) => {
    const ids = isOneZone(inputs.filters) ? [ec2Id("subnet", JSON.stringify(inputs))] : UNKNOWN;
    return { id: region, ids };
  },
};

/** Within one zone the tags of a tier are those of one subnet; how many there are in several, only AWS knows. */
function isOneZone(filters: Json | undefined): boolean {
  return (Array.isArray(filters) ? filters : []).some(
    (filter) =>
      isObject(filter) &&
      (filter.name === "availability-zone" || filter.name === "availability-zone-id") &&
      Array.isArray(filter.values) &&
      filter.values.length === 1,
  );
}
