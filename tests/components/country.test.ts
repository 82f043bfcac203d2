import assert from "node:assert/strict";
import type { ArgumentCheck } from "../../components/argument-checks";
import { checkCountry } from "../../components/country";

const check: ArgumentCheck = (holds, argument, requirement, value) =>
  assert.ok(holds, `${argument} ${requirement}, got ${JSON.stringify(value)}`);
const form = "country must be a country's ISO 3166 code of two capital letters";

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const isTaken = (code: string) => {
  try {
    checkCountry(check, "country", code);
    return true;
  } catch {
    return false;
  }
};

describe("a country", () => {
  it("is one of the 249 of ISO 3166, or Kosovo, as WAF has it", () => {
    const taken = letters.flatMap((first) => letters.map((second) => first + second).filter(isTaken));
    assert.equal(taken.length, 250);
    for (const code of ["AQ", "DE", "GB", "SS", "TW", "UM", "US", "XK"]) assert.ok(taken.includes(code), code);
  });

  const refused: [code: string, hint: string][] = [
    ["UK", 'perhaps "GB"'],
    ["gb", 'perhaps "GB"'],
    ["SU", 'perhaps "RU"'],
    ["ZZ", 'such as "DE"'],
    ["EU", 'such as "DE"'],
    ["UN", 'such as "DE"'],
    ["AA", 'such as "DE"'],
    ["GBR", 'such as "DE"'],
    ["U1", 'such as "DE"'],
    ["", 'such as "DE"'],
  ];
  for (const [code, hint] of refused) {
    it(`is not "${code}"`, () =>
      assert.throws(() => checkCountry(check, "country", code), { message: `${form}, ${hint}, got "${code}"` }));
  }
});
