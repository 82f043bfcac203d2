import assert from "node:assert/strict";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../../planner/input-error";
import { hasStackFile, readProject, requireNodejs } from "../../planner/project";
import { folderWith } from "./folder";

const PROJECT = "name: shop\nruntime: nodejs\n";

/** The project of a folder with one stack, `dev`. */
function project(stack: string, file = PROJECT) {
  return readProject(folderWith({ "Pulumi.yaml": file, "Pulumi.dev.yaml": stack }));
}

const refuses = (read: () => unknown, message: RegExp) => assert.throws(read, { name: "InputError", message });

describe("readProject", () => {
  it("takes the region from the stack, else from the environment of the AWS provider", () => {
    const region = (stack: string, variables: Record<string, string>) => {
      const before = process.env;
      const { AWS_REGION, AWS_DEFAULT_REGION, ...others } = before;
      process.env = { ...others, ...variables };
      try {
        return readProject(folderWith({ "Pulumi.yaml": PROJECT, "Pulumi.dev.yaml": stack })).region;
      } finally {
        process.env = before;
      }
    };
    assert.equal(region("config:\n  aws:region: eu-north-1\n", { AWS_REGION: "eu-west-3" }), "eu-north-1");
    assert.equal(region("", { AWS_REGION: "eu-west-3", AWS_DEFAULT_REGION: "eu-west-2" }), "eu-west-3");
    assert.equal(region("", { AWS_DEFAULT_REGION: "eu-west-2" }), "eu-west-2");
    assert.equal(region("", {}), undefined);
  });

  it("finds the project from a folder below it", () => {
    const folder = folderWith({ "Pulumi.yaml": PROJECT, "Pulumi.dev.yaml": "" });
    const below = join(folder, "deep/down");
    mkdirSync(below, { recursive: true });
    const { notes, region, ...found } = readProject(below);
    assert.deepEqual(found, {
      name: "shop",
      stack: "dev",
      folder,
      entry: folder,
      stackFile: join(folder, "Pulumi.dev.yaml"),
      config: {},
      secretKeys: [],
      runtime: { name: "nodejs", typescript: true, nodeargs: "", tsconfig: undefined },
    });
    assert.deepEqual(notes, []);
  });

  it("takes the program's folder from main and the stack files' from stackConfigDir", () => {
    const folder = folderWith({
      "Pulumi.yaml": "name: shop\nruntime:\n  name: nodejs\nmain: infra/\nstackConfigDir: stacks\n",
      "stacks/Pulumi.prod.yaml": "config:\n  a: b\n",
      "Pulumi.dev.yaml": "config:\n  a: not read\n",
    });
    const { entry, stack, stackFile, config } = readProject(folder);
    assert.deepEqual(
      { entry, stack, stackFile, config },
      {
        entry: join(folder, "infra"),
        stack: "prod",
        stackFile: join(folder, "stacks/Pulumi.prod.yaml"),
        config: { "shop:a": "b" },
      },
    );
  });

  it("gives stack files the extension of the project file", () => {
    const yml = folderWith({
      "Pulumi.yml": PROJECT,
      "Pulumi.dev.yml": "config: {a: yml}",
      "Pulumi.dev.yaml": "config: {a: no}",
    });
    assert.deepEqual(readProject(yml).config, { "shop:a": "yml" });
    const json = folderWith({
      "Pulumi.json": '{"name": "shop", "runtime": "nodejs"}',
      "Pulumi.qa.json": '{"config": {"shop:a": 1}}',
    });
    assert.deepEqual(readProject(json).config, { "shop:a": "1" });
    assert.equal(readProject(json).stack, "qa");
  });

  it("puts the project's defaults under the values of the stack", () => {
    const declared = `${PROJECT}config:
  size: small
  color:
    type: string
    default: blue
  zones:
    default: [a, b]
  aws:region:
    value: eu-west-1
  shop:count:
    type: integer
    default: 3
`;
    assert.deepEqual(project("config:\n  color: red\n  aws:region: eu-north-1\n  other:key: x\n", declared).config, {
      "shop:color": "red",
      "aws:region": "eu-north-1",
      "other:key": "x",
      "shop:size": "small",
      "shop:zones": '["a","b"]',
      "shop:count": "3",
    });
  });

  it("refuses a stack that lacks a value declared without a default", () => {
    const declared = `${PROJECT}config:\n  color:\n    type: string\n`;
    refuses(
      () => project("config: {}", declared),
      /^Pulumi\.dev\.yaml lacks "shop:color", which Pulumi\.yaml declares without a default$/,
    );
  });

  it("refuses a plain value where the project declares a secret", () => {
    const declared = `${PROJECT}config:\n  token:\n    type: string\n    secret: true\n`;
    refuses(() => project("config:\n  token: plain\n", declared), /^Pulumi\.dev\.yaml: "shop:token" must be encrypted/);
    refuses(
      () => project("config: {}", `${declared}    default: plain\n`),
      /^Pulumi\.yaml: "shop:token" is declared secret, and so can have no value here but encrypted in Pulumi\.dev\.yaml$/,
    );
    assert.deepEqual(project("config:\n  token:\n    secure: v1:abc\n", declared).secretKeys, ["shop:token"]);
  });

  it("marks encrypted values as secret keys, wherever they are inside", () => {
    const { config, secretKeys } = project(
      "config:\n  top:\n    secure: v1:abc\n  deep:\n    list:\n      - plain\n      - secret:\n          secure: v1:def\n  open: {a: 1}\n",
    );
    assert.deepEqual(secretKeys, ["shop:top", "shop:deep"]);
    assert.deepEqual(config, {
      "shop:top": "[secret]",
      "shop:deep": '{"list":["plain",{"secret":"[secret]"}]}',
      "shop:open": '{"a":1}',
    });
  });

  it("reads a stack file without config, an empty one and one with an empty config", () => {
    for (const file of ["encryptionsalt: v1:x\n", "", "config:\n", "config: {}\n"]) {
      assert.deepEqual(project(file).config, {}, JSON.stringify(file));
    }
  });

  it("notes that the environments of Pulumi ESC are not read", () => {
    assert.deepEqual(project("environment:\n  - shared/aws\nconfig:\n  a: 1\n").notes, [
      "Pulumi.dev.yaml: environment imports (Pulumi ESC) are not read offline",
    ]);
  });

  it("takes the last part of organization/project/stack, the only stack, or dev", () => {
    const files = { "Pulumi.yaml": PROJECT, "Pulumi.dev.yaml": "", "Pulumi.prod.yaml": "", "Pulumi.a.b.yaml": "" };
    const folder = folderWith(files);
    assert.equal(readProject(folder, "acme/shop/prod").stack, "prod");
    assert.equal(readProject(folder, "acme/prod").stack, "prod");
    assert.equal(readProject(folder, "a.b").stack, "a.b");
    assert.equal(readProject(folder).stack, "dev");
    assert.equal(readProject(folderWith({ "Pulumi.yaml": PROJECT, "Pulumi.live.yaml": "" })).stack, "live");
  });

  it("says which stacks there are when it is told none or a wrong one", () => {
    const folder = folderWith({ "Pulumi.yaml": PROJECT, "Pulumi.test.yaml": "", "Pulumi.prod.yaml": "" });
    refuses(() => readProject(folder), /^name a stack with -s: prod, test$/);
    refuses(
      () => readProject(folder, "tets"),
      /^there is no stack "tets": no file Pulumi\.tets\.yaml; did you mean "test"\?$/,
    );
  });

  it("needs no stack file where there is none at all, and says so", () => {
    const bare = readProject(folderWith({ "Pulumi.yaml": PROJECT }));
    const asked = readProject(folderWith({ "Pulumi.yaml": `${PROJECT}stackConfigDir: nowhere\n` }), "acme/shop/live");
    assert.deepEqual([bare.stack, bare.config, asked.stack], ["dev", {}, "live"]);
    assert.deepEqual(asked.notes, ["there is no stack file Pulumi.live.yaml: planned without configuration"]);
  });

  it("reads how the program is to be run", () => {
    const options = "typescript: false\n    nodeargs: --require tsx/cjs\n    tsconfig: other.json";
    assert.deepEqual(project("", `name: shop\nruntime:\n  name: nodejs\n  options:\n    ${options}\n`).runtime, {
      name: "nodejs",
      typescript: false,
      nodeargs: "--require tsx/cjs",
      tsconfig: "other.json",
    });
    assert.equal(project("", "name: shop\nruntime: go\n").runtime.name, "go");
  });

  it("knows whether a folder has a project's stack file", () => {
    const folder = folderWith({ "Pulumi.yaml": `${PROJECT}stackConfigDir: stacks\n`, "stacks/Pulumi.live.yaml": "" });
    const asked = [
      ["shop", "live"],
      ["shop", "dev"],
      ["other", "live"],
    ] as const;
    assert.deepEqual(
      asked.map(([name, stack]) => hasStackFile(folder, name, stack)),
      [true, false, false],
    );
    assert.equal(hasStackFile(folderWith({}), "shop", "live"), false);
  });

  it("finds a project behind a symbolic link where it really is", () => {
    const folder = folderWith({ "app/Pulumi.yaml": PROJECT, "app/Pulumi.dev.yaml": "" });
    symlinkSync(join(folder, "app"), join(folder, "link"));
    assert.equal(readProject(join(folder, "link")).folder, join(folder, "app"));
  });

  it("refuses a folder that is none", () => {
    const folder = folderWith({ "Pulumi.yaml": PROJECT });
    refuses(() => readProject(join(folder, "gone"), undefined, "gone"), /^there is no folder gone$/);
    refuses(() => readProject(join(folder, "Pulumi.yaml"), undefined, "app/x"), /^app\/x is not a folder$/);
    refuses(() => readProject(folderWith({}), undefined, "app"), /^there is no Pulumi\.yaml in app or in any folder/);
  });

  it("refuses a folder without a project, and a project without a name", () => {
    refuses(() => readProject(folderWith({})), /^there is no Pulumi\.yaml in this folder or in any folder above it$/);
    refuses(() => project("", "runtime: nodejs\n"), /^Pulumi\.yaml has no name$/);
    refuses(() => project("", ""), /^Pulumi\.yaml has no name$/);
    assert.throws(() => requireNodejs(project("", "name: shop\nruntime: python\n")), {
      name: "InputError",
      message: 'Pulumi.yaml: runtime is "python"; only nodejs programs can be planned',
    });
  });

  it("says file and line of broken YAML, and refuses what is not a map", () => {
    refuses(() => project("config:\n  a: [1\n"), /^Pulumi\.dev\.yaml is not valid YAML: .+ \(line \d+\)$/);
    refuses(
      () => project("config:\n  a: 1\n  a: 2\n"),
      /^Pulumi\.dev\.yaml is not valid YAML: Map keys must be unique \(line 3\)$/,
    );
    refuses(() => project("- a\n- b\n"), /^Pulumi\.dev\.yaml must be a map of keys and values$/);
    refuses(() => project("config:\n  - a\n"), /^Pulumi\.dev\.yaml: "config" must be a map of keys and values$/);
    refuses(() => project("config: 3\n"), /^Pulumi\.dev\.yaml: "config" must be a map of keys and values$/);
    refuses(() => project("", "name: [\n"), /^Pulumi\.yaml is not valid YAML/);
  });

  it("fails with the kind of error that makes the command exit with 2", () => {
    assert.throws(() => readProject(folderWith({})), InputError);
  });
});
