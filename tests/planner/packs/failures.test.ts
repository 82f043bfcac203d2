import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { judgeByPacks } from "../../../planner/packs/judge-by-packs";
import { Pack } from "../../../planner/packs/pack";
import { type PackFolder, readPackFolder } from "../../../planner/packs/pack-folder";
import { Requests } from "../../../planner/packs/requests";
import type { Plan } from "../../../planner/plan";
import { record } from "../../../planner/record";
import { folderWith } from "../folder";
import { link, packOf } from "./pack-folder-of";

/** In place of the SDK's own, which loads a compiler first. */
const bareHost = { "node_modules/@pulumi/pulumi/cmd/run-policy-pack/index.js": "require(process.cwd());" };

/** A pack by its code, which may use `policy(validateResource)`. */
function bare(code: string): PackFolder {
  const pack = packOf(
    `const policy = (validateResource) => new (require("@pulumi/policy").PolicyPack)("house", {
      policies: [{ name: "one", description: "d", enforcementLevel: "mandatory", validateResource }],
    });\n${code}`,
    bareHost,
  );
  link(pack.folder, ["@pulumi/policy"]);
  return pack;
}

/** What a pack fails with: a sentence without a stack, a folder or a secret. */
async function failure(plan: Plan, packs: readonly PackFolder[], timeoutSeconds = 60) {
  const printed: string[] = [];
  const print = (line: string) => printed.push(line);
  const failed = await judgeByPacks(plan, packs, { config: {}, timeoutSeconds, print }).then(
    () => assert.fail("it judges"),
    (error: unknown) => error,
  );
  assert(failed instanceof Error && ["InputError", "PolicyError"].includes(failed.name), String(failed));
  assert.doesNotMatch(`${failed.message}${printed}`, /\n|node_modules|\/tmp\/|hunter2/);
  return failed.message;
}

/** A pack by its code, what the planner says of it, and after how long it is late. */
const PACKS: Readonly<Record<string, { code: string; message: RegExp; timeoutSeconds?: number }>> = {
  "throws at its start": {
    code: '\nthrow new Error("no\\nluck");',
    message: /^the policy pack DIR failed: no luck \(index\.js:5\)$/,
  },
  "throws what is no error": { code: "throw { a: 1 };", message: /^the policy pack DIR threw \{ a: 1 \}$/ },
  "lacks a package": {
    code: 'require("left-pad");',
    message: /^the policy pack DIR failed: Cannot find module 'left-pad' \(index\.js:4\); run npm install in DIR$/,
  },
  "prints before its port": {
    code: 'console.log("hello");',
    message: /^the policy pack DIR prints "hello" before its port: pulumi takes the first line for that$/,
  },
  "makes no pack": { code: "", message: /^the policy pack DIR ends before it is ready: it makes no PolicyPack$/ },
  "has a name that the SDK refuses": {
    code: 'new (require("@pulumi/policy").PolicyPack)("my pack", { policies: [] });',
    message: /^the policy pack DIR ends before it is ready: Invalid policy pack name "my pack"\./,
  },
  "has no policies": {
    code: 'new (require("@pulumi/policy").PolicyPack)("house", { policies: [] });',
    message: /^the policy pack DIR has no policies$/,
  },
  "does not get ready": {
    code: "setInterval(() => {}, 1000);",
    message: /^the policy pack DIR is not ready after 1 s; --timeout SECONDS gives it longer$/,
    timeoutSeconds: 1,
  },
  "is ended while it judges": {
    code: 'policy(() => process.kill(process.pid, "SIGTERM"));',
    message: /^the policy pack DIR was ended by SIGTERM$/,
  },
  "exits while it judges": {
    code: 'policy(() => { console.error("bye"); process.exit(3); });',
    message: /^the policy pack DIR ended with exit code 3$/,
  },
  "leaves a promise alone that is rejected": {
    code: 'policy(() => new Promise(() => { void Promise.reject(new TypeError("oh, hunter2")); }));',
    message: /^the policy pack DIR failed: oh, \[secret\] \(index\.js:4\)$/,
  },
  "has a policy that throws": {
    code: 'policy(({ name, props }) => { if (name === "topic") null.x; });',
    message:
      /^policy house\/one failed on urn:pulumi:dev::test::aws:sns\/topic:Topic::topic: Cannot read properties of null/,
  },
  "has a policy that requires a setting": {
    code: `new (require("@pulumi/policy").PolicyPack)("house", { policies: [{ name: "one", description: "d",
      enforcementLevel: "advisory", validateResource() {}, configSchema: { properties: { size: { type: "number" } }, required: ["size"] } }] });`,
    message: /^policy one of DIR needs the setting "size": give it with --policy-pack-config$/,
  },
};

describe("a policy pack", () => {
  let plan: Plan;
  const messages = new Map<string, string>();
  before(async () => {
    plan = await record(() => new aws.sns.Topic("topic", { displayName: pulumi.secret("hunter2") }));
    // A few at once: most of the time they wait for their start.
    const packs = Object.entries(PACKS);
    while (packs.length > 0) {
      const batch = packs.splice(0, 4).map(async ([title, { code, timeoutSeconds }]) => {
        messages.set(title, await failure(plan, [bare(code)], timeoutSeconds).catch(String));
      });
      await Promise.all(batch);
    }
  });

  for (const [title, { message }] of Object.entries(PACKS)) {
    it(`that ${title} is refused in one sentence`, () => assert.match(messages.get(title) ?? "", message));
  }

  it("is late with an answer after the timeout", async () => {
    const { project, stack } = plan;
    const pack = await Pack.start(
      bare("policy(() => new Promise(() => {}));"),
      { project, stack, config: {} },
      60,
      () => {},
    );
    try {
      // Its start, on a busy machine, may take longer than this test shall wait.
      Object.assign(pack, { timeoutSeconds: 0.1 });
      const topic = plan.get("topic");
      const request = new Requests(plan).ofResource(topic, topic.inputs);
      await assert.rejects(
        pack.ask((client, ...rest) => client.analyze(request, ...rest)),
        {
          name: "InputError",
          message: "the policy pack DIR does not answer within 0.1 s; --timeout SECONDS gives it longer",
        },
      );
    } finally {
      pack.stop();
    }
  });

  it("cannot be given more configuration than a process takes", async () => {
    const config = { "shop:catalogue": "x".repeat(2 ** 21) };
    const judging = { config, timeoutSeconds: 60, print: () => {} };
    await assert.rejects(judgeByPacks(plan, [bare("policy(() => {});")], judging), {
      name: "InputError",
      message: "the policy pack DIR cannot be started: the stack's configuration is larger than a process can be given",
    });
  });

  it("is refused beside another of its name", async () => {
    const [one, other] = [bare("policy(() => {});"), bare("policy(() => {});")];
    const sentence = await failure(plan, [one, { ...other, called: "OTHER" }]);
    assert.equal(sentence, 'the policy packs DIR and OTHER are both called "house"');
  });

  it("without a main file is refused in the SDK's stead, which explains at length", async () => {
    const folder = folderWith({ "PulumiPolicy.yaml": "runtime: nodejs", "package.json": '{ "version": "1.0.0" }' });
    link(folder, ["@pulumi/pulumi"]);
    assert.equal(
      await failure(plan, [readPackFolder(folder, "DIR")]),
      "the policy pack DIR has no main file: package.json names none that exists, and there is no index.ts",
    );
  });
});

describe("readPackFolder", () => {
  const yaml = "PulumiPolicy.yaml";
  const refuses = (files: Record<string, string>, message: string) => {
    const folder = folderWith(files);
    assert.throws(() => readPackFolder(folder, "DIR"), { name: "InputError", message });
  };

  it("refuses what is no policy pack for Node.js, or cannot be run", () => {
    assert.throws(() => readPackFolder("/nowhere", "DIR"), { name: "InputError", message: "there is no folder DIR" });
    refuses({}, "DIR is no policy pack: it has no PulumiPolicy.yaml");
    refuses({ [yaml]: "" }, "PulumiPolicy.yaml of DIR names no runtime; only policy packs for nodejs can be run");
    refuses(
      { [yaml]: "runtime:\n  name: python\n" },
      'PulumiPolicy.yaml of DIR says the runtime is "python"; only policy packs for nodejs can be run',
    );
    refuses({ [yaml]: "runtime: nodejs" }, "DIR has no package.json, which names a policy pack's version and packages");
    refuses(
      { "PulumiPolicy.json": '{ "runtime": { "name": "nodejs" } }', "package.json": "{}" },
      "@pulumi/pulumi cannot be found from DIR: run npm install in DIR",
    );
  });

  it("finds packages in a folder above", () => {
    const folder = folderWith({ "pack/PulumiPolicy.yaml": "runtime: nodejs", "pack/package.json": "{}" });
    mkdirSync(join(folder, "node_modules"));
    link(folder, ["@pulumi/pulumi"]);
    assert.match(readPackFolder(join(folder, "pack"), "DIR").host, /run-policy-pack/);
  });
});
