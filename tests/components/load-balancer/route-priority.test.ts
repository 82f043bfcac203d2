import assert from "node:assert/strict";
import fc from "fast-check";
import type { ArgumentCheck } from "../../../components/argument-checks";
import { type Route, type RouteSettings, readRoute } from "../../../components/load-balancer/route";
import { checkApart } from "../../../components/load-balancer/route-collisions";
import { inOrder } from "./routes-in-order";

const check: ArgumentCheck = (holds, argument, requirement, value) => {
  if (!holds) throw new Error(`${argument} ${requirement}, got ${JSON.stringify(value)}`);
};
const read = (route: Route, hasTestRule = false) => readRoute(check, "balancing", route, hasTestRule);
const priority = (route: Route) => read(route).priority;

describe("the priority of a route", () => {
  it("puts the more specific before the less, whatever else there is", () => {
    const priorities = inOrder.map(priority);
    assert.deepEqual(
      priorities,
      [...priorities].sort((a, b) => a - b),
    );
    assert.equal(new Set(priorities).size, inOrder.length);
  });

  it("is the same on every machine and every day", () => {
    assert.equal(priority({ paths: ["/api/*"] }), 42274);
    assert.equal(priority({ hosts: ["shop.example.com"], paths: ["/images/*", "/thumbs/*"] }), 13368);
    assert.equal(priority({}), 50000);
    assert.equal(priority({ paths: ["/api/*"], headers: { "X-Client": ["mobile"] } }), 40972);
    assert.equal(priority({ headers: { "X-Client": ["mobile"], "X-Stage": ["beta"] } }), 45694);
  });

  it("does not depend on the order of values or on the case of a host", () => {
    const one = { hosts: ["A.example.com", "b.example.com"], paths: ["/y/*", "/x/*"], headers: { Q: ["1"] } };
    const other = { hosts: ["b.example.com", "a.example.com"], paths: ["/x/*", "/y/*"], headers: { q: ["1"] } };
    assert.equal(priority(one), priority(other));
  });

  it("leaves the place before it to the test rule and never leaves AWS's range", () => {
    const folder = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), minLength: 1, maxLength: 3 });
    const path = fc.array(folder, { maxLength: 6 }).map((folders) => `/${folders.join("/")}`);
    const host = fc.constantFrom("a.example.com", "b.example.com", "*.example.com");
    const route = fc.record({ hosts: fc.array(host, { maxLength: 1 }), paths: fc.array(path, { maxLength: 1 }) });
    fc.assert(
      fc.property(
        route.filter(({ paths }) => paths.join("").replace(/[^*?]/g, "").length <= 4),
        (given) => {
          const { priority } = read(given);
          assert.ok(priority % 2 === 0 && priority >= 2 && priority <= 50000, String(priority));
        },
      ),
    );
  });

  it("is what is stated", () => {
    assert.equal(priority({ paths: ["/api/*"], priority: 7 }), 7);
  });

  it("does not depend on how methods, queries and sources are written", () => {
    const one: Route = { methods: ["POST", "PUT"], queryStrings: { Q: ["A"], r: ["b"] }, sourceIps: ["2001:DB8::/32"] };
    const other: Route = {
      methods: ["PUT", "POST"],
      queryStrings: { r: ["B"], q: ["a"] },
      sourceIps: ["2001:db8::/32"],
    };
    assert.equal(priority(one), priority(other));
  });

  it("comes before that of the same route with a kind of condition less, or that is refused", () => {
    const kinds: Route = {
      headers: { "X-Client": ["mobile"] },
      methods: ["POST"],
      queryStrings: { version: ["2"] },
      sourceIps: ["10.0.0.0/8"],
    };
    const names = ["headers", "methods", "queryStrings", "sourceIps"] as const;
    const withKinds = (number: number, chosen: readonly (typeof names)[number][]): RouteSettings =>
      read({ paths: [`/shop-${number}/*`], ...Object.fromEntries(chosen.map((name) => [name, kinds[name]])) });
    fc.assert(
      fc.property(fc.subarray([...names], { minLength: 1 }), fc.nat(), (chosen, number) => {
        const route = withKinds(number, chosen);
        for (const left of chosen) {
          const others = chosen.filter((name) => name !== left);
          const less = withKinds(number, others);
          if (route.priority < less.priority) continue;
          // Only routes by header alone are older than this order; one may have left no room before it.
          assert.ok(others.includes("headers"), `${chosen} without ${left}`);
          assert.throws(() => checkApart(check, "balancing", route, new Map([["less", less]])), /state another|stated/);
        }
      }),
    );
  });
});
