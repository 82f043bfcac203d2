import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parse } from "yaml";
import { executed } from "./planner/command";
import { folderWith } from "./planner/folder";

const root = join(__dirname, "..");
const scripts = join(root, ".github");
const shop = join(__dirname, "fixtures/programs/shop");

/** Stands for npm: it installs nothing, and asks this process for the plan of the folder it is called in. */
const NPM = `#!${process.execPath}
const [word, ...words] = process.argv.slice(2);
if (word !== "run") process.exit(0);
const socket = require("node:net").connect(process.env.PLANNER, () => {
  socket.write(JSON.stringify({ folder: process.cwd(), args: words.slice(words.indexOf("--") + 1) }) + "\\n");
});
let answer = "";
socket.on("data", (text) => { answer += text; });
socket.on("end", () => {
  const { code, stdout, stderr } = JSON.parse(answer);
  require("node:fs").writeSync(2, stderr);
  process.stdout.write(stdout, () => process.exit(code));
});
`;

/** Plans what it is asked for: a planner that has loaded already, in place of one that loads each time. */
function planner(): Server {
  return createServer(async (socket) => {
    const [line] = await once(createInterface(socket), "line");
    const { folder, args } = JSON.parse(line);
    socket.end(JSON.stringify(await executed(folder, args, { SOURCE_DATE_EPOCH: "1800000000" })));
  });
}

/** Stands for the client of GitHub: it answers with the comments it is given, and notes what it is asked. */
const GH = `#!/usr/bin/env bash
echo "$*" >>"$ASKED"
case "$*" in *--paginate*) printf '%s' "$COMMENTS" | jq -r "$5" ;; esac
`;

function commands(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(files);
  for (const file of Object.keys(files)) chmodSync(join(folder, file), 0o755);
  return folder;
}

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(script: string, args: readonly string[], cwd: string, environment: NodeJS.ProcessEnv): Promise<Ended> {
  const env = { ...process.env, NO_COLOR: "1", ...environment };
  return new Promise((resolve) => {
    execFile(join(scripts, script), [...args], { cwd, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : Number(error !== null), stdout, stderr });
    });
  });
}

const has = (command: string) => {
  try {
    execFileSync(command, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

/** The program of the shop, as a checkout has it. */
function checkout(change: (index: string) => string = (index) => index): string {
  const folder = folderWith({});
  cpSync(shop, folder, { recursive: true });
  const index = join(folder, "index.ts");
  const resolved = (text: string) =>
    text.replaceAll(/"(@pulumi\/[a-z]+)"/g, (_, name: string) => JSON.stringify(require.resolve(name)));
  writeFileSync(index, resolved(change(readFileSync(index, "utf8"))));
  return folder;
}

describe("the plan of a pull request", () => {
  const npm = commands({ npm: NPM });
  const address = join(folderWith({}), "planner");
  const server = planner();
  before((done) => void server.listen(address, done));
  after((done) => void server.close(done));

  async function plan(stack: string, head: string, base?: string) {
    const out = join(folderWith({}), "out");
    const summary = join(folderWith({}), "summary.md");
    const environment = {
      PATH: `${npm}:${process.env.PATH}`,
      GITHUB_STEP_SUMMARY: summary,
      PLANNER: address,
    };
    const ended = await run("plan.sh", [stack, out, ...(base === undefined ? [] : [base])], head, environment);
    const written = (name: string) => readFileSync(join(out, name), "utf8");
    return { ...ended, out, written, summary: readFileSync(summary, "utf8") };
  }

  it("is compared with its base, in every form", async () => {
    const head = checkout((index) => `${index}\nnew aws.sns.Topic("added", {});\n`);
    const { code, stdout, written, summary } = await plan("dev", head, checkout());
    assert.equal(code, 0);
    assert.match(stdout, /\nCompared with the base: 1 added, 0 changed, 0 removed\n/);
    assert.match(written("comment.md"), /^<!-- tierwork plan: shop\/dev -->\n### ✅ Allowed: /);
    assert.match(written("comment.md"), /\n\+ aws\.sns\.Topic added\n/);
    assert.equal(summary, written("comment.md"));
    assert.equal(JSON.parse(written("plan.sarif")).version, "2.1.0");
    assert.match(written("plan.xml"), /^<\?xml /);
    assert.equal(JSON.parse(written("plan.json")).tierwork.compare.added.length, 1);
  });

  it("is refused for a mandatory violation, after everything is written, also when its base has it too", async () => {
    const { code, written } = await plan("prod", checkout(), checkout());
    assert.equal(code, 1);
    assert.match(written("comment.md"), /\n#### As on the base: /);
    assert.match(written("plan.xml"), /<failure /);
  });

  it("is shown as it is when the base cannot be planned, or has not this stack", async () => {
    for (const base of [checkout(() => 'throw new Error("of the base");'), folderWith({})]) {
      const { code, written } = await plan("dev", checkout(), base);
      assert.equal(code, 0);
      assert.match(written("comment.md"), /\nThe base could not be planned: nothing is compared\.\n$/);
    }
  });

  it("says in the comment's place why it could not be planned, as text that is no Markdown", async () => {
    const failing = checkout(() => 'throw new Error("no\\n# heading\\n<b> @team ```");');
    const { code, out, written, stderr } = await plan("dev", failing, checkout());
    assert.equal(code, 2);
    assert.equal(
      written("comment.md"),
      `<!-- tierwork plan: shop/dev -->
### ❌ Could not be planned: <code>shop/dev</code>

    error: no
    # heading
    <b> @team \`\`\` (index.ts:1)
`,
    );
    assert.match(stderr, /error: no\n# heading\n/);
    assert(!existsSync(join(out, "plan.sarif")));
  });

  it("plans this repository, without a base", async () => {
    const { code, written } = await plan("dev", root);
    assert.equal(code, 0);
    assert.match(written("comment.md"), /^<!-- tierwork plan: tierwork\/dev -->\n/);
    assert.doesNotMatch(written("comment.md"), /base/);
  });
});

describe("the comment on a pull request", () => {
  if (!has("jq")) return it("is not tested, for jq is not installed");
  const gh = commands({ gh: GH });
  const mark = "<!-- tierwork plan: shop/dev -->";
  const file = join(folderWith({ "comment.md": `${mark}\nnew text\n` }), "comment.md");

  async function asked(comments: object[]): Promise<string> {
    const log = join(folderWith({}), "asked");
    const { code, stderr } = await run("comment.sh", [file], root, {
      PATH: `${gh}:${process.env.PATH}`,
      GITHUB_REF: "refs/pull/12/merge",
      GITHUB_REPOSITORY: "acme/shop",
      ASKED: log,
      COMMENTS: JSON.stringify(comments),
    });
    assert.equal(code, 0, stderr);
    return readFileSync(log, "utf8").trim().split("\n").at(-1) ?? "";
  }

  const comment = (id: number, login: string, body: string) => ({ id, user: { login }, body });

  it("is new where there is none, or only others' and those of other stacks", async () => {
    const others = [
      comment(1, "mallory", `${mark}\nmine`),
      comment(2, "github-actions[bot]", "<!-- tierwork plan: shop/prod -->\nother"),
      comment(3, "github-actions[bot]", `quoting ${mark}`),
    ];
    for (const comments of [[], others]) {
      assert.equal(
        await asked(comments),
        `api --method POST repos/acme/shop/issues/12/comments --field body=@${file} --silent`,
      );
    }
  });

  it("takes the place of the one before", async () => {
    const before = comment(7, "github-actions[bot]", `${mark}\r\nold text`);
    assert.equal(
      await asked([before]),
      `api --method PATCH repos/acme/shop/issues/comments/7 --field body=@${file} --silent`,
    );
  });
});

describe("the workflows", () => {
  interface Workflow {
    readonly on: object;
    readonly permissions: object;
    readonly jobs: Record<string, { readonly steps: { readonly run?: string; readonly uses?: string }[] }>;
  }
  const read = (name: string) => parse(readFileSync(join(scripts, "workflows", name), "utf8")) as Workflow;
  const names = ["check.yaml", "plan.yaml"];

  it("never run the code of a pull request with the rights of the base", () => {
    for (const name of names) assert(!Object.keys(read(name).on).includes("pull_request_target"));
    assert.deepEqual(read("plan.yaml").permissions, {});
  });

  it("put nothing that others write into a script, and pin actions to a major version", () => {
    for (const name of names) {
      for (const { steps } of Object.values(read(name).jobs)) {
        for (const { run: script = "", uses = "x/y@v1" } of steps) {
          assert.doesNotMatch(script, /\$\{\{/);
          assert.match(uses, /^[\w-]+\/[\w/-]+@v\d+$/);
        }
      }
    }
  });

  it("call scripts that a shell's checker finds no fault with", function () {
    if (!has("shellcheck")) return this.skip();
    execFileSync("shellcheck", ["plan.sh", "comment.sh"], { cwd: scripts, stdio: "inherit" });
  });
});
