import assert from "node:assert/strict";
import { autoName, ec2Id, MARK, markedHex, markedUuid } from "../../../planner/stand-ins/setting";

describe("made-up digits", () => {
  it("begin with the mark, have the length asked for and are the same for the same seed", () => {
    for (const digits of [6, 7, 17, 32, 64]) {
      assert.match(markedHex("seed", digits), new RegExp(`^${MARK}[0-9a-f]{${digits - 6}}$`));
    }
    assert.equal(markedHex("seed", 17), markedHex("seed", 17));
    assert.notEqual(markedHex("seed", 17), markedHex("deed", 17));
  });

  it("make ids of EC2 and UUIDs of version 4", () => {
    assert.match(ec2Id("vpc", "seed"), /^vpc-0ff11e[0-9a-f]{11}$/);
    assert.match(markedUuid("seed"), /^0ff11e[0-9a-f]{2}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it("follow a logical name with seven of them, within the length that is allowed", () => {
    assert.match(autoName("web"), /^web-0ff11e[0-9a-f]$/);
    assert.match(autoName("abcdefghijklmnop", 12), /^abcd-0ff11e[0-9a-f]$/);
  });
});
