import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { planInOwnProcess } from "../../planner/own-process";
import type { Plan } from "../../planner/plan";
import { planProgram } from "../../planner/program";
import { Progress } from "../../planner/progress";
import { readProject } from "../../planner/project";
import { UNKNOWN } from "../../planner/wire";
import { folderWith } from "./folder";

const root = join(__dirname, "../..");
const fixtures = join(root, "tests/fixtures");

/** Plans a folder's program as `--program` does; what the program prints is kept. */
async function plan(folder: string) {
  const said: string[] = [];
  const progress = new Progress({ write: (text) => said.push(text) }, {});
  const planned = await planInOwnProcess(readProject(folder, "dev"), "DIR", 200, progress);
  return { ...planned, said: said.join("") };
}

/** A folder with a program that finds the packages of this project in its own `node_modules`. */
function program(files: Readonly<Record<string, string>>, linked = true): string {
  const defaults = { "Pulumi.yaml": "name: app\nruntime: nodejs\n", "Pulumi.dev.yaml": "", "package.json": "{}" };
  const folder = folderWith({ ...defaults, ...files });
  if (linked) symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  return folder;
}

const outputs = async (files: Readonly<Record<string, string>>) => (await plan(program(files))).plan.outputs;

const JAVASCRIPT = "name: app\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n";

/** A program beside a copy of the SDK, as an older one that cannot be told "unknown". */
function withOwnSdk(files: Readonly<Record<string, string>>): string {
  const folder = program({ "Pulumi.yaml": JAVASCRIPT, ...files }, false);
  const modules = join(folder, "node_modules");
  const copy = join(modules, "@pulumi/pulumi");
  mkdirSync(join(modules, "@pulumi"), { recursive: true });
  const ours = join(root, "node_modules/@pulumi/pulumi");
  cpSync(ours, copy, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(ours, "package.json"), "utf8"));
  writeFileSync(join(copy, "package.json"), JSON.stringify({ ...manifest, version: "3.99.0" }));
  const invoke = readFileSync(join(ours, "runtime/invoke.js"), "utf8");
  assert(invoke.includes("resp.getUnknown?.()"));
  writeFileSync(join(copy, "runtime/invoke.js"), invoke.replace("resp.getUnknown?.()", "false"));
  for (const name of Object.keys(manifest.dependencies)) {
    mkdirSync(join(modules, name, ".."), { recursive: true });
    symlinkSync(join(root, "node_modules", name), join(modules, name));
  }
  return folder;
}

describe("a program in a process of its own", function () {
  // On a machine that stands still for five seconds every program seems to stay.
  this.retries(1);

  // For five seconds it is waited whether it ends: meanwhile others are planned.
  let staying: ReturnType<typeof plan>;
  before(() => {
    staying = plan(
      program({
        "index.js": `
          const aws = require("@pulumi/aws");
          process.chdir("/");
          JSON.stringify = () => "{}";
          Array.prototype.flatMap = () => { throw new Error("changed"); };
          new aws.sns.Topic("topic");
          require("node:http").createServer(() => {}).listen(0);
        `,
      }),
    );
    staying.catch(() => {});
  });

  for (const name of ["real-engine/nested", "real-engine/sample", "programs/shop"]) {
    it(`plans ${name} exactly as in this process`, async () => {
      const folder = join(fixtures, name);
      const before = process.cwd();
      let here: Plan;
      try {
        here = await planProgram(readProject(folder, "dev"), new Progress({ write: () => {} }, {}));
      } finally {
        process.chdir(before);
      }
      const apart = await plan(folder);
      assert.deepEqual(apart.plan.resources, here.resources);
      assert.deepEqual(apart.plan.outputs, here.outputs);
      assert.deepEqual(apart.notes, []);
      assert.equal(process.cwd(), before);
    });
  }

  it("may be an ES module in TypeScript, which Pulumi's own compiler does not take", async () => {
    const { plan: planned } = await plan(join(fixtures, "programs/module"));
    const topic = planned.get("alarms");
    assert.deepEqual(topic.inputs.tags, { Owner: "123456789012" });
    assert.deepEqual(topic.position, { file: "index.ts", line: 10, column: 22 });
    assert.deepEqual(planned.outputs, { topic: topic.outputs.arn });
  });

  it("may be compiled JavaScript that package.json names", async () => {
    assert.deepEqual((await plan(join(fixtures, "programs/compiled"))).plan.names("aws:sns/topic:Topic"), ["compiled"]);
  });

  it("runs in the folder that main names, with the arguments of node that Pulumi.yaml gives", async () => {
    const options =
      'name: app\nruntime:\n  name: nodejs\n  options:\n    nodeargs: --require "../the mark.js"\nmain: infra\n';
    const made = await outputs({
      "Pulumi.yaml": options,
      "the mark.js": "globalThis.mark = process.execArgv.includes('../the mark.js');",
      "infra/index.ts":
        "export const here: string = process.cwd(); export const mark: boolean = (globalThis as any).mark;",
    });
    assert.match(String(made.here), /\/infra$/);
    assert.equal(made.mark, true);
  });

  it("is compiled as Pulumi compiles, not as this planner: a namespace may be called", async () => {
    const made = await outputs({
      "index.ts": 'import * as twice from "./twice";\nexport const four: number = (twice as any)(2);\n',
      "tsconfig.json": JSON.stringify({
        compilerOptions: {
          module: "commonjs",
          moduleResolution: "node",
          esModuleInterop: false,
          ignoreDeprecations: "6.0",
        },
      }),
      "twice.js": "module.exports = (n) => 2 * n;",
    });
    assert.deepEqual(made, { four: 4 });
  });

  it("uses the SDK that it brings, and lets one that is too old be told that a look-up has no answer", async () => {
    const { plan: planned } = await plan(
      withOwnSdk({
        "index.js": `
          const pulumi = require("@pulumi/pulumi");
          exports.version = require("@pulumi/pulumi/package.json").version;
          const found = pulumi.runtime.invokeOutput("aws:ec2/getVpcs:getVpcs", {});
          exports.ids = found.ids;
          exports.first = found.apply(({ ids }) => ids[0]);
          exports.account = pulumi.runtime.invokeOutput("aws:index/getCallerIdentity:getCallerIdentity", {}).accountId;
          class Part extends pulumi.ComponentResource {}
          new Part("app:index:Part", "part", {}, { aliases: ["urn:pulumi:dev::app::app:index:Old::part"] });
        `,
      }),
    );
    const { version, ids, first, account } = planned.outputs;
    assert.deepEqual([version, ids, first, account], ["3.99.0", UNKNOWN, UNKNOWN, "123456789012"]);
    assert.equal(planned.get("part").position?.file, "index.js");
    assert.deepEqual(planned.get("part").options.aliases, ["urn:pulumi:dev::app::app:index:Old::part"]);
  });

  it("knows the Output form of a look-up by its caller, where a provider makes it out of the promise form", async () => {
    const folder = withOwnSdk({
      "index.js":
        'exports.ids = require("old-provider").getVpcsOutput().ids; exports.later = require("old-provider").wait();',
    });
    mkdirSync(join(folder, "node_modules/old-provider"));
    writeFileSync(
      join(folder, "node_modules/old-provider/index.js"),
      `const pulumi = require("@pulumi/pulumi");
       function getVpcs() { return pulumi.runtime.invoke("aws:ec2/getVpcs:getVpcs", {}, {}); }
       exports.getVpcsOutput = () => pulumi.output({}).apply(() => getVpcs());
       exports.wait = () => "done";`,
    );
    assert.deepEqual((await plan(folder)).plan.outputs, { ids: UNKNOWN, later: "done" });
  });

  it("is planned with the packages of this planner when it has none, and says so", async () => {
    const code = 'import * as aws from "@pulumi/aws"; export const arn = new aws.sns.Topic("topic").arn;';
    const { plan: planned, notes } = await plan(program({ "index.ts": code }, false));
    assert.deepEqual(planned.names("aws:sns/topic:Topic"), ["topic"]);
    assert.deepEqual(notes, ["DIR has no node_modules: planned with the packages of this planner"]);
  });

  it("may change what all share, leave its folder, and stay: the planner is another process", async () => {
    const { plan: planned, notes } = await staying;
    assert.deepEqual(planned.names("aws:sns/topic:Topic"), ["topic"]);
    assert.deepEqual(notes, [
      "the program does not end when it is done (a server, a timer?): pulumi would wait for it",
    ]);
    assert.deepEqual(
      [1].flatMap((n) => [n, n]),
      [1, 1],
    );
  });

  it("prints megabytes on stderr, what it logs too, secrets hidden", async () => {
    const { said } = await plan(
      program({
        "index.js": `
          const pulumi = require("@pulumi/pulumi");
          exports.secret = pulumi.secret("a value to hide");
          for (let line = 0; line < 20000; line++) console.log("x".repeat(100));
          pulumi.log.warn("careful with a value to hide");
          pulumi.log.error("wrong");
          console.error("half a line");
        `,
      }),
    );
    assert.equal(said.match(/^x{100}$/gm)?.length, 20000);
    assert.match(said, /^warning: careful with \[secret\]$/m);
    assert.match(said, /^error: wrong$/m);
    assert.match(said, /half a line\n/);
  });

  it("registers what it makes at its very end, as the notifications of a bucket", async () => {
    const { plan: planned } = await plan(
      program({
        "index.js": `
          const aws = require("@pulumi/aws");
          const bucket = new aws.s3.Bucket("bucket");
          bucket.onObjectCreated("made", async () => {});
        `,
      }),
    );
    assert.equal(planned.ofType("aws:s3/bucketNotification:BucketNotification").length, 1);
  });
});
