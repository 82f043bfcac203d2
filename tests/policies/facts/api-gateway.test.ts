import assert from "node:assert/strict";
import {
  apiOf,
  apiType,
  endpointTypeOf,
  restApiOf,
  restApiPolicyType,
  restApiType,
  restStageType,
  stageType,
} from "../../../policies/facts/api-gateway";
import { UNKNOWN } from "../../../policies/facts/value";
import { fake, fakeStack } from "./fake-stack";

describe("APIs", () => {
  it("are edge-optimised when they say nothing", () => {
    assert.equal(endpointTypeOf({}), "EDGE");
    assert.equal(endpointTypeOf({ endpointConfiguration: { types: "PRIVATE" } }), "PRIVATE");
    assert.equal(endpointTypeOf({ endpointConfiguration: { types: ["REGIONAL"] } }), "REGIONAL");
    assert.equal(endpointTypeOf({ endpointConfiguration: UNKNOWN }), UNKNOWN);
  });

  it("are found by their ids, and by what refers to them while these are not known", () => {
    const made = fake(restApiType, "made", {});
    const named = fake(restApiType, "named", { id: "a1" });
    const later = fake(restStageType, "later", { restApi: UNKNOWN }, { restApi: [made] });
    const policy = fake(restApiPolicyType, "policy", { restApiId: "a1" });
    const other = fake(restStageType, "other", { restApi: "z9" });
    const http = fake(apiType, "http", { id: "b2" });
    const stage = fake(stageType, "stage", { apiId: "b2" });
    const stack = fakeStack(made, named, later, policy, other, http, stage);
    assert.equal(restApiOf(stack, later), made);
    assert.equal(restApiOf(stack, policy), named);
    assert.equal(restApiOf(stack, other), undefined);
    assert.equal(apiOf(stack, stage), http);
  });
});
