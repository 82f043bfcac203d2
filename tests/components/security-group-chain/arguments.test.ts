import assert from "node:assert/strict";
import {
  type ChainTier,
  SecurityGroupChain,
  type SecurityGroupChainArgs,
} from "../../../components/security-group-chain";
import type { Service } from "../../../components/security-group-chain/service-ports";
import { record } from "../../../planner/record";

const data: ChainTier = { name: "data", ports: ["postgresql"] };
const edge = (more: Partial<ChainTier> = {}): readonly ChainTier[] => [{ name: "edge", ports: [443], ...more }, data];

const chain = (args: Partial<SecurityGroupChainArgs> = {}, name = "shop") =>
  record(() => {
    new SecurityGroupChain(name, { vpcId: "vpc-1", sources: "internet", tiers: edge(), ...args });
  });

describe("the arguments of a SecurityGroupChain", () => {
  const group = (name: string) => ({ type: "securityGroup", id: "sg-1", name }) as const;
  const refused: [string, Partial<SecurityGroupChainArgs>, RegExp][] = [
    ["one tier", { tiers: [data] }, /security group chain "shop": tiers must be at least two: .*, got 1/],
    ["a tier twice", { tiers: [data, data] }, /tiers must not repeat a name, got \["data","data"\]/],
    ["a tier without ports", { tiers: edge({ ports: [] }) }, /tiers\[0\].ports must hold at least one port, got \[\]/],
    [
      "a name that no description takes",
      { tiers: edge({ name: "the edge" }) },
      /tiers\[0\].name must be 1 to 64 letters, digits and dashes, got "the edge"/,
    ],
    ["a port of 0", { tiers: edge({ ports: [0] }) }, /tiers\[0\].ports must be a whole number from 1 to 65535, got 0/],
    [
      "half a port of UDP",
      { tiers: edge({ memberPorts: [{ protocol: "udp", port: 1.5 }] }) },
      /tiers\[0\].memberPorts must be a whole number from 1 to 65535, got 1.5/,
    ],
    [
      "a service twice, by name and by number",
      { tiers: edge({ ports: ["https", 443] }) },
      /tiers\[0\].ports must not repeat a port, got "tcp 443"/,
    ],
    [
      "a service that nobody knows",
      { tiers: edge({ ports: ["gopher" as Service] }) },
      /tiers\[0\].ports must hold ports, or names such as ftp, ssh, .*, got "gopher"/,
    ],
    [
      "a protocol without ports",
      { tiers: edge({ ports: [{ protocol: "icmp" as "udp", port: 8 }] }) },
      /tiers\[0\].ports must be of "tcp" or "udp", got "icmp"/,
    ],
    [
      "SSH from the world",
      { tiers: edge({ ports: ["ssh"] }) },
      /tiers\[0\].ports must not hold 22 or 3389 while .* got 22/,
    ],
    ["RDP from half of it", { sources: ["0.0.0.0/1"], tiers: edge({ ports: [3389] }) }, /must not hold 22 or 3389/],
    ["no source", { sources: [] }, /sources must name at least one peer, got \[\]/],
    ["a source that is no range", { sources: ["ten"] }, /sources must be an IPv4 or IPv6 range in CIDR form/],
    [
      "egress twice",
      { tiers: edge({ egress: ["https", { to: "0.0.0.0/0", port: "https" }] }) },
      /tiers\[0\].egress must not repeat a rule, got "tcp 443 to 0.0.0.0\/0"/,
    ],
    [
      "egress to no range",
      { tiers: edge({ egress: [{ to: "10.0.0.1/8", port: 443 }] }) },
      /tiers\[0\].egress must have no bits set beyond its prefix/,
    ],
    [
      "a peer with the name of the next tier",
      { tiers: edge({ egress: [{ to: group("data"), port: 443 }] }) },
      /tiers\[0\] must name no peer as a tier of the chain beside it is named, got "data"/,
    ],
    ["a source with the name of the first", { sources: [group("edge")] }, /tiers\[0\] must name no peer as a tier/],
  ];
  for (const [title, args, sentence] of refused) {
    it(`refuses ${title}`, async () => {
      await assert.rejects(chain(args), sentence);
    });
  }

  it("refuses a name that AWS keeps for ids", async () => {
    await assert.rejects(chain({}, "sg-shop"), /security group chain "sg-shop": name must not begin with sg-/);
  });

  it("lets SSH in from an office, and between tiers", async () => {
    const office = await chain({ sources: ["203.0.113.0/24"], tiers: edge({ ports: ["ssh"] }) });
    assert.equal(office.get("shop-edge-in-tcp-22-203.0.113.0/24").inputs.cidrIpv4, "203.0.113.0/24");
    const hop = await chain({
      tiers: [
        { name: "edge", ports: [443] },
        { name: "host", ports: ["ssh"] },
      ],
    });
    assert.equal(hop.get("shop-host-in-tcp-22-edge").inputs.referencedSecurityGroupId, hop.get("shop-edge").id);
  });

  it("knows the ports of services", async () => {
    const ports = async (service: Service) => {
      const tiers: ChainTier[] = [data, { name: "app", ports: [service] }];
      const plan = await chain({ tiers, sources: ["10.0.0.0/8"] });
      return plan.names("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule");
    };
    const expected: [Service, string[]][] = [
      ["ftp", ["tcp-21"]],
      ["ssh", ["tcp-22"]],
      ["http", ["tcp-80"]],
      ["https", ["tcp-443"]],
      ["dns", ["tcp-53", "udp-53"]],
      ["rdp", ["tcp-3389"]],
      ["ntp", ["udp-123"]],
      ["nfs", ["tcp-2049"]],
      ["mysql", ["tcp-3306"]],
      ["postgresql", ["tcp-5432"]],
      ["sqlserver", ["tcp-1433"]],
      ["oracle", ["tcp-1521"]],
      ["redshift", ["tcp-5439"]],
      ["mongodb", ["tcp-27017"]],
      ["cassandra", ["tcp-9042"]],
      ["redis", ["tcp-6379"]],
      ["memcached", ["tcp-11211"]],
      ["kafka", ["tcp-9094"]],
      ["smb", ["tcp-445"]],
      ["smtp", ["tcp-587"]],
      ["ldaps", ["tcp-636"]],
    ];
    for (const [service, names] of expected)
      assert.deepEqual(
        await ports(service),
        names.map((name) => `shop-data-out-${name}-app`),
        service,
      );
  });

  it("has no spelling for unknown services or egress without a port, by the compiler's word", () => {
    // @ts-expect-error no such service
    const service: ChainTier = { name: "edge", ports: ["gopher"] };
    // @ts-expect-error a connection has a port
    const egress: ChainTier = { name: "edge", ports: [443], egress: [{ to: "10.0.0.0/8" }] };
    // @ts-expect-error sources have no default
    const open: SecurityGroupChainArgs = { vpcId: "vpc-1", tiers: [] };
    assert.ok(service && egress && open);
  });
});
