import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { script, writingFiles } from "../../../components/user-data/script";

/** Runs bash on a text, and returns what it says. */
const bash = (text: string, ...options: string[]) => execFileSync("bash", options, { input: text, encoding: "utf8" });

/** Whatever a file or a variable may hold: quotes, dollars, ends of here-documents, no characters at all. */
const content = fc
  .oneof(
    fc.string({ unit: "binary" }),
    fc
      .array(fc.constantFrom("END", "EOF", "'", '"', "$HOME", "`id`", "\\", "\n", "\r\n", " ", "ü", "😀", "!!"))
      .map((parts) => parts.join("")),
  )
  // No file in UTF-8 holds half a pair of surrogates.
  .filter((text) => !text.includes("\0") && Buffer.from(text).toString() === text);

describe("the script of user data", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "user-data-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("writes whatever a file holds, in any folder", () => {
    fc.assert(
      fc.property(fc.array(content, { minLength: 20, maxLength: 20 }), (contents) => {
        const files = Object.fromEntries(
          contents.map((text, index) => [join(folder, "it's a", `${index} $HOME`), { content: text }]),
        );
        bash(`set -euo pipefail\n${writingFiles(files).join("\n")}\n`);
        for (const [path, { content: text }] of Object.entries(files)) assert.equal(readFileSync(path, "utf8"), text);
      }),
      { numRuns: 15 },
    );
  });

  it("gives a file its mode", () => {
    const path = join(folder, "key");
    bash(writingFiles({ [path]: { content: "k3y", mode: "0600" } }).join("\n"));
    assert.equal(statSync(path).mode & 0o777, 0o600);
  });

  it("gives commands the variables as they are", () => {
    fc.assert(
      fc.property(fc.array(content, { minLength: 10, maxLength: 10 }), (values) => {
        const environment = Object.fromEntries(values.map((value, index) => [`V${index}`, value]));
        const path = join(folder, "variables.env");
        // Where no root is, the file cannot lie below /etc.
        const text = script({ environment, commands: ['printf \'%s\\0\' "$V0" "$V9"'] });
        const said = bash(text.replaceAll("/etc/user-data.env", path)).split("\0");
        assert.deepEqual(said, [values[0], values[9], ""]);
      }),
      { numRuns: 15 },
    );
  });

  it("is bash, whatever is in it", () => {
    fc.assert(
      fc.property(content, content, (text, value) => {
        const whole = script({
          packages: ["nginx", "g++"],
          users: ["shop"],
          environment: { VALUE: value },
          files: { [`/srv/${text.replace(/\p{Cc}/gu, "")}`]: { content: text, owner: "shop:shop" } },
          commands: ["if true; then", "  echo ready", "fi"],
          units: { "nginx.service": "enabled", "shop.service": { execStart: `/usr/bin/shop ${value.trim()}` } },
        });
        bash(whole, "-n");
      }),
      { numRuns: 25 },
    );
  });

  it("is nothing that shellcheck finds fault with", function () {
    if (spawnSync("shellcheck", ["--version"]).error) return this.skip();
    const text = script({
      packages: ["nginx", "g++"],
      users: ["shop"],
      environment: { MOTTO: "it's $5 or `less`" },
      files: { "/srv/a b": { content: "x", owner: "shop:shop", mode: "0600" }, "/srv/c": { content: "c\n" } },
      units: { "nginx.service": "enabled", "shop.service": { execStart: "/usr/bin/shop", user: "shop" } },
    });
    assert.equal(execFileSync("shellcheck", ["-"], { input: text, encoding: "utf8" }), "");
  });

  it("writes lines as they are, for people to read, and only what is not lines as base64", () => {
    const [lines, rest] = writingFiles({ "/a": { content: "a\nb\n" }, "/b": { content: "a" } });
    assert.equal(lines, "install -D -m 0644 /dev/stdin /a <<'END'\na\nb\nEND");
    assert.equal(rest, "install -D -m 0644 /dev/stdin /b < <(base64 -d <<< 'YQ==')");
  });

  it("stops at the first command that fails", () => {
    const text = script({ commands: ["echo one", "false | cat", "echo two"] });
    assert.throws(() => bash(text), { stdout: "one\n" });
  });
});
