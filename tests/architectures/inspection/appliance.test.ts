import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import fc from "fast-check";

const folder = join(__dirname, "..", "..", "..", "architectures", "inspection");

/** Answers each line `BLOCKED DATAGRAM` (words joined by commas, hexadecimal) with the reply, or with a dash for none. */
const asked = `
import sys
sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
from appliance import parse_blocked, reply
for line in sys.stdin.read().splitlines():
    words, datagram = line.split(" ")
    answer = reply(bytes.fromhex(datagram), parse_blocked(words.split(",") if words != "-" else []))
    print("-" if answer is None else answer.hex())
`;

const python = (program: string, input: string, ...args: string[]) =>
  spawnSync("python3", ["-c", program, ...args], { input, encoding: "utf8" });

interface Question {
  readonly blocked: readonly string[];
  readonly datagram: Buffer;
}

function replies(questions: readonly Question[]): string[] {
  const lines = questions.map(({ blocked, datagram }) => `${blocked.join(",") || "-"} ${datagram.toString("hex")}`);
  const { status, stdout, stderr } = python(asked, `${lines.join("\n")}\n`, folder);
  assert.equal(status, 0, stderr);
  return stdout.trimEnd().split("\n");
}

const protocols = { tcp: 6, udp: 17 } as const;

interface Packet {
  readonly version: 4 | 6;
  readonly protocol: keyof typeof protocols;
  readonly port: number;
  readonly optionWords: number;
  readonly fragmentOffset?: number;
}

/** A packet as the load balancer sends it: UDP from any port to 6081, GENEVE with options, then the packet itself. */
function wrapped({ version, protocol, port, optionWords, fragmentOffset = 0 }: Packet): Buffer {
  const ports = Buffer.alloc(20);
  ports.writeUInt16BE(40000, 0);
  ports.writeUInt16BE(port, 2);
  const header = Buffer.alloc(version === 4 ? 20 : 40);
  if (version === 4) {
    header[0] = 0x45;
    header.writeUInt16BE(fragmentOffset, 6);
    header[9] = protocols[protocol];
  } else {
    header[0] = 0x60;
    header[6] = protocols[protocol];
  }
  const geneve = Buffer.alloc(8 + 4 * optionWords);
  geneve[0] = optionWords;
  geneve.writeUInt16BE(version === 4 ? 0x0800 : 0x86dd, 2);
  return datagramTo(6081, Buffer.concat([geneve, header, ports]));
}

function datagramTo(port: number, payload: Buffer): Buffer {
  const udp = Buffer.alloc(8);
  udp.writeUInt16BE(50123, 0);
  udp.writeUInt16BE(port, 2);
  udp.writeUInt16BE(8 + payload.length, 4);
  return Buffer.concat([udp, payload]);
}

const somePacket = fc.record({
  version: fc.constantFrom(4, 6),
  protocol: fc.constantFrom("tcp", "udp"),
  port: fc.integer({ min: 1, max: 65535 }),
  optionWords: fc.integer({ min: 0, max: 63 }),
});

describe("the appliance of inspection", () => {
  before(function () {
    // Its servers have Python; a machine that tests may not.
    if (python("", "").status !== 0) this.skip();
  });

  it("sends a packet back byte by byte, unless its protocol and port are blocked", () => {
    const packets = fc.sample(somePacket, { numRuns: 200, seed: 1 }) as Packet[];
    const blocked = ["tcp/23", "udp/161"];
    const some = [...packets, ...packets.map((packet, index) => ({ ...packet, port: index % 2 ? 23 : 161 }))];
    const datagrams = some.map(wrapped);
    const expected = some.map(({ protocol, port }, index) =>
      blocked.includes(`${protocol}/${port}`) ? "-" : datagrams[index]?.toString("hex"),
    );
    assert.deepEqual(replies(datagrams.map((datagram) => ({ blocked, datagram }))), expected);
    assert.ok(expected.includes("-"));
  });

  it("passes on what has no port to judge by: a later fragment, another protocol, a packet cut short", () => {
    const fragment = wrapped({ version: 4, protocol: "tcp", port: 23, optionWords: 0, fragmentOffset: 5 });
    const icmp = wrapped({ version: 4, protocol: "tcp", port: 23, optionWords: 0 });
    icmp[8 + 8 + 9] = 1;
    const short = datagramTo(6081, Buffer.from("0000080000000000450000", "hex"));
    for (const datagram of [fragment, icmp, short]) {
      assert.deepEqual(replies([{ blocked: ["tcp/23"], datagram }]), [datagram.toString("hex")]);
    }
  });

  it("leaves alone what is not GENEVE's, and survives any bytes", () => {
    const noise = fc
      .sample(fc.uint8Array({ maxLength: 80 }), { numRuns: 200, seed: 2 })
      .map((bytes) => Buffer.from(bytes));
    const answers = replies([
      { blocked: [], datagram: datagramTo(53, Buffer.from("question")) },
      ...noise.map((datagram) => ({ blocked: [], datagram })),
      ...noise.map((payload) => ({ blocked: ["tcp/23"], datagram: datagramTo(6081, payload) })),
    ]);
    assert.equal(answers[0], "-");
    assert.equal(answers.length, 401);
  });

  it("says what is wrong with a word that names no port, and ends", () => {
    for (const word of ["tcp/0", "tcp", "icmp/8", "udp/65536"]) {
      const { status, stderr } = spawnSync("python3", [join(folder, "appliance.py"), word], { encoding: "utf8" });
      assert.deepEqual(
        [status, stderr],
        [1, `appliance: '${word}' must be tcp/PORT or udp/PORT with a port from 1 to 65535\n`],
      );
    }
  });
});
