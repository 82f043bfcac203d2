import assert from "node:assert/strict";
import fc from "fast-check";
import type { ArgumentCheck } from "../../../components/argument-checks";
import { isImmutable } from "../../../components/static-site/file-class";
import { type ViewerSettings, viewerCode } from "../../../components/static-site/viewer-function";
import { edge, type Request } from "./edge";

const LIVE = "3f2a1b4c5d6e7f80";

const refuse: ArgumentCheck = (holds, argument, requirement, value) => {
  if (!holds) throw new Error(`${argument} ${requirement}, got ${JSON.stringify(value)}`);
};
const at = (settings: Partial<ViewerSettings> = {}, store: Record<string, string> = { live: LIVE }) =>
  edge(viewerCode(refuse, { key: "live", paths: "folders", immutableFolders: [], hosts: [], ...settings }), store);
const path = (file: string) => `/releases/${LIVE}${file}`;
const location = (statusCode: number, value: string) => ({
  statusCode,
  statusDescription: statusCode === 301 ? "Moved Permanently" : "Found",
  headers: { location: { value }, "cache-control": { value: "max-age=3600" } },
});

describe("the function at the edge", () => {
  describe("leads a path to a file of the live release", () => {
    const led: [ViewerSettings["paths"], string, string][] = [
      ["folders", "/", "/index.html"],
      ["folders", "/docs/", "/docs/index.html"],
      ["folders", "/docs/index.html", "/docs/index.html"],
      ["folders", "/app.min.js", "/app.min.js"],
      ["folders", "//app.js", "/app.js"],
      ["folders", "/a//b///c.png", "/a/b/c.png"],
      ["folders", "/caf%C3%A9/r%20and%20d.pdf", "/caf%C3%A9/r%20and%20d.pdf"],
      ["folders", "/.well-known/apple-app-site-association", "/.well-known/apple-app-site-association"],
      ["folders", "/.well-known/security.txt", "/.well-known/security.txt"],
      ["folders", "/.env", "/.env"],
      ["folders", "/releases/other/index.html", "/releases/other/index.html"],
      ["folders", "/_error/404.html", "/_error/404.html"],
      ["htmlFiles", "/", "/index.html"],
      ["htmlFiles", "/docs", "/docs.html"],
      ["htmlFiles", "/docs/", "/docs/index.html"],
      ["htmlFiles", "/docs/start", "/docs/start.html"],
      ["htmlFiles", "/docs.html", "/docs.html"],
      ["singlePage", "/", "/index.html"],
      ["singlePage", "/orders/17", "/index.html"],
      ["singlePage", "/orders/", "/index.html"],
      ["singlePage", "/orders/17.json", "/orders/17.json"],
      ["singlePage", "/missing.css", "/missing.css"],
      ["singlePage", "/.well-known/assetlinks", "/.well-known/assetlinks"],
    ];
    for (const [paths, uri, file] of led) {
      it(`${paths}: ${uri} is ${file}`, async () => assert.equal((await at({ paths })({ uri })).uri, path(file)));
    }
  });

  it("leads a name that changes with its content to what all releases share, whichever is live", async () => {
    const visit = at({ immutableFolders: ["assets", "r and d"] }, {});
    const shared = [
      "/app.3f2a1b4c.js",
      "/a/logo-0123456789abcdef.svg",
      "/assets/index-DiwrgTda.js",
      "/r%20and%20d/x.js",
    ];
    for (const uri of shared) assert.equal((await visit({ uri })).uri, `/immutable${uri}`);
    for (const uri of ["/assets/", "/assets/a.html", "/assets/page.3f2a1b4c.html"]) {
      assert.match(String((await at({ immutableFolders: ["assets"] })({ uri })).uri), /^\/releases\//, uri);
    }
  });

  it("tells these names as the upload does", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(fc.constantFrom("assets", "3f2a1b4c", "20240101", "deadbeef"), fc.stringMatching(/^[a-z0-9]{1,9}$/)),
          {
            minLength: 1,
            maxLength: 3,
          },
        ),
        fc.constantFrom(".js", "-x.css", ".html", ".htm", ".min.js", "-3f2a1b4c.svg"),
        async (names, ending) => {
          const file = `${names.join("/")}${ending}`;
          const { uri } = await at({ immutableFolders: ["assets"] })({ uri: `/${file}` });
          assert.equal(uri === `/immutable/${file}`, isImmutable(file, ["assets"]), file);
        },
      ),
    ));

  it("leads a folder without a slash to itself with one, as its relative links need it", async () => {
    assert.deepEqual(await at()({ uri: "/docs" }), location(302, "https://example.com/docs/"));
    assert.deepEqual(await at()({ uri: "/docs/start" }), location(302, "https://example.com/docs/start/"));
  });

  it("leads one host to another, and keeps path and query", async () => {
    const hosts = [{ from: "www.example.com", to: "example.com" }];
    const querystring = {
      q: { value: "r%20d" },
      tag: { value: "a", multiValue: [{ value: "a" }, { value: "b" }] },
      flag: { value: "" },
    };
    const visit = at({ hosts });
    assert.deepEqual(
      await visit({ uri: "/docs", host: "www.example.com", querystring }),
      location(301, "https://example.com/docs?q=r%20d&tag=a&tag=b&flag"),
    );
    assert.equal((await visit({ uri: "/a.js", host: "example.com" })).uri, path("/a.js"));
    assert.equal((await visit({ uri: "/a.js", host: "constructor" })).uri, path("/a.js"));
  });

  for (const uri of [
    "/../x",
    "/a/..",
    "/%2e%2e/x",
    "/a/%2E./b",
    "/a%2f..%2fb",
    "/./a",
    "/a%5cb",
    "/%00",
    "/%",
    "/%e9",
  ]) {
    it(`refuses ${uri}, which climbs or means nothing`, async () =>
      assert.deepEqual(await at()({ uri }), { statusCode: 400, statusDescription: "Bad Request" }));
  }

  it("goes to another release as soon as the store says so", async () => {
    const store = { live: LIVE };
    const visit = at({}, store);
    assert.equal((await visit({ uri: "/" })).uri, path("/index.html"));
    store.live = "0000000000000000";
    assert.equal((await visit({ uri: "/" })).uri, "/releases/0000000000000000/index.html");
  });

  it("reads another key of the store for those who try the next release out", async () => {
    const visit = at({ key: "staged" }, { live: LIVE, staged: "0000000000000000" });
    assert.equal((await visit({ uri: "/" })).uri, "/releases/0000000000000000/index.html");
  });

  it("says that it is not there yet while no release is live", async () =>
    assert.deepEqual(await at({}, {})({ uri: "/" }), { statusCode: 503, statusDescription: "Service Unavailable" }));

  describe("whatever the path, however it is written,", () => {
    const part = fc.oneof(
      fc.constantFrom(
        "..",
        ".",
        "%2e%2e",
        "%2E",
        "%252e%252e",
        "%2f",
        "%5c",
        "\\",
        "",
        "index.html",
        "releases",
        "%",
        "?",
      ),
      fc.string({ maxLength: 8 }),
      fc.string({ unit: "grapheme", maxLength: 4 }).map((text) => encodeURIComponent(text)),
    );
    const uris = fc.array(part, { maxLength: 6 }).map((parts) => `/${parts.join("/")}`);
    const modes = fc.constantFrom<ViewerSettings["paths"]>("folders", "htmlFiles", "singlePage");

    it("never asks the bucket for a key outside the live release and what all releases share", () =>
      fc.assert(
        fc.asyncProperty(uris, modes, async (uri, paths) => {
          const { uri: asked } = await at({ paths })({ uri });
          if (asked === undefined) return;
          const key = decodeURIComponent(asked);
          assert.ok(key.startsWith(path("/")) || key.startsWith("/immutable/"), key);
          assert.ok(!key.split("/").some((segment) => segment === ".." || segment === "."), key);
        }),
        { numRuns: 500 },
      ));

    it("never leads to a host that is not the site's", () =>
      fc.assert(
        fc.asyncProperty(uris, modes, fc.constantFrom("example.com", "www.example.com"), async (uri, paths, host) => {
          const hosts = [{ from: "www.example.com", to: "example.com" }];
          const { headers } = await at({ paths, hosts })({ uri, host });
          if (headers?.location === undefined) return;
          assert.match(headers.location.value, /^https:\/\/example\.com\/(?!\/)/);
        }),
        { numRuns: 500 },
      ));

    it("answers a path and the same with its slashes doubled alike", () =>
      fc.assert(
        fc.asyncProperty(uris, modes, async (uri, paths) => {
          const visit = at({ paths });
          const doubled: Request = { uri: uri.replaceAll("/", "//") };
          assert.deepEqual(await visit(doubled), await visit({ uri }));
        }),
        { numRuns: 200 },
      ));
  });
});
