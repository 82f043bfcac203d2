import assert from "node:assert/strict";
import { architectures } from "../../architectures/catalogue";
import { settingsPages } from "../../docs/settings";
import { inWords, overLines, type Schema } from "../../docs/settings-form";
import { SharedSettings } from "../../docs/shared-settings";

const kinds: Schema = {
  anyOf: [
    { const: "none" },
    {
      type: "object",
      properties: { type: { const: "long" }, a: { type: "string" }, b: { type: "array", items: { type: "number" } } },
      required: ["type", "a"],
    },
  ],
};

describe("a setting in words", () => {
  it("names kinds, lists, and what may be left out", () => {
    assert.equal(inWords(kinds), '"none" or { type: "long", a: text, b?: list of number }');
    assert.equal(inWords({ type: "number", default: 2 }), "number (2 if left out)");
    assert.equal(inWords({ type: "object", additionalProperties: { type: "boolean" } }), "map of true or false");
    assert.equal(inWords({}), "anything");
  });

  it("takes a line for each kind where it is long, and fills lines with values", () => {
    const twice: Schema = { anyOf: [kinds, { enum: Array.from({ length: 12 }, (_, index) => `value-${index}`) }] };
    assert.equal(
      overLines(twice),
      `"none" or { type: "long", a: text, b?: list of number }
or "value-0" or "value-1" or "value-2" or "value-3" or "value-4" or "value-5" or "value-6" or "value-7"
or "value-8" or "value-9" or "value-10" or "value-11"`,
    );
  });
});

describe("what architectures share", () => {
  const wide = (name: string): Schema => ({
    type: "object",
    properties: Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`${name}${index}`, { type: "string" }])),
  });
  const taking = (properties: Record<string, Schema>): Schema => ({ type: "object", properties });

  it("is one heading for one shape, also where it lies deeper or has another name", () => {
    const shared = new SharedSettings({
      a: taking({ network: wide("x") }),
      b: taking({ of: taking({ second: wide("x") }) }),
    });
    assert.equal(shared.heading(wide("x")), "network");
    assert.equal(shared.heading(wide("y")), undefined);
    assert.deepEqual(
      shared.all.map(({ heading }) => heading),
      ["network"],
    );
  });

  it("says whose a shape is where one name has several", () => {
    const [x, y] = [taking({ network: wide("x") }), taking({ network: wide("y") })];
    const shared = new SharedSettings({ a: x, b: y, c: x, d: y });
    assert.equal(shared.heading(wide("x")), "network, as in a");
    assert.equal(shared.heading(wide("y")), "network, as in b");
  });

  it("leaves what is short, and what only one takes, where it is", () => {
    const short = taking({ name: { type: "string" } });
    const shared = new SharedSettings({
      a: taking({ domain: short, network: wide("x") }),
      b: taking({ domain: short }),
    });
    assert.deepEqual(shared.all, []);
  });
});

describe("the pages of settings", () => {
  const made = settingsPages();

  it("are one for each architecture, which the index links to", () => {
    for (const name of Object.keys(architectures)) {
      assert.ok(made[`docs/settings/${name}.md`]?.startsWith(`# Settings of ${name}\n`), name);
      assert.ok(made["docs/settings.md"]?.includes(`(settings/${name}.md)`), name);
    }
    assert.equal(Object.keys(made).length, Object.keys(architectures).length + 2);
  });

  it("can be read one by one", () => {
    for (const [page, text] of Object.entries(made)) assert.ok(text.length < 40_000, `${page}: ${text.length}`);
  });
});
