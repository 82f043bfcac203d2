import assert from "node:assert/strict";
import { isRegion, regionRequirement } from "../../components/region";

describe("a region", () => {
  it("is one that AWS has", () => {
    for (const region of ["eu-west-1", "ap-southeast-7", "us-gov-east-1", "cn-northwest-1", "eusc-de-east-1"]) {
      assert.ok(isRegion(region), region);
    }
  });

  it("is no zone, no country, no place and none that only looks like one", () => {
    for (const text of [
      "eu-west-1a",
      "eu",
      "",
      "Frankfurt",
      "EU-WEST-1",
      "eu-west",
      "us-west-2-den-1a",
      "mars-north-1",
    ]) {
      assert.ok(!isRegion(text), text);
    }
  });

  it("that is none is answered with the closest one", () => {
    assert.equal(regionRequirement("eu-wset-1"), 'must be a region of AWS, perhaps "eu-west-1"');
    assert.equal(regionRequirement("us-east1"), 'must be a region of AWS, perhaps "us-east-1"');
  });
});
