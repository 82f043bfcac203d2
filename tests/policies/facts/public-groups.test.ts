import assert from "node:assert/strict";
import fc from "fast-check";
import { type Example, type ExampleResource, ref } from "../../../policies/examples";
import { noPublicSsh } from "../../../policies/rules/no-public-ssh";
import { judgeBy } from "../judged";
import { atMost, type Piece, splits, text } from "./internet";

/** A group whose sources are dealt out over inline rules, older and newer rule resources and a prefix list. */
function group(pieces: readonly Piece[], hands: readonly number[]): Example {
  const dealt = (hand: number) => pieces.filter((_, index) => (hands[index] ?? 0) === hand).map(text);
  const ports = { fromPort: 22, toPort: 22 };
  const inline = dealt(0).map((cidr) => ({ protocol: "tcp", ...ports, cidrBlocks: [cidr] }));
  const resources: Record<string, ExampleResource> = {
    web: { type: "aws:ec2/securityGroup:SecurityGroup", props: { ingress: inline } },
    office: {
      type: "aws:ec2/managedPrefixList:ManagedPrefixList",
      props: { entries: dealt(3).map((cidr) => ({ cidr })) },
    },
    listed: {
      type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
      props: { securityGroupId: ref("web"), ipProtocol: "tcp", ...ports, prefixListId: ref("office") },
    },
    old: {
      type: "aws:ec2/securityGroupRule:SecurityGroupRule",
      props: { type: "ingress", securityGroupId: ref("web"), protocol: "tcp", ...ports, cidrBlocks: dealt(1) },
    },
  };
  for (const [index, cidrIpv4] of dealt(2).entries()) {
    resources[`new-${index}`] = {
      type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
      props: { securityGroupId: ref("web"), ipProtocol: "tcp", ...ports, cidrIpv4 },
    };
  }
  return { title: "a group whose rules are dealt out", resources };
}

const hands = fc.infiniteStream(fc.nat(3)).map((stream) => [...stream.take(600)]);

describe("the rules of a group seen together", () => {
  it("open SSH to the world however the internet is dealt out among them", async () => {
    await fc.assert(
      fc.asyncProperty(splits(32), hands, fc.constantFrom("preview", "state"), async (pieces, dealt, view) => {
        const found = await judgeBy(noPublicSsh, group(pieces, dealt), view);
        assert(found.some(({ level, message }) => level === "mandatory" && message.includes("22/tcp")));
      }),
      { numRuns: 15 },
    );
  });

  it("open nothing when all of them together hold no more than is allowed", async () => {
    await fc.assert(
      fc.asyncProperty(splits(32), hands, async (pieces, dealt) => {
        assert.deepEqual(await judgeBy(noPublicSsh, group(atMost(pieces, 8), dealt), "state"), []);
      }),
      { numRuns: 15 },
    );
  });

  it("are told apart where a refreshed group repeats in its outputs what a rule resource says", async () => {
    const ports = { fromPort: 22, toPort: 22 };
    const more: ExampleResource = {
      type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
      props: { securityGroupId: ref("web"), ipProtocol: "tcp", ...ports, cidrIpv4: "8.0.0.0/8" },
    };
    const ingress = [{ protocol: "tcp", ...ports, cidrBlocks: ["8.0.0.0/8", "12.0.0.0/8"] }];
    const web = { type: "aws:ec2/securityGroup:SecurityGroup", props: { ingress } };
    const found = await judgeBy(noPublicSsh, { title: "a refreshed group", resources: { web, more } }, "state");
    assert(found.some(({ message }) => message.includes('ingress[0] and rule "more" together open 22/tcp')));
  });

  it("are named one by one only while they are few", async () => {
    const many = group(
      Array.from({ length: 12 }, (_, index) => ({ bits: 32, first: BigInt(index + 1) << 25n, prefix: 8 })),
      [],
    );
    const [only, ...others] = await judgeBy(noPublicSsh, many, "preview");
    assert.deepEqual(others, []);
    assert.match(only?.message ?? "", /ingress\[3\] and 7 more together open 22\/tcp .*, 8\.0\.0\.0\/8 and 7 more\)/);
  });
});
