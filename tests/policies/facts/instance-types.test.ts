import assert from "node:assert/strict";
import fc from "fast-check";
import { isBurstable, isEbsOptimizedByChoice, isPreviousGeneration } from "../../../policies/facts/instance-types";

describe("an instance type", () => {
  it("is of a previous generation as AWS lists these, and not for its number alone", () => {
    for (const type of ["m4.large", "t1.micro", "p3dn.24xlarge", "g3s.xlarge", "a1.medium", "M3.Large", "c4"]) {
      assert.equal(isPreviousGeneration(type), true, type);
    }
    for (const type of [
      "m5.large",
      "t2.micro",
      "c5a.large",
      "x1e.xlarge",
      "mac1.metal",
      "d2.xlarge",
      "m40.large",
      "",
    ]) {
      assert.equal(isPreviousGeneration(type), false, type);
    }
  });

  it("has CPU credits in four families, which not all that are called T are", () => {
    for (const type of ["t2.micro", "t3.large", "t3a.nano", "t4g.small"]) assert.equal(isBurstable(type), true, type);
    for (const type of ["t1.micro", "t8i.small", "trn1.2xlarge", "m7i-flex.large"]) {
      assert.equal(isBurstable(type), false, type);
    }
  });

  it("can be told to be EBS-optimised where it is not so by itself", () => {
    for (const type of ["m3.xlarge", "c3.4xlarge", "R3.2xlarge"])
      assert.equal(isEbsOptimizedByChoice(type), true, type);
    for (const type of ["m3.medium", "r3.8xlarge", "t2.micro", "m5.large"]) {
      assert.equal(isEbsOptimizedByChoice(type), false, type);
    }
  });

  it("is judged by its family, whatever its size", () => {
    fc.assert(
      fc.property(fc.constantFrom("m4", "m7g", "t3", "r3"), fc.stringMatching(/^[a-z0-9]{1,12}$/), (family, size) => {
        assert.equal(isPreviousGeneration(`${family}.${size}`), isPreviousGeneration(family));
        assert.equal(isBurstable(`${family}.${size}`), isBurstable(family));
      }),
    );
  });
});
