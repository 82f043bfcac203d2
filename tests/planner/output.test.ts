import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, realpathSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { type Asked, outputsOf, writable, writeWhole } from "../../planner/output";
import { folderWith } from "./folder";

/** `--format json --out a` as the command line hears it. */
const asked = (words: string): Asked[] =>
  [...words.matchAll(/--(format|out) ?(\S*)/g)].map(([, option, value = ""]) => ({
    option: option as Asked["option"],
    value,
  }));

describe("what is printed where", () => {
  const allowed: Record<string, ReturnType<typeof outputsOf>> = {
    "": [{ format: "text" }],
    "--format json": [{ format: "json" }],
    "--format json --out a": [{ format: "text" }, { format: "json", file: "a" }],
    "--format sarif --format json --out a": [{ format: "sarif" }, { format: "json", file: "a" }],
    "--format json --out a --format sarif": [{ format: "json", file: "a" }, { format: "sarif" }],
    "--format markdown --out a --format junit --out b": [
      { format: "text" },
      { format: "markdown", file: "a" },
      { format: "junit", file: "b" },
    ],
    "--format text --out a --format text": [{ format: "text", file: "a" }, { format: "text" }],
  };
  for (const [words, outputs] of Object.entries(allowed)) {
    it(`of "${words}"`, () => assert.deepEqual(outputsOf(asked(words)), outputs));
  }

  const refused: Record<string, RegExp> = {
    "--format yaml": /^--format must be one of text, json, markdown, sarif, junit, got "yaml"$/,
    "--out a": /^--out a stands before any --format; write --format NAME --out a$/,
    "--out a --format json": /^--out a stands before any --format/,
    "--format json --out a --out b": /^--format json can have one --out, got a and b$/,
    "--format json --out a --format sarif --out ./a": /^--format json and --format sarif both have --out \.\/a$/,
    "--format json --format sarif":
      /^only one format can be printed on stdout, but --format json and --format sarif have no --out FILE behind them$/,
    "--format json --out ": /^--out must name a file, got nothing$/,
  };
  for (const [words, message] of Object.entries(refused)) {
    it(`refuses "${words}"`, () => assert.throws(() => outputsOf(asked(words)), { name: "InputError", message }));
  }
});

describe("a file that is written", () => {
  it("is named by its absolute path, also behind a link", () => {
    const folder = realpathSync(folderWith({ "there.txt": "old" }));
    symlinkSync(join(folder, "there.txt"), join(folder, "link"));
    assert.equal(writable("new.txt", folder), join(folder, "new.txt"));
    assert.equal(writable("./there.txt", folder), join(folder, "there.txt"));
    assert.equal(writable("link", folder), join(folder, "there.txt"));
  });

  it("is refused where it cannot be written", () => {
    const folder = folderWith({ file: "" });
    mkdirSync(join(folder, "sub"));
    const refuses = (file: string, message: RegExp) =>
      assert.throws(() => writable(file, folder), { name: "InputError", message });
    refuses("gone/a.json", /^--out gone\/a\.json cannot be written: there is no folder gone$/);
    refuses("sub", /^--out sub cannot be written: it is there and is not a file$/);
    refuses("file/a.json", /^--out file\/a\.json cannot be written: file is not a folder$/);
    refuses("/dev/null", /^--out \/dev\/null cannot be written: it is there and is not a file$/);
  });

  it("takes the place of the one before, and leaves nothing else behind", () => {
    const folder = folderWith({ "a.txt": "a longer text" });
    writeWhole(join(folder, "a.txt"), "short");
    assert.equal(readFileSync(join(folder, "a.txt"), "utf8"), "short");
    assert.deepEqual(readdirSync(folder), ["a.txt"]);
  });

  it("is not written in part when it cannot be written", () => {
    const folder = folderWith({ "sub/kept": "kept" });
    assert.throws(() => writeWhole(join(folder, "sub"), "text"), {
      name: "InputError",
      message: /^--out .+\/sub cannot be written: E[A-Z]+: /,
    });
    assert.throws(() => writeWhole(join(folder, "gone", "a"), "text"), { name: "InputError" });
    assert.deepEqual(readdirSync(folder), ["sub"]);
  });
});
