import assert from "node:assert/strict";
import { join } from "node:path";
import { configValue, keysOf, parseYaml, readYaml, yamlValue } from "../../planner/stack-file";
import { folderWith } from "./folder";

/** The value of `key` in a file, and what is noted of it. */
function read(yaml: string) {
  const map = readYaml(join(folderWith({ "Pulumi.dev.yaml": `key: ${yaml}\n` }), "Pulumi.dev.yaml"));
  const notes: string[] = [];
  return { ...configValue(map?.get("key", true), "key", notes), notes };
}

/** Unquoted values that arrive as they are written. */
const AS_WRITTEN = [
  ["text", "text"],
  ["true", "true"],
  ["no", "no"],
  ["12", "12"],
  ["-1", "-1"],
  ["0", "0"],
  ["1.5", "1.5"],
  ["123456789012", "123456789012"],
  ["10.0.0.0/16", "10.0.0.0/16"],
  ["1.2.3", "1.2.3"],
  ["'1.10'", "1.10"],
  ['"012345678901"', "012345678901"],
  ["'2027-01-01'", "2027-01-01"],
  ["~", ""],
  ["", ""],
  ["[1, {a: true}]", '[1,{"a":true}]'],
  ["{a: null}", '{"a":null}'],
] as const;

/** Unquoted values that arrive as something else, as the CLI reads them. */
const CHANGED = [
  ["1.10", "1.1"],
  ["2.0", "2"],
  ["2027-01-01", "2027-01-01 00:00:00 +0000 UTC"],
  ["012345670123", "1402433619"],
  ["012345678901", "12345678901"],
] as const;

describe("configValue", () => {
  for (const [written, arrives] of AS_WRITTEN) {
    it(`hands over ${JSON.stringify(written)} as ${JSON.stringify(arrives)}, without a note`, () => {
      assert.deepEqual(read(written), { text: arrives, secret: false, notes: [] });
    });
  }

  for (const [written, arrives] of CHANGED) {
    it(`notes that an unquoted ${written} arrives as ${arrives}`, () => {
      const note = `key: ${written} is not quoted and arrives as ${arrives}; write "${written}" if that is not meant`;
      assert.deepEqual(read(written), { text: arrives, secret: false, notes: [note] });
    });
  }

  it("notes the place of a value deep inside", () => {
    assert.deepEqual(read("{engine: {versions: ['8', 8.10]}}"), {
      text: '{"engine":{"versions":["8",8.1]}}',
      secret: false,
      notes: ['key.engine.versions[1]: 8.10 is not quoted and arrives as 8.1; write "8.10" if that is not meant'],
    });
  });

  it("keeps a key without a value, as the CLI does", () => {
    assert.equal(read("{size:2}").text, '{"size:2":null}');
    assert.equal(read("{a: {b: }, c: 1}").text, '{"a":{"b":null},"c":1}');
  });

  it("takes only a map of nothing but `secure` for a secret", () => {
    assert.deepEqual(read("{secure: v1:abc}"), { text: "[secret]", secret: true, notes: [] });
    assert.deepEqual(read("{secure: true, more: 1}"), { text: '{"secure":true,"more":1}', secret: false, notes: [] });
  });
});

describe("readYaml", () => {
  it("is undefined for a file that is not there or holds nothing", () => {
    const folder = folderWith({ "empty.yaml": "# only a comment\n" });
    assert.equal(readYaml(join(folder, "none.yaml")), undefined);
    assert.equal(readYaml(join(folder, "empty.yaml")), undefined);
  });

  it("keeps the keys in their order", () => {
    const map = readYaml(join(folderWith({ "a.yaml": "b: 1\na: 2\n3: 4\n" }), "a.yaml"));
    assert.deepEqual(map && keysOf(map), ["b", "a", "3"]);
  });
});

describe("YAML that means more than it says", () => {
  const value = (text: string) => yamlValue(parseYaml(text, "here"), "here", []);

  it("resolves aliases and merges, where a map's own keys win", () => {
    assert.deepEqual(value("a: &n 3\nb: *n\n"), { a: 3, b: 3 });
    assert.deepEqual(value("base: &b { tls: none, size: 1 }\nown: { <<: *b, size: 2 }\n"), {
      base: { tls: "none", size: 1 },
      own: { size: 2, tls: "none" },
    });
    assert.deepEqual(value("x: &x {a: 1}\ny: &y {a: 2, b: 2}\nz: { <<: [*x, *y] }\n"), {
      x: { a: 1 },
      y: { a: 2, b: 2 },
      z: { a: 1, b: 2 },
    });
  });

  it("keeps what stands under keys that are no texts", () => {
    assert.deepEqual(value("2024: cohort\ntrue: yes\n"), { "2024": "cohort", true: "yes" });
  });

  it("refuses an alias of nothing, several documents, and what is nested too deeply, in one sentence", () => {
    assert.throws(() => value("a: *b\n"), { name: "InputError", message: /^here.*b/ });
    assert.throws(() => value("a: 1\n---\nb: 2\n"), {
      name: "InputError",
      message: "here must hold one YAML document, not several",
    });
    assert.throws(() => value(`a: ${"[".repeat(9000)}`), { name: "InputError", message: /^here/ });
    assert.throws(() => value("a: &a {b: *a}\n"), { name: "InputError", message: "here: *a stands within itself" });
    const bomb = Array.from(
      { length: 9 },
      (_, level) => `a${level + 1}: &a${level + 1} [${Array(9).fill(`*a${level}`)}]`,
    );
    assert.throws(() => value(`a0: &a0 x\n${bomb.join("\n")}\n`), {
      name: "InputError",
      message: "here holds more than 100000 values, as aliases repeat them",
    });
  });
});
