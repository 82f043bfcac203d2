import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bootScript } from "./boot-script";

const own = join(__dirname, "../../../architectures/react-flask");
const isAtHand = (program: string) => spawnSync(program, ["--version"]).error === undefined;
const read = (...path: string[]) => readFileSync(join(own, ...path), "utf8");

describe("the API of react-flask", () => {
  /** What the greeting is, or why there is none, without Flask. */
  const greeted = (name: string): string => {
    const program = [
      "import sys; from greeting import greeting",
      "try: print(greeting(sys.argv[1]))",
      "except ValueError as problem: print('refused:', problem)",
    ].join("\n");
    const env = { ...process.env, PYTHONIOENCODING: "utf8" };
    return execFileSync("python3", ["-B", "-c", program, name], { cwd: join(own, "backend"), encoding: "utf8", env });
  };
  before(function () {
    if (!isAtHand("python3")) this.skip();
  });

  const answers: [string, string, string][] = [
    ["greets by name", "Ann", "Hello, Ann"],
    ["takes a name of several words, and makes one space of many", "  Ann   Lee ", "Hello, Ann Lee"],
    ["takes a name in any script", "Łukasz 李", "Hello, Łukasz 李"],
    ["takes the longest name", "a".repeat(40), `Hello, ${"a".repeat(40)}`],
    ["refuses nobody", "", "refused: Please say who you are."],
    ["refuses spaces alone", "   ", "refused: Please say who you are."],
    ["refuses a longer name", "a".repeat(41), "refused: Please say it in at most 40 characters."],
    ["refuses what cannot be shown", "a\u0007", "refused: Please say it in characters that can be shown."],
  ];
  for (const [what, name, answer] of answers) it(what, () => assert.equal(greeted(name), `${answer}\n`));
});

describe("the page of react-flask", () => {
  type Ask = (name: string, fetch: (url: string) => Promise<unknown>) => Promise<string>;
  let askGreeting: Ask;
  before(async () => {
    ({ askGreeting } = (await import(pathToFileURL(join(own, "frontend/sources/greeting.js")).href)) as {
      askGreeting: Ask;
    });
  });
  const answering = (status: number, json: () => Promise<unknown>) => async () => ({
    status,
    ok: status === 200,
    json,
  });

  it("asks the API by name, whatever is in it, and shows the greeting", async () => {
    const asked: string[] = [];
    const fetch = (url: string) => {
      asked.push(url);
      return answering(200, async () => ({ greeting: "Hello, Ann & Lee" }))();
    };
    assert.equal(await askGreeting("Ann & Lee", fetch), "Hello, Ann & Lee");
    assert.deepEqual(asked, ["/api/greeting?name=Ann+%26+Lee"]);
  });

  it("says what the API says against a name", () =>
    assert.rejects(
      askGreeting(
        "",
        answering(400, async () => ({ problem: "Please say who you are." })),
      ),
      { message: "Please say who you are." },
    ));

  it("says it in words if there is no answer, or one that is not the API's", async () => {
    const unreachable = () => Promise.reject(new TypeError("fetch failed"));
    await assert.rejects(askGreeting("Ann", unreachable), { message: "The server cannot be reached." });
    const page = answering(502, () => Promise.reject(new SyntaxError("<html>")));
    await assert.rejects(askGreeting("Ann", page), { message: "The server answered 502." });
  });
});

describe("the files of react-flask", () => {
  it("pin Flask, gunicorn and all that they need to hashes", () => {
    const lines = read("backend/requirements.txt").replaceAll("\\\n", "").trim().split("\n").slice(1);
    assert.deepEqual(
      lines.filter((line) => !/^[\w-]+==[\d.]+( +--hash=sha256:[0-9a-f]{64})+$/.test(line)),
      [],
    );
    const names = lines.map((line) => line.split("==")[0]);
    for (const name of ["flask", "gunicorn"]) assert.ok(names.includes(name), name);
  });

  it("pin React and esbuild to what the lockfile has hashes of, and name no registry", () => {
    const { dependencies, devDependencies } = JSON.parse(read("frontend/package.json"));
    const lockfile = read("frontend/package-lock.json");
    const { "": root, ...packages } = JSON.parse(lockfile).packages;
    assert.deepEqual([root.dependencies, root.devDependencies], [dependencies, devDependencies]);
    for (const [name, { integrity }] of Object.entries<{ integrity: string }>(packages)) {
      assert.match(integrity, /^sha512-/, name);
    }
    assert.ok(!lockfile.includes("resolved"));
  });

  it("hold a build whose page leads to files that are there", () => {
    const files = [...read("frontend/dist/index.html").matchAll(/"(\/assets\/[^"]+)"/g)].map(([, file = ""]) => file);
    assert.equal(files.length, 2);
    for (const file of files) assert.ok(existsSync(join(own, "frontend/dist", file)), file);
  });

  it("have gunicorn run three workers that nginx alone reaches, and listen where nginx asks", () => {
    const gunicorn = read("server/gunicorn.conf.py");
    assert.match(gunicorn, /^workers = 3$/m);
    const places = [
      /^bind = "(.*)"$/m.exec(gunicorn)?.[1],
      /^ListenStream=(.*)$/m.exec(read("server/gunicorn.socket"))?.[1],
      /proxy_pass http:\/\/(.*);/.exec(read("server/nginx/site.conf"))?.[1],
    ];
    assert.deepEqual(places, ["127.0.0.1:5000", "127.0.0.1:5000", "127.0.0.1:5000"]);
    const graceful = Number(/^graceful_timeout = (\d+)$/m.exec(gunicorn)?.[1]);
    const patience = Number(/^TimeoutStopSec=(\d+)$/m.exec(read("server/gunicorn.service"))?.[1]);
    assert.ok(patience > graceful, "systemd must not kill what gunicorn still waits for");
  });

  it("have nginx serve no home directory", () => {
    const roots = ["site.conf", "http.conf", "https.conf"].flatMap((file) =>
      [...read("server/nginx", file).matchAll(/\broot ([^;]+);/g)].map(([, root]) => root),
    );
    assert.deepEqual([...new Set(roots)], ["/srv/react-flask/current/frontend", "/var/www/acme"]);
  });

  it("redirect to HTTPS with path and query", () =>
    assert.match(read("server/nginx/https.conf"), /return 301 https:\/\/DOMAIN\$request_uri;/));

  it("are units that systemd understands", function () {
    if (!isAtHand("systemd-analyze")) return this.skip();
    const folder = mkdtempSync(join(tmpdir(), "react-flask-"));
    try {
      const words = ["verify", ...["gunicorn.service", "gunicorn.socket"].map((unit) => join(folder, unit))];
      const copy = "sed 's:^ExecStart=[^ ]*:ExecStart=/bin/true:' $0/gunicorn.service > $1/gunicorn.service";
      execFileSync("sh", ["-c", `${copy} && cp $0/gunicorn.socket $1`, join(own, "server"), folder]);
      const { stdout, stderr, status } = spawnSync("systemd-analyze", words, { encoding: "utf8" });
      assert.deepEqual([status, stdout, stderr], [0, "", ""]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("are scripts that shellcheck finds no fault with", async function () {
    if (!isAtHand("shellcheck")) return this.skip();
    for (const script of [read("server/deploy.sh"), await bootScript()]) {
      const { stdout } = spawnSync("shellcheck", ["-"], { input: script, encoding: "utf8" });
      assert.equal(stdout, "");
    }
  });
});
