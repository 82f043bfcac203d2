import assert from "node:assert/strict";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { planInOwnProcess } from "../../planner/own-process";
import { Progress } from "../../planner/progress";
import { readProject } from "../../planner/project";
import { folderWith } from "./folder";

const root = join(__dirname, "../..");

type Files = Readonly<Record<string, string>>;

const PROJECT = "name: app\nruntime: nodejs\n";
/** Without a compiler, which takes half of a second to load. */
const JAVASCRIPT = "name: app\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n";

/** What the planning of a program fails with, and what was printed meanwhile. */
async function failure(files: Files, timeoutSeconds = 200, modules: "linked" | "empty" | "none" = "linked") {
  const isTypeScript = Object.keys(files).some((file) => file.endsWith(".ts"));
  const project = isTypeScript ? PROJECT : JAVASCRIPT;
  const folder = folderWith({ "Pulumi.yaml": project, "Pulumi.dev.yaml": "", "package.json": "{}", ...files });
  if (modules === "linked") symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  if (modules === "empty") mkdirSync(join(folder, "node_modules"));
  const said: string[] = [];
  const progress = new Progress({ write: (text) => said.push(text) }, {});
  const failed = await planInOwnProcess(readProject(folder), "DIR", timeoutSeconds, progress).then(
    () => assert.fail("it is planned"),
    (error: unknown) => error,
  );
  assert(failed instanceof Error && failed.name === "InputError", String(failed));
  assert.doesNotMatch(failed.message, /\n|node_modules|\/tmp\//);
  return { message: failed.message, said: said.join("") };
}

const withOptions = (options: string) => `name: app\nruntime:\n  name: nodejs\n  options:\n    ${options}\n`;

/** A program by its code, and the sentence that it fails with. */
const PROGRAMS: Readonly<Record<string, { files: Files; message: RegExp }>> = {
  "throws, with the line of its TypeScript": {
    files: { "index.ts": 'interface A {\n  b: string;\n}\nconst a: A = { b: "x" };\nthrow new Error(a.b);' },
    message: /^x \(index\.ts:5\)$/,
  },
  "throws as an ES module": {
    files: {
      "package.json": '{ "type": "module" }',
      "index.ts": "interface A {\n  b: string;\n}\nexport const a: A = JSON.parse('{');",
    },
    message: /JSON.* \(index\.ts:4\)$/,
  },
  "throws what is no error": {
    files: { "index.js": 'throw "only a text";' },
    message: /^the program threw "only a text"$/,
  },
  "rejects a promise that nobody awaits": {
    files: { "index.js": 'setTimeout(() => Promise.reject(new Error("later")), 5);' },
    message: /^later \(index\.js:1\)$/,
  },
  "fails for the person who runs it": {
    files: { "index.js": 'throw new (require("@pulumi/pulumi").RunError)("say this");' },
    message: /^say this$/,
  },
  "gives two resources one name": {
    files: { "index.js": 'const { sns } = require("@pulumi/aws");\nnew sns.Topic("a");\nnew sns.Topic("a");' },
    message: /the name "a" is used by two resources of type aws:sns\/topic:Topic/,
  },
  "looks up what nobody can answer offline, in its promise form": {
    files: { "index.js": 'require("@pulumi/aws").ec2.getVpcs({});' },
    message: /^the look-up aws:ec2\/getVpcs:getVpcs has no offline answer.*\(getVpcsOutput\) \(index\.js:1\)$/,
  },
  "cannot be compiled": {
    files: { "index.ts": "const a: = 3;" },
    message: /^Unable to compile TypeScript: index\.ts\(1,10\): error TS1110: Type expected\.$/,
  },
  "needs a package that is not installed": {
    files: { "index.ts": 'import * as gone from "no-such-package";\nexport const a = gone;' },
    message: /^Cannot find module 'no-such-package' \(index\.ts:1\); run npm install in DIR$/,
  },
  "needs a package that is not installed, as an ES module": {
    files: { "package.json": '{ "type": "module" }', "index.js": 'import "no-such-package";' },
    message: /^Cannot find package 'no-such-package' imported from index\.js; run npm install in DIR$/,
  },
  "needs a file that is not there": {
    files: { "index.js": 'require("./gone");' },
    message: /^Cannot find module '\.\/gone' \(index\.js:1\)$/,
  },
  "exits before its resources are registered": {
    files: { "index.js": 'new (require("@pulumi/aws").sns.Topic)("topic"); process.exit(0);' },
    message: /^the program ended before its plan was done: it exits, or waits for what never comes$/,
  },
  "waits for what never comes": {
    files: { "index.js": "module.exports = new Promise(() => {});" },
    message: /^the program ended before its plan was done: it exits, or waits for what never comes$/,
  },
  "is ended by a signal": {
    files: { "index.js": 'process.kill(process.pid, "SIGKILL"); for (;;);' },
    message: /^the program's process was ended by SIGKILL$/,
  },
  "cannot be started with these arguments": {
    files: { "Pulumi.yaml": withOptions("nodeargs: --no-such-flag"), "index.js": "" },
    message: /^Pulumi\.yaml: node does not take these nodeargs: --no-such-flag$/,
  },
  "asks for a script that is not there": {
    files: { "Pulumi.yaml": withOptions("nodeargs: --require ./gone.js"), "index.js": "" },
    message: /^Cannot find module '\.\/gone\.js'$/,
  },
  "has an open quote in its arguments": {
    files: { "Pulumi.yaml": withOptions("nodeargs: --require 'x"), "index.js": "" },
    message: /^Pulumi\.yaml: nodeargs has an open quote: --require 'x$/,
  },
  "has more configuration than a process can be given": {
    files: { "Pulumi.dev.yaml": `config:\n  app:x: ${"y".repeat(3_000_000)}\n`, "index.js": "" },
    message: /^the program's process cannot be started: its configuration is larger than a process can be given$/,
  },
  "is not there": {
    files: { "readme.md": "", "package.json": '{ "main": "out/index.js" }' },
    message: /^DIR has no program: package\.json names no main that exists, and there is no index\.ts$/,
  },
  "is named by a main that does not exist": {
    files: { "Pulumi.yaml": `${PROJECT}main: infra\n` },
    message: /^DIR: main of Pulumi\.yaml names what does not exist$/,
  },
  "is in another language": {
    files: { "Pulumi.yaml": "name: app\nruntime: python\n", "__main__.py": "" },
    message: /^Pulumi\.yaml: runtime is "python"; only nodejs programs can be planned$/,
  },
};

describe("a program in a process of its own fails in one sentence when it", () => {
  for (const [title, { files, message }] of Object.entries(PROGRAMS)) {
    it(title, async () => {
      assert.match((await failure(files)).message, message);
    });
  }

  it("loops for ever, after the time that it is given", async () => {
    const { message } = await failure({ "index.js": "for (;;);" }, 1);
    assert.equal(message, "the program did not end within 1 s; --timeout SECONDS gives it longer");
  });

  it("has a folder of packages without the SDK", async () => {
    const { message } = await failure({ "index.ts": "" }, 200, "empty");
    assert.equal(message, "@pulumi/pulumi cannot be found from DIR: run npm install in DIR");
  });

  it("has packages that only Yarn can read", async () => {
    const { message } = await failure({ "index.ts": "", ".pnp.cjs": "" }, 200, "none");
    assert.equal(message, "@pulumi/pulumi cannot be found from DIR: run npm install in DIR");
  });

  it("has no packages, and needs one that this planner lacks too", async () => {
    const { message } = await failure({ "index.ts": 'import "lodash-of-nobody";' }, 200, "none");
    assert.equal(message, "Cannot find module 'lodash-of-nobody' (index.ts:1); run npm install in DIR");
  });

  it("quotes a secret, which is hidden there and in what it prints", async () => {
    const { message, said } = await failure({
      "index.js": `const { secret } = require("@pulumi/pulumi");
        secret("hunter2-and-more");
        console.log("it is hunter2-and-more");
        throw new Error("hunter2-and-more is refused");`,
    });
    assert.equal(message, "[secret] is refused (index.js:4)");
    assert.equal(said, "it is [secret]\n");
  });

  it("writes to the planner's own stream what means nothing", async () => {
    const { message } = await failure({
      "index.js": `require("node:fs").writeSync(3, 'words\\n[1]\\nnull\\n{"fault":null}\\n{"fault":"x"}\\n');
        throw new Error("the true one");`,
    });
    assert.equal(message, "the true one (index.js:2)");
  });
});
