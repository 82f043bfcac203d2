import assert from "node:assert/strict";
import { isRegion } from "../../components/region";

describe("a region", () => {
  it("is known by its form", () => {
    for (const region of ["eu-west-1", "ap-southeast-7", "us-gov-east-1", "cn-northwest-1", "eusc-de-east-1"]) {
      assert.ok(isRegion(region), region);
    }
  });

  it("is no zone, no country and no place", () => {
    for (const text of ["eu-west-1a", "eu", "", "Frankfurt", "EU-WEST-1", "eu-west", "us-west-2-den-1a"]) {
      assert.ok(!isRegion(text), text);
    }
  });
});
