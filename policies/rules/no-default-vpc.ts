import { groupType } from "../facts/auto-scaling-groups";
import { spotFleetType } from "../facts/block-devices";
import { instanceType, launchSpecifications, spotRequestType } from "../facts/launch-specifications";
import { foreignTemplates, templatesOf, usesTemplate } from "../facts/launch-templates";
import { stated } from "../facts/stated";
import { asList, at, few, UNKNOWN } from "../facts/value";
import type { StackResource } from "../resource";
import { rule } from "../rule";

const securityGroupType = "aws:ec2/securityGroup:SecurityGroup";
const taken: Record<string, string> = {
  "aws:ec2/defaultVpc:DefaultVpc": "it takes over the default VPC; make a VPC of its own",
  "aws:ec2/defaultSubnet:DefaultSubnet": "it takes over a subnet of the default VPC; make a VPC with its own subnets",
};
const launchTypes = [instanceType, spotRequestType, spotFleetType];
const placing = ["subnetId", "networkInterfaces", "primaryNetworkInterface", "vpcZoneIdentifiers"];

export const noDefaultVpc = rule({
  name: "no-default-vpc",
  displayName: "Nothing runs in the default VPC",
  description: "The default VPC and its subnets are not used: instances name a subnet, and security groups a VPC.",
  why: "Every subnet of the default VPC is public and gives out public addresses, so that what lands there by oversight is on the internet.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html",
  remediationSteps: "Make a VPC with private subnets, and name them; every subnet of the default VPC is public.",
  controls: {},
  types: [...Object.keys(taken), securityGroupType, groupType, ...launchTypes],
  resource({ resource, deny, undecided }) {
    const { type, props } = resource;
    const finding = taken[type];
    if (finding) deny(finding);
    else if (type === securityGroupType) {
      if (at(props, "vpcId") === undefined) deny("vpcId is not set, so it belongs to the default VPC; name a VPC");
    } else if (type === groupType) {
      // A template may name subnets: the stack tells.
      if (!names(props) && !usesTemplate(resource)) deny(inDefault("vpcZoneIdentifiers"));
    } else {
      const specifications = launchSpecifications(resource);
      if (specifications === UNKNOWN) return undecided("launchSpecifications");
      const bare = specifications.filter(
        ({ inherits, read }) => !inherits && placing.every((name) => isEmpty(read(name))),
      );
      if (bare.length > 0) deny(inDefault(few(bare.map(({ name }) => name("subnetId")))));
    }
  },
  stack({ stack, run, on }) {
    for (const user of stack.ofType(instanceType, spotRequestType, groupType)) {
      if (
        !usesTemplate(stated(user)) ||
        placing.some((name) => run.statedInputs.has(user, name) && !isEmpty(at(user.props, name)))
      ) {
        continue;
      }
      const foreign = foreignTemplates(stack, user);
      for (const template of foreign) on(user).undecided(`whether a subnet is named by ${template}`);
      const isPlaced = templatesOf(stack, user).some(namesSubnet);
      if (foreign.length === 0 && !isPlaced) {
        on(user).deny(`neither it nor its launch template names a subnet, so it runs in the default VPC; name one`);
      }
    }
  },
});

function inDefault(property: string): string {
  return `${property} is not set, so it runs in the default VPC; name a subnet of another`;
}

function names(props: unknown): boolean {
  return placing.some((name) => !isEmpty(at(props, name)));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}

function namesSubnet({ props }: StackResource): boolean {
  const interfaces = asList(at(props, "networkInterfaces"));
  return (
    interfaces !== UNKNOWN &&
    interfaces.some((one) => ["subnetId", "networkInterfaceId"].some((name) => !isEmpty(at(one, name))))
  );
}
