import assert from "node:assert/strict";
import { RunError } from "@pulumi/pulumi";
import { faultOf, sentence } from "../../planner/fault";

describe("the sentence of a fault", () => {
  it("leaves out through which properties the SDK met it", () => {
    const wrapped =
      'error serializing property "subnets": error serializing property "subnetId": zones must be at most 6';
    assert.equal(sentence(faultOf(new RunError(wrapped)), "/program"), "zones must be at most 6");
    const said = 'the page says: error serializing property "a": b';
    assert.equal(sentence(faultOf(new RunError(said)), "/program"), said);
  });

  it("says what was thrown, if it was no error", () => {
    assert.equal(sentence(faultOf("no"), "/program"), 'the program threw "no"');
    assert.equal(sentence(faultOf({ code: 7 }), "/program"), "the program threw { code: 7 }");
  });
});
