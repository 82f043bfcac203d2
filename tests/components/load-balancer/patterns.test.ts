import assert from "node:assert/strict";
import fc from "fast-check";
import { isWild, patternsMeet } from "../../../components/load-balancer/patterns";

describe("patterns of listener rules", () => {
  const meeting: [string, string][] = [
    ["/api", "/api"],
    ["/api/*", "/api/images"],
    ["/api*", "/a*"],
    ["/*/images", "/api/*"],
    ["*.example.com", "shop.example.com"],
    ["a?c", "abc"],
    ["a?c", "*b*"],
    ["*", ""],
    ["", ""],
  ];
  for (const [one, other] of meeting) {
    it(`"${one}" and "${other}" have a text in common`, () => {
      assert.equal(patternsMeet(one, other), true);
      assert.equal(patternsMeet(other, one), true);
    });
  }

  const apart: [string, string][] = [
    ["/api", "/images"],
    ["/api/*", "/api"],
    ["*.example.com", "example.com"],
    ["a?c", "ac"],
    ["?", ""],
    ["*.jpg", "/*.png"],
  ];
  for (const [one, other] of apart) {
    it(`"${one}" and "${other}" have no text in common`, () => {
      assert.equal(patternsMeet(one, other), false);
      assert.equal(patternsMeet(other, one), false);
    });
  }

  it("agrees with every short text that there is", () => {
    const letters = ["", "a", "b"];
    const texts = letters.flatMap((a) =>
      letters.flatMap((b) => letters.flatMap((c) => letters.map((d) => a + b + c + d))),
    );
    const fits = (pattern: string) => new RegExp(`^${pattern.replaceAll("*", ".*").replaceAll("?", ".")}$`);
    // Two patterns of two characters that meet at all do so in a text of at most four.
    const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 2 });
    fc.assert(
      fc.property(pattern, pattern, (one, other) => {
        const common = texts.some((text) => fits(one).test(text) && fits(other).test(text));
        assert.equal(patternsMeet(one, other), common);
      }),
    );
  });

  it("knows a wildcard when it sees one", () => {
    assert.deepEqual(["/api", "/api/*", "a?c"].map(isWild), [false, true, true]);
  });
});
