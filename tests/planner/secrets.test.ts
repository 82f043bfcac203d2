import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FORMATS } from "../../planner/output";
import { SIGNATURE } from "../../planner/wire";
import words from "../fixtures/programs/secrets/words.json";
import { command, type Ended, executed, programs } from "./command";
import { folderWith } from "./folder";

type Version = keyof typeof words;

const program = join(programs, "secrets");
const run = (version: Version, args: readonly string[]) => executed(program, args, { SECRETS: version });
const runApart = (version: Version, args: readonly string[], environment = {}) =>
  command(program, args, { SECRETS: version, ...environment });

/** All the secrets of a version, and what must not be seen of them: each line of a key is one. */
function secretsOf(version: Version): string[] {
  const { password, odd, name, document, key, pin } = words[version];
  const lines = key.split("\n").filter((line) => !line.startsWith("-----"));
  return [password, odd, name, ...Object.values(document), ...lines, String(pin)];
}

/** How a secret may be written down. */
function spellings(secret: string): string[] {
  const html = secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const json = JSON.stringify(secret).slice(1, -1);
  const url = encodeURIComponent(secret);
  return [
    secret,
    json,
    JSON.stringify(json).slice(1, -1),
    url,
    url.replaceAll("%20", "+"),
    url.toLowerCase(),
    html,
    html.replaceAll('"', "&quot;").replaceAll("'", "&#39;"),
    html.replaceAll('"', "&#34;").replaceAll("'", "&#39;"),
    html.replaceAll('"', "&quot;").replaceAll("'", "&apos;"),
    secret.toUpperCase(),
    secret.toLowerCase(),
    secret.normalize("NFD"),
    Buffer.from(secret).toString("hex"),
    Buffer.from(secret).toString("hex").toUpperCase(),
  ];
}

/** What all the base64 in a text says in an encoding, from wherever one begins to read. */
function decoded(text: string, encoding: "utf8" | "utf16le"): string {
  const runs = text.match(/[A-Za-z0-9+/_-]{6,}/g) ?? [];
  const skips = encoding === "utf8" ? [0, 1, 2, 3] : [0, 1, 2, 3, 4, 5, 6, 7];
  return runs
    .flatMap((letters) => skips.map((skipped) => Buffer.from(letters.slice(skipped), "base64").toString(encoding)))
    .join("\n");
}

function assertHoldsNone(text: string, secrets: readonly string[]): void {
  const once = decoded(text, "utf8");
  const inBase64 = [once, decoded(text, "utf16le"), decoded(once, "utf8")].join("\n");
  for (const secret of secrets) {
    for (const spelling of spellings(secret)) assert.ok(!text.includes(spelling), `${spelling} is in:\n${text}`);
    assert.ok(!inBase64.includes(secret), `${secret} is in the base64 of:\n${text}`);
  }
}

describe("secrets", () => {
  /** One run in every format, into files and on stdout. */
  async function everything(version: Version, ...args: string[]): Promise<Ended & { files: Record<string, string> }> {
    const folder = folderWith({});
    const outputs = FORMATS.flatMap((format) => ["--format", format, "--out", join(folder, format)]);
    const ended = await run(version, ["--inputs", ...args, ...outputs]);
    const files = Object.fromEntries(FORMATS.map((format) => [format, readFileSync(join(folder, format), "utf8")]));
    return { ...ended, files };
  }

  it("are found by this test wherever they are", () => {
    const [, odd = ""] = secretsOf("first");
    for (const spelling of spellings(odd)) assert.throws(() => assertHoldsNone(`in ${spelling} there`, [odd]));
    for (const before of ["", "x", "xy", "xyz"]) {
      const encoded = Buffer.from(`${before}${odd} and more`).toString("base64");
      const powershell = Buffer.from(`${before}${odd} and more`, "utf16le").toString("base64");
      for (const data of [encoded, powershell, Buffer.from(encoded).toString("base64")]) {
        assert.throws(() => assertHoldsNone(`data:${data}`, [odd]), /base64/);
      }
    }
  });

  it("are in no output of any format", async () => {
    const { code, stdout, stderr, files } = await everything("first");
    assert.equal(code, 1);
    assert.equal(stderr, "the password is [secret]\n");
    assert.match(stdout, /httpTokens is "\[secret\]"/);
    for (const text of [stdout, ...Object.values(files)]) assertHoldsNone(text, secretsOf("first"));
  });

  it("are in no comparison of two versions, neither the old nor the new ones", async () => {
    const base = join(folderWith({}), "base.json");
    await run("first", ["--format", "json", "--out", base]);
    const { stdout, files } = await everything("second", "--compare", base);
    assert.match(stdout, /Compared with the base: /);
    for (const text of [stdout, ...Object.values(files)]) {
      assertHoldsNone(text, [...secretsOf("first"), ...secretsOf("second")]);
    }
  });

  it("are in no comparison with a state that was exported in plain text", async () => {
    const { files } = await everything("second");
    const { password } = words.first;
    const state = JSON.parse(files.json ?? "", (key, value) =>
      key === "ciphertext" ? undefined : value?.[SIGNATURE] ? { ...value, plaintext: JSON.stringify(password) } : value,
    );
    for (const { inputs } of state.deployment.resources) inputs.unmarked = `now ${password}`;
    const base = join(folderWith({}), "state.json");
    writeFileSync(base, JSON.stringify({ ...state, tierwork: undefined }));
    const compared = await everything("second", "--compare", base);
    assert.match(compared.stdout, /unmarked: "now \[secret\]" removed/);
    for (const text of [compared.stdout, ...Object.values(compared.files)]) {
      assertHoldsNone(text, [password, ...secretsOf("second")]);
    }
  });

  it("are in no remediation", async () => {
    const pack = join(
      folderWith({ "pack.json": '{"ec2-imdsv2": "remediate", "no-public-ssh": "advisory"}' }),
      "pack.json",
    );
    const { stdout, files } = await everything("first", "--policy-pack-config", pack);
    assert.match(
      stdout,
      /ec2-imdsv2 sets \{"metadataOptions":\{"httpPutResponseHopLimit":"\[secret\]","httpTokens":"required"\}\}/,
    );
    for (const text of [stdout, ...Object.values(files)]) assertHoldsNone(text, secretsOf("first"));
  });

  it("are not quoted when the program fails", async () => {
    const { code, stdout, stderr } = await runApart("first", [], { FAIL: "1" });
    assert.equal(code, 2);
    assert.equal(
      stderr,
      "the password is [secret]\nerror: no connection to mysql://admin:[secret]@db with [secret], [secret] and [secret] (index.ts:41)\n",
    );
    assertHoldsNone(stdout + stderr, secretsOf("first"));
  });

  it("are not quoted when the program runs in a process of its own, and fails there", async () => {
    const [printed, failed] = await Promise.all([
      runApart("first", ["--program", program, "--format", "json"]),
      runApart("first", ["--program", program], { FAIL: "1" }),
    ]);
    assert.deepEqual([printed?.code, failed?.code], [1, 2]);
    assert.match(failed?.stderr ?? "", /error: no connection to mysql:\/\/admin:\[secret\]@db with /);
    for (const { stdout, stderr } of [printed, failed]) assertHoldsNone(stdout + stderr, secretsOf("first"));
  });
});
