import assert from "node:assert/strict";
import { cacheControlOf, contentTypeOf } from "../../../components/static-site/file-class";

const page = "public, max-age=0, s-maxage=31536000, must-revalidate";
const forever = "public, max-age=31536000, immutable";
const hour = "public, max-age=3600, s-maxage=31536000";

describe("the files of a site", () => {
  const types: Record<string, string> = {
    "index.html": "text/html; charset=utf-8",
    "a/style.css": "text/css; charset=utf-8",
    "app.js": "text/javascript; charset=utf-8",
    "app.mjs": "text/javascript; charset=utf-8",
    "data.json": "application/json; charset=utf-8",
    "site.webmanifest": "application/manifest+json; charset=utf-8",
    "feed.xml": "application/xml",
    "robots.txt": "text/plain; charset=utf-8",
    "logo.svg": "image/svg+xml",
    "photo.PNG": "image/png",
    "photo.avif": "image/avif",
    "font.woff2": "font/woff2",
    "app.wasm": "application/wasm",
    "paper.pdf": "application/pdf",
    "what.unheard": "application/octet-stream",
    ".well-known/apple-app-site-association": "application/json; charset=utf-8",
    ".well-known/assetlinks": "application/octet-stream",
  };
  for (const [path, type] of Object.entries(types)) {
    it(`are served by their extension: ${path} as ${type}`, () => assert.equal(contentTypeOf(path), type));
  }

  const times: [string, string, string, string[]?][] = [
    ["a page is asked for anew", "docs/index.html", page],
    ["a page is asked for anew, even in a folder of hashed names", "assets/index.htm", page, ["assets"]],
    ["a name with a hash stays for ever", "main.3f2a1b4c.js", forever],
    ["a name with a longer hash stays for ever", "img/logo-0123456789abcdef.svg", forever],
    ["a name that is a hash stays for ever", "_next/0a1b2c3d4e5f6071.css", forever],
    ["a folder of hashed names stays for ever", "assets/index-DiwrgTda.js", forever, ["assets"]],
    ["a folder that only begins alike does not", "assets-old/index.js", hour, ["assets"]],
    ["a date is no hash", "photo-20240101.jpg", hour],
    ["a word is no hash", "my-document.pdf", hour],
    ["a hexadecimal word without figures is no hash", "a-deadbeef.css", hour],
    ["seven digits are no hash", "main.3f2a1b4.js", hour],
    ["everything else stays for an hour", "logo.svg", hour],
  ];
  for (const [what, path, expected, folders = []] of times) {
    it(`stay with a browser by their class: ${what}`, () => assert.equal(cacheControlOf(path, folders), expected));
  }
});
