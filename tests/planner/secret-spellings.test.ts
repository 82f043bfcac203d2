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

  it("are also the digits of its bytes, in small letters and in capitals", () => {
    const spellings = spellingsOf("hunter2?");
    assert.ok(spellings.includes("68756e746572323f"));
    assert.ok(spellings.includes("68756E746572323F"));
  });

  it("are those of the text with its accents in one character or in two", () => {
    const [composed, apart] = ["p\u00e4ssword", "pa\u0308ssword"];
    for (const text of [composed, apart]) {
      for (const form of [composed, apart, encodeURIComponent(apart), Buffer.from(apart).toString("hex")]) {
        assert.ok(spellingsOf(text).includes(form), form);
      }
    }
  });

  it("are those of JSON that is written in ASCII alone", () => {
    assert.ok(spellingsOf("g\u00fcn\ud83d\ude00").includes("g\\u00fcn\\ud83d\\ude00"));
  });

  it("are those of the text in capitals and in small letters, unless it is short enough for a word", () => {
    const spellings = spellingsOf("Hunter2?");
    assert.ok(spellings.includes("HUNTER2?") && spellings.includes("hunter2?") && spellings.includes("HUNTER2%3F"));
    assert.ok(!spellingsOf("Secret?").includes("secret?"));
  });

  it("are found in base64 of UTF-16 and in base64 of base64, wherever the text stands", () => {
    fc.assert(
      fc.property(fc.string(), words, fc.string(), (before, word, after) => {
        const cores = base64Cores(word);
        const powershell = Buffer.from(before + word + after, "utf16le").toString("base64");
        assert.ok(
          cores.some((core) => core.length >= 4 && powershell.includes(core)),
          powershell,
        );
        // Of fewer letters there may be too little that is the same in all base64 of them.
        if (Buffer.byteLength(word) < 8) return;
        const twice = Buffer.from(Buffer.from(before + word + after).toString("base64")).toString("base64");
        assert.ok(
          cores.some((core) => core.length >= 4 && twice.includes(core)),
          twice,
        );
      }),
    );
  });
});
