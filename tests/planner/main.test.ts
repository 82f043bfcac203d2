import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { folderWith } from "./folder";

const root = join(__dirname, "../..");
const programs = join(__dirname, "../fixtures/programs");

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command in a folder, as `npm run plan` does. */
function command(folder: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const { NO_COLOR: _, FORCE_COLOR: __, SOURCE_DATE_EPOCH: ___, ...env } = process.env;
  // With the same compiler options as here, or coverage could not be added up.
  const options = { cwd: folder, env: { ...env, TSX_TSCONFIG_PATH: join(root, "tsconfig.json"), ...environment } };
  const planner = ["--require", require.resolve("tsx/cjs"), join(root, "planner/main.ts")];
  return new Promise((resolve) => {
    execFile(process.execPath, [...planner, ...args], options, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : Number(error !== null), stdout, stderr });
    });
  });
}

const shop = (...args: string[]) => command(join(programs, "shop"), args);

/** A failure is one sentence on stderr, nothing on stdout, and the exit code 2. */
function assertFails({ code, stdout, stderr }: Ended, sentence: RegExp): void {
  assert.equal(code, 2);
  assert.equal(stdout, "");
  assert.match(stderr, sentence);
  assert.doesNotMatch(stderr, /\n\s+at |node_modules/);
}

describe("the command", function () {
  this.timeout(60_000);

  it("prints a plan and its judgement and exits with 0, the program's own output apart, without colours", async () => {
    const { code, stdout, stderr } = await shop("-s", "dev");
    assert.equal(code, 0);
    assert.match(stdout, /^shop on dev, eu-west-1: planned offline, nothing was created\n\n├─ shop\.Part part\n/);
    assert.match(stdout, /\nnote: Pulumi\.dev\.yaml: shop:version: 1\.10 is not quoted and arrives as 1\.1;/);
    assert.match(stdout, /\nAllowed\.\n$/);
    assert(!stdout.includes("\u001b") && !stdout.includes("a value to hide"));
    assert.equal(stderr, "the program prints\n");
  });

  it("prints JSON that holds the same judgement, twice the same bytes", async () => {
    const [first, second] = await Promise.all([shop("--format", "json"), shop("--format", "json")]);
    assert.equal(first.code, 0);
    assert.equal(first.stdout, second.stdout);
    const { version, deployment, tierwork } = JSON.parse(first.stdout);
    assert.deepEqual([version, deployment.resources.length, tierwork.stack, tierwork.notes.length], [3, 9, "dev", 1]);
    assert(!first.stdout.includes("a value to hide"));
  });

  it("exits with 1 when a mandatory policy is violated, unless the pack's config says otherwise", async () => {
    const advisory = join(folderWith({ "pack.json": '{"all": "advisory"}' }), "pack.json");
    const [refused, allowed] = await Promise.all([
      shop("-s", "prod", "--now", "2026-12-31"),
      shop("-s", "prod", "--now", "2026-12-31", "--policy-pack-config", advisory),
    ]);
    assert.equal(refused.code, 1);
    assert.match(
      refused.stdout,
      /mandatory no-public-ssh .*index\.ts:22\n +aws\.vpc\.SecurityGroupIngressRule "ssh": .*0\.0\.0\.0\/0/,
    );
    assert.match(refused.stdout, /\nRefused: a deployment would stop at the mandatory findings\.\n$/);
    assert.equal(allowed.code, 0);
    assert.match(allowed.stdout, /advisory no-public-ssh/);
  });

  it("judges exemptions as of --now, or as of SOURCE_DATE_EPOCH", async () => {
    const folder = join(programs, "shop");
    const [before, after] = await Promise.all([
      command(folder, ["-s", "prod", "--now", "2027-01-31"], { SOURCE_DATE_EPOCH: "1900000000" }),
      command(folder, ["-s", "prod"], { SOURCE_DATE_EPOCH: "1900000000" }),
    ]);
    assert.doesNotMatch(before.stdout, /exemption-not-expired/);
    assert.match(after.stdout, /exemption-not-expired/);
  });

  it("exits with 2 and one sentence when the input cannot be used", async () => {
    const list = join(folderWith({ "pack.json": "[]" }), "pack.json");
    const [option, stack, pack] = await Promise.all([
      shop("--zones", "3"),
      shop("-s", "prd"),
      shop("--policy-pack-config", list),
    ]);
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
