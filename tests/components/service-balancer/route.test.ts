import assert from "node:assert/strict";
import fc from "fast-check";
import type { ArgumentCheck } from "../../../components/argument-checks";
import { checkApart, type Route, type RouteSettings, readRoute } from "../../../components/service-balancer/route";

const check: ArgumentCheck = (holds, argument, requirement, value) => {
  if (!holds) throw new Error(`${argument} ${requirement}, got ${JSON.stringify(value)}`);
};
const read = (route: Route, hasTestRule = false) => readRoute(check, route, hasTestRule);
const priority = (route: Route) => read(route).priority;

/** Routes from the first to be asked to the last. */
const inOrder: Route[] = [
  { hosts: ["shop.example.com"], paths: ["/api/images"] },
  { hosts: ["shop.example.com"], paths: ["/a/b/c/d/e/*"] },
  { hosts: ["shop.example.com"], paths: ["/api/v1/images/*"] },
  { hosts: ["shop.example.com"], paths: ["/api/v1/*"] },
  { hosts: ["shop.example.com"], paths: ["/api/*"], headers: { "X-Client": ["mobile"] } },
  { hosts: ["shop.example.com"], paths: ["/api/*"] },
  { hosts: ["shop.example.com"] },
  { hosts: ["*.example.com"], paths: ["/api/*"] },
  { hosts: ["*.example.com"] },
  { paths: ["/api"] },
  { paths: ["/api/*"] },
  { headers: { "X-Client": ["mobile"] } },
  {},
];

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
});

describe("routes beside each other", () => {
  const beside = (route: Route, others: Record<string, Route>) =>
    checkApart(check, read(route), new Map(Object.entries(others).map(([name, other]) => [name, read(other)])));
  const neither = "or have a stated priority: neither is more specific";

  it("stand together where they are apart, or one is more specific", () => {
    for (const [index, route] of inOrder.entries()) {
      beside(
        route,
        Object.fromEntries(inOrder.filter((_, other) => other !== index).map((other, n) => [`s${n}`, other])),
      );
    }
  });

  const refused: [string, string, Route, Route][] = [
    [
      "the same path",
      `balancing.paths must differ from those of "web", ${neither}, got ["/api/*"]`,
      { paths: ["/api/*"] },
      { paths: ["/api/*"] },
    ],
    [
      "the same host in another case",
      `balancing.hosts must differ from those of "web", ${neither}, got ["shop.example.com"]`,
      { hosts: ["shop.example.com"] },
      { hosts: ["Shop.example.com"] },
    ],
    ["everything twice", `balancing.headers must differ from those of "web", ${neither}, got {}`, {}, {}],
    [
      "paths that cross",
      `balancing.paths must differ from those of "web", ${neither}, got ["/api/*"]`,
      { paths: ["/api/*"] },
      { paths: ["/ap*"] },
    ],
    [
      "a list whose one path swallows another's, as the rule stands where its widest path stands",
      `balancing.paths must differ from those of "web", ${neither}, got ["/api/v1/*"]`,
      { paths: ["/api/v1/*"] },
      { paths: ["/x/*", "/api/v1/images/*"] },
    ],
    [
      "a stated priority that another has",
      'balancing.priority must be at least 2 from that of "web" (10); state another, got 10',
      { paths: ["/a/*"], priority: 10 },
      { paths: ["/b/*"], priority: 10 },
    ],
    [
      "a stated priority that another's test rule needs",
      'balancing.priority must be at least 2 from that of "web" (10); state another, got 9',
      { paths: ["/a/*"], priority: 9 },
      { paths: ["/b/*"], priority: 10 },
    ],
  ];
  for (const [title, message, route, other] of refused) {
    it(`are refused: ${title}`, () => assert.throws(() => beside(route, { web: other }), { message }));
  }

  it("may overlap where a stated priority says who comes first", () => {
    beside({ paths: ["/ap*"], priority: 10 }, { web: { paths: ["/api/*"] } });
    beside({ paths: ["/api/*"] }, { web: { paths: ["/ap*"], priority: 10 } });
  });

  it("are apart by a header that cannot have both values", () => {
    const route = (client: string): Route => ({ paths: ["/api/*"], headers: { "X-Client": [client] } });
    beside(route("mobile"), { web: route("desktop") });
    assert.throws(() => beside(route("mob*"), { web: { ...route("mobile"), headers: { "x-client": ["mobile"] } } }));
  });

  it("keep their priority whichever others there are", () => {
    const routes = [{ paths: ["/a/*"] }, { paths: ["/b/*"] }, { hosts: ["c.example.com"] }];
    const taken = (given: Route[]) => {
      const others = new Map<string, RouteSettings>();
      for (const [index, route] of given.entries()) {
        const settings = read(route);
        checkApart(check, settings, others);
        others.set(String(index), settings);
      }
      return [...others.values()].map(({ priority }) => priority).sort();
    };
    assert.deepEqual(taken(routes), taken([...routes].reverse()));
    assert.deepEqual(taken(routes.slice(1)).length, 2);
    assert.ok(taken(routes.slice(1)).every((priority) => taken(routes).includes(priority)));
  });
});

describe("a route", () => {
  const refused: [string, Route][] = [
    ['balancing.hosts must be host names of at most 128 characters, with a dot, got "shop"', { hosts: ["shop"] }],
    [
      'balancing.paths must begin with / and have at most 128 characters that a rule takes, got "api"',
      { paths: ["api"] },
    ],
    [
      'balancing.paths must begin with / and have at most 128 characters that a rule takes, got "/a b"',
      { paths: ["/a b"] },
    ],
    [
      'balancing.headers must have names of at most 40 characters, not Host, and a value each, got "Host"',
      { headers: { Host: ["a.example.com"] } },
    ],
    ['balancing.headers must have values of 1 to 128 visible characters, got [""]', { headers: { Q: [""] } }],
    ['balancing must not repeat a host, a path or a header\'s value, got ["/a","/a"]', { paths: ["/a", "/a"] }],
    [
      'balancing must have at most 3 hosts, 3 paths and 3 values of a header, got ["/a","/b","/c","/d"]',
      { paths: ["/a", "/b", "/c", "/d"] },
    ],
    [
      'balancing must have hosts, paths and header values of at most 5, got ["a.b","c.d","e.f","/a","/b","/c"]',
      { hosts: ["a.b", "c.d", "e.f"], paths: ["/a", "/b", "/c"] },
    ],
    ['balancing must have at most 5 wildcards in all, got ["/*/*/*/*/*/*"]', { paths: ["/*/*/*/*/*/*"] }],
    ["balancing.priority must be a whole number between 2 and 50000, got 1", { priority: 1 }],
    ["balancing.priority must be a whole number between 2 and 50000, got 50001", { priority: 50001 }],
  ];
  for (const [message, route] of refused) {
    it(`is refused: ${message}`, () => assert.throws(() => read(route), { message }));
  }

  it("leaves a value to the test rule", () => {
    const route = { hosts: ["a.b", "c.d"], paths: ["/a", "/b", "/c"] };
    read(route);
    assert.throws(() => read(route, true), /at most 4, as the test rule takes one more/);
  });
});
