import assert from "node:assert/strict";
import fc from "fast-check";
import type { ArgumentCheck } from "../../../components/argument-checks";
import { type Route, type RouteSettings, readRoute } from "../../../components/load-balancer/route";
import { checkApart, placeApart } from "../../../components/load-balancer/route-collisions";
import { inOrder } from "./routes-in-order";

const check: ArgumentCheck = (holds, argument, requirement, value) => {
  if (!holds) throw new Error(`${argument} ${requirement}, got ${JSON.stringify(value)}`);
};
const read = (route: Route, hasTestRule = false) => readRoute(check, "balancing", route, hasTestRule);

describe("routes beside each other", () => {
  const beside = (route: Route, others: Record<string, Route>) =>
    checkApart(
      check,
      "balancing",
      read(route),
      new Map(Object.entries(others).map(([name, other]) => [name, read(other)])),
    );
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

  it("are apart by a method, a query or a source that no request can have of both", () => {
    const paths = ["/api/*"];
    beside({ paths, methods: ["POST"] }, { web: { paths, methods: ["GET", "HEAD"] } });
    beside({ paths, queryStrings: { version: ["1"] } }, { web: { paths, queryStrings: { Version: ["2*"] } } });
    beside({ paths, sourceIps: ["10.0.0.0/16"] }, { web: { paths, sourceIps: ["10.1.0.0/16", "2001:db8::/32"] } });
  });

  const meeting: [string, Route, Route][] = [
    ["a method in common", { methods: ["POST", "PUT"] }, { methods: ["PUT"] }],
    ["a source in common", { sourceIps: ["10.0.0.0/8"] }, { sourceIps: ["10.1.0.0/16"] }],
    ["a value of a query in common", { queryStrings: { v: ["A*"] } }, { queryStrings: { V: ["ab"] } }],
    ["a value of a header in another case", { headers: { Q: ["Mobile"] } }, { headers: { q: ["mobile"] } }],
    ["kinds that a request may have both of", { methods: ["POST"] }, { sourceIps: ["10.0.0.0/8"] }],
  ];
  for (const [title, one, other] of meeting) {
    it(`are refused: ${title}, neither more specific`, () => {
      const paths = ["/api/*"];
      assert.throws(() => beside({ paths, ...one }, { web: { paths, ...other } }), /neither is more specific/);
    });
  }

  it("are told by the kind that they share", () => {
    const message = `balancing.methods must differ from those of "web", ${neither}, got ["POST"]`;
    assert.throws(() => beside({ methods: ["POST"] }, { web: { methods: ["POST"] } }), { message });
  });

  it("keep their priority whichever others there are", () => {
    const routes = [{ paths: ["/a/*"] }, { paths: ["/b/*"] }, { hosts: ["c.example.com"] }];
    const taken = (given: Route[]) => {
      const others = new Map<string, RouteSettings>();
      for (const [index, route] of given.entries()) {
        const settings = read(route);
        checkApart(check, "balancing", settings, others);
        others.set(String(index), settings);
      }
      return [...others.values()].map(({ priority }) => priority).sort();
    };
    assert.deepEqual(taken(routes), taken([...routes].reverse()));
    assert.deepEqual(taken(routes.slice(1)).length, 2);
    assert.ok(taken(routes.slice(1)).every((priority) => taken(routes).includes(priority)));
  });
});

describe("two routes that may stand beside each other and fit the same request", () => {
  const hosts = ["a.example.com", "*.example.com"];
  const paths = ["/a", "/a/b", "/a/*", "/a/b/*", "/*", "/a/b/c/d/e/*"];
  const some = (values: readonly string[], maxLength: number) =>
    fc.uniqueArray(fc.constantFrom(...values), { maxLength });
  const route = fc.record({
    hosts: some(hosts, 1),
    paths: some(paths, 2),
    methods: some(["GET", "POST"], 1),
    headers: fc.constantFrom<Record<string, string[]>>({}, { "X-Client": ["mobile"] }),
  });
  const fitting = (patterns: readonly string[], text: string) =>
    (patterns.length > 0 ? patterns : ["*"]).filter((pattern) =>
      new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", ".*")}$`).test(text),
    );
  const hostRank = (host: string) => (host === "*" ? 2 : host.includes("*") ? 1 : 0);
  const pathRank = (path: string) => (path.includes("*") ? 5 - Math.min(path.split("/").length - 2, 4) : 0);
  const least = (numbers: readonly number[]) => Math.min(...numbers);

  it("are asked in the order of host, path and the number of other kinds", () => {
    let compared = 0;
    const request = fc.record({
      host: fc.constantFrom("a.example.com", "b.example.com"),
      path: fc.constantFrom("/a", "/a/b", "/a/b/c", "/a/b/c/d/e/f"),
    });
    fc.assert(
      fc.property(route, route, request, (one, other, { host, path }) => {
        // The request has the header, and each has the method of the route that is looked at.
        if (one.methods[0] && other.methods[0] && one.methods[0] !== other.methods[0]) return;
        const [first, second] = [read(one), read(other)];
        try {
          checkApart(check, "balancing", first, new Map([["other", second]]));
        } catch {
          return;
        }
        const rank = (given: typeof one) => {
          const [byHost, byPath] = [fitting(given.hosts, host), fitting(given.paths, path)];
          if (byHost.length === 0 || byPath.length === 0) return undefined;
          const kinds = given.methods.length + Object.keys(given.headers).length;
          const band = byPath.length > 0 && given.paths.length === 0 ? 5 : least(byPath.map(pathRank));
          return [least(byHost.map(hostRank)), band, 2 - kinds];
        };
        const [ranked, otherRanked] = [rank(one), rank(other)];
        if (!ranked || !otherRanked) return;
        compared++;
        const order = ranked.map((value, index) => value - (otherRanked[index] ?? 0)).find((step) => step !== 0) ?? 0;
        assert.equal(Math.sign(order), Math.sign(first.priority - second.priority));
      }),
      { numRuns: 2000 },
    );
    assert.ok(compared > 50, `only ${compared} pairs fitted the same request`);
  });

  it("have a place of their own, a hundred of one kind as well, and the first keep theirs", () => {
    const placed = new Map<string, RouteSettings>();
    for (let number = 0; number < 100; number++) {
      const wanted = readRoute(check, "balancing", { paths: [`/p${number}`] }, false);
      const { priority } = placeApart(check, "balancing", wanted, placed);
      if (number === 0) assert.equal(priority, wanted.priority);
      assert.ok(priority >= wanted.priority && priority % 2 === 0);
      placed.set(`p${number}`, { ...wanted, priority });
    }
    assert.equal(new Set([...placed.values()].map(({ priority }) => priority)).size, 100);
  });
});
