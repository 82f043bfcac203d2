import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { Network, type NetworkArgs } from "../../../components/network";
import { record } from "../../../planner/record";

const network = (args: NetworkArgs = {}) =>
  record(
    () => {
      new Network("net", args);
    },
    { environment: "dev" },
  );

describe("a NAT instance", () => {
  it("is a small, hardened Amazon Linux 2023 that recovers by itself", async () => {
    const plan = await network({ nat: "instance" });
    const { userData, ...inputs } = plan.get("net-nat-a").inputs;
    assert.match(String(inputs.ami), /^ami-0ff11e/);
    assert.match(String(userData), /^#!\/bin\/bash\n/);
    assert.deepEqual(inputs, {
      ami: inputs.ami,
      instanceType: "t4g.nano",
      primaryNetworkInterface: { networkInterfaceId: plan.get("net-nat-a-interface").id },
      sourceDestCheck: false,
      iamInstanceProfile: plan.get("net-nat-a-profile").outputs.name,
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
      rootBlockDevice: {
        volumeType: "gp3",
        volumeSize: 8,
        encrypted: true,
        deleteOnTermination: true,
        tags: { Name: "net-nat-a" },
      },
      ebsOptimized: true,
      monitoring: true,
      maintenanceOptions: { autoRecovery: "default" },
      userDataReplaceOnChange: true,
      tags: { Name: "net-nat-a" },
    });
    assert.equal(
      plan.get("net-nat-a-role-ssm").inputs.policyArn,
      "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
    );
  });

  it("can be replaced without a change of any route or address", async () => {
    const plan = await network({ nat: "instance" });
    const networkInterfaceId = plan.get("net-nat-a-interface").id;
    for (const letter of ["a", "b"]) {
      const route = plan.get(`net-private-${letter}-to-nat`);
      assert.deepEqual(route.inputs, {
        routeTableId: plan.get(`net-private-${letter}-routes`).id,
        destinationCidrBlock: "0.0.0.0/0",
        networkInterfaceId,
      });
      assert.ok(route.dependencies.includes(plan.get("net-nat-a").urn));
    }
    assert.deepEqual(plan.get("net-nat-a-address").inputs, {
      allocationId: plan.get("net-nat-a-ip").id,
      networkInterfaceId,
    });
    assert.deepEqual(plan.get("net-nat-a-interface").inputs, {
      subnetId: plan.get("net-public-a").id,
      description: "NAT instance net-nat-a",
      securityGroups: [plan.get("net-nat-a-sg").id],
      sourceDestCheck: false,
      tags: { Name: "net-nat-a" },
    });
    assert.equal(plan.get("net-nat-a").options.deleteBeforeReplace, true);
    assert.ok(plan.get("net-nat-a").dependencies.includes(plan.get("net-nat-a-address").urn));
  });

  it("has the address that a gateway in its place has, or a given one", async () => {
    const gateway = await network({ nat: "single" });
    const instance = await network({ nat: "instance" });
    assert.deepEqual(instance.get("net-nat-a-ip").inputs, gateway.get("net-nat-a-ip").inputs);
    const given = await network({ nat: { type: "instance", allocationIds: ["eipalloc-1"] } });
    assert.equal(given.get("net-nat-a-address").inputs.allocationId, "eipalloc-1");
    assert.deepEqual(given.names("aws:ec2/eip:Eip"), []);
  });

  it("admits the VPC alone, and lets it out anywhere", async () => {
    const plan = await network({ nat: "instance", ipv6: true });
    const rules = plan.resources.filter(({ inputs }) => inputs.securityGroupId === plan.get("net-nat-a-sg").id);
    assert.deepEqual(rules.map(({ name, inputs: { ipProtocol, cidrIpv4 } }) => [name, ipProtocol, cidrIpv4]).sort(), [
      ["net-nat-a-sg-in-all-10.0.0.0/16", "-1", "10.0.0.0/16"],
      ["net-nat-a-sg-out-all-0.0.0.0/0", "-1", "0.0.0.0/0"],
    ]);
  });

  it("may be of another type, whose architecture the image has", async () => {
    const plan = await network({ nat: { type: "instance", instanceType: "t3.nano" } });
    assert.equal(plan.get("net-nat-a").inputs.instanceType, "t3.nano");
    const arm = await network({ nat: "instance" });
    assert.notEqual(plan.get("net-nat-a").inputs.ami, arm.get("net-nat-a").inputs.ami);
  });

  it("boots by a script that bash can read, and that sets up NAT again at every boot", async () => {
    const script = String((await network({ nat: "instance" })).get("net-nat-a").inputs.userData);
    execFileSync("bash", ["-n"], { input: script });
    for (const line of [
      "net.ipv4.ip_forward = 1",
      '    oifname != "lo" masquerade',
      "ExecStart=/usr/sbin/nft -f /etc/nftables/nat.nft",
      "WantedBy=multi-user.target",
      "systemctl enable --now nat.service",
    ])
      assert.ok(script.split("\n").includes(line), line);
    assert.ok(Buffer.byteLength(script) < 16 * 1024);
  });
});
