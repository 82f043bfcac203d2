import assert from "node:assert/strict";
import type { JsonObject } from "../../../planner/plan";
import { isUndetermined, policyDocument } from "../../../planner/stand-ins/policy-document";
import { UNKNOWN } from "../../../planner/wire";

const render = (inputs: JsonObject) => JSON.parse(policyDocument(inputs));
const statements = (...list: JsonObject[]) => render({ statements: list }).Statement;
const source = (...list: JsonObject[]) => JSON.stringify({ Version: "2012-10-17", Statement: list });

describe("policyDocument", () => {
  it("renders one value as itself and several as a list", () => {
    assert.deepEqual(
      statements(
        { actions: ["s3:GetObject"], resources: ["arn:a", "arn:b"] },
        { effect: "Deny", notActions: ["iam:*", "sts:*"], notResources: ["arn:c"] },
      ),
      [
        { Effect: "Allow", Action: "s3:GetObject", Resource: ["arn:a", "arn:b"] },
        { Effect: "Deny", NotAction: ["iam:*", "sts:*"], NotResource: "arn:c" },
      ],
    );
  });

  it("has a version, and an id where one is given", () => {
    assert.deepEqual(render({}), { Version: "2012-10-17", Statement: [] });
    assert.deepEqual(render({ version: "2008-10-17", policyId: "mine" }), {
      Version: "2008-10-17",
      Id: "mine",
      Statement: [],
    });
  });

  it("groups principals by type, and says everyone as a star", () => {
    const principals = [
      { type: "Service", identifiers: ["ec2.amazonaws.com"] },
      { type: "AWS", identifiers: ["arn:a", "arn:b"] },
      { type: "AWS", identifiers: ["arn:c"] },
    ];
    const [first, second, third] = statements(
      { principals },
      { principals: [{ type: "*", identifiers: ["*"] }] },
      { notPrincipals: [{ type: "AWS", identifiers: ["*"] }] },
    );
    assert.deepEqual(first.Principal, { Service: "ec2.amazonaws.com", AWS: ["arn:a", "arn:b", "arn:c"] });
    assert.equal(second.Principal, "*");
    assert.deepEqual(third.NotPrincipal, { AWS: "*" });
  });

  it("joins conditions of one test and variable", () => {
    const conditions = [
      { test: "StringEquals", variable: "aws:SourceAccount", values: ["1"] },
      { test: "StringEquals", variable: "aws:SourceArn", values: ["a", "b"] },
      { test: "StringEquals", variable: "aws:SourceAccount", values: ["2"] },
      { test: "Bool", variable: "aws:SecureTransport", values: ["false"] },
    ];
    assert.deepEqual(statements({ sid: "Own", conditions })[0], {
      Sid: "Own",
      Effect: "Allow",
      Condition: {
        StringEquals: { "aws:SourceAccount": ["1", "2"], "aws:SourceArn": ["a", "b"] },
        Bool: { "aws:SecureTransport": "false" },
      },
    });
  });

  it("puts source documents first, and lets overriding ones replace statements by Sid", () => {
    const inputs = {
      sourcePolicyDocuments: [source({ Sid: "A", Effect: "Allow" }, { Effect: "Allow", Action: "x" }), ""],
      statements: [{ sid: "B", actions: ["b"] }],
      overridePolicyDocuments: [source({ Sid: "A", Effect: "Deny" }, { Sid: "C", Effect: "Deny" })],
    };
    assert.deepEqual(render(inputs).Statement, [
      { Effect: "Allow", Action: "x" },
      { Sid: "B", Effect: "Allow", Action: "b" },
      { Sid: "A", Effect: "Deny" },
      { Sid: "C", Effect: "Deny" },
    ]);
  });

  it("takes a source document with a single statement", () => {
    const single = JSON.stringify({ Statement: { Sid: "A", Effect: "Allow" } });
    assert.deepEqual(render({ sourcePolicyDocuments: [single] }).Statement, [{ Sid: "A", Effect: "Allow" }]);
  });
});

describe("isUndetermined", () => {
  it("is true when something deep inside is unknown", () => {
    assert.equal(isUndetermined({ statements: [{ resources: ["arn:a", UNKNOWN] }] }), true);
    assert.equal(isUndetermined({ statements: [{ resources: ["arn:a"], sid: null }] }), false);
  });
});
