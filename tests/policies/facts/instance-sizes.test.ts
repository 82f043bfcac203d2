import assert from "node:assert/strict";
import { gravitonTwin } from "../../../policies/facts/graviton-twins";
import { instanceSizes, sizeFactor, sizeOf } from "../../../policies/facts/instance-sizes";

describe("the size of an instance type", () => {
  it("is what follows its family", () => {
    assert.deepEqual(["m7g.large", " T3.Micro ", "m7g", "optimal"].map(sizeOf), [
      "large",
      "micro",
      undefined,
      undefined,
    ]);
  });

  it("grows along the list of sizes", () => {
    const factors = instanceSizes.map((size) => sizeFactor(size) ?? Number.NaN);
    assert.ok(
      factors.every((factor, index) => index === 0 || factor > (factors[index - 1] ?? 0)),
      String(factors),
    );
  });

  it("of a whole machine is what its name says, else the largest", () => {
    assert.deepEqual(["metal-24xl", "metal", "flex"].map(sizeFactor), [192, Number.POSITIVE_INFINITY, undefined]);
  });
});

describe("the Graviton type for an x86 type", () => {
  it("is of the same size", () => {
    const types = ["t2.nano", "M5.Large", "m7i-flex.xlarge", "c5n.4xlarge", "r6id.16xlarge"];
    assert.deepEqual(types.map(gravitonTwin), ["t4g.nano", "m7g.large", "m7g.xlarge", "c7gn.4xlarge", "r7gd.16xlarge"]);
  });

  it("is none where AWS has none of that size or kind, or where it is one", () => {
    const types = ["m5.24xlarge", "c5.9xlarge", "m5.metal", "p5.48xlarge", "m7g.large", "m5", "constructor.large"];
    assert.deepEqual(
      types.map(gravitonTwin),
      types.map(() => undefined),
    );
  });
});
