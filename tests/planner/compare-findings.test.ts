import assert from "node:assert/strict";
import fc from "fast-check";
import { compareFindings, keyOf } from "../../planner/compare-findings";
import type { Finding } from "../../planner/finding";
import { finding } from "./reports";

const none = new Map<string, string>();
const compared = (before: Finding[], after: Finding[]) => compareFindings(before, after, none);
const urn = "urn:pulumi:dev::shop::aws:sns/topic:Topic::a";
const exempt = (reason: string) =>
  finding({
    urn,
    level: "advisory",
    verdict: "exempt",
    message: `Wrong. Exempt: accepted until 2027-01-31: ${reason}.`,
  });

describe("findings against those of the base", () => {
  it("are new where the base has none like them, and fixed where the plan has none", () => {
    const [old, kept, fresh] = [finding({ urn, message: "Old." }), finding({ urn }), finding({ policy: "other", urn })];
    assert.deepEqual(compared([old, kept], [kept, fresh]), { added: [fresh], fixed: [old] });
  });

  it("are the same by the pack here and by a copy of it, which has its name before those of its policies", () => {
    const [here, copied] = [finding({ urn, policy: "ssh" }), finding({ urn, policy: "tierwork/ssh" })];
    assert.deepEqual(compared([here], [copied]), { added: [], fixed: [] });
    assert.deepEqual(compared([copied], [here]), { added: [], fixed: [] });
    assert.deepEqual(compared([here], []), { added: [], fixed: [here] });
    assert.deepEqual(compared([], [copied]), { added: [copied], fixed: [] });
    const other = finding({ urn, policy: "house/ssh" });
    assert.deepEqual(compared([copied], [other]), { added: [other], fixed: [copied] });
  });

  it("are counted where several say the same", () => {
    const [first, second] = [
      finding({ urn, message: "list[0] is open." }),
      finding({ urn, message: "list[7] is open." }),
    ];
    assert.deepEqual(compared([first], [first, second]), { added: [second], fixed: [] });
    assert.deepEqual(compared([first, second], [second]).fixed.length, 1);
  });

  it("are the same when only ids that AWS makes, days or places in lists are others", () => {
    const before = finding({ urn, message: 'list[0]: "vpc-0ff11eb5cb3fc42ee" expired on 2027-01-31.' });
    const after = finding({ urn, message: 'list[1]: "vpc-0ff11e0000000000" expired on 2027-02-01.' });
    assert.deepEqual(compared([before], [after]), { added: [], fixed: [] });
    const port = finding({ urn, message: "Port 23 is open." });
    assert.deepEqual(compared([finding({ urn, message: "Port 22 is open." })], [port]).added, [port]);
  });

  it("of the whole stack are the same when only counts are others", () => {
    const budget = (count: number) => finding({ message: `${count} verdicts are undecided.` });
    assert.deepEqual(compared([budget(21)], [budget(25)]), { added: [], fixed: [] });
  });

  it("are not fixed by an exemption, a lower level, or a value that is not known", () => {
    const denied = finding({ urn });
    const advice = finding({ urn, level: "advisory" });
    const unknown = finding({ urn, level: "advisory", verdict: "undecided", message: "undecided at preview: x." });
    for (const now of [exempt("a trial"), advice, unknown]) {
      assert.deepEqual(compared([denied], [now]), { added: [now], fixed: [] });
    }
  });

  it("are new again when an exemption ends, and not when its reason is worded anew", () => {
    const denied = finding({ urn });
    assert.deepEqual(compared([exempt("a trial")], [denied]), { added: [denied], fixed: [] });
    assert.deepEqual(compared([exempt("a trial")], [exempt("a longer trial")]), { added: [], fixed: [] });
  });

  it("stay with a resource that is renamed", () => {
    const renamed = "urn:pulumi:dev::shop::aws:sns/topic:Topic::b";
    const said = (of: string, name: string) => finding({ urn: of, message: `aws.sns.Topic "${name}": wrong.` });
    const former = new Map([[renamed, urn]]);
    assert.deepEqual(compareFindings([said(urn, "a")], [said(renamed, "b")], former), { added: [], fixed: [] });
  });

  it("swap new and fixed when the comparison is turned round", () => {
    const any = fc
      .record({
        policy: fc.constantFrom("a", "b"),
        urn: fc.constantFrom("urn:1", "urn:2", undefined),
        message: fc.constantFrom("One.", "Two [3]."),
      })
      .map((more) => finding(more));
    fc.assert(
      fc.property(fc.array(any), fc.array(any), (before, after) => {
        const [there, back] = [compared(before, after), compared(after, before)];
        const keys = (list: readonly Finding[]) => list.map(keyOf).sort();
        assert.deepEqual([keys(there.added), keys(there.fixed)], [keys(back.fixed), keys(back.added)]);
        assert.equal(before.length + there.added.length, after.length + there.fixed.length);
      }),
    );
  });
});
