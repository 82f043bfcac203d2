import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import fc from "fast-check";
import { courseGreeting, greetingPowershell, greetingScript } from "../../../architectures/hello-server/greeting";

describe("the script of hello-server", () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "hello-server-"));
    mkdirSync(join(root, "bin"));
    stub("hostname", 'test "$1" = -f && echo ip-10-0-0-10.ec2.internal');
    stub("systemctl", `echo "$@" >> ${root}/started`);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const stub = (name: string, body: string) =>
    writeFileSync(join(root, "bin", name), `#!/bin/bash\n${body}\n`, { mode: 0o755 });
  /** Runs the script with stubs for what installs and starts, and tells what it has written. */
  function page(greeting: string): string {
    const text = greetingScript(greeting)
      .replaceAll("/var/www/html", join(root, "html"))
      .replace("exec > >(tee /dev/console) 2>&1\n", "");
    writeFileSync(join(root, "script.sh"), text);
    const PATH = [join(root, "bin"), process.env.PATH].join(delimiter);
    execFileSync("bash", [join(root, "script.sh")], { env: { PATH, LC_ALL: "C.UTF-8" } });
    return readFileSync(join(root, "html", "index.html"), "utf8");
  }
  const started = () => readFileSync(join(root, "started"), "utf8");

  it("says the greeting of the course with the name that the server has", () => {
    stub("dnf", `echo "$@" > ${root}/installed`);
    assert.equal(page(courseGreeting), "<h1>Hello CoderCo from ip-10-0-0-10.ec2.internal</h1>\n");
    assert.equal(started(), "enable --now httpd\n");
    assert.equal(readFileSync(join(root, "installed"), "utf8"), "install -y httpd\n");
  });

  it("leaves the same behind when it runs again", () => {
    stub("dnf", "");
    assert.equal(page(courseGreeting), page(courseGreeting));
  });

  it("installs Apache by its other name on Ubuntu", () => {
    stub("apt-get", `echo "\${@: -1}" >> ${root}/installed`);
    page(courseGreeting);
    assert.equal(started(), "enable --now apache2\n");
    assert.equal(readFileSync(join(root, "installed"), "utf8"), "update\napache2\n");
  });

  it("does nothing with a greeting but to show it", () => {
    stub("dnf", "");
    const greeting = 'it\'s `id` & $(id) <b>\\ $HOME "$(hostname -f)" *';
    const shown = 'it\'s `id` &amp; $(id) &lt;b&gt;\\ $HOME "ip-10-0-0-10.ec2.internal" *';
    assert.equal(page(greeting), `<h1>${shown}</h1>\n`);
  });

  it("holds any one line as one word of bash", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 80 }), (line) => {
        fc.pre(!/\p{Cc}/u.test(line));
        const assignment = greetingScript(line)
          .split("\n")
          .find((text) => text.startsWith("greeting="));
        const { stdout } = spawnSync("bash", { input: `${assignment}\nprintf %s "$greeting"\n`, encoding: "utf8" });
        const escaped = line.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
        assert.equal(stdout, escaped);
      }),
      { numRuns: 25 },
    );
  });

  it("passes shellcheck", function () {
    if (spawnSync("shellcheck", ["--version"]).error) this.skip();
    const { stdout } = spawnSync("shellcheck", ["-"], { input: greetingScript(courseGreeting), encoding: "utf8" });
    assert.equal(stdout, "");
  });
});

describe("the PowerShell of hello-server", () => {
  const greetingOf = (greeting: string) => /^\$greeting = '(.*)'$/m.exec(greetingPowershell(greeting))?.[1];

  it("says the greeting, and replaces the name as it runs", () => {
    assert.equal(greetingOf(courseGreeting), courseGreeting);
    assert.match(greetingPowershell(courseGreeting), /\.Replace\('\$\(hostname -f\)', \$name\)/);
  });

  it("holds any one line as one word of PowerShell, in ASCII, as a page shows it", () => {
    assert.equal(greetingOf("it's $(id) <b> & ’é’ 👋"), "it''s $(id) &lt;b&gt; &amp; &#8217;&#233;&#8217; &#128075;");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (greeting) => {
        const said = greetingOf(greeting.replace(/\p{Cc}/gu, " ")) ?? "";
        return /^[ -~]*$/.test(said) && !said.replaceAll("''", "").includes("'");
      }),
    );
  });

  it("has room in the user data for the longest greeting that may be said", () => {
    assert.ok(Buffer.byteLength(greetingPowershell("\u{1f44b}".repeat(500))) < 16384);
  });
});
