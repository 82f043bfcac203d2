import assert from "node:assert/strict";
import fc from "fast-check";
import type { Example, ExampleResource } from "../../../policies/examples";
import { ref } from "../../../policies/examples";
import { naclNoPublicAdminPorts } from "../../../policies/rules/nacl-no-public-admin-ports";
import { judgeBy } from "../judged";

/** A rule for some of the sixteen parts of the IPv4 internet, each of which is more than a /8. */
interface Rule {
  readonly number: number;
  readonly allows: boolean;
  readonly bits: number;
  readonly part: number;
  readonly port: number;
}

const rule: fc.Arbitrary<Omit<Rule, "number">> = fc.record({
  allows: fc.boolean(),
  bits: fc.integer({ min: 0, max: 4 }),
  part: fc.nat(15),
  port: fc.constantFrom(22, 22, 22, 80),
});
const acl = fc
  .tuple(fc.array(rule, { maxLength: 8 }), fc.uniqueArray(fc.integer({ min: 1, max: 32766 }), { minLength: 8 }))
  .map(([rules, numbers]) => rules.map((one, index): Rule => ({ ...one, number: numbers[index] ?? 0 })));

function isFor({ bits, part, port }: Rule, asked: number): boolean {
  return port === 22 && asked >> (4 - bits) === part >> (4 - bits);
}

/** What AWS does: the first rule by number that is for an address and a port decides. */
function letsIn(rules: readonly Rule[]): boolean {
  const inOrder = rules.toSorted((a, b) => a.number - b.number);
  const parts = Array.from({ length: 16 }, (_, index) => index);
  return parts.some((part) => inOrder.find((one) => isFor(one, part))?.allows ?? false);
}

function entryOf({ bits, part, port }: Rule) {
  return { protocol: "tcp", fromPort: port, toPort: port, cidrBlock: `${part * 16}.0.0.0/${bits}` };
}

function aclWith(rules: readonly Rule[]): ExampleResource {
  const ingress = rules.map((one) => ({
    ...entryOf(one),
    ruleNo: one.number,
    action: one.allows ? "allow" : "deny",
  }));
  return { type: "aws:ec2/networkAcl:NetworkAcl", props: { vpcId: "vpc-1", ingress } };
}

function inlineAcl(rules: readonly Rule[]): Example {
  return { title: "an ACL with inline rules", resources: { web: aclWith(rules) } };
}

function aclOfResources(rules: readonly Rule[]): Example {
  const resources: Record<string, ExampleResource> = {
    web: { type: "aws:ec2/networkAcl:NetworkAcl", props: { vpcId: "vpc-1" } },
  };
  for (const one of rules) {
    resources[`rule-${one.number}`] = {
      type: "aws:ec2/networkAclRule:NetworkAclRule",
      props: {
        ...entryOf(one),
        networkAclId: ref("web"),
        ruleNumber: one.number,
        ruleAction: one.allows ? "allow" : "deny",
      },
    };
  }
  return { title: "an ACL whose rules are resources", resources };
}

describe("the rules of a network ACL", () => {
  for (const [name, made] of Object.entries({ inline: inlineAcl, "as resources": aclOfResources })) {
    it(`open a port, ${name}, when the first that is for some part of the world allows it`, async () => {
      await fc.assert(
        fc.asyncProperty(acl, fc.constantFrom("preview", "state"), async (rules, view) => {
          const found = await judgeBy(naclNoPublicAdminPorts, made(rules), view);
          assert.equal(found.length > 0, letsIn(rules));
        }),
        { numRuns: 60 },
      );
    });
  }

  it("are told apart where a refreshed ACL repeats in its outputs what rule resources say", async () => {
    const first: Rule = { number: 100, allows: false, bits: 0, part: 0, port: 22 };
    const late: Rule = { ...first, number: 200, allows: true };
    const { resources } = aclOfResources([first, late]);
    const stack = { title: "a refreshed ACL", resources: { ...resources, web: aclWith([late]) } };
    const found = await judgeBy({ ...naclNoPublicAdminPorts, resource: undefined }, stack, "state");
    assert.deepEqual(found, []);
  });
});
