import assert from "node:assert/strict";
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type { ArgumentCheck } from "../../../components/argument-checks";
import { idOf, readContent, type SiteContent } from "../../../components/static-site/content";
import { folderWith } from "../../planner/folder";

const refuse: ArgumentCheck = (holds, argument, requirement, value) => {
  if (!holds) throw new Error(`${argument} ${requirement}, got ${JSON.stringify(value)}`);
};
const read = (files: Record<string, string>, more: Omit<SiteContent, "folder"> = {}) =>
  readContent(refuse, { folder: folderWith(files), ...more });
const page = { "index.html": "<h1>Shop</h1>" };

describe("the content of a site", () => {
  it("is every file of the folder, with its type and its time", () => {
    const folder = folderWith({ ...page, "a/main.3f2a1b4c.js": "1", ".well-known/security.txt": "Contact: x" });
    assert.deepEqual(readContent(refuse, { folder }).files, [
      {
        path: ".well-known/security.txt",
        source: join(folder, ".well-known/security.txt"),
        contentType: "text/plain; charset=utf-8",
        cacheControl: "public, max-age=3600, s-maxage=31536000",
        isImmutable: false,
      },
      {
        path: "a/main.3f2a1b4c.js",
        source: join(folder, "a/main.3f2a1b4c.js"),
        contentType: "text/javascript; charset=utf-8",
        cacheControl: "public, max-age=31536000, immutable",
        isImmutable: true,
      },
      {
        path: "index.html",
        source: join(folder, "index.html"),
        contentType: "text/html; charset=utf-8",
        cacheControl: "public, max-age=0, s-maxage=31536000, must-revalidate",
        isImmutable: false,
      },
    ]);
  });

  it("leaves out what begins with a dot, but for .well-known at the top", () => {
    const hidden = { ".DS_Store": "", ".git/config": "", "a/.env": "", "a/.well-known/x.txt": "" };
    assert.deepEqual(
      read({ ...page, ...hidden, ".well-known/x": "1" }).files.map(({ path }) => path),
      [".well-known/x", "index.html"],
    );
  });

  it("has one id, wherever the folder is", () => {
    const { id } = read({ ...page, "a.css": "b {}" });
    assert.match(id, /^[\da-f]{16}$/);
    assert.equal(read({ "a.css": "b {}", ...page }).id, id);
  });

  it("has another id when a byte, a name, a type or a time differs", () => {
    const ids = [
      read({ ...page, "a.css": "b {}" }),
      read({ ...page, "a.css": "b { }" }),
      read({ ...page, "b.css": "b {}" }),
      read({ ...page, "a.txt": "b {}" }),
      read({ ...page, "f/a.css": "b {}" }),
      read({ ...page, "f/a.css": "b {}" }, { immutableFolders: ["f"] }),
    ].map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it("has an id that no order of files and no boundary between them changes", () => {
    const name = fc.stringMatching(/^[a-z]{1,6}$/);
    const folders = fc.dictionary(name, fc.string({ maxLength: 8 }), { minKeys: 1, maxKeys: 6 });
    const idFor = (entries: [string, string][]) =>
      idOf(
        entries.map(([path]) => ({
          path,
          source: path,
          contentType: "text/plain",
          cacheControl: "",
          isImmutable: false,
        })),
        (source) => Buffer.from(entries.find(([path]) => path === source)?.[1] ?? ""),
      );
    fc.assert(
      fc.property(folders, folders, (one, other) => {
        const entries = Object.entries(one);
        assert.equal(idFor(entries.toReversed()), idFor(entries));
        const isSame = JSON.stringify(entries.sort()) === JSON.stringify(Object.entries(other).sort());
        assert.equal(idFor(Object.entries(other)) === idFor(entries), isSame);
      }),
    );
  });

  describe("is refused in one sentence", () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`${index}.txt`, ""]));
    const signs = 'must hold no name with control characters or one of \\\\ \\^ % " < > # \\| { } \\? \\+ \\* : `';
    const refused: [string, Record<string, string>, RegExp][] = [
      ["an empty folder", {}, /^content\.folder must hold at least one file, got "\/.*"$/],
      ["a folder of hidden files", { ".env": "" }, /^content\.folder must hold at least one file/],
      ["a folder without a first page", { "a.html": "" }, /^content\.folder must hold an index\.html, got "\/.*"$/],
      ["more files than a stack can hold", { ...page, ...many }, /must hold at most 5000 files: .*, got 5001$/],
      [
        "a name with a plus",
        { ...page, "a/c++.html": "" },
        new RegExp(`^content\\.folder ${signs}, got "a/c\\+\\+\\.html"$`),
      ],
      ["a name with a question mark", { ...page, "a?.html": "" }, new RegExp(signs)],
      ["a name with a percent sign", { ...page, "100%.html": "" }, new RegExp(signs)],
      ["a name with a line end", { ...page, "a\n.html": "" }, new RegExp(signs)],
      [
        "a path longer than a key",
        { ...page, [`${"long/".repeat(180)}.a.txt`.replace("/.a", "/a")]: "" },
        /must hold no path of more than 900 bytes/,
      ],
      [
        "the folder of the error page",
        { ...page, "_error/x.html": "" },
        /must hold no folder _error, which is the site's own/,
      ],
      [
        "a file without an extension",
        { ...page, LICENSE: "" },
        /must hold no file without an extension outside \.well-known.*, got "LICENSE"$/,
      ],
    ];
    for (const [what, files, sentence] of refused) {
      it(what, () => assert.throws(() => read(files), { message: sentence }));
    }

    it("a folder that is not there", () =>
      assert.throws(() => readContent(refuse, { folder: "./dost" }), {
        message: 'content.folder must be a folder, got "./dost"',
      }));
    it("a file in place of a folder", () =>
      assert.throws(() => readContent(refuse, { folder: __filename }), {
        message: /^content\.folder must be a folder/,
      }));
    it("a link, which may lead anywhere", () => {
      const folder = folderWith(page);
      symlinkSync("/etc/hostname", join(folder, "host.txt"));
      assert.throws(() => readContent(refuse, { folder }), {
        message: 'content.folder must hold files and folders alone, no links, got "host.txt"',
      });
    });
    it("a file longer than Node reads at once", () => {
      const folder = folderWith({ ...page, "films/one.mp4": "" });
      truncateSync(join(folder, "films/one.mp4"), 2 ** 31);
      assert.throws(() => readContent(refuse, { folder }), {
        message: 'content.folder must hold no file over 2 GiB, got "films/one.mp4"',
      });
    });
    it("a folder of hashed names with a slash", () => {
      for (const folder of ["/assets", "assets/", ""]) {
        assert.throws(() => read(page, { immutableFolders: [folder] }), {
          message: `content.immutableFolders must be paths without a slash at either end, got "${folder}"`,
        });
      }
    });
  });

  it("takes names with spaces, brackets and letters of any script", () => {
    const folder = folderWith(page);
    for (const path of ["r and d.html", "[slug].js", "café.html", "猫.html", "a@b,c=d&e(f)~g.html"]) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, path), "");
    }
    assert.equal(readContent(refuse, { folder }).files.length, 6);
  });
});
