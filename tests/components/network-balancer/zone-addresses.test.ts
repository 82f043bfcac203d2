import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import fc from "fast-check";
import type { NetworkBalancerArgs } from "../../../components/network-balancer";
import { make, network } from "./made";

const subnets = (count: number) => Array.from({ length: count }, (_, index) => `subnet-${index}`);

describe("the address of a balancer in each zone", () => {
  it("is AWS's own if nothing is said", async () => {
    const plan = await make();
    assert.equal(plan.get("edge-lb").inputs.subnetMappings, undefined);
    assert.deepEqual(plan.names("aws:ec2/eip:Eip"), []);
    assert.ok(!plan.get("edge-lb").options.deleteBeforeReplace);
  });

  it("is an Elastic IP that is made, which only one balancer can have at a time", async () => {
    const plan = await make({ addresses: { type: "elasticIps" } });
    assert.deepEqual(plan.get("edge-ip-1").inputs, { domain: "vpc", tags: { Name: "edge-ip-1" } });
    const { inputs, options } = plan.get("edge-lb");
    assert.equal(inputs.subnets, undefined);
    assert.deepEqual(inputs.subnetMappings, [
      { subnetId: "subnet-1", allocationId: plan.get("edge-ip-1").outputs.allocationId },
      { subnetId: "subnet-2", allocationId: plan.get("edge-ip-2").outputs.allocationId },
    ]);
    assert.equal(options.deleteBeforeReplace, true);
    const made = [plan.get("edge-ip-1").outputs.publicIp, plan.get("edge-ip-2").outputs.publicIp];
    assert.deepEqual(plan.get("edge").outputs.addresses, made);
    assert.match(String(made[0]), /^203\.0\.113\.\d+$/);
  });

  it("is an Elastic IP that is there already", async () => {
    const plan = await make({ addresses: { type: "elasticIps", allocationIds: ["eipalloc-1", "eipalloc-2"] } });
    assert.deepEqual(plan.names("aws:ec2/eip:Eip"), []);
    assert.deepEqual(plan.get("edge-lb").inputs.subnetMappings, [
      { subnetId: "subnet-1", allocationId: "eipalloc-1" },
      { subnetId: "subnet-2", allocationId: "eipalloc-2" },
    ]);
    const [one, other] = Object(plan.get("edge").outputs.addresses);
    assert.match(one, /^203\.0\.113\.\d+$/);
    assert.match(other, /^203\.0\.113\.\d+$/);
    assert.notEqual(one, other);
  });

  it("is a private one inside, as it is told", async () => {
    const addresses = { type: "privateIps", addresses: ["10.0.1.10", "10.0.2.10"] } as const;
    const plan = await make({ exposure: "internal", addresses });
    assert.deepEqual(plan.get("edge-lb").inputs.subnetMappings, [
      { subnetId: "subnet-3", privateIpv4Address: "10.0.1.10" },
      { subnetId: "subnet-4", privateIpv4Address: "10.0.2.10" },
    ]);
    assert.deepEqual(plan.get("edge").outputs.addresses, ["10.0.1.10", "10.0.2.10"]);
  });

  it("is one for each zone, and stays as it is when a zone is added at the end", async () => {
    const madeFor = async (count: number) => {
      const plan = await make({
        network: { ...network, publicSubnetIds: subnets(count) },
        addresses: { type: "elasticIps" },
      });
      return plan.names("aws:ec2/eip:Eip");
    };
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 4 }), async (zones) => {
        const before = await madeFor(zones);
        const after = await madeFor(zones + 1);
        assert.equal(before.length, zones);
        assert.deepEqual(after, [...before, `edge-ip-${zones + 1}`]);
      }),
      { numRuns: 3 },
    );
  });

  const inside = { exposure: "internal" } as const;
  const privateIps = (...addresses: string[]) => ({ ...inside, addresses: { type: "privateIps", addresses } as const });
  const refused: [string, Partial<NetworkBalancerArgs>][] = [
    [
      'addresses.type must be "privateIps" or "assigned" for an internal balancer, got "elasticIps"',
      { ...inside, addresses: { type: "elasticIps" } },
    ],
    [
      "addresses.allocationIds must hold 2, one for each subnet, got 1",
      { addresses: { type: "elasticIps", allocationIds: ["eipalloc-1"] } },
    ],
    [
      'addresses.allocationIds must not repeat an id, got "eipalloc-1"',
      { addresses: { type: "elasticIps", allocationIds: ["eipalloc-1", "eipalloc-1"] } },
    ],
    [
      'addresses.type must be "elasticIps" or "assigned" on the internet, got "privateIps"',
      { addresses: { type: "privateIps", addresses: ["10.0.0.1", "10.0.0.2"] } },
    ],
    ["addresses.addresses must hold 2, one for each subnet, got 1", privateIps("10.0.1.10")],
    ['addresses.addresses must be IPv4 addresses, got "10.0.1"', privateIps("10.0.1", "10.0.2.10")],
    ['addresses.addresses must be IPv4 addresses, got "2001:db8::1"', privateIps("2001:db8::1", "10.0.2.10")],
    [
      'addresses.addresses must not repeat an address, got ["10.0.1.10","10.0.1.10"]',
      privateIps("10.0.1.10", "10.0.1.10"),
    ],
    [
      'addresses.type must be "assigned" where the number of subnets is not known yet, got "elasticIps"',
      { network: { ...network, publicSubnetIds: pulumi.output(["subnet-1"]) }, addresses: { type: "elasticIps" } },
    ],
  ];
  for (const [sentence, args] of refused) {
    it(`refuses: ${sentence}`, () => assert.rejects(make(args), { message: `network balancer "edge": ${sentence}` }));
  }
});

describe("the quota of five Elastic IP addresses", () => {
  const warned = async (count: number) => {
    const said: string[] = [];
    const { warn } = pulumi.log;
    Object.assign(pulumi.log, { warn: (message: string) => said.push(message) });
    try {
      await make({ network: { ...network, publicSubnetIds: subnets(count) }, addresses: { type: "elasticIps" } });
    } finally {
      Object.assign(pulumi.log, { warn });
    }
    return said;
  };

  it("is said where a balancer alone asks for more", async () => {
    assert.deepEqual(await warned(6), [
      'network balancer "edge" asks for 6 Elastic IP addresses, and an account has 5 in a region until its quota L-0263D0A3 is raised',
    ]);
  });

  it("is not spoken of below", async () => assert.deepEqual(await warned(5), []));
});
