import assert from "node:assert/strict";
import type { JsonObject } from "../../../planner/plan";
import { type Change, words } from "./effects";

const database = "aws:rds/instance:Instance";

describe("what a change of a database means", () => {
  const rescaled = (more: JsonObject): Change => ({
    type: database,
    before: { instanceClass: "db.t4g.micro", ...more },
    after: { instanceClass: "db.m7g.large", ...more },
  });

  it("is vertical scaling in place: when, and for how long it is down", () => {
    assert.deepEqual(words(rescaled({})), [
      "inPlace: in place, in the next maintenance window, with an outage of some minutes",
    ]);
    assert.deepEqual(words(rescaled({ multiAz: true, applyImmediately: true })), [
      "inPlace: in place, at once, with a failover to the standby, mostly within two minutes",
    ]);
    assert.deepEqual(words(rescaled({ blueGreenUpdate: { enabled: true } })), [
      "inPlace: in place, by a blue/green deployment at once",
    ]);
  });

  it("grows storage, and never makes it smaller", () => {
    const sized = (before: number, after: number): Change => ({
      type: database,
      before: { allocatedStorage: before },
      after: { allocatedStorage: after },
    });
    assert.deepEqual(words(sized(20, 40)), ["inPlace: in place, in the next maintenance window, without an outage"]);
    assert.deepEqual(words(sized(40, 20)), ["refused: RDS makes no storage smaller"]);
  });

  it("loses its data with another name, engine or key", () => {
    assert.deepEqual(words({ type: database, before: { dbName: "a" }, after: { dbName: "b" } }), [
      "replaced: replaces the database, and the new one is empty",
    ]);
  });
});
