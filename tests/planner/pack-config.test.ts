import assert from "node:assert/strict";
import { join } from "node:path";
import type { Policies } from "@pulumi/policy";
import { readPackConfig } from "../../planner/pack-config";
import { folderWith } from "./folder";

const sized = { properties: { size: { type: "integer" as const, minimum: 0 } } };
const pack: Policies = ["ebs-encrypted", "vpc-flow-logs"].map((name) => ({
  name,
  description: "Is there.",
  configSchema: sized,
  validateResource: () => {},
}));
const read = (content: string) =>
  readPackConfig({ path: join(folderWith({ "pack.json": content }), "pack.json"), called: "my/pack.json" }, pack);
const refuses = (content: string, message: RegExp) =>
  assert.throws(() => read(content), { name: "InputError", message });

describe("readPackConfig", () => {
  it("takes a level or settings for a policy and for all", () => {
    const config = {
      all: "advisory",
      "ebs-encrypted": { enforcementLevel: "disabled", size: 1 },
      "vpc-flow-logs": { size: 2 },
    };
    assert.deepEqual(read(JSON.stringify(config)), config);
    assert.deepEqual(read("{}"), {});
  });

  it("refuses a file that is not there, is not JSON or is not a map", () => {
    const refusesFile = (path: string, message: string) =>
      assert.throws(() => readPackConfig({ path, called: "my.json" }, []), { name: "InputError", message });
    refusesFile("/nowhere/pack.json", "there is no file my.json");
    refusesFile(folderWith({}), "my.json is a folder, not a file");
    refuses("{", /^my\/pack\.json is not JSON( \(line 1\))?$/);
    refuses('{\n"all": "advisory",\n\u0000}', /^my\/pack\.json is not JSON \(line 3\)$/);
    assert.deepEqual(read('\ufeff{"all": "advisory"}'), { all: "advisory" });
    for (const content of ["[]", "null", '"advisory"', "3"])
      refuses(content, /pack\.json must be a map of policies to levels or settings$/);
  });

  it("refuses a policy that does not exist, with the nearest that does", () => {
    refuses(
      '{"ebs-encripted": "advisory"}',
      /pack\.json: there is no policy "ebs-encripted"; did you mean "ebs-encrypted"\?$/,
    );
  });

  it("refuses a level that does not exist", () => {
    const levels = "advisory, mandatory, remediate, disabled";
    refuses('{"all": "off"}', new RegExp(`the level of "all" must be one of ${levels}, got "off"$`));
    refuses(
      '{"ebs-encrypted": {"enforcementLevel": "warn"}}',
      new RegExp(`the level of "ebs-encrypted" must be one of ${levels}, got "warn"$`),
    );
    refuses('{"ebs-encrypted": true}', /got true$/);
    refuses('{"ebs-encrypted": ["mandatory"]}', /got \["mandatory"\]$/);
    refuses('{"ebs-encrypted": null}', /got null$/);
  });

  it("refuses a setting that the policy has not, or a value that does not fit its schema", () => {
    refuses(
      '{"ebs-encrypted": {"sise": 1}}',
      /pack\.json: "sise" is not a setting of ebs-encrypted; did you mean "size"\?$/,
    );
    refuses('{"ebs-encrypted": {"__proto__": 1}}', /"__proto__" is not a setting/);
    refuses('{"ebs-encrypted": {"size": "x"}}', /size of ebs-encrypted does not fit: .*number.*, got "x"$/);
    refuses('{"ebs-encrypted": {"size": -1}}', /size of ebs-encrypted does not fit: .*, got -1$/);
  });
});
