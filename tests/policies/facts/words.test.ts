import assert from "node:assert/strict";
import { wordsOf } from "../../../policies/facts/words";

describe("the words of a name", () => {
  it("are told apart by capitals, digits and any sign between them", () => {
    assert.deepEqual(wordsOf("net-public-1a"), ["net", "public", "a"]);
    assert.deepEqual(wordsOf("Stack/Vpc/PublicSubnet1"), ["stack", "vpc", "public", "subnet"]);
    assert.deepEqual(wordsOf("shopNAT_gateway"), ["shop", "nat", "gateway"]);
    assert.deepEqual(wordsOf("NATInstance"), ["nat", "instance"]);
    assert.deepEqual(wordsOf("1.2.3"), []);
  });
});
