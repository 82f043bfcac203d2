import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FORMATS } from "../../planner/output";
import { command, type Ended, executed, programs } from "./command";
import { folderWith } from "./folder";

const folder = join(programs, "shop");
/** The command as a user runs it. */
const shop = (...args: string[]) => command(folder, args);
/** The same in this process, where the test is not about a process. */
const shopHere = (args: readonly string[], environment = {}) => executed(folder, args, environment);

/** A failure is one sentence on stderr, nothing on stdout, and the exit code 2. */
function assertFails({ code, stdout, stderr }: Ended, sentence: RegExp): void {
  assert.equal(code, 2);
  assert.equal(stdout, "");
  assert.match(stderr, sentence);
  assert.doesNotMatch(stderr, /\n\s+at |node_modules/);
}

describe("the command", () => {
  it("prints a plan and its judgement and exits with 0, the program's own output apart, without colours", async () => {
    const { code, stdout, stderr } = await shop("-s", "dev");
    assert.equal(code, 0);
    assert.match(stdout, /^shop on dev, eu-west-1: planned offline, nothing was created\n\n├─ shop\.Part part\n/);
    assert.match(stdout, /\nnote: Pulumi\.dev\.yaml: shop:version: 1\.10 is not quoted and arrives as 1\.1;/);
    assert.match(stdout, /\nAllowed\.\n$/);
    assert(!stdout.includes("\u001b") && !stdout.includes("a value to hide"));
    assert.equal(stderr, "the program prints\n");
  });

  it("prints one format and writes another, twice the same bytes", async () => {
    const files = [folderWith({}), folderWith({})].map((folder) => join(folder, "plan.sarif"));
    const [apart = "", here = ""] = files;
    const outputs = ["--format", "json", "--format", "sarif", "--out"];
    const first = await shop(...outputs, apart);
    const second = await shopHere([...outputs, here]);
    assert.equal(first.code, 0);
    assert.equal(first.stdout, second.stdout);
    const [one, other] = files.map((file) => readFileSync(file, "utf8"));
    assert.equal(one, other);
    const { version, deployment, tierwork } = JSON.parse(first.stdout);
    assert.deepEqual([version, deployment.resources.length, tierwork.stack, tierwork.notes.length], [3, 9, "dev", 1]);
    assert(!first.stdout.includes("a value to hide"));
  });

  it("lets the pack's config say that a violation is advice", async () => {
    const advisory = join(folderWith({ "pack.json": '{"all": "advisory"}' }), "pack.json");
    const { code, stdout } = await shopHere(["-s", "prod", "--now", "2026-12-31", "--policy-pack-config", advisory]);
    assert.equal(code, 0);
    assert.match(stdout, /advisory no-public-ssh/);
  });

  it("exits with 1 when a mandatory policy is violated, and writes every format into a file of its own all the same", async () => {
    const folder = folderWith({});
    const outputs = FORMATS.flatMap((format) => ["--format", format, "--out", join(folder, format)]);
    const { code, stdout } = await shop("-s", "prod", "--now", "2026-12-31", ...outputs);
    assert.equal(code, 1);
    assert.deepEqual(readdirSync(folder).sort(), [...FORMATS].sort());
    const file = (format: string) => readFileSync(join(folder, format), "utf8");
    assert.equal(file("text"), stdout);
    assert.match(
      stdout,
      /mandatory no-public-ssh .*index\.ts:22\n +aws\.vpc\.SecurityGroupIngressRule "ssh": .*0\.0\.0\.0\/0/,
    );
    assert.match(stdout, /\nRefused: a deployment would stop at the mandatory findings\.\n$/);
    assert.match(file("markdown"), /^<!-- tierwork plan: shop\/prod -->\n### ❌ Refused/);
    const [{ results }] = JSON.parse(file("sarif")).runs;
    const { artifactLocation, region } = results[0].locations[0].physicalLocation;
    assert.deepEqual([artifactLocation.uri, region.startLine], ["tests/fixtures/programs/shop/index.ts", 22]);
    assert.match(file("junit"), /<failure message="mandatory: aws\.vpc\.SecurityGroupIngressRule &quot;ssh&quot;/);
  });

  it("compares with what it wrote before", async () => {
    const base = join(folderWith({}), "base.json");
    await shopHere(["-s", "dev", "--format", "json", "--out", base]);
    const same = await shopHere(["-s", "dev", "--compare", base]);
    const other = await shopHere(["-s", "prod", "--compare", base]);
    assert.match(same.stdout, /\nCompared with the base: 0 added, 0 changed, 0 removed\n/);
    assert.match(same.stdout, /\nOf these are new: 0 mandatory, 0 advisory, 0 undecided, 0 exempt; fixed: 0\.\n/);
    assert.deepEqual([other.code, other.stdout], [2, ""]);
    assert.match(
      other.stderr,
      /error: --compare .*base\.json is of shop on dev, and cannot be compared with shop on prod\n$/,
    );
  });

  it("finds out before it runs the program that something cannot be written or read", async () => {
    const folder = folderWith({ "base.json": "{}" });
    const refused = [
      await shopHere(["--format", "json", "--out", join(folder, "gone", "plan.json")]),
      await shopHere(["--out", "plan.json"]),
      await shopHere(["--compare", join(folder, "base.json")]),
      await shopHere(["--compare", join(folder, "gone.json")]),
    ];
    const sentences = [
      /^error: --out .* cannot be written: there is no folder .*gone\n$/,
      /^error: --out plan\.json stands before any --format/,
      /^error: .*base\.json is no state/,
      /^error: there is no file .*gone\.json\n$/,
    ];
    for (const [index, sentence] of sentences.entries()) {
      const ended = refused[index];
      assert(ended);
      assertFails(ended, sentence);
    }
    assert(!existsSync(join(folder, "gone")));
  });

  it("judges exemptions as of SOURCE_DATE_EPOCH", async () => {
    const { stdout } = await shopHere(["-s", "prod"], { SOURCE_DATE_EPOCH: "1900000000" });
    assert.match(stdout, /exemption-not-expired/);
  });

  it("exits with 2 and one sentence when the input cannot be used", async () => {
    const list = join(folderWith({ "pack.json": "[]" }), "pack.json");
    const [option, stack] = await Promise.all([shop("--zones", "3"), shop("-s", "prd")]);
    const pack = await shopHere(["--policy-pack-config", list]);
    assertFails(option, /^error: Unknown option '--zones'; see --help\n$/);
    assertFails(stack, /^error: there is no stack "prd": no file Pulumi\.prd\.yaml; did you mean "prod"\?\n$/);
    assertFails(pack, /^error: .*pack\.json must be a map of policies to levels or settings\n$/);
  });

  it("exits with 2 and one sentence when the program fails, ends the process or never ends", async () => {
    const failing = (file: string) =>
      command(
        folderWith({
          "Pulumi.yaml": `name: bad\nruntime: nodejs\nmain: ${join(programs, "failures", file)}\n`,
          "Pulumi.dev.yaml": "",
        }),
        [],
      );
    const [throws, timer, exits, waits] = await Promise.all(
      ["throws-text.ts", "throws-later.ts", "exits.ts", "never-ends.ts"].map(failing),
    );
    assert(throws && timer && exits && waits);
    assertFails(throws, /^error: the program threw "only a text"\n$/);
    assert.deepEqual([timer.code, timer.stdout], [2, ""]);
    assert.match(timer.stderr, /^error: a timer throws/m);
    for (const ended of [exits, waits]) {
      assertFails(
        ended,
        /^error: the program ended before its plan was done: it exits, or waits for what never comes\n$/,
      );
    }
  });

  it("prints its usage", async () => {
    const { code, stdout } = await command(folderWith({}), ["--help"]);
    assert.equal(code, 0);
    assert.match(stdout, /^Usage: npm run plan -- \[options\]\n/);
  });

  it("gives the program no say in the exit code, nor in when it ends", async () => {
    const sdk = (name: string) => JSON.stringify(require.resolve(name));
    const program = [
      `const aws = require(${sdk("@pulumi/aws")});`,
      'new aws.ebs.Volume("disk", { availabilityZone: "eu-west-1a", encrypted: false });',
      "setInterval(() => {}, 1000);",
      'process.on("exit", () => { process.exitCode = 0; });',
    ].join("\n");
    const files = { "Pulumi.yaml": "name: sly\nruntime: nodejs\n", "Pulumi.dev.yaml": "", "index.js": program };
    const { code, stdout } = await command(folderWith(files), []);
    assert.equal(code, 1);
    assert.match(stdout, /\nRefused: /);
  });
});
