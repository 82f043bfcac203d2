import assert from "node:assert/strict";
import { said } from "../../../policies/facts/said";
import { UNKNOWN } from "../../../policies/facts/value";
import { StatedInputs } from "../../../policies/stated-inputs";
import { fake } from "./fake-stack";

describe("what a program says of a property", () => {
  const address = fake("aws:ec2/eip:Eip", "web", { instance: UNKNOWN, associationId: UNKNOWN, domain: "vpc" });
  const inputs = new StatedInputs();
  inputs.note({ urn: address.urn, props: { instance: UNKNOWN } });

  it("is unknown where it states what is not known, and nothing where AWS will fill it in", () => {
    const properties = ["instance", "associationId", "domain", "region"];
    const values = properties.map((property) => said(address, property, inputs));
    assert.deepEqual(values, [UNKNOWN, undefined, "vpc", undefined]);
  });
});
