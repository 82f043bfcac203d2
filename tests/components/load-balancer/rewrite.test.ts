import assert from "node:assert/strict";
import type { ArgumentCheck } from "../../../components/argument-checks";
import { checkRewrite, type Rewrite, transforms } from "../../../components/load-balancer/rewrite";

const check: ArgumentCheck = (holds, argument, requirement, value) => {
  if (!holds) throw new Error(`${argument} ${requirement}, got ${JSON.stringify(value)}`);
};

describe("a rewrite", () => {
  it("of host and URL is the two transforms of AWS", () => {
    const rewrite: Rewrite = {
      url: { regex: "^/api/(.*)$", replace: "/$1" },
      host: { regex: "^shop\\.(.+)$", replace: "internal.$1" },
    };
    checkRewrite(check, "rewrite", rewrite);
    assert.deepEqual(transforms(rewrite), [
      {
        type: "host-header-rewrite",
        hostHeaderRewriteConfig: { rewrite: { regex: "^shop\\.(.+)$", replace: "internal.$1" } },
      },
      { type: "url-rewrite", urlRewriteConfig: { rewrite: { regex: "^/api/(.*)$", replace: "/$1" } } },
    ]);
    assert.deepEqual(transforms({ url: { regex: "a", replace: "" } }), [
      { type: "url-rewrite", urlRewriteConfig: { rewrite: { regex: "a", replace: "" } } },
    ]);
  });

  const unsupported = "must have no look-around, back-reference, atomic group, possessive quantifier or \\p{…}";
  const url = (regex: string, replace = ""): Rewrite => ({ url: { regex, replace } });
  const refused: [string, Rewrite][] = [
    ["rewrite must change url or host, got {}", {}],
    ['rewrite.url.regex must be a regular expression of 1 to 1024 characters, got "("', url("(")],
    ['rewrite.url.regex must be a regular expression of 1 to 1024 characters, got ""', url("")],
    [`rewrite.url.regex ${unsupported}, got "a(?=b)"`, url("a(?=b)")],
    [`rewrite.url.regex ${unsupported}, got "(?<!a)b"`, url("(?<!a)b")],
    [`rewrite.url.regex ${unsupported}, got "(a)\\\\1"`, url("(a)\\1")],
    [`rewrite.url.regex ${unsupported}, got "\\\\p{L}"`, url("\\p{L}")],
    [
      'rewrite.url.replace must have at most 1024 characters and name only groups of its regex, got "/$2"',
      url("^/(.*)$", "/$2"),
    ],
    [
      `rewrite.host.replace must have at most 1024 characters and name only groups of its regex, got "${"a".repeat(1025)}"`,
      { host: { regex: "a", replace: "a".repeat(1025) } },
    ],
    [
      `rewrite.host.regex must be a regular expression of 1 to 1024 characters, got "${"a".repeat(1025)}"`,
      { host: { regex: "a".repeat(1025), replace: "" } },
    ],
  ];
  for (const [message, rewrite] of refused) {
    it(`is refused: ${message.slice(0, 120)}`, () =>
      assert.throws(() => checkRewrite(check, "rewrite", rewrite), { message }));
  }
});
