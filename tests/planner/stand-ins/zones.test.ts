import assert from "node:assert/strict";
import { zonesOf } from "../../../planner/stand-ins/zones";

describe("zonesOf", () => {
  for (const [region, letters, prefix] of [
    ["eu-west-1", "abc", "euw1"],
    ["us-east-1", "abcdef", "use1"],
    ["us-west-1", "ac", "usw1"],
    ["ca-central-1", "abd", "cac1"],
    ["ap-northeast-1", "acd", "apne1"],
    ["ap-southeast-2", "abc", "apse2"],
    ["us-gov-west-1", "abc", "usgw1"],
    ["me-central-1", "abc", "mec1"],
  ] as const) {
    it(`knows those of ${region}`, () => {
      const expected = [...letters].map((letter, index) => ({
        name: `${region}${letter}`,
        id: `${prefix}-az${index + 1}`,
      }));
      assert.deepEqual(zonesOf(region), expected);
    });
  }
});
