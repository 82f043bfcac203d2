import assert from "node:assert/strict";
import { membersOf, pathTo, written } from "../../../policies/facts/property-paths";
import { UNKNOWN } from "../../../policies/facts/value";

const props = { plan: { rules: [{ copies: [1, 2] }, {}, { copies: 3 }] } };

describe("the members of lists", () => {
  it("have the way to each of them, through lists and objects", () => {
    const { members } = membersOf(props, [], "plan", "rules", "copies");
    assert.deepEqual(
      members.map(({ place, value }) => [written(place), value]),
      [
        ["plan.rules[0].copies[0]", 1],
        ["plan.rules[0].copies[1]", 2],
        ["plan.rules[2].copies", 3],
      ],
    );
  });

  it("start where their holder lies", () => {
    assert.deepEqual(membersOf({ disks: ["a"] }, ["servers", 1], "disks").members, [
      { place: ["servers", 1, "disks", 0], value: "a" },
    ]);
  });

  it("are none where nothing is said, and name the lists that are not known", () => {
    assert.deepEqual(membersOf(undefined, [], "plan", "rules"), { members: [], unknownLists: [] });
    assert.deepEqual(membersOf({ rules: [{ copies: UNKNOWN }, UNKNOWN] }, [], "rules", "copies"), {
      members: [],
      unknownLists: ["rules[0].copies", "rules[1].copies"],
    });
  });
});

describe("a path", () => {
  it("is made from a place and a property, and written as in the program", () => {
    assert.deepEqual(pathTo([], "encrypted"), ["encrypted"]);
    assert.equal(written(pathTo(["disks", 0, "ebs"], "encrypted")), "disks[0].ebs.encrypted");
  });
});
