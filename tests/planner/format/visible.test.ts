import assert from "node:assert/strict";
import { oneLine, visible } from "../../../planner/format/visible";

describe("a text that is shown", () => {
  it("has no control characters, and none that turn the direction of writing or hide", () => {
    assert.equal(
      visible("a\u001b[31m\t\u009b\u202eb\u2066\u200f\ufffe\ud800c"),
      "a\\x1b[31m\\x09\\x9b\\u202eb\\u2066\\u200f\\ufffe\\ud800c",
    );
  });

  it("keeps what people write", () => {
    const words = 'Grüße, 世界! 👩‍👩‍👧 “quoted” <b> | ` " \\n\nnext';
    assert.equal(visible(words), words);
    assert.equal(oneLine("a\nb"), "a\\nb");
  });
});
