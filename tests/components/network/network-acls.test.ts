import assert from "node:assert/strict";
import { Network, type NetworkArgs } from "../../../components/network";
import type { Plan } from "../../../planner/plan";
import { record } from "../../../planner/record";

interface Rule {
  ruleNo: number;
  action: string;
  protocol: string;
  fromPort: number;
  toPort: number;
  cidrBlock?: string;
  ipv6CidrBlock?: string;
  icmpType?: number;
}

const network = (args: NetworkArgs = {}) =>
  record(
    () => {
      new Network("net", { tiers: ["public", "private", "isolated"], ...args });
    },
    { environment: "dev" },
  );

function rules(plan: Plan, tier: string, direction: "ingress" | "egress"): Rule[] {
  const list = plan.get(`net-${tier}-acl`).inputs[direction] as unknown as Rule[];
  return [...list].sort((one, other) => one.ruleNo - other.ruleNo);
}

/** Whether a packet passes, as AWS decides: the first rule that matches, else no. Ranges are compared as texts. */
function passes(list: Rule[], protocol: string, port: number, ranges: string[]): boolean {
  const match = list.find(
    (rule) =>
      (rule.protocol === "-1" || (rule.protocol === protocol && rule.fromPort <= port && port <= rule.toPort)) &&
      ranges.includes(rule.cidrBlock ?? rule.ipv6CidrBlock ?? ""),
  );
  return match?.action === "allow";
}

const outside = ["0.0.0.0/0"];
const inside = ["10.0.0.0/16", ...outside];

describe("the network ACLs", () => {
  it("cover every subnet of their tier", async () => {
    const plan = await network();
    for (const tier of ["public", "private", "isolated"]) {
      const ids = [plan.get(`net-${tier}-a`).id, plan.get(`net-${tier}-b`).id];
      assert.deepEqual(plan.get(`net-${tier}-acl`).inputs.subnetIds, ids);
      assert.equal(plan.get(`net-${tier}-acl`).inputs.vpcId, plan.get("net-vpc").id);
    }
  });

  it("let everything pass within the VPC, in every tier and direction", async () => {
    const plan = await network();
    for (const tier of ["public", "private", "isolated"]) {
      for (const direction of ["ingress", "egress"] as const) {
        const list = rules(plan, tier, direction);
        for (const port of [22, 443, 3306, 3389, 50000])
          assert.ok(passes(list, "tcp", port, inside), `${tier} ${port}`);
        assert.ok(passes(list, "udp", 53, inside));
      }
    }
  });

  it("let the internet reach web ports in public subnets only, and replies in private ones too", async () => {
    const plan = await network();
    const open = (tier: string) => {
      const list = rules(plan, tier, "ingress");
      return [22, 25, 80, 443, 1023, 1024, 3388, 3389, 3390, 65535].filter((port) =>
        passes(list, "tcp", port, outside),
      );
    };
    assert.deepEqual(open("public"), [80, 443, 1024, 3388, 3390, 65535]);
    assert.deepEqual(open("private"), [1024, 3388, 3390, 65535]);
    assert.deepEqual(open("isolated"), [1024, 3388, 3390, 65535]);
    const udp = [53, 443, 1024, 3389, 65535];
    const openUdp = (tier: string) => udp.filter((port) => passes(rules(plan, tier, "ingress"), "udp", port, outside));
    assert.deepEqual([openUdp("public"), openUdp("private"), openUdp("isolated")], [[1024, 65535], [1024, 65535], []]);
  });

  it("let public and private subnets out anywhere, isolated ones only to HTTPS for the gateway endpoints", async () => {
    const plan = await network();
    const out = (tier: string) =>
      [22, 80, 443, 5432, 50000].filter((port) => passes(rules(plan, tier, "egress"), "tcp", port, outside));
    assert.deepEqual([out("public").length, out("private").length, out("isolated")], [5, 5, [443]]);
  });

  it("close isolated subnets to all but the VPC without gateway endpoints", async () => {
    const plan = await network({ gatewayEndpoints: [] });
    const whole = [{ ruleNo: 100, action: "allow", protocol: "-1", fromPort: 0, toPort: 0, cidrBlock: "10.0.0.0/16" }];
    assert.deepEqual([rules(plan, "isolated", "ingress"), rules(plan, "isolated", "egress")], [whole, whole]);
  });

  it("treat IPv6 as IPv4", async () => {
    const plan = await network({ ipv6: true });
    const block = String(plan.get("net-vpc").outputs.ipv6CidrBlock);
    const twins = (tier: string, direction: "ingress" | "egress") => {
      const list = rules(plan, tier, direction).filter(({ protocol }) => protocol !== "1" && protocol !== "58");
      const ports = ({ action, protocol, fromPort, toPort }: Rule) => [action, protocol, fromPort, toPort];
      assert.deepEqual(
        list.filter((rule) => rule.ipv6CidrBlock).map(ports),
        list.filter((rule) => rule.cidrBlock).map(ports),
      );
      return list;
    };
    for (const tier of ["public", "private"]) {
      assert.ok(passes(twins(tier, "ingress"), "tcp", 22, [block, "::/0"]));
      assert.ok(!passes(twins(tier, "ingress"), "tcp", 3389, ["::/0"]));
      assert.ok(passes(twins(tier, "egress"), "tcp", 443, ["::/0"]));
    }
    assert.ok(passes(rules(plan, "isolated", "ingress"), "tcp", 22, [block]));
    assert.ok(!passes(rules(plan, "isolated", "egress"), "tcp", 443, ["::/0"]));
  });

  it("let the message through that a packet was too big", async () => {
    const plan = await network({ ipv6: true });
    for (const tier of ["public", "private"]) {
      const messages = rules(plan, tier, "ingress").filter(({ icmpType }) => icmpType !== undefined);
      assert.deepEqual(messages, [
        {
          ruleNo: 420,
          action: "allow",
          protocol: "1",
          fromPort: 0,
          toPort: 0,
          icmpType: 3,
          icmpCode: 4,
          cidrBlock: "0.0.0.0/0",
        },
        {
          ruleNo: 421,
          action: "allow",
          protocol: "58",
          fromPort: 0,
          toPort: 0,
          icmpType: 2,
          icmpCode: 0,
          ipv6CidrBlock: "::/0",
        },
      ]);
    }
  });

  it("let trusted ranges pass whole into public and private subnets, not into isolated ones", async () => {
    const plan = await network({ ipv6: true, trustedCidrs: ["203.0.113.0/24", "2001:db8:f::/48"] });
    for (const range of ["203.0.113.0/24", "2001:db8:f::/48"]) {
      const from = [range, "0.0.0.0/0", "::/0"];
      const open = (tier: string) => passes(rules(plan, tier, "ingress"), "tcp", 22, from);
      assert.deepEqual([open("public"), open("private"), open("isolated")], [true, true, false]);
    }
  });

  it("stay within 20 rules a direction and family, whose numbers never repeat", async () => {
    const trustedCidrs = Array.from({ length: 10 }, (_, at) => `192.168.${at}.0/24`);
    const plan = await network({ ipv6: true, trustedCidrs });
    for (const tier of ["public", "private", "isolated"]) {
      for (const direction of ["ingress", "egress"] as const) {
        const list = rules(plan, tier, direction);
        assert.equal(new Set(list.map(({ ruleNo }) => ruleNo)).size, list.length);
        assert.ok(list.filter(({ cidrBlock }) => cidrBlock).length < 20);
        assert.ok(list.filter(({ ipv6CidrBlock }) => ipv6CidrBlock).length < 20);
      }
    }
  });
});
