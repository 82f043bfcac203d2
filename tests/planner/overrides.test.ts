import assert from "node:assert/strict";
import { override } from "../../planner/overrides";
import type { Project } from "../../planner/project";

const SETTINGS = "tierwork:settings";
const KEPT = "tierwork:kept";

function project(config: Record<string, string> = {}): Project {
  const files = { folder: "/shop", entry: "/shop", stackFile: "/shop/Pulumi.dev.yaml" };
  const runtime = { name: "nodejs", typescript: true, nodeargs: "" };
  return { name: "shop", stack: "dev", ...files, config, secretKeys: [], runtime, region: undefined, notes: [] };
}

/** The settings after assignments, from what they were before. */
function set(before: string | undefined, ...assignments: string[]): unknown {
  const config: Record<string, string> = before === undefined ? {} : { [SETTINGS]: before };
  const text = override(project(config), undefined, assignments).config[SETTINGS];
  return text === undefined ? undefined : JSON.parse(text);
}

const refuses = (before: string | undefined, assignment: string, message: RegExp) =>
  assert.throws(() => set(before, assignment), { name: "InputError", message });

describe("override", () => {
  it("changes nothing when nothing is asked, and never the project that it was given", () => {
    const given = project({ [SETTINGS]: '{"a":1}' });
    assert.deepEqual(override(given, undefined, []), given);
    override(given, "other", ["a=2"]);
    assert.deepEqual(given.config, { [SETTINGS]: '{"a":1}' });
  });

  it("keeps of one architecture's settings for another only what most have, and says that these are kept", () => {
    const settings = { minSize: 2, tls: "none", network: { zones: 3 }, domain: { name: "a" }, alarms: {} };
    const config = {
      "tierwork:architecture": "web-app",
      [SETTINGS]: JSON.stringify(settings),
      "aws:region": "eu-west-1",
    };
    const given = project(config);
    const instead = (architecture: string, ...assignments: string[]) => {
      const { [SETTINGS]: stated, [KEPT]: kept, ...others } = override(given, architecture, assignments).config;
      return { settings: JSON.parse(stated ?? ""), kept: kept && JSON.parse(kept), others };
    };
    const { minSize: _, ...surroundings } = settings;
    assert.deepEqual(instead("static-site"), {
      settings: surroundings,
      kept: ["tls", "network", "domain", "alarms"],
      others: { "tierwork:architecture": "static-site", "aws:region": "eu-west-1" },
    });
    assert.deepEqual(override(given, "web-app", []).config, given.config);
    const assigned = instead("static-site", "b=2", "tls=", "network.nat=single");
    assert.deepEqual(assigned.settings, {
      network: { zones: 3, nat: "single" },
      domain: { name: "a" },
      alarms: {},
      b: 2,
    });
    assert.deepEqual(assigned.kept, ["domain", "alarms"]);
  });

  it("sets values at a path, beside what is there", () => {
    assert.deepEqual(set('{"network":{"zones":2,"nat":"single"},"b":1}', "network.zones=3", "new.deep.key=x"), {
      network: { zones: 3, nat: "single" },
      b: 1,
      new: { deep: { key: "x" } },
    });
    assert.deepEqual(set(undefined, "a=1"), { a: 1 });
    assert.deepEqual(set("", "a=1"), { a: 1 });
    assert.deepEqual(set('{"a":"text"}', "a.b=1"), { a: { b: 1 } });
  });

  it("reads a value as YAML", () => {
    assert.deepEqual(set("{}", "n=3", 't="3"', "l=[a, b]", "m={x: true}", "eq=a=b", "u=text"), {
      n: 3,
      t: "3",
      l: ["a", "b"],
      m: { x: true },
      eq: "a=b",
      u: "text",
    });
  });

  it("takes a setting away when the value is empty", () => {
    assert.deepEqual(set('{"a":1,"b":2}', "a="), { b: 2 });
  });

  it("refuses a path or a value that cannot be read", () => {
    refuses("{}", "zones", /^--set takes path=value, such as --set network\.zones=3, got "zones"$/);
    refuses("{}", "=3", /^--set takes path=value/);
    refuses("{}", "a..b=3", /^--set takes path=value/);
    refuses("{}", "a b=3", /^--set takes path=value/);
    refuses("{}", "a=[1", /^--set a is not valid YAML: Flow sequence .* \(line 1\)$/);
  });

  it("refuses to set something in settings that are not a map", () => {
    refuses("[1]", "a=1", /^tierwork:settings must be a map, got \[1\]$/);
    refuses("plain text", "a=1", /^tierwork:settings must be a map, got plain text$/);
  });

  it("cannot reach what every object inherits", () => {
    refuses("{}", "__proto__.polluted=1", /^--set takes path=value/);
    set("{}", "constructor.prototype.polluted=1");
    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
  });
});
