import assert from "node:assert/strict";
import { resource } from "../reports";
import { type Change, effects, words } from "./effects";

describe("what a change of a task definition means", () => {
  const type = "aws:ecs/taskDefinition:TaskDefinition";
  const written = (image: string) => JSON.stringify([{ name: "web", image }]);
  const change: Change = {
    type,
    before: { containerDefinitions: written("web:1") },
    after: { containerDefinitions: written("web:2") },
  };

  it("is a new revision, which services roll out, task by task", () => {
    const service = resource("shop", {
      type: "aws:ecs/service:Service",
      propertyDependencies: { taskDefinition: [resource("it", { type }).urn] },
    });
    const rolledOut = effects({ ...change, beside: [service] });
    assert.deepEqual(Object.keys(rolledOut), ["containerDefinitions[0].image"]);
    assert.deepEqual(words({ ...change, beside: [service] }), [
      "rolledOut: a new revision, rolled out by shop, task by task",
    ]);
    assert.deepEqual(words(change), ["replaced: a new revision, which nothing here runs by itself"]);
  });
});
