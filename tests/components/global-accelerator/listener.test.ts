import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import fc from "fast-check";
import type { AcceleratorListener, PortRange } from "../../../components/global-accelerator/listener";
import { loadBalancerArn, make } from "./made";

const regions = Object.values(aws.Region);
const here = { endpoints: [{ loadBalancerArn }] };
const tcp: AcceleratorListener = { protocol: "tcp", ports: [443], endpointGroups: { here } };
const only = (listener: Partial<AcceleratorListener>) => make({ listeners: { only: { ...tcp, ...listener } } });

describe("a listener of an accelerator", () => {
  it("takes ports and ranges of them, each connection on its own", async () => {
    const plan = await only({ protocol: "udp", ports: [53, { from: 7000, to: 7999 }] });
    assert.deepEqual(plan.get("front-only-listener").inputs, {
      acceleratorArn: plan.get("front-accelerator").outputs.arn,
      protocol: "UDP",
      portRanges: [
        { fromPort: 53, toPort: 53 },
        { fromPort: 7000, toPort: 7999 },
      ],
      clientAffinity: "NONE",
    });
  });

  it("keeps a client with its endpoint if that is said", async () => {
    const plan = await only({ clientAffinity: "sourceIp" });
    assert.equal(plan.get("front-only-listener").inputs.clientAffinity, "SOURCE_IP");
  });

  it("may share a port with one of another protocol", async () => {
    const plan = await make({ listeners: { tcp, quic: { ...tcp, protocol: "udp" } } });
    assert.equal(plan.names("aws:globalaccelerator/listener:Listener").length, 2);
  });

  it("takes any ranges that do not meet, and refuses those that do", async () => {
    const range = fc
      .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 10 }))
      .map(([from, more]): PortRange => ({ from, to: from + more }));
    const covers = ({ from, to }: PortRange) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
    await fc.assert(
      fc.asyncProperty(fc.array(range, { minLength: 2, maxLength: 4 }), async (ports) => {
        const all = ports.flatMap(covers);
        const planned = only({ ports });
        if (new Set(all).size === all.length) await planned;
        else await assert.rejects(planned, /must not repeat a tcp port/);
      }),
      { numRuns: 30 },
    );
  });

  const up = "must be ports from 1 to 65535, and ranges that go up";
  const groups = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`g${n}`, { ...here, region: regions[n] }]));
  const refused: [string, Partial<AcceleratorListener>][] = [
    ["listeners.only.ports must hold 1 to 10 ports and ranges, got 0", { ports: [] }],
    [
      "listeners.only.ports must hold 1 to 10 ports and ranges, got 11",
      { ports: Array.from({ length: 11 }, (_, n) => n + 1) },
    ],
    [`listeners.only.ports ${up}, got 0`, { ports: [0] }],
    [`listeners.only.ports ${up}, got 65536`, { ports: [65536] }],
    [`listeners.only.ports ${up}, got {"from":20,"to":10}`, { ports: [{ from: 20, to: 10 }] }],
    ["listeners.only.ports must not repeat a tcp port, got 443", { ports: [{ from: 400, to: 500 }, 443] }],
    ["listeners.only.endpointGroups must hold at least one group, got {}", { endpointGroups: {} }],
    [
      'listeners.only.endpointGroups must have names of letters, digits and hyphens, got "a b"',
      { endpointGroups: { "a b": here } },
    ],
    [
      'listeners.only.endpointGroups must hold one group in a region, got "eu-west-1"',
      { endpointGroups: { one: { ...here, region: "eu-west-1" }, two: { ...here, region: "eu-west-1" } } },
    ],
    [
      'listeners.only.endpointGroups must hold one group in a region, got "the provider\'s"',
      { endpointGroups: { one: here, two: here } },
    ],
  ];
  for (const [sentence, listener] of refused) {
    it(`refuses: ${sentence}`, () =>
      assert.rejects(only(listener), { message: `global accelerator "front": ${sentence}` }));
  }

  it("refuses eleven listeners, and more than 42 endpoint groups in all", async () => {
    const listeners = (count: number, listener: Partial<AcceleratorListener> = {}) =>
      Object.fromEntries(Array.from({ length: count }, (_, n) => [`l${n}`, { ...tcp, ports: [n + 1], ...listener }]));
    const front = 'global accelerator "front"';
    await assert.rejects(make({ listeners: listeners(11) }), {
      message: `${front}: listeners must hold 1 to 10 listeners, got 11`,
    });
    const many = Object.fromEntries(
      Object.entries(listeners(5)).map(([key, one]) => [key, { ...one, endpointGroups: groups(9) }]),
    );
    await assert.rejects(make({ listeners: many }), {
      message: `${front}: listeners must hold at most 42 endpoint groups in all, got 45`,
    });
    await assert.rejects(make({ listeners: { "a b": tcp } }), {
      message: `${front}: listeners must have names of letters, digits and hyphens, got "a b"`,
    });
  });
});
