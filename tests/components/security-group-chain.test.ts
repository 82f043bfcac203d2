import assert from "node:assert/strict";
import fc from "fast-check";
import type { Peer } from "../../components/secure-sg-pair/peer";
import { type ChainTier, SecurityGroupChain, type SecurityGroupChainArgs } from "../../components/security-group-chain";
import type { Plan } from "../../planner/plan";
import { record } from "../../planner/record";

const ingressType = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const egressType = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

const shop: ChainTier[] = [
  { name: "edge", ports: [443, 80] },
  { name: "web", ports: [8080], egress: ["https"] },
  { name: "api", ports: [3000] },
  { name: "data", ports: ["postgresql"] },
];

const chain = (args: Partial<SecurityGroupChainArgs> = {}) =>
  record(() => {
    new SecurityGroupChain("shop", { vpcId: "vpc-1", sources: "internet", tiers: shop, ...args });
  });

/** Every rule by its name: what it says, and of which group. */
const rules = (plan: Plan) =>
  new Map([...plan.ofType(ingressType), ...plan.ofType(egressType)].map(({ name, inputs }) => [name, inputs]));

describe("SecurityGroupChain", () => {
  it("makes a group per tier without inline rules, whose description never changes", async () => {
    const plan = await chain();
    const groups = ["shop-api", "shop-data", "shop-edge", "shop-web"];
    assert.deepEqual(plan.names("aws:ec2/securityGroup:SecurityGroup"), groups);
    assert.deepEqual(plan.get("shop-api").inputs, {
      vpcId: "vpc-1",
      description: "Tier api of shop",
      revokeRulesOnDelete: true,
      tags: { Name: "shop-api" },
    });
    const same = await chain({ tiers: [shop[0], shop[2]].flatMap((tier) => (tier ? [tier] : [])) });
    assert.deepEqual(same.get("shop-api").inputs, plan.get("shop-api").inputs);
    assert.equal(plan.get("shop-api").parent, plan.get("shop").urn);
  });

  it("admits the sources to the first tier, and to each other one its neighbour", async () => {
    const plan = await chain();
    assert.deepEqual(plan.names(ingressType), [
      "shop-api-in-tcp-3000-web",
      "shop-data-in-tcp-5432-api",
      "shop-edge-in-tcp-443-0.0.0.0/0",
      "shop-edge-in-tcp-443-0:0:0:0:0:0:0:0/0",
      "shop-edge-in-tcp-80-0.0.0.0/0",
      "shop-edge-in-tcp-80-0:0:0:0:0:0:0:0/0",
      "shop-web-in-tcp-8080-edge",
    ]);
    assert.deepEqual(plan.get("shop-data-in-tcp-5432-api").inputs, {
      securityGroupId: plan.get("shop-data").id,
      description: "Requests: tcp 5432 from group api",
      ipProtocol: "tcp",
      fromPort: 5432,
      toPort: 5432,
      referencedSecurityGroupId: plan.get("shop-api").id,
    });
    assert.equal(plan.get("shop-edge-in-tcp-80-0.0.0.0/0").inputs.description, "Listener: tcp 80 from 0.0.0.0/0");
  });

  it("lets each tier out to the next one's ports, and to HTTPS only where it is said", async () => {
    const plan = await chain();
    assert.deepEqual(plan.names(egressType), [
      "shop-api-out-tcp-5432-data",
      "shop-edge-out-tcp-8080-web",
      "shop-web-out-tcp-3000-api",
      "shop-web-out-tcp-443-0.0.0.0/0",
    ]);
    assert.deepEqual(plan.get("shop-api-out-tcp-5432-data").inputs, {
      securityGroupId: plan.get("shop-api").id,
      description: "Requests: tcp 5432 to group data",
      ipProtocol: "tcp",
      fromPort: 5432,
      toPort: 5432,
      referencedSecurityGroupId: plan.get("shop-data").id,
    });
    const dual = await chain({ ipv6: true });
    assert.equal(dual.get("shop-web-out-tcp-443-0:0:0:0:0:0:0:0/0").inputs.cidrIpv6, "::/0");
  });

  it("speaks UDP where a service does, and lets members talk to each other", async () => {
    const tiers: ChainTier[] = [
      { name: "clients", ports: ["https"], egress: [{ to: "10.0.0.2/32", port: { protocol: "udp", port: 514 } }] },
      { name: "resolvers", ports: ["dns"], memberPorts: [7946, { protocol: "udp", port: 7946 }] },
    ];
    const plan = await chain({ tiers, sources: ["10.0.0.0/8"] });
    assert.deepEqual(
      [...rules(plan).keys()].sort(),
      [
        "shop-clients-in-tcp-443-10.0.0.0/8",
        "shop-clients-out-tcp-53-resolvers",
        "shop-clients-out-udp-514-10.0.0.2/32",
        "shop-clients-out-udp-53-resolvers",
        "shop-resolvers-in-tcp-53-clients",
        "shop-resolvers-in-tcp-7946-resolvers",
        "shop-resolvers-in-udp-53-clients",
        "shop-resolvers-in-udp-7946-resolvers",
        "shop-resolvers-out-tcp-7946-resolvers",
        "shop-resolvers-out-udp-7946-resolvers",
      ].sort(),
    );
    assert.deepEqual(plan.get("shop-resolvers-in-udp-7946-resolvers").inputs, {
      securityGroupId: plan.get("shop-resolvers").id,
      description: "Members: udp 7946 from group resolvers",
      ipProtocol: "udp",
      fromPort: 7946,
      toPort: 7946,
      referencedSecurityGroupId: plan.get("shop-resolvers").id,
    });
  });

  it("owns its rules alone when asked: of each group, exactly those that it made", async () => {
    const plan = await chain({ exclusive: true });
    const type = "aws:ec2/vpcSecurityGroupRulesExclusive:VpcSecurityGroupRulesExclusive";
    assert.deepEqual(plan.names(type), ["shop-api-rules", "shop-data-rules", "shop-edge-rules", "shop-web-rules"]);
    const ids = (...names: string[]) => names.map((name) => plan.get(name).id);
    assert.deepEqual(plan.get("shop-web-rules").inputs, {
      securityGroupId: plan.get("shop-web").id,
      ingressRuleIds: ids("shop-web-in-tcp-8080-edge"),
      egressRuleIds: ids("shop-web-out-tcp-443-0.0.0.0/0", "shop-web-out-tcp-3000-api"),
    });
    assert.deepEqual(plan.get("shop-data-rules").inputs.egressRuleIds, []);
    assert.deepEqual((await chain()).names(type), []);
  });

  it("lets a group serve in other VPCs too", async () => {
    const [edge, ...others] = shop;
    assert.ok(edge);
    const plan = await chain({ tiers: [{ ...edge, vpcIds: { partners: "vpc-2" } }, ...others] });
    const type = "aws:vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation";
    assert.deepEqual(plan.names(type), ["shop-edge-vpc-partners"]);
    assert.deepEqual(plan.get("shop-edge-vpc-partners").inputs, {
      securityGroupId: plan.get("shop-edge").id,
      vpcId: "vpc-2",
    });
  });

  it("publishes the ids of its groups under the names of the tiers, by the compiler's word too", async () => {
    const plan = await record(() => {
      const { groupIds } = new SecurityGroupChain("shop", {
        vpcId: "vpc-1",
        sources: ["10.0.0.0/8"],
        tiers: [
          { name: "edge", ports: [443] },
          { name: "data", ports: ["mysql"] },
        ],
      });
      // @ts-expect-error there is no such tier
      assert.equal(groupIds.web, undefined);
      return { data: groupIds.data };
    });
    assert.equal(plan.outputs.data, plan.get("shop-data").id);
    const groupIds = { edge: plan.get("shop-edge").id, data: plan.get("shop-data").id };
    assert.deepEqual(plan.get("shop").outputs, { groupIds });
  });
});

const anyPort = fc.integer({ min: 1024, max: 3000 });
const anyPeer: fc.Arbitrary<Peer> = fc.nat(255).map((second) => `10.${second}.0.0/16`);
const anyTiers = fc.array(
  fc.record({
    ports: fc.uniqueArray(anyPort, { minLength: 1, maxLength: 3 }),
    peers: fc.uniqueArray(anyPeer, { maxLength: 3 }),
  }),
  { minLength: 2, maxLength: 4 },
);
const anySources = fc.uniqueArray(anyPeer, { minLength: 1, maxLength: 3 });

type AnyTier = { ports: number[]; peers: Peer[] };

const made = async (tiers: readonly AnyTier[], sources: readonly Peer[]) =>
  chain({
    sources,
    tiers: tiers.map(({ ports, peers }, index) => ({
      name: `t${index}`,
      ports,
      egress: peers.map((to) => ({ to, port: 443 })),
    })),
  });

describe("any chain", () => {
  it("connects neighbours inwards, on the inner one's ports, and no other two groups", async () => {
    await fc.assert(
      fc.asyncProperty(anyTiers, anySources, async (tiers, sources) => {
        const plan = await made(tiers, sources);
        const ids = tiers.map((_, index) => plan.get(`shop-t${index}`).id);
        const seen = (type: string, out: boolean) =>
          plan
            .ofType(type)
            .filter(({ inputs }) => inputs.referencedSecurityGroupId !== undefined)
            .map(({ inputs: { securityGroupId, referencedSecurityGroupId, fromPort } }) => {
              const [from, to] = out
                ? [securityGroupId, referencedSecurityGroupId]
                : [referencedSecurityGroupId, securityGroupId];
              return `${ids.indexOf(String(from))} to ${ids.indexOf(String(to))} on ${fromPort}`;
            })
            .sort();
        const expected = tiers
          .flatMap(({ ports }, index) =>
            index === 0 ? [] : ports.map((port) => `${index - 1} to ${index} on ${port}`),
          )
          .sort();
        assert.deepEqual([seen(ingressType, false), seen(egressType, true)], [expected, expected]);
      }),
      { numRuns: 25 },
    );
  });

  it("touches no other rule when a port, a peer or a source goes", async () => {
    await fc.assert(
      fc.asyncProperty(anyTiers, anySources, fc.nat(), fc.nat(), async (tiers, sources, at, which) => {
        const victim = tiers[at % tiers.length];
        assert.ok(victim);
        const without = <T>(list: readonly T[]) => list.filter((_, index) => index !== which % list.length);
        const kept: AnyTier =
          victim.ports.length > 1
            ? { ...victim, ports: without(victim.ports) }
            : { ...victim, peers: without(victim.peers) };
        const before = rules(await made(tiers, sources));
        const fewer = sources.length > 1 ? without(sources) : sources;
        const after = rules(
          await made(
            tiers.map((tier) => (tier === victim ? kept : tier)),
            fewer,
          ),
        );
        assert.ok(after.size <= before.size);
        for (const [name, inputs] of after) assert.deepEqual(inputs, before.get(name), name);
      }),
      { numRuns: 25 },
    );
  });
});
