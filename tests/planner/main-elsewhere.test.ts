import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FORMATS } from "../../planner/output";
import { SIGNATURE } from "../../planner/wire";
import { command, executed, programs } from "./command";
import { folderWith } from "./folder";

const TOPIC = "urn:pulumi:live::shop::aws:sns/topic:Topic::alarms";

describe("the command, of a program or a state elsewhere", () => {
  it("plans a program from where the user stands, also when npm runs it in another folder", async () => {
    const npm = { npm_lifecycle_event: "plan", INIT_CWD: programs };
    const [standing, byNpm] = await Promise.all([
      command(programs, ["--program", "compiled/out"]),
      command(folderWith({}), ["--program", "compiled"], npm),
    ]);
    for (const { code, stdout, stderr } of [standing, byNpm]) {
      assert.equal(code, 1);
      assert.match(
        stdout,
        /^compiled on dev, eu-west-1: planned offline, nothing was created\n\n└─ aws\.sns\.Topic compiled\n/,
      );
      assert.match(stdout, /\nRefused: /);
      assert.equal(stderr, "");
    }
  });

  it("exits with 2 and one sentence when that cannot be planned", async () => {
    const bad = folderWith({
      "go/Pulumi.yaml": "name: x\nruntime: go\n",
      "js/Pulumi.yaml": "name: x\nruntime: nodejs\n",
    });
    const sentences = {
      go: 'Pulumi.yaml: runtime is "go"; only nodejs programs can be planned',
      js: "js has no program: package.json names no main that exists, and there is no index.ts",
      gone: "there is no folder gone",
    };
    for (const [folder, sentence] of Object.entries(sentences)) {
      const { code, stdout, stderr } = await executed(bad, ["--program", folder]);
      assert.deepEqual([code, stdout, stderr], [2, "", `error: ${sentence}\n`]);
    }
  });

  it("judges a state, and says that nothing is planned", async () => {
    const disk = {
      urn: "urn:pulumi:live::shop::aws:ebs/volume:Volume::disk",
      custom: true,
      id: "vol-1",
      inputs: { encrypted: false },
    };
    const folder = folderWith({ "s.json": JSON.stringify({ version: 3, deployment: { resources: [disk] } }) });
    const text = await command(folder, ["--state", "s.json"]);
    const json = await executed(folder, ["--state", "s.json", "--format", "json"]);
    assert.deepEqual([text.code, json.code, text.stderr], [1, 1, ""]);
    assert.match(
      text.stdout,
      /^shop on live, no region: judged from a state, nothing is planned\n\n└─ aws\.ebs\.Volume disk\n/,
    );
    assert.match(text.stdout, /\nDeployed: 1 resource in 0 components\.\n/);
    assert.doesNotMatch(text.stdout, /To create/);
    const { version, deployment } = JSON.parse(json.stdout);
    assert.deepEqual([version, deployment.resources.length, deployment.resources[0].id], [3, 1, "vol-1"]);
  });

  it("prints no secret of a state, in any format", async () => {
    const secret = { [SIGNATURE]: "1b47061264138c4ac30d75fd1eb44270", plaintext: '"hunter2 & more"' };
    const inputs = { displayName: secret, tags: { Copy: "it is hunter2 & more" } };
    const state = { version: 3, deployment: { resources: [{ urn: TOPIC, custom: true, inputs, outputs: inputs }] } };
    const folder = folderWith({ "s.json": JSON.stringify(state) });
    const outputs = FORMATS.flatMap((format) => ["--format", format, "--out", format]);
    const { stdout, stderr } = await executed(folder, ["--state", "s.json", "--inputs", ...outputs]);
    assert.match(stdout, /\[secret\]/);
    for (const content of [stdout, stderr, ...FORMATS.map((format) => readFileSync(join(folder, format), "utf8"))]) {
      assert.doesNotMatch(content, /hunter2/);
    }
  });
});
