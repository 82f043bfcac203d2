import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { pm2Version, userDataOf } from "../../../architectures/express-fleet/user-data";
import { booted, bootScript, isAtHand } from "./booted";

const architecture = join(__dirname, "../../../architectures/express-fleet");
const repository = "https://git.example/shop.git";
const ours = userDataOf({ nodeVersion: 24, appPort: 3005 });
const own = (ref: string) =>
  userDataOf({ nodeVersion: 24, appPort: 3005, source: { repository, ref, script: "bin/www.mjs" } });

describe("the user data of express-fleet", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "express-fleet-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("holds the lockfile as npm keeps it; UPDATE_GOLDENS=1 takes up another one", () => {
    const [lockfile, compressed] = [
      join(architecture, "app/package-lock.json"),
      join(architecture, "package-lock.json.gz"),
    ];
    if (process.env.UPDATE_GOLDENS === "1" && !gunzipSync(readFileSync(compressed)).equals(readFileSync(lockfile))) {
      writeFileSync(compressed, gzipSync(readFileSync(lockfile), { level: 9 }));
    }
    assert.equal(gunzipSync(readFileSync(compressed)).toString(), readFileSync(lockfile, "utf8"));
  });

  it("pins Express and all that it needs to what the lockfile has hashes of", () => {
    const { dependencies } = JSON.parse(readFileSync(join(architecture, "app/package.json"), "utf8"));
    const { "": root, ...packages } = JSON.parse(
      readFileSync(join(architecture, "app/package-lock.json"), "utf8"),
    ).packages;
    assert.deepEqual(root.dependencies, dependencies);
    assert.equal(packages["node_modules/express"].version, dependencies.express);
    for (const [name, { integrity }] of Object.entries<{ integrity: string }>(packages))
      assert.match(integrity, /^sha512-/, name);
    assert.match(pm2Version, /^\d+\.\d+\.\d+$/);
  });

  it("installs Node, pm2 and the application, which runs as a user of its own, and has systemd start pm2", () => {
    assert.deepEqual(booted(folder, ours).calls, [
      "dnf install -y nodejs24 nodejs24-npm",
      "id express",
      "useradd --system --user-group --shell /usr/sbin/nologin express",
      "alternatives --set node /usr/bin/node-24",
      `npm-24 install --global --prefix /opt/pm2 --ignore-scripts --no-audit --no-fund pm2@${pm2Version}`,
      "install -d -o express -g express /srv/express-fleet",
      "runuser -u express -- env --chdir=/srv/express-fleet HOME=/srv/express-fleet npm-24 ci --omit=dev --no-audit --no-fund",
      "npm-24 ci --omit=dev --no-audit --no-fund",
      "systemctl enable --now express-fleet.service",
    ]);
  });

  it("writes every file of the application as it is, and the same if it runs again", () => {
    const kept = (name: string) => !name.startsWith(".") && name !== "node_modules";
    const files = readdirSync(join(architecture, "app")).filter(kept);
    for (let times = 0; times < 2; times++) {
      booted(folder, ours);
      assert.deepEqual(readdirSync(join(folder, "srv/express-fleet")).filter(kept), files);
      for (const file of files) {
        const written = readFileSync(join(folder, "srv/express-fleet", file), "utf8");
        assert.equal(written, readFileSync(join(architecture, "app", file), "utf8"), file);
      }
    }
  });

  it("keeps the variables to root, from whom pm2 has them", () => {
    booted(folder, ours);
    const file = join(folder, "etc/user-data.env");
    assert.equal(readFileSync(file, "utf8"), 'NODE_ENV="production"\nPORT="3005"\n');
    assert.equal(statSync(file).mode & 0o777, 0o600);
  });

  it("has pm2 run a process for each CPU, and give each half a minute to end", () => {
    booted(folder, own("v1"), { env: served(folder) });
    const { apps } = JSON.parse(readFileSync(join(folder, "etc/express-fleet.json"), "utf8"));
    const [{ script, exec_mode, instances, kill_timeout, cwd }, ...others] = apps;
    assert.deepEqual(others, []);
    assert.deepEqual([script, exec_mode, instances, kill_timeout], ["bin/www.mjs", "cluster", "max", 30_000]);
    assert.equal(cwd, `${folder}/srv/express-fleet`);
    const unit = readFileSync(join(folder, "etc/systemd/system/express-fleet.service"), "utf8");
    const seconds = Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1]);
    assert.ok(seconds * 1000 > kill_timeout, "systemd must not kill what pm2 still waits for");
  });

  it("has a lasting unit that systemd understands", function () {
    if (!isAtHand("systemd-analyze")) return this.skip();
    const unit = readFileSync(join(architecture, "express-fleet.service"), "utf8");
    const file = join(folder, "express-fleet.service");
    writeFileSync(file, unit.replace(/^ExecStart=\S+/m, "ExecStart=/bin/true"));
    assert.equal(execFileSync("systemd-analyze", ["verify", file], { encoding: "utf8", stdio: "pipe" }), "");
  });

  it("is nothing that shellcheck finds fault with", function () {
    if (!isAtHand("shellcheck")) return this.skip();
    for (const userData of [ours, own("v1")])
      assert.equal(execFileSync("shellcheck", ["-"], { input: bootScript(userData), encoding: "utf8" }), "");
  });

  describe("of an application of your own", () => {
    for (const [what, ref] of [
      ["tag", "v1"],
      ["branch", "release/1.x"],
      ["commit", "HEAD"],
    ] as const) {
      it(`fetches a ${what}, and nothing of ours`, () => {
        const env = served(folder);
        const asked = ref === "HEAD" ? git(join(folder, "repository"), "rev-parse", "v1").trim() : ref;
        const { calls } = booted(folder, own(asked), { env });
        assert.ok(calls.includes("dnf install -y nodejs24 nodejs24-npm git-core"), calls.join("\n"));
        const files = readdirSync(join(folder, "srv/express-fleet"));
        assert.deepEqual(files.sort(), [".git", "bin", "package-lock.json"]);
        assert.equal(readFileSync(join(folder, "srv/express-fleet/bin/www.mjs"), "utf8"), "one\n");
      });
    }

    it("stops where there is no such version", () => {
      const env = served(folder);
      assert.throws(() => booted(folder, own("v2"), { env }), /couldn't find remote ref v2/);
    });
  });
});

function git(repository: string, ...words: string[]): string {
  const author = ["-c", "user.name=Ann", "-c", "user.email=ann@example.com"];
  return execFileSync("git", ["-C", repository, ...author, ...words], { encoding: "utf8", stdio: "pipe" });
}

/** Makes a repository whose tag v1 and whose branch are older than its head, and has git find it under its address. */
function served(folder: string): Record<string, string> {
  const place = join(folder, "repository");
  mkdirSync(join(place, "bin"), { recursive: true });
  git(place, "init", "--quiet");
  for (const [version, tags] of [
    ["one\n", ["v1"]],
    ["two\n", []],
  ] as const) {
    writeFileSync(join(place, "bin/www.mjs"), version);
    writeFileSync(join(place, "package-lock.json"), "{}\n");
    git(place, "add", ".");
    git(place, "commit", "--quiet", "-m", version.trim());
    for (const tag of tags) git(place, "tag", tag);
  }
  git(place, "branch", "release/1.x", "v1");
  return {
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: `url.file://${place}.insteadOf`,
    GIT_CONFIG_VALUE_0: repository,
  };
}
