import assert from "node:assert/strict";
import { openOperations, operationNames } from "../../../policies/facts/open-api";
import { UNKNOWN } from "../../../policies/facts/value";

const names = (document: unknown) => {
  const open = openOperations(document);
  return open === UNKNOWN ? UNKNOWN : operationNames(open);
};

describe("an OpenAPI document", () => {
  it("leaves open what has no security", () => {
    const paths = { "/a": { get: {}, options: {}, post: { security: [{ key: [] }] } } };
    assert.deepEqual(names({ paths }), ["GET /a"]);
    assert.deepEqual(names(JSON.stringify({ paths })), ["GET /a"]);
  });

  it("closes all by one security, but for what says otherwise", () => {
    const paths = {
      "/a": { get: {}, put: { security: [] } },
      "/b": { "x-amazon-apigateway-any-method": { security: [{ key: [] }, {}] } },
    };
    assert.deepEqual(names({ security: [{ key: [] }], paths }), ["PUT /a", "ANY /b"]);
  });

  it("asks for a signature by AWS's own extension", () => {
    const get = (type: string) => ({ paths: { "/a": { get: { "x-amazon-apigateway-auth": { type } } } } });
    assert.deepEqual(names(get("AWS_IAM")), []);
    assert.deepEqual(names(get("NONE")), ["GET /a"]);
  });

  it("says nothing when it is not there, or not JSON", () => {
    for (const body of [undefined, "", "openapi: 3.0.1", "[]", { paths: [] }]) assert.deepEqual(names(body), []);
    assert.equal(names(UNKNOWN), UNKNOWN);
    assert.equal(names({ paths: UNKNOWN }), UNKNOWN);
  });
});
