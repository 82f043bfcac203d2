import assert from "node:assert/strict";
import { SecureSgPair, type SecureSgPairArgs } from "../../../components/secure-sg-pair";
import type { Peer } from "../../../components/secure-sg-pair/peer";
import { record } from "../../../planner/record";

const pair = (args: Partial<SecureSgPairArgs> = {}, name = "shop") =>
  record(() => {
    new SecureSgPair(name, { vpcId: "vpc-1", sources: "internet", appPort: 8080, ...args });
  });

describe("the arguments of a SecureSgPair", () => {
  for (const world of [
    "0.0.0.0/0",
    "::/0",
    "0.0.0.0/1",
    "128.0.0.0/1",
    "8000::/1",
    "10.0.0.0/7",
    "2000::/3",
    "0::0/0",
  ]) {
    it(`refuses SSH from ${world}`, async () => {
      const sentence = /pair "shop": ssh.from must hold no range wider than \/8 \(IPv4\) or \/16 \(IPv6\), got "/;
      await assert.rejects(pair({ ssh: { from: ["203.0.113.0/24", world] } }), sentence);
    });
  }

  const group = (name: string): Peer => ({ type: "securityGroup", id: "sg-1", name });
  const refused: [string, Partial<SecureSgPairArgs>, RegExp][] = [
    ["no source", { sources: [] }, /security group pair "shop": sources must name at least one peer, got \[\]/],
    [
      "a source that is no range",
      { sources: ["ten"] },
      /sources must be an IPv4 or IPv6 range in CIDR form, got "ten"/,
    ],
    [
      "bits beyond the prefix",
      { sources: ["10.0.0.1/8"] },
      /sources must have no bits set beyond its prefix \(10.0.0.0\/8\)/,
    ],
    [
      "a source twice",
      { sources: ["10.0.0.0/8", "10.0.0.0/8"] },
      /sources must not repeat a peer or its name, got "10.0.0.0\/8"/,
    ],
    [
      "a source in two spellings",
      { sources: ["2001:db8::/32", "2001:DB8:0::/32"] },
      /sources must not repeat a peer or its name, got "2001:db8::\/32"/,
    ],
    [
      "a name that no description takes",
      { sources: [group("the world's")] },
      /sources name must be 1 to 64 letters, digits and dashes, got "the world's"/,
    ],
    ["no listener", { listenerPorts: [] }, /listenerPorts must hold at least one port, got \[\]/],
    ["a listener twice", { listenerPorts: [443, 443] }, /listenerPorts must not repeat a port, got \[443,443\]/],
    [
      "port 22 as a listener",
      { listenerPorts: [443, 22] },
      /listenerPorts must not hold 22 or 3389; ssh opens port 22, got 22/,
    ],
    ["port 3389 as a listener", { listenerPorts: [3389] }, /listenerPorts must not hold 22 or 3389/],
    ["a listener port of 0", { listenerPorts: [0] }, /listenerPorts must be a whole number from 1 to 65535, got 0/],
    ["an app port beyond 65535", { appPort: 65536 }, /appPort must be a whole number from 1 to 65535, got 65536/],
    [
      "half a health-check port",
      { healthCheckPort: 80.5 },
      /healthCheckPort must be a whole number from 1 to 65535, got 80.5/,
    ],
    [
      "an egress port of 0",
      { appEgress: [{ to: "10.0.0.0/8", port: 0 }] },
      /appEgress must be a whole number from 1 to 65535/,
    ],
    [
      "HTTPS twice",
      { appEgress: [{ to: "0.0.0.0/0", port: 443 }] },
      /appEgress must not repeat a rule .*, got "tcp 443 to 0.0.0.0\/0"/,
    ],
    ["SSH from nobody", { ssh: { from: [] } }, /ssh.from must name at least one peer, got \[\]/],
  ];
  for (const [title, args, sentence] of refused) {
    it(`refuses ${title}`, async () => {
      await assert.rejects(pair(args), sentence);
    });
  }

  it("refuses a name that AWS keeps for ids, before any group exists", async () => {
    await assert.rejects(pair({}, "sg"), /security group pair "sg": name must not begin with sg-/);
    await assert.rejects(pair({}, "SG-shop"), /name must not begin with sg-/);
    assert.equal((await pair({}, "sgs")).get("sgs-app").inputs.vpcId, "vpc-1");
  });

  it("has no spelling for a source without saying what it is, by the compiler's word", () => {
    // @ts-expect-error a peer with an id says whether it is a group or a list
    const unsaid: Peer = { id: "sg-1", name: "gateway" };
    // @ts-expect-error sources have no default
    const open: SecureSgPairArgs = { vpcId: "vpc-1", appPort: 80 };
    assert.ok(unsaid && open);
  });
});
