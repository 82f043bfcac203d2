import assert from "node:assert/strict";
import fc from "fast-check";
import { distinct, listed, poolOf } from "../../../policies/facts/id-lists";
import { UNKNOWN } from "../../../policies/facts/value";
import { fake, fakeStack } from "./fake-stack";

const tableType = "aws:ec2/routeTable:RouteTable";
const kind = { types: [tableType], keys: ["id"] };
const tables = Array.from({ length: 6 }, (_, index) => fake(tableType, `t${index}`, { id: `rtb-${index}` }));

describe("the resources that a list of ids names", () => {
  it("are all there: surely, among some, as an id from elsewhere, or left open", () => {
    // Each member of the list: a table of the stack or a foreign one, whose id is known or not.
    const member = fc.record({ table: fc.integer({ min: 0, max: 8 }), isKnown: fc.boolean() });
    const list = fc.uniqueArray(member, { selector: ({ table }) => table, maxLength: 6 });
    fc.assert(
      fc.property(list, fc.subarray(tables), (members, others) => {
        const ids = members.map(({ table, isKnown }) => (isKnown ? `rtb-${table}` : UNKNOWN));
        // A property refers to whatever its unknown values come from, and may refer to more.
        const hidden = members.filter(({ isKnown }) => !isKnown).flatMap(({ table }) => tables[table] ?? []);
        const references = [...new Set([...hidden, ...others])];
        const user = fake("aws:ec2/vpcEndpoint:VpcEndpoint", "s3", {}, { routeTableIds: references });
        const found = listed(poolOf(fakeStack(user, ...tables), user, "routeTableIds", ids, kind));

        const possible = new Set([...found.sure, ...found.some]);
        for (const { table, isKnown } of members) {
          const own = tables[table];
          if (own) assert(possible.has(own), `${own.name} is left out`);
          else if (isKnown) assert(found.foreign.includes(`rtb-${table}`));
        }
        for (const { table, isKnown } of members) {
          const own = tables[table];
          if (own && isKnown) assert(found.sure.includes(own));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("may be any when the list rests on something else", () => {
    const component = fake("awsx:ec2:Vpc", "net", {});
    const user = fake("aws:ec2/vpcEndpoint:VpcEndpoint", "s3", {}, { routeTableIds: [...tables, component] });
    assert.equal(poolOf(fakeStack(user, ...tables), user, "routeTableIds", UNKNOWN, kind), UNKNOWN);
    assert.equal(listed(UNKNOWN).isOpen, true);
  });

  it("count each id once, and what is no id not at all", () => {
    assert.deepEqual(distinct(["a", "a", "", null, {}, 7, UNKNOWN, UNKNOWN]), { known: ["a", "7"], unknowns: 2 });
  });
});
