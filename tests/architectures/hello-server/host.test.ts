import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { freePorts, needs } from "../../hosts/needs";
import { pause, ScratchServer } from "../../hosts/scratch-server";
import { planned } from "../planned";

/** What Debian's Apache has as its one site. It gives up root's rights for those of www-data where root starts it. */
const apacheConf = (folder: string, port: number) =>
  [
    `ServerRoot ${folder}`,
    "ServerName hello",
    `PidFile ${folder}/run/apache2.pid`,
    `ErrorLog ${folder}/run/apache2.log`,
    `DefaultRuntimeDir ${folder}/run`,
    `Listen 127.0.0.1:${port}`,
    ...["mpm_event", "authz_core", "dir", "mime"].map(
      (name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`,
    ),
    `TypesConfig ${folder}/etc/mime.types`,
    ...(process.getuid?.() === 0 ? ["User www-data", "Group www-data"] : []),
    `DocumentRoot ${folder}/var/www/html`,
    "DirectoryIndex index.html",
    "",
  ].join("\n");

describe("a server of hello-server (npm run test:hosts)", () => {
  let server: ScratchServer;
  let url = "";

  const boot = async (...set: string[]) => {
    const { plan } = await planned("hello-server", undefined, ...set);
    const script = String(plan.get("hello-instance").inputs.userData);
    const { status, said } = await server.run(server.translate(script.replace(/^exec > .*\n/m, "")));
    assert.equal(status, 0, said);
  };
  const children = (): number[] => {
    const parent = readFileSync(join(server.folder, "run/apache2.pid"), "utf8").trim();
    return readFileSync(`/proc/${parent}/task/${parent}/children`, "utf8").split(" ").filter(Boolean).map(Number);
  };

  before(async function () {
    needs(this, "apache2");
    const [port = 0] = await freePorts(1);
    url = `http://127.0.0.1:${port}`;
    server = new ScratchServer("hello-server");
    server.write("etc/apache2/apache2.conf", apacheConf(server.folder, port));
    server.write("etc/mime.types", "text/html html\n");
    await boot();
    const started = () => existsSync(join(server.folder, "run/apache2.pid"));
    for (let tries = 0; tries < 100 && !started(); tries++) await pause();
  });
  after(() => server?.remove());

  it("greets with its name at /, as a page", async () => {
    const page = await fetch(url);
    assert.deepEqual([page.status, page.headers.get("content-type")], [200, "text/html"]);
    assert.equal(await page.text(), "<h1>Hello CoderCo from ip-10-0-0-10.ec2.internal</h1>\n");
  });

  it("has 404 for what there is not", async () => assert.equal((await fetch(`${url}/nowhere`)).status, 404));

  it("replaces a process that is killed, and answers", async () => {
    const [killed = 0] = children();
    process.kill(killed, "SIGKILL");
    for (let tries = 0; tries < 100 && (children().includes(killed) || children().length === 0); tries++) await pause();
    assert.ok(!children().includes(killed) && children().length > 0);
    assert.equal((await fetch(url)).status, 200);
  });

  it("says another greeting once its script has run with that", async () => {
    await boot('greeting="Good <morning> from $(hostname -f)"');
    assert.equal(await (await fetch(url)).text(), "<h1>Good &lt;morning&gt; from ip-10-0-0-10.ec2.internal</h1>\n");
  });
});
