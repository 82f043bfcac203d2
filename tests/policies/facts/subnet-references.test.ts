import assert from "node:assert/strict";
import { type FoundSubnets, findSubnets, subnetIds, subnetReferences } from "../../../policies/facts/subnet-references";
import { UNKNOWN, type Unknown } from "../../../policies/facts/value";
import type { StackResource } from "../../../policies/resource";
import { fake, fakeStack } from "./fake-stack";

const subnet = (name: string) => fake("aws:ec2/subnet:Subnet", name, { id: `subnet-${name}` });
const [a, b, c] = [subnet("a"), subnet("b"), subnet("c")];
const network = fake("awsx:ec2:Vpc", "network", {});
const association = fake("aws:ec2/routeTableAssociation:RouteTableAssociation", "tie", {});

function named(ids: unknown, references: StackResource[], computed = false) {
  const group = fake("aws:eks/nodeGroup:NodeGroup", "nodes", { subnetIds: ids }, { subnetIds: references });
  const found = subnetReferences(fakeStack(group, a, b, c), group, { path: ["subnetIds"], computed });
  const namesOf = (subnets: readonly StackResource[]) => subnets.map(({ name }) => name).join("");
  return { sure: namesOf(found.sure), some: namesOf(found.some), foreign: found.foreign, isOpen: found.isOpen };
}
const nothing = { sure: "", some: "", foreign: [], isOpen: false };

describe("the ids of subnets in a property", () => {
  it("are found behind objects and lists of objects", () => {
    assert.deepEqual(subnetIds({ subnetId: "s" }, { path: ["subnetId"], one: true }), ["s"]);
    assert.deepEqual(subnetIds({ n: { subnets: ["s", UNKNOWN] } }, { path: ["n", "subnets"] }), ["s", UNKNOWN]);
    const mappings = { m: [{ subnetId: "s" }, { subnetId: UNKNOWN }, {}, null] };
    assert.deepEqual(subnetIds(mappings, { path: ["m", "subnetId"], one: true }), ["s", UNKNOWN]);
    const configs = { c: [{ overrides: [{ subnetId: "s" }] }, { overrides: [{ subnetId: "t" }] }, {}] };
    assert.deepEqual(subnetIds(configs, { path: ["c", "overrides", "subnetId"], one: true }), ["s", "t"]);
  });

  it("are unknown with a list, but one of them may be unknown by itself", () => {
    assert.equal(subnetIds({ n: { subnets: UNKNOWN } }, { path: ["n", "subnets"] }), UNKNOWN);
    assert.equal(subnetIds({ n: UNKNOWN }, { path: ["n", "subnets"] }), UNKNOWN);
    assert.deepEqual(subnetIds({ subnetId: UNKNOWN }, { path: ["subnetId"], one: true }), [UNKNOWN]);
  });
});

describe("the subnets that a property names", () => {
  it("are those that carry its ids, and the ids that none carries", () => {
    assert.deepEqual(named(["subnet-a", "subnet-9"], []), { ...nothing, sure: "a", foreign: ["subnet-9"] });
  });

  it("are all that it refers to where it names as many", () => {
    assert.deepEqual(named([UNKNOWN, UNKNOWN], [a, b, network]), { ...nothing, sure: "ab" });
    assert.deepEqual(named(UNKNOWN, [a, b, association]), { ...nothing, sure: "ab" });
    assert.deepEqual(named(["subnet-a", UNKNOWN], [b]), { ...nothing, sure: "ab" });
  });

  it("are some of those that it refers to where it names fewer", () => {
    assert.deepEqual(named([UNKNOWN], [a, b]), { ...nothing, some: "ab" });
    assert.deepEqual(named(["subnet-a", UNKNOWN], [a, b, c]), { ...nothing, sure: "a", some: "bc" });
  });

  it("are open where it names more, or rests on something else", () => {
    assert.deepEqual(named([UNKNOWN, UNKNOWN], [a]), { ...nothing, sure: "a", isOpen: true });
    assert.deepEqual(named(UNKNOWN, [a, network]), { ...nothing, isOpen: true });
    assert.deepEqual(named(UNKNOWN, []), { ...nothing, isOpen: true });
  });

  it("are none where AWS is left to choose", () => {
    assert.deepEqual(named(UNKNOWN, [], true), nothing);
    assert.deepEqual(named([], []), nothing);
  });
});

function said({ subnets, doubt }: FoundSubnets) {
  return { names: subnets.map(({ name }) => name), ...(doubt !== undefined && { doubt }) };
}

describe("the search among the subnets that a property names", () => {
  const search = (answers: Record<string, boolean | Unknown>, some: StackResource[] = [], foreign: string[] = []) =>
    said(
      findSubnets({ sure: [b, a], some, foreign, isOpen: false }, "is public", ({ name }) => answers[name] ?? false),
    );

  it("finds those for which something holds, in the order of their names", () => {
    assert.deepEqual(search({ a: true, b: true }), { names: ["a", "b"] });
    assert.deepEqual(search({}), { names: [] });
  });

  it("finds all of those in question when it holds for each of them", () => {
    assert.deepEqual(search({ c: true }, [c]), { names: ["c"] });
    assert.deepEqual(search({ c: UNKNOWN }, [c]), { names: [], doubt: "whether each of its subnets is public" });
  });

  it("says what is not known", () => {
    assert.deepEqual(search({ a: true, b: UNKNOWN }), { names: ["a"], doubt: 'whether subnet "b" is public' });
    const doubt = 'whether "subnet-9", a subnet that this stack does not define, is public';
    assert.deepEqual(search({}, [], ["subnet-9"]), { names: [], doubt });
  });
});
