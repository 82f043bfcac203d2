import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { record } from "../../../planner/record";
import { lookUp } from "../../../planner/stand-ins/look-ups";
import { UNKNOWN } from "../../../planner/wire";

const setting = { project: "shop", stack: "dev", region: "eu-west-1" };
const ask = (name: string, inputs = {}) => lookUp(`aws:ec2/${name}:${name}`, inputs, setting) ?? assert.fail(name);

describe("stand-ins of networks", () => {
  it("give a VPC a range of the size that it asks IPAM for, or none that is known", async () => {
    const plan = await record(() => {
      new aws.ec2.Vpc("pooled", {
        ipv4IpamPoolId: "ipam-pool-1",
        ipv4NetmaskLength: 20,
        ipv6IpamPoolId: "ipam-pool-2",
        ipv6NetmaskLength: 52,
      });
      new aws.ec2.Vpc("unsized", { ipv4IpamPoolId: "ipam-pool-1", ipv6IpamPoolId: "ipam-pool-2" });
    });
    const ranges = (name: string) => [plan.get(name).outputs.cidrBlock, plan.get(name).outputs.ipv6CidrBlock];
    assert.deepEqual(ranges("pooled"), ["10.0.0.0/20", "2001:db8::/52"]);
    assert.deepEqual(ranges("unsized"), [UNKNOWN, UNKNOWN]);
  });

  it("have ids in the form of AWS, and those of what a VPC has by itself", async () => {
    const plan = await record(() => {
      const vpc = new aws.ec2.Vpc("vpc", { cidrBlock: "10.0.0.0/16" });
      new aws.ec2.DefaultRouteTable("routes", { defaultRouteTableId: vpc.defaultRouteTableId, routes: [] });
      new aws.ec2.VpcIpv4CidrBlockAssociation("cidr", { vpcId: vpc.id, cidrBlock: "100.64.0.0/16" });
      new aws.ec2.VpcBlockPublicAccessExclusion("bpa", { vpcId: vpc.id, internetGatewayExclusionMode: "allow-egress" });
      new aws.ec2.VpcEncryptionControl("encryption", { vpcId: vpc.id, mode: "monitor" });
      new aws.ec2.EipAssociation("address", { allocationId: "eipalloc-1", networkInterfaceId: "eni-1" });
      new aws.ec2.VpcSecurityGroupRulesExclusive("rules", {
        securityGroupId: "sg-1",
        ingressRuleIds: [],
        egressRuleIds: [],
      });
      new aws.vpc.SecurityGroupVpcAssociation("shared", { securityGroupId: "sg-1", vpcId: vpc.id });
    });
    const id = (name: string) => plan.get(name).id;
    assert.equal(id("routes"), plan.get("vpc").outputs.defaultRouteTableId);
    assert.match(String(id("cidr")), /^vpc-cidr-assoc-0ff11e[0-9a-f]{11}$/);
    assert.match(String(id("bpa")), /^vpcbpa-exclude-0ff11e[0-9a-f]{11}$/);
    assert.match(String(id("encryption")), /^vpcec-0ff11e[0-9a-f]{11}$/);
    assert.match(String(id("address")), /^eipassoc-0ff11e[0-9a-f]{11}$/);
    assert.deepEqual([id("rules"), id("shared")], ["sg-1", `sg-1,${id("vpc")}`]);
  });
});

describe("stand-ins of subnets", () => {
  it("name the zone that an id means in this account, as far as the region has one", async () => {
    const plan = await record(() => {
      const cidrs = { vpcId: "vpc-1", cidrBlock: "10.0.0.0/24" };
      new aws.ec2.Subnet("by-id", { ...cidrs, availabilityZoneId: "euw1-az2" });
      new aws.ec2.Subnet("elsewhere", { ...cidrs, availabilityZoneId: "use1-az2" });
      new aws.ec2.Subnet("by-name", { ...cidrs, availabilityZone: "eu-west-1c" });
    });
    const zones = ["by-id", "elsewhere", "by-name"].map((name) => plan.get(name).outputs.availabilityZone);
    assert.deepEqual(zones, ["eu-west-1b", undefined, "eu-west-1c"]);
  });
});

describe("look-ups of networks", () => {
  it("know of a VPC its id and ARN alone", () => {
    const { id, arn, cidrBlock, ownerId } = ask("getVpc", { id: "vpc-1" });
    const expected = ["vpc-1", "arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-1", UNKNOWN, "123456789012"];
    assert.deepEqual([id, arn, cidrBlock, ownerId], expected);
    assert.match(String(ask("getVpc", { default: true }).id), /^vpc-0ff11e[0-9a-f]{11}$/);
  });

  it("know of a subnet its id and ARN, not its zone", () => {
    const { id, arn, availabilityZone } = ask("getSubnet", { id: "subnet-1" });
    assert.deepEqual([id, arn], ["subnet-1", "arn:aws:ec2:eu-west-1:123456789012:subnet/subnet-1"]);
    assert.equal(availabilityZone, UNKNOWN);
    assert.match(String(ask("getSubnet", { vpcId: "vpc-1" }).id), /^subnet-0ff11e[0-9a-f]{11}$/);
  });

  it("find one subnet within one zone, and elsewhere nobody knows how many", () => {
    const vpc = { name: "vpc-id", values: ["vpc-1"] };
    const within = (name: string, ...values: string[]) => ask("getSubnets", { filters: [vpc, { name, values }] }).ids;
    assert.match(String(within("availability-zone", "eu-west-1a")), /^subnet-0ff11e[0-9a-f]{11}$/);
    assert.notDeepEqual(within("availability-zone", "eu-west-1a"), within("availability-zone-id", "euw1-az1"));
    assert.equal(within("availability-zone", "eu-west-1a", "eu-west-1b"), UNKNOWN);
    assert.deepEqual([ask("getSubnets").ids, ask("getSubnets", { filters: [vpc] }).ids], [UNKNOWN, UNKNOWN]);
  });
});
