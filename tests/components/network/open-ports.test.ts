import assert from "node:assert/strict";
import { Network, type NetworkArgs } from "../../../components/network";
import { record } from "../../../planner/record";

const network = (args: NetworkArgs) =>
  record(() => new Network("net", { tiers: ["public", "private", "isolated"], ...args }), { environment: "dev" });

describe("the open ports of a network", () => {
  it("pass into public and private subnets from anywhere, and not into isolated ones", async () => {
    const plan = await network({ ipv6: true, openPorts: [{ protocol: "udp", port: 53 }] });
    const open = (tier: string) =>
      Object(plan.get(`net-${tier}-acl`).inputs.ingress).filter(
        ({ fromPort }: { fromPort: number }) => fromPort === 53,
      );
    const rule = { action: "allow", protocol: "udp", fromPort: 53, toPort: 53 };
    const rules = [
      { ruleNo: 320, ...rule, cidrBlock: "0.0.0.0/0" },
      { ruleNo: 321, ...rule, ipv6CidrBlock: "::/0" },
    ];
    assert.deepEqual(open("public"), rules);
    assert.deepEqual(open("private"), rules);
    assert.deepEqual(open("isolated"), []);
  });

  it("stay within 20 rules a direction and family, whose numbers never repeat", async () => {
    const openPorts = Array.from({ length: 10 }, (_, at) => ({ protocol: "udp", port: 100 + at }) as const);
    const plan = await network({ ipv6: true, openPorts });
    for (const tier of ["public", "private"]) {
      const list = Object(plan.get(`net-${tier}-acl`).inputs.ingress) as { ruleNo: number; cidrBlock?: string }[];
      assert.equal(new Set(list.map(({ ruleNo }) => ruleNo)).size, list.length);
      assert.ok(list.filter(({ cidrBlock }) => cidrBlock).length < 20);
      assert.ok(list.filter(({ cidrBlock }) => !cidrBlock).length < 20);
    }
  });

  const tcp = (port: number) => ({ protocol: "tcp", port }) as const;
  const below = "must hold ports from 1 to 1023 but not 22; from 1024 on they pass anyway";
  const refused: [string, NetworkArgs][] = [
    [`openPorts ${below}, got 0`, { openPorts: [tcp(0)] }],
    [`openPorts ${below}, got 1024`, { openPorts: [tcp(1024)] }],
    [`openPorts ${below}, got 22`, { openPorts: [tcp(22)] }],
    ['openPorts must not repeat a port, got "tcp 25"', { openPorts: [tcp(25), tcp(25)] }],
    [
      "openPorts must hold at most 8 ports: network ACLs take no more rules beside the ranges of other arguments, got 9",
      {
        trustedCidrs: ["203.0.113.0/24", "198.51.100.0/24"],
        openPorts: Array.from({ length: 9 }, (_, at) => tcp(100 + at)),
      },
    ],
  ];
  for (const [sentence, args] of refused) {
    it(`refuses: ${sentence}`, () => assert.rejects(network(args), { message: `network "net": ${sentence}` }));
  }
});
