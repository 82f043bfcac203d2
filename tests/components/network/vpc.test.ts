import assert from "node:assert/strict";
import { Network, type NetworkArgs } from "../../../components/network";
import { record } from "../../../planner/record";

const network = (args: NetworkArgs = {}) =>
  record(
    () => {
      new Network("net", args);
    },
    { environment: "dev" },
  );

describe("the VPC of a network", () => {
  it("locks what it has by itself: security group, network ACL and route table", async () => {
    const plan = await network();
    const vpc = plan.get("net-vpc");
    assert.deepEqual(plan.get("net-default-sg").inputs, {
      vpcId: vpc.id,
      ingress: [],
      egress: [],
      tags: { Name: "net-default-sg" },
    });
    assert.deepEqual(plan.get("net-default-acl").inputs, {
      defaultNetworkAclId: vpc.outputs.defaultNetworkAclId,
      ingress: [],
      egress: [],
      tags: { Name: "net-default-acl" },
    });
    // A subnet that is made by hand uses it, and is none of ours to take away.
    assert.deepEqual(plan.get("net-default-acl").options.ignoreChanges, ["subnetIds"]);
    assert.deepEqual(plan.get("net-default-routes").inputs, {
      defaultRouteTableId: vpc.outputs.defaultRouteTableId,
      routes: [],
      tags: { Name: "net-default-routes" },
    });
  });

  it("leaves no subnet to those, and nothing starts in one before it has its own", async () => {
    const plan = await network({ tiers: ["public", "private", "isolated", "inspection"] });
    const ids = plan.ofType("aws:ec2/subnet:Subnet").map(({ id }) => id);
    const guarded = plan.ofType("aws:ec2/networkAcl:NetworkAcl").flatMap(({ inputs }) => inputs.subnetIds);
    const routed = plan
      .ofType("aws:ec2/routeTableAssociation:RouteTableAssociation")
      .map(({ inputs }) => inputs.subnetId);
    assert.deepEqual([guarded.sort(), routed.sort()], [ids.sort(), ids.sort()]);
    const nat = plan.get("net-nat-a").propertyDependencies.subnetId ?? [];
    for (const name of ["net-public-a-routing", "net-public-acl"]) assert.ok(nat.includes(plan.get(name).urn), name);
  });

  it("takes its ranges from IPAM, and its subnets their places in them", async () => {
    const plan = await network({
      cidrBlock: { ipamPoolId: "ipam-pool-1", netmaskLength: 20 },
      ipv6: { ipamPoolId: "ipam-pool-2", netmaskLength: 52 },
      interfaceEndpoints: ["com.amazonaws.eu-west-1.kms"],
    });
    assert.deepEqual(plan.get("net-vpc").inputs, {
      ipv4IpamPoolId: "ipam-pool-1",
      ipv4NetmaskLength: 20,
      enableDnsSupport: true,
      enableDnsHostnames: true,
      ipv6IpamPoolId: "ipam-pool-2",
      ipv6NetmaskLength: 52,
      tags: { Name: "net-vpc" },
    });
    // The stand-in of a range that IPAM gives is 10.0.0.0/20, and 2001:db8::/52.
    const ranges = ["net-private-a", "net-private-b", "net-public-b"].map((name) => {
      const { cidrBlock, ipv6CidrBlock } = plan.get(name).inputs;
      return [cidrBlock, ipv6CidrBlock];
    });
    assert.deepEqual(ranges, [
      ["10.0.0.0/24", "2001:db8::/64"],
      ["10.0.1.0/24", "2001:db8:0:1::/64"],
      ["10.0.8.64/26", "2001:db8:0:9::/64"],
    ]);
    assert.ok(plan.get("net-private-a").propertyDependencies.cidrBlock?.includes(plan.get("net-vpc").urn));
    const [rule] = plan.get("net-private-acl").inputs.ingress as { cidrBlock: string }[];
    assert.equal(rule?.cidrBlock, "10.0.0.0/20");
    assert.equal(plan.get("net-endpoints-in-tcp-443-ipam").inputs.cidrIpv4, "10.0.0.0/20");
    assert.equal(plan.get("net").outputs.cidrBlock, "10.0.0.0/20");
  });

  it("has secondary ranges, for which the subnets in them wait", async () => {
    const plan = await network({
      secondaryCidrs: ["100.64.0.0/16", "10.1.0.0/20"],
      subnetCidrs: { private: ["100.64.0.0/18", "100.64.64.0/18"] },
      interfaceEndpoints: ["com.amazonaws.eu-west-1.kms"],
      nat: "instance",
    });
    const association = plan.get("net-cidr-100.64.0.0/16");
    assert.deepEqual(association.inputs, { vpcId: plan.get("net-vpc").id, cidrBlock: "100.64.0.0/16" });
    assert.equal(plan.get("net-private-b").inputs.cidrBlock, "100.64.64.0/18");
    assert.ok(plan.get("net-private-b").dependencies.includes(association.urn));
    assert.ok(!plan.get("net-public-b").dependencies.includes(association.urn));
    const own = ["10.0.0.0/16", "100.64.0.0/16", "10.1.0.0/20"];
    for (const range of own) {
      assert.equal(plan.get(`net-endpoints-in-tcp-443-${range}`).inputs.cidrIpv4, range);
      assert.equal(plan.get(`net-nat-a-sg-in-all-${range}`).inputs.cidrIpv4, range);
    }
    const rules = plan.get("net-public-acl").inputs.ingress as { cidrBlock: string; protocol: string }[];
    assert.deepEqual(
      rules.filter(({ protocol }) => protocol === "-1").map(({ cidrBlock }) => cidrBlock),
      own,
    );
  });
});
