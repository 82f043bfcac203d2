import { named } from "../facts/references";
import { stated } from "../facts/stated";
import { type SubnetPlace, subnetReferences } from "../facts/subnet-references";
import { vpcKind, vpcOf } from "../facts/subnet-routes";
import { asBoolean, asText, at, shown, UNKNOWN, type Unknown } from "../facts/value";
import type { Resource, StackResource } from "../resource";
import { rule, type Stack } from "../rule";

const clusterType = "aws:eks/cluster:Cluster";
const endpointType = "aws:ec2/vpcEndpoint:VpcEndpoint";
const mountTargetType = "aws:efs/mountTarget:MountTarget";

/** What names its subnets, and is reached by names that AWS gives out within the VPC. */
const places: Record<string, SubnetPlace> = {
  [clusterType]: { path: ["vpcConfig", "subnetIds"] },
  [mountTargetType]: { path: ["subnetId"], one: true },
};

export const vpcDnsEnabled = rule({
  name: "vpc-dns-enabled",
  displayName: "VPCs resolve names",
  description: "Every VPC resolves names, and gives out names where EFS, EKS or an interface endpoint needs them.",
  why: "Without names file systems of EFS, private endpoints of EKS and interface endpoints cannot be reached as their clients expect.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html",
  remediationSteps: "Set enableDnsSupport and enableDnsHostnames to true.",
  controls: {},
  types: [...vpcKind.types],
  resource({ resource: { props }, deny, undecided }) {
    const resolves = asBoolean(at(props, "enableDnsSupport"));
    if (resolves === UNKNOWN) undecided("enableDnsSupport");
    else if (resolves === false) deny("enableDnsSupport is false; set it to true");
  },
  stack({ stack, on }) {
    for (const [vpc, { user, isCertain }] of users(stack)) {
      const gives = givesNames(stated(vpc));
      if (gives === true) continue;
      const { type, name } = user;
      const needs = `${shortName(type)} "${name}"`;
      if (gives === UNKNOWN) on(vpc).undecided("enableDnsHostnames");
      else if (!isCertain) on(vpc).undecided(`whether ${needs} needs its enableDnsHostnames`);
      else {
        const said = shown(at(stated(vpc).props, "enableDnsHostnames"));
        on(vpc).deny(`enableDnsHostnames is ${said}, and ${needs} needs it; set it to true`);
      }
    }
  },
  remediate(vpc) {
    const { props } = vpc;
    const supports = asBoolean(at(props, "enableDnsSupport")) === false;
    return [
      ...(supports ? [{ path: ["enableDnsSupport"], value: true } as const] : []),
      ...(givesNames(vpc) === false ? [{ path: ["enableDnsHostnames"], value: true } as const] : []),
    ];
  },
});

/** The default VPC gives out names unless told otherwise; any other does not. */
function givesNames({ type, props }: Pick<Resource, "type" | "props">): boolean | Unknown {
  return asBoolean(at(props, "enableDnsHostnames")) ?? type === "aws:ec2/defaultVpc:DefaultVpc";
}

/** What needs the names of each VPC: one resource that surely does, else one that may. */
function users(stack: Stack): Map<StackResource, { user: StackResource; isCertain: boolean }> {
  const found = new Map<StackResource, { user: StackResource; isCertain: boolean }>();
  const add = (vpc: StackResource | undefined, user: StackResource, isCertain: boolean) => {
    if (vpc && !found.get(vpc)?.isCertain) found.set(vpc, { user, isCertain });
  };
  for (const user of stack.ofType(...Object.keys(places))) {
    const place = places[user.type];
    const { sure = [] } = place ? subnetReferences(stack, user, place) : {};
    for (const subnet of sure) add(vpcOf(stack, subnet), user, true);
  }
  for (const endpoint of stack.ofType(endpointType)) {
    const { props } = stated(endpoint);
    const privateNames =
      asText(at(props, "vpcEndpointType")) === "Interface" && asBoolean(at(props, "privateDnsEnabled"));
    if (privateNames !== true && privateNames !== UNKNOWN) continue;
    const [vpc] = named(stack, endpoint, "vpcId", at(props, "vpcId"), vpcKind);
    add(vpc, endpoint, privateNames === true);
  }
  return found;
}

const shortNames: Record<string, string> = {
  [clusterType]: "EKS cluster",
  [endpointType]: "interface endpoint",
  [mountTargetType]: "EFS mount target",
};

function shortName(type: string): string {
  return shortNames[type] ?? type;
}
