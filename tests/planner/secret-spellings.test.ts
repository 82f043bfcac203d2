import assert from "node:assert/strict";
import fc from "fast-check";
import { base64Cores, spellingsOf } from "../../planner/secret-spellings";

const words = fc.string({ unit: "grapheme", minLength: 4, maxLength: 40 });

describe("the spellings of a text", () => {
  it("are those of JSON, also within JSON and as Go writes it, of URLs and of HTML", () => {
    const spellings = spellingsOf(`p"a's<s>&w/d (x)`);
    for (const spelling of [
      `p"a's<s>&w/d (x)`,
      `p\\"a's<s>&w/d (x)`,
      `p\\\\\\"a's<s>&w/d (x)`,
      `p\\"a's\\u003cs\\u003e\\u0026w/d (x)`,
      "p%22a's%3Cs%3E%26w%2Fd%20(x)",
      "p%22a's%3Cs%3E%26w%2Fd+(x)",
      "p%22a%27s%3Cs%3E%26w%2Fd%20%28x%29",
      "p%22a%27s%3cs%3e%26w%2fd%20%28x%29",
      "p&quot;a&#39;s&lt;s&gt;&amp;w/d (x)",
      `p"a's&lt;s&gt;&amp;w/d (x)`,
    ]) {
      assert.ok(spellings.includes(spelling), spelling);
    }
  });

  it("hold what JavaScript's own functions write, for any text", () => {
    fc.assert(
      fc.property(words, (word) => {
        const spellings = spellingsOf(word);
        const json = JSON.stringify(word).slice(1, -1);
        for (const spelling of [
          word,
          json,
          encodeURIComponent(word),
          new URLSearchParams({ "": word }).toString().slice(1),
        ]) {
          assert.ok(spellings.includes(spelling), spelling);
        }
      }),
    );
  });

  it("are found in base64 wherever the text stands in what was encoded", () => {
    fc.assert(
      fc.property(fc.string(), words, fc.string(), (before, word, after) => {
        const cores = base64Cores(word);
        const bytes = Buffer.from(before + word + after);
        for (const encoded of [bytes.toString("base64"), bytes.toString("base64url")]) {
          assert.ok(
            cores.some((core) => encoded.includes(core)),
            encoded,
          );
        }
      }),
    );
  });
});
