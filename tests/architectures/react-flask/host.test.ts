import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { foldersOf } from "../../../architectures/react-flask/source";
import { freePorts, needs } from "../../hosts/needs";
import { pause, ScratchServer } from "../../hosts/scratch-server";
import { bootScript } from "./boot-script";

const own = join(__dirname, "../../../architectures/react-flask");
const domain = "app.example.com";

/** What Ubuntu's nginx has around the files of conf.d, with www-data for its workers where root starts it. */
const nginxConf = (folder: string) =>
  [
    process.getuid?.() === 0 ? "user www-data;" : "",
    `pid ${folder}/run/nginx.pid;`,
    `error_log ${folder}/run/nginx.log;`,
    "events {}",
    "http {",
    "include /etc/nginx/mime.types;",
    "access_log off;",
    ...["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((use) => `${use}_temp_path ${folder}/run/${use};`),
    `include ${folder}/etc/nginx/conf.d/*.conf;`,
    "}",
  ].join("\n");

/** Below the server's folder. */
const nginx = `PATH=\${PATH#*:} exec nginx -e "$ROOT/run/nginx.log" -c "$ROOT/etc/nginx/nginx.conf" "$@"`;

/** The last word of `aws s3 cp` is where the release goes. */
const fetching = `cp "$ROOT/release.zip" "\${@: -1}"`;

/** Asks as Let's Encrypt would, and then writes a certificate. */
const certbot = (port: number) => `
echo "$*" > "$ROOT/run/certbot"
mkdir -p "$ROOT/var/www/acme/.well-known/acme-challenge" "$ROOT/etc/letsencrypt/live/${domain}"
echo ours > "$ROOT/var/www/acme/.well-known/acme-challenge/token"
[ "$(curl --fail --silent http://127.0.0.1:${port}/.well-known/acme-challenge/token)" = ours ] || exit 1
cd "$ROOT/etc/letsencrypt/live/${domain}"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout privkey.pem -out fullchain.pem \\
  -subj /CN=${domain} -addext subjectAltName=DNS:${domain} -days 1 2> /dev/null`;

/** An app whose greeting begins with another word, or that does not start at all. */
function changed(server: ScratchServer, name: string, edit: (text: string) => string): string {
  const source = join(server.folder, name);
  for (const part of ["frontend/dist", "backend"]) cpSync(join(own, part), join(source, part), { recursive: true });
  const file = join(source, "backend/greeting.py");
  writeFileSync(file, edit(readFileSync(file, "utf8")));
  return source;
}

describe("a server of react-flask (npm run test:hosts, with packages from pip and npm)", () => {
  let server: ScratchServer;
  let [http, https, flask] = [0, 0, 0];
  let url = "";

  /** Puts the release in S3, and runs what the plan has Systems Manager run. */
  async function deploy(source: string | undefined, ...set: string[]) {
    const script = await bootScript(...(source ? [`source=${source}`] : []), ...set);
    const staged = join(server.folder, "staged");
    for (const [name, folder] of Object.entries(foldersOf(source))) {
      cpSync(folder, join(staged, name), { recursive: true, force: true });
    }
    const ports = { 80: http, 443: https, 5000: flask };
    const served = readdirSync(join(staged, "server"), { recursive: true, withFileTypes: true });
    for (const file of served.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))) {
      writeFileSync(file, server.translate(readFileSync(file, "utf8"), ports));
    }
    const words = ["-m", "zipfile", "-c", join(server.folder, "release.zip"), "frontend", "backend", "server"];
    execFileSync("python3", words, { cwd: staged });
    const CURL_CA_BUNDLE = join(server.folder, `etc/letsencrypt/live/${domain}/fullchain.pem`);
    const PIP_CACHE_DIR = join(server.folder, "pip");
    return server.run(server.translate(script), { CURL_CA_BUNDLE, PIP_CACHE_DIR, PYTHONDONTWRITEBYTECODE: "1" });
  }
  const greeting = async (name: string) => {
    const response = await fetch(`${url}/api/greeting?${new URLSearchParams({ name })}`);
    return (await response.json()) as { greeting: string; worker: number };
  };

  before(async function () {
    needs(this, "nginx", "python3", "systemd-socket-activate", "curl", "openssl", "unzip", "npm");
    [http = 0, https = 0, flask = 0] = await freePorts(3);
    url = `http://127.0.0.1:${http}`;
    server = new ScratchServer("react-flask", { aws: fetching, certbot: certbot(http), nginx });
    server.write("etc/nginx/nginx.conf", nginxConf(server.folder));
    const { status, said } = await deploy(undefined);
    assert.equal(status, 0, said);
  });
  after(() => server?.remove());

  it("serves the page and what it is made of, which browsers may keep", async () => {
    const page = await fetch(`${url}/`);
    assert.equal(page.status, 200);
    assert.match(page.headers.get("content-type") ?? "", /^text\/html/);
    assert.equal(page.headers.get("cache-control"), "no-cache");
    assert.equal(page.headers.get("x-content-type-options"), "nosniff");
    const files = [...(await page.text()).matchAll(/\/assets\/[\w.-]+/g)].map(([file]) => file);
    assert.equal(files.length, 2);
    for (const file of files) {
      const asset = await fetch(`${url}${file}`);
      assert.equal(asset.headers.get("cache-control"), "max-age=31536000");
      assert.equal(await asset.text(), readFileSync(join(own, "frontend/dist", file), "utf8"));
    }
  });

  it("leaves paths of its pages to React, and has 404 for files and calls that there are not", async () => {
    assert.match(await (await fetch(`${url}/some/page`)).text(), /<div id="root">/);
    assert.equal((await fetch(`${url}/assets/none.js`)).status, 404);
    const call = await fetch(`${url}/api/none`);
    assert.deepEqual([call.status, await call.json()], [404, { problem: "There is nothing at /api/none." }]);
  });

  it("hands /api/ to Flask, whose three workers nobody reaches from elsewhere", async () => {
    assert.deepEqual(await (await fetch(`${url}/api/health`)).json(), { status: "ok" });
    assert.equal((await greeting("Ann")).greeting, "Hello, Ann");
    const refused = await fetch(`${url}/api/greeting?name=`);
    assert.deepEqual([refused.status, await refused.json()], [400, { problem: "Please say who you are." }]);
    // The first worker to be ready answers; the others may still be on their way.
    for (let tries = 0; tries < 100 && (await workers()).length < 3; tries++) await pause();
    assert.equal((await workers()).length, 3);
    const listening = readFileSync("/proc/net/tcp", "utf8").split("\n");
    const hex = flask.toString(16).toUpperCase().padStart(4, "0");
    const places = listening.flatMap((line) => / (\w{8}):(\w{4}) 00000000:0000 0A /.exec(line)?.[0] ?? []);
    assert.deepEqual(
      places.filter((place) => place.includes(`:${hex} `)).map((place) => place.trim().slice(0, 8)),
      ["0100007F"],
    );
  });

  it("replaces a worker that is killed", async () => {
    const before = await workers();
    const [killed = 0] = before;
    process.kill(killed, "SIGKILL");
    for (let tries = 0; tries < 100 && (await workers()).includes(killed); tries++) await pause();
    for (let tries = 0; tries < 100 && (await workers()).length < 3; tries++) await pause();
    assert.equal((await workers()).length, 3);
    assert.ok(!(await workers()).includes(killed));
    assert.equal((await greeting("Ann")).greeting, "Hello, Ann");
  });

  it("stays as it is if it is deployed again", async () => {
    const place = readlinkSync(join(server.folder, "srv/react-flask/current"));
    const { status, said } = await deploy(undefined);
    assert.deepEqual([status, said.includes("installs")], [0, false], said);
    assert.equal(readlinkSync(join(server.folder, "srv/react-flask/current")), place);
    assert.equal((await greeting("Ann")).greeting, "Hello, Ann");
  });

  it("has the next version in the place of this one", async () => {
    const { status, said } = await deploy(changed(server, "next", (text) => text.replace("Hello", "Welcome")));
    assert.equal(status, 0, said);
    assert.equal((await greeting("Ann")).greeting, "Welcome, Ann");
  });

  it("goes back by itself from a version that does not answer, and says so", async () => {
    const { status, said } = await deploy(
      changed(server, "broken", (text) => `${text}\nraise RuntimeError("broken")\n`),
    );
    assert.equal(status, 1);
    assert.match(said, /[0-9a-f]{16}: does not answer\n/);
    assert.match(said, /made room for [0-9a-f]{16} again\n/);
    assert.equal((await greeting("Ann")).greeting, "Welcome, Ann");
    assert.equal((await fetch(`${url}/`)).status, 200);
  });

  it("keeps the version before, and none that is older, once one answers", async () => {
    const { status, said } = await deploy(changed(server, "third", (text) => text.replace("Hello", "Good day")));
    assert.equal(status, 0, said);
    assert.equal((await greeting("Ann")).greeting, "Good day, Ann");
    assert.equal(readdirSync(join(server.folder, "srv/react-flask/releases")).length, 2);
  });

  it("gets a certificate for a domain, and sends whoever asks without TLS to the same place with it", async () => {
    const set = ["tls=", `domain={name: ${domain}, zoneId: Z0123456789ABCDEFGHIJ}`];
    const { status, said } = await deploy(undefined, ...set);
    assert.equal(status, 0, said);
    const asked = readFileSync(join(server.folder, "run/certbot"), "utf8");
    assert.match(asked, /^certonly --webroot .* --domain app\.example\.com /);
    const answer = await fetch(`${url}/some/page?a=1&b=2`, { redirect: "manual" });
    assert.deepEqual(
      [answer.status, answer.headers.get("location")],
      [301, "https://app.example.com/some/page?a=1&b=2"],
    );
    const authority = join(server.folder, `etc/letsencrypt/live/${domain}/fullchain.pem`);
    const words = ["--silent", "--include", "--cacert", authority, "--resolve", `${domain}:${https}:127.0.0.1`];
    const secure = (path: string) =>
      execFileSync("curl", [...words, `https://${domain}:${https}${path}`], { encoding: "utf8" });
    assert.match(secure("/"), /^HTTP\/2 200[\s\S]*strict-transport-security: max-age=31536000[\s\S]*<div id="root">/i);
    assert.match(secure("/api/greeting?name=Ann"), /"greeting":"Hello, Ann"/);
    const token = await fetch(`${url}/.well-known/acme-challenge/token`);
    assert.equal(await token.text(), "ours\n");
    rmSync(join(server.folder, "run/certbot"));
    const again = await deploy(undefined, ...set);
    assert.deepEqual([again.status, existsSync(join(server.folder, "run/certbot"))], [0, false], again.said);
  });

  it("has a build of React that its sources make, and a page that it renders", () => {
    const frontend = join(server.folder, "frontend");
    mkdirSync(frontend);
    for (const name of readdirSync(join(own, "frontend")).filter((name) => !["dist", "node_modules"].includes(name))) {
      cpSync(join(own, "frontend", name), join(frontend, name), { recursive: true });
    }
    const env = { ...process.env, npm_config_cache: join(server.folder, "npm") };
    const npm = (...words: string[]) =>
      execFileSync("npm", words, { cwd: frontend, env, stdio: ["ignore", "pipe", "pipe"] });
    npm("ci", "--ignore-scripts", "--no-audit", "--no-fund");
    npm("run", "build");
    for (const file of readdirSync(join(own, "frontend/dist"), { recursive: true, encoding: "utf8" })) {
      const [made, kept] = [join(frontend, "dist", file), join(own, "frontend/dist", file)];
      assert.ok(existsSync(made), `${file} is stale: npm ci && npm run build in architectures/react-flask/frontend`);
      if (/\.\w+$/.test(file)) assert.equal(readFileSync(made, "utf8"), readFileSync(kept, "utf8"), file);
    }
    const render =
      'import { createElement } from "react"; import { renderToString } from "react-dom/server";' +
      'import { App } from "./sources/app.jsx"; process.stdout.write(renderToString(createElement(App, { ask: () => {} })));';
    writeFileSync(join(frontend, "render.js"), render);
    const bundle = ["--bundle", "--platform=node", "--format=cjs", "--jsx=automatic", "--outfile=rendered.cjs"];
    execFileSync(join(frontend, "node_modules/.bin/esbuild"), ["render.js", ...bundle, "--log-level=error"], {
      cwd: frontend,
    });
    const html = execFileSync(process.execPath, ["rendered.cjs"], { cwd: frontend, encoding: "utf8" });
    assert.match(html, /<h1>Greetings<\/h1>.*<label for="name">Your name<\/label>.*Greet me<\/button>/);
  });

  /** The processes that answer: those whose parent is gunicorn's first one. */
  async function workers(): Promise<number[]> {
    const parent = readFileSync(join(server.folder, "run/units/gunicorn.service"), "utf8").trim();
    const children = readFileSync(`/proc/${parent}/task/${parent}/children`, "utf8").trim();
    return children.split(" ").filter(Boolean).map(Number);
  }
});
