import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Policies } from "@pulumi/policy";
import { judge } from "../../planner/judge";
import { SECRET_STAND_IN } from "../../planner/stack-file";
import { readState } from "../../planner/state";
import { SIGNATURE, secret } from "../../planner/wire";
import { folderWith } from "./folder";

const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const urn = (type: string, name: string) => `urn:pulumi:live::shop::${type}::${name}`;
const STACK = { urn: urn("pulumi:pulumi:Stack", "shop-live"), custom: false, type: "pulumi:pulumi:Stack" };
const topic = (name: string, more: object = {}) => ({
  urn: urn("aws:sns/topic:Topic", name),
  custom: true,
  type: "aws:sns/topic:Topic",
  ...more,
});

function read(content: unknown, version = 3) {
  return readText(JSON.stringify({ version, deployment: content }));
}

function readText(text: string) {
  return readState(join(folderWith({ "state.json": text }), "state.json"), "state.json");
}

const state = (...resources: object[]) => read({ resources }).plan;
const refuses = (make: () => unknown, message: RegExp) => assert.throws(make, { name: "InputError", message });

describe("readState", () => {
  it("gives what a state says of a resource, in the words of a plan", () => {
    const provider = `${urn("pulumi:providers:aws", "default")}::1-2-3`;
    const written = topic("alarms", {
      urn: urn("app:index:Part$aws:sns/topic:Topic", "alarms::of::all"),
      id: "arn:real",
      inputs: { displayName: "x", __defaults: [] },
      outputs: { displayName: "x", arn: "arn:real" },
      parent: urn("app:index:Part", "part"),
      provider,
      dependencies: [STACK.urn],
      propertyDependencies: { displayName: [STACK.urn], name: null },
      protect: true,
      external: true,
      retainOnDelete: true,
      ignoreChanges: ["tags"],
      aliases: [urn("aws:sns/topic:Topic", "old")],
      additionalSecretOutputs: ["arn"],
      customTimeouts: { create: 1800, update: 0 },
      importID: "arn:imported",
      sourcePosition: "project:///../sdk/node_modules/x.ts#1,2",
      stackTrace: [
        { sourcePosition: "project:///node_modules/a/b.ts#3,4" },
        {},
        { sourcePosition: "project:///app/index.ts#5,6" },
      ],
    });
    const [resource] = state(written).resources;
    assert.deepEqual(resource, {
      urn: written.urn,
      type: "aws:sns/topic:Topic",
      name: "alarms::of::all",
      custom: true,
      remote: false,
      id: "arn:real",
      inputs: { displayName: "x", __defaults: [] },
      outputs: { displayName: "x", arn: "arn:real" },
      standIns: [],
      parent: urn("app:index:Part", "part"),
      provider,
      dependencies: [STACK.urn],
      propertyDependencies: { displayName: [STACK.urn], name: [] },
      options: {
        protect: true,
        retainOnDelete: true,
        ignoreChanges: ["tags"],
        aliases: [urn("aws:sns/topic:Topic", "old")],
        additionalSecretOutputs: ["arn"],
        customTimeouts: { create: "1800s" },
        importId: "arn:imported",
      },
      position: { file: "app/index.ts", line: 5, column: 6 },
      external: true,
    });
  });

  it("takes project and stack from the URNs, and the exports from the stack", () => {
    const plan = state({ ...STACK, outputs: { url: "x" } }, topic("alarms"));
    assert.deepEqual([plan.project, plan.stack, plan.outputs, plan.isDeployed], ["shop", "live", { url: "x" }, true]);
    assert.deepEqual(plan.get("alarms"), {
      ...topic("alarms"),
      name: "alarms",
      remote: false,
      id: undefined,
      inputs: {},
      outputs: {},
      standIns: [],
      dependencies: [],
      propertyDependencies: {},
      options: {},
    });
  });

  it("keeps secrets secret: those in the clear as they are, encrypted ones as stand-ins", () => {
    const sealed = (value: object) => ({ [SIGNATURE]: SECRET, ...value });
    const { plan, notes } = read({
      resources: [
        topic("alarms", {
          inputs: {
            plain: sealed({ plaintext: '{"token":"hush","list":[1]}' }),
            within: { list: [sealed({ ciphertext: "v1:AAAA" })] },
            nested: sealed({ plaintext: JSON.stringify({ deep: sealed({ ciphertext: "v1:BBBB" }) }) }),
          },
          outputs: { plain: sealed({ plaintext: '"hush"' }) },
        }),
      ],
    });
    assert.deepEqual(plan.get("alarms").inputs, {
      plain: secret({ token: "hush", list: [1] }),
      within: { list: [secret(SECRET_STAND_IN)] },
      nested: secret({ deep: secret(SECRET_STAND_IN) }),
    });
    assert.deepEqual(plan.get("alarms").outputs, { plain: secret("hush") });
    assert.equal(plan.secrets.hideSaid("it says hush"), "it says [secret]");
    assert.deepEqual(notes, ["2 secrets are encrypted and may leave policies undecided: export with --show-secrets"]);
  });

  it("leaves out what waits for its deletion, and says what it does not know", () => {
    const { plan, notes } = read({
      resources: [topic("kept"), topic("kept", { delete: true }), topic("gone", { delete: true })],
      pendingOperations: [{ type: "creating", resource: topic("half") }],
    });
    assert.deepEqual(plan.names("aws:sns/topic:Topic"), ["kept"]);
    assert.deepEqual(notes, [
      "1 operation is interrupted: what was made is not in the state",
      "2 resources are waiting for deletion and not judged",
    ]);
  });

  it("lets every property of an old state depend on all that the resource does", () => {
    const old = topic("alarms", { inputs: { a: 1, b: 2 }, dependencies: [STACK.urn] });
    for (const version of [1, 2]) {
      const { plan } = read({ resources: [old] }, version);
      assert.deepEqual(plan.get("alarms").propertyDependencies, { a: [STACK.urn], b: [STACK.urn] });
    }
    assert.deepEqual(read({ resources: [old] }, 4).plan.get("alarms").propertyDependencies, {});
  });

  it("reads a checkpoint of a backend's own, and an export that an editor of Windows has saved", () => {
    const checkpoint = { version: 3, checkpoint: { stack: "live", latest: { resources: [topic("alarms")] } } };
    assert.deepEqual(readText(JSON.stringify(checkpoint)).plan.names("aws:sns/topic:Topic"), ["alarms"]);
    assert.equal(readText(`\ufeff${JSON.stringify(checkpoint)}`).plan.resources.length, 1);
  });

  it("takes a stack to which nothing was deployed", () => {
    const empty = [{}, { resources: [] }, { resources: null, manifest: {} }, null].map((content) => read(content));
    const latest = readText('{"version":3,"checkpoint":{"stack":"live"}}');
    for (const { plan, notes } of [...empty, latest]) {
      assert.deepEqual([plan.project, plan.stack, plan.resources, notes], ["no project", "no stack", [], []]);
    }
  });

  it("is judged as it is: what a policy would remediate is reported, and still wrong", async () => {
    const policy: Policies[number] = {
      name: "named",
      description: "Has a name.",
      enforcementLevel: "remediate",
      remediateResource: ({ props }) => ({ ...props, displayName: "x" }),
      validateResource: ({ props }, report) => {
        if (!props.displayName) report("no name");
      },
    };
    const { findings, remediations } = await judge(state(topic("alarms")), [policy]);
    assert.deepEqual(remediations, [{ policy: "named", urn: topic("alarms").urn, changes: { displayName: "x" } }]);
    assert.deepEqual(
      findings.map(({ level, message }) => [level, message]),
      [["mandatory", "Has a name.\nno name"]],
    );
  });

  it("refuses what is no state, in one sentence that quotes nothing of it", () => {
    refuses(() => readText("hunter2: not JSON"), /^state\.json is not JSON$/);
    refuses(() => readText(""), /^state\.json is not JSON$/);
    const none = /^state\.json is no state: "pulumi stack export" writes a version and a deployment$/;
    for (const text of ["[]", "3", "null", '"x"', "{}", '{"steps":[],"version":3}'])
      refuses(() => readText(text), none);
    refuses(() => read({}, 9), /^state\.json has version 9; versions 1 to 4 can be read$/);
    refuses(() => readText('{"deployment":{}}'), /^state\.json has no version; versions 1 to 4 can be read$/);
    refuses(() => read({ resources: {} }), /^state\.json: resources must be a list of objects$/);
    refuses(() => read({ resources: [3] }), /^state\.json: resources must be a list of objects$/);
    for (const broken of [{}, { urn: 3 }, { urn: "urn:pulumi:x" }]) {
      refuses(() => state(STACK, broken), /^state\.json: resources\[1\] has no URN$/);
    }
    const unreadable = { [SIGNATURE]: SECRET, plaintext: "hush" };
    refuses(
      () => state(topic("a", { inputs: { unreadable } })),
      /^state\.json: resources\[0\] has a secret whose plaintext is not JSON$/,
    );
    const deep = `${"[".repeat(5000)}${"]".repeat(5000)}`;
    refuses(
      () => readText(`{"version":3,"deployment":{"resources":[{"urn":"${STACK.urn}","inputs":{"a":${deep}}}]}}`),
      /^state\.json: resources\[0\] is nested too deeply$/,
    );
  });

  it("refuses a file that cannot be read", () => {
    const folder = folderWith({ "a.json": "" });
    refuses(() => readState(join(folder, "gone.json"), "gone.json"), /^there is no file gone\.json$/);
    refuses(() => readState(join(folder, "a.json/b"), "a.json/b"), /^there is no file a\.json\/b$/);
    refuses(() => readState(folder, "."), /^\. is a folder, not a file$/);
    writeFileSync(join(folder, "a.json"), gzipSync("{}"));
    refuses(() => readState(join(folder, "a.json"), "a.json"), /^a\.json is compressed: decompress it with gunzip$/);
  });

  it("takes members of the wrong kind for absent", () => {
    const odd = {
      inputs: [],
      outputs: 3,
      parent: {},
      dependencies: "x",
      propertyDependencies: [],
      aliases: [3],
      type: 1,
    };
    const [resource] = state(topic("odd", odd)).resources;
    assert.deepEqual(
      [
        resource?.inputs,
        resource?.outputs,
        resource?.parent,
        resource?.dependencies,
        resource?.options,
        resource?.type,
      ],
      [{}, {}, undefined, [], {}, "aws:sns/topic:Topic"],
    );
  });
});
