import assert from "node:assert/strict";
import { readCommandLine, USAGE } from "../../planner/command-line";

const read = (...args: string[]) => readCommandLine(args, {});
const refuses = (args: string[], message: RegExp, environment = {}) =>
  assert.throws(() => readCommandLine(args, environment), { name: "InputError", message });

describe("readCommandLine", () => {
  it("has a default for everything", () => {
    const before = Date.now();
    const { now, ...rest } = read();
    assert.deepEqual(rest, {
      help: false,
      stack: undefined,
      architecture: undefined,
      set: [],
      outputs: [{ format: "text" }],
      compare: undefined,
      inputs: false,
      standard: undefined,
      policies: [],
      packConfigs: [],
      program: undefined,
      state: undefined,
      timeoutSeconds: 300,
      from: process.cwd(),
    });
    assert(now.getTime() >= before && now.getTime() <= Date.now());
  });

  it("reads every option that the usage names", () => {
    const args = "-s prod --architecture web-app --set a=1 --set b=2 --format json --out plan.json --inputs";
    const more = "--policy-pack-config pack.json --compare base.json --now 2027-01-31 -h";
    const { now, ...rest } = read(...args.split(" "), ...more.split(" "));
    assert.deepEqual(rest, {
      help: true,
      stack: "prod",
      architecture: "web-app",
      set: ["a=1", "b=2"],
      outputs: [{ format: "text" }, { format: "json", file: "plan.json" }],
      compare: "base.json",
      inputs: true,
      standard: undefined,
      policies: [],
      packConfigs: ["pack.json"],
      program: undefined,
      state: undefined,
      timeoutSeconds: 300,
      from: process.cwd(),
    });
    assert.equal(now.toISOString(), "2027-01-31T00:00:00.000Z");
    const { program, timeoutSeconds } = read("--program", "app", "--timeout", "9");
    assert.deepEqual([program, timeoutSeconds], ["app", 9]);
    const options = [...USAGE.matchAll(/--([a-z-]+)/g)].map(([, option]) => option);
    assert.deepEqual([...new Set(options)].sort(), [
      "architecture",
      "compare",
      "format",
      "help",
      "inputs",
      "now",
      "out",
      "policies",
      "policy-pack-config",
      "program",
      "set",
      "stack",
      "standard",
      "state",
      "timeout",
    ]);
  });

  it("takes today from --now, or else from SOURCE_DATE_EPOCH", () => {
    const environment = { SOURCE_DATE_EPOCH: "1800000000" };
    assert.equal(readCommandLine([], environment).now.toISOString(), "2027-01-15T08:00:00.000Z");
    assert.equal(readCommandLine(["--now", "2030-02-03"], environment).now.toISOString().slice(0, 10), "2030-02-03");
    assert(readCommandLine([], { SOURCE_DATE_EPOCH: "" }).now.getTime() > 1_700_000_000_000);
  });

  it("knows where the user stands when npm runs the script in another folder", () => {
    const from = (environment: NodeJS.ProcessEnv) => readCommandLine([], environment).from;
    assert.equal(from({ INIT_CWD: "/shop", npm_lifecycle_event: "plan" }), "/shop");
    assert.equal(from({ INIT_CWD: "/shop", npm_lifecycle_event: "test" }), process.cwd());
  });

  it("takes several policy packs, and a config for each, in their order", () => {
    const args = ["--policies", "a", "--policies", "b", "--timeout", "9", "--state", "s.json"];
    const { policies, packConfigs, timeoutSeconds } = read(...args);
    assert.deepEqual([policies, packConfigs, timeoutSeconds], [["a", "b"], [], 9]);
    const configs = ["--policy-pack-config", "a.json", "--policy-pack-config", "b.json"];
    assert.deepEqual(read(...args, ...configs).packConfigs, ["a.json", "b.json"]);
    refuses(configs, /^--policy-pack-config is given more than once, and --policies not at all: give one$/);
    refuses(
      [...args, "--policy-pack-config", "a.json"],
      /^--policies is given 2 times and --policy-pack-config 1 times: give as many of both$/,
    );
    refuses(["--policies", "a", "--now", "2027-01-31"], /^--now is for the policy pack here: .* go by the clock$/);
  });

  it("says what every option is for in one column, within the width of a line", () => {
    const lines = USAGE.split("\n").filter((line) => /^ {2,}/.test(line));
    for (const line of lines) {
      if (line !== "      --policy-pack-config FILE") assert.match(line, /^.{28} {2}\S/);
      assert.ok(line.length <= 120, line);
    }
  });

  it("refuses to be told twice what can be said once", () => {
    for (const option of ["--standard", "--stack", "--compare", "--state", "--program", "--now", "--architecture"]) {
      refuses([option, "a", option, "b"], new RegExp(`^${option} can be given once, got "a" and "b"$`));
    }
    refuses(["-s", "a", "--stack=a"], /^--stack can be given once, got "a" and "a"$/);
    refuses(["--timeout", "1", "--program", "a", "--timeout", "2"], /^--timeout can be given once, got "1" and "2"$/);
    assert.equal(read("--inputs", "--inputs").inputs, true);
  });

  it("refuses settings for another program, of whose configuration nothing is known", () => {
    refuses(
      ["--program", "a", "--set", "a=1"],
      /^--set is for the program here, and --program names another: give one/,
    );
    refuses(["--program", "a", "--architecture", "b"], /^--architecture is for the program here, and --program names/);
  });

  it("says what it takes where a value looks like an option", () => {
    refuses(["--timeout", "-1", "--program", "."], /^--timeout must be whole seconds from 1 to 2147483, got "-1"$/);
    refuses(["-s", "--inputs"], /^-s needs a value, and --inputs behind it looks like an option; see --help$/);
  });

  it("refuses what it does not know", () => {
    refuses(["--zones"], /^Unknown option '--zones'; see --help$/);
    refuses(["web-app"], /^Unexpected argument 'web-app'.*; see --help$/);
    refuses(["--stack"], /^Option '-s, --stack <value>' argument missing; see --help$/);
    refuses(["--inputs=yes"], /--inputs.*; see --help$/);
    refuses(["--format", "xml"], /^--format must be one of text, json, markdown, sarif, junit, got "xml"$/);
    refuses(["--state", "a", "--set", "a=1"], /^--state judges a state, and --set is for planning a program/);
    refuses(["--timeout", "9"], /^--timeout is for the processes of --program and --policies$/);
    refuses(["--program", ".", "--timeout", "soon"], /^--timeout must be whole seconds from 1 to 2147483, got "soon"$/);
    refuses(["--now", "tomorrow"], /^--now must be a day such as 2027-01-31, got "tomorrow"$/);
    refuses(["--now", "2027-13-01"], /^--now must be a day/);
    refuses(["--now", "2027-02-30"], /^--now must be a day/);
    refuses([], /^SOURCE_DATE_EPOCH must be seconds since 1970, got "soon"$/, { SOURCE_DATE_EPOCH: "soon" });
    refuses([], /^SOURCE_DATE_EPOCH must be/, { SOURCE_DATE_EPOCH: "99999999999999999" });
  });
});
