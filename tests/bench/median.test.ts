import assert from "node:assert/strict";
import { median, quantile } from "../../bench/median";

describe("the figures of a benchmark", () => {
  it("take the middle of what was measured, whatever its order", () => {
    assert.equal(median([3, 1, 2]), 2);
    assert.equal(median([10, 9, 100, 1]), 9);
    assert.equal(quantile([5, 4, 3, 2, 1], 0.25), 2);
    assert.equal(quantile([5, 4, 3, 2, 1], 1), 5);
  });

  it("leave the measurements as they are", () => {
    const taken = [3, 1, 2];
    median(taken);
    assert.deepEqual(taken, [3, 1, 2]);
  });

  it("are no number where nothing was measured", () => {
    assert.equal(median([]), Number.NaN);
  });
});
