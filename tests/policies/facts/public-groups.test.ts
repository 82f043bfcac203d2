import assert from "node:assert/strict";
import fc from "fast-check";
import { type Example, type ExampleResource, ref } from "../../../policies/examples";
import { noPublicSsh } from "../../../policies/rules/no-public-ssh";
import { judgeBy } from "../judged";
import { type Piece, size, splits, text } from "./internet";

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

const hands = fc.array(fc.nat(3), { minLength: 61, maxLength: 61 });

describe("the rules of a group seen together", () => {
  it("open SSH to the world however the internet is dealt out among them", async () => {
    await fc.assert(
      fc.asyncProperty(splits(32), hands, fc.constantFrom("preview", "state"), async (pieces, dealt, view) => {
        const found = await judgeBy(noPublicSsh, group(pieces, dealt), view);
        assert(found.some(({ level, message }) => level === "mandatory" && message.includes("22/tcp")));
      }),
    );
  });

  it("open nothing when all of them together hold no more than is allowed", async () => {
    await fc.assert(
      fc.asyncProperty(splits(32), hands, async (pieces, dealt) => {
        let left = 2n ** 24n;
        const kept = pieces.filter((piece) => {
          if (size(piece) > left) return false;
          left -= size(piece);
          return true;
        });
        assert.deepEqual(await judgeBy(noPublicSsh, group(kept, dealt), "state"), []);
      }),
    );
  });

  it("are not held against the group when its outputs repeat what rule resources say", async () => {
    const ports = { fromPort: 22, toPort: 22 };
    const half = (cidrIpv4: string): ExampleResource => ({
      type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
      props: { securityGroupId: ref("web"), ipProtocol: "tcp", ...ports, cidrIpv4 },
    });
    const a = half("8.0.0.0/8");
    const b = half("12.0.0.0/8");
    const ingress = [{ protocol: "tcp", ...ports, cidrBlocks: ["8.0.0.0/8", "12.0.0.0/8"] }];
    const web = { type: "aws:ec2/securityGroup:SecurityGroup", props: { ingress } };
    const found = await judgeBy(noPublicSsh, { title: "a refreshed group", resources: { web, a, b } }, "state");
    assert(found.some(({ message }) => message.includes('rule "a" and rule "b" together open 22/tcp')));
  });
});
