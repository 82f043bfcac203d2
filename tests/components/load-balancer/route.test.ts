import assert from "node:assert/strict";
import type { ArgumentCheck } from "../../../components/argument-checks";
import { type Route, readRoute } from "../../../components/load-balancer/route";

const check: ArgumentCheck = (holds, argument, requirement, value) => {
  if (!holds) throw new Error(`${argument} ${requirement}, got ${JSON.stringify(value)}`);
};
const read = (route: Route, hasTestRule = false) => readRoute(check, "balancing", route, hasTestRule);

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
    ['balancing.methods must be methods of 1 to 40 characters of A-Z, - and _, got "post"', { methods: ["post"] }],
    ['balancing.methods must be methods of 1 to 40 characters of A-Z, - and _, got "P*"', { methods: ["P*"] }],
    [
      'balancing.queryStrings must have keys and values of 1 to 128 visible characters without \\, and a value each, got {"v":[]}',
      { queryStrings: { v: [] } },
    ],
    [
      'balancing.queryStrings must have keys and values of 1 to 128 visible characters without \\, and a value each, got {"v":["\\\\*"]}',
      { queryStrings: { v: ["\\*"] } },
    ],
    [
      'balancing.queryStrings must have keys and values of 1 to 128 visible characters without \\, and a value each, got {"":["1"]}',
      { queryStrings: { "": ["1"] } },
    ],
    ['balancing.sourceIps must be an IPv4 or IPv6 range in CIDR form, got "10.0.0.1"', { sourceIps: ["10.0.0.1"] }],
    [
      'balancing.sourceIps must have no bits set beyond its prefix (10.0.0.0/8), got "10.0.0.1/8"',
      { sourceIps: ["10.0.0.1/8"] },
    ],
    ['balancing must not repeat a value of a kind, got ["/a","/a"]', { paths: ["/a", "/a"] }],
    ['balancing must not repeat a value of a kind, got ["GET","GET"]', { methods: ["GET", "GET"] }],
    [
      'balancing must have at most 3 hosts, paths, methods, values of a header or a query\'s key, and 5 sourceIps, got ["/a","/b","/c","/d"]',
      { paths: ["/a", "/b", "/c", "/d"] },
    ],
    [
      'balancing must have at most 3 hosts, paths, methods, values of a header or a query\'s key, and 5 sourceIps, got ["1","2","3","4"]',
      { queryStrings: { v: ["1", "2", "3", "4"] } },
    ],
    [
      'balancing must have at most 5 values in all, got ["a.b","c.d","e.f","/a","/b","/c"]',
      { hosts: ["a.b", "c.d", "e.f"], paths: ["/a", "/b", "/c"] },
    ],
    [
      'balancing must have at most 5 values in all, got ["/a","v1","POST","PUT","10.0.0.0/8","172.16.0.0/12"]',
      {
        paths: ["/a"],
        methods: ["POST", "PUT"],
        queryStrings: { version: ["v1"] },
        sourceIps: ["10.0.0.0/8", "172.16.0.0/12"],
      },
    ],
    ['balancing must have at most 5 wildcards in all, got ["/*/*/*/*/*/*"]', { paths: ["/*/*/*/*/*/*"] }],
    [
      'balancing must have at most 5 wildcards in all, got ["/*/*/*","*","?","*"]',
      { paths: ["/*/*/*"], queryStrings: { "*": ["*", "?"] } },
    ],
    ["balancing.priority must be a whole number between 2 and 50000, got 1", { priority: 1 }],
    ["balancing.priority must be a whole number between 2 and 50000, got 50001", { priority: 50001 }],
  ];
  for (const [message, route] of refused) {
    it(`is refused: ${message}`, () => assert.throws(() => read(route), { message }));
  }

  it("leaves a value to the test rule", () => {
    const route = { hosts: ["a.b", "c.d"], paths: ["/a", "/b", "/c"] };
    read(route);
    assert.throws(() => read(route, true), /at most 4 values in all, as the test rule takes one more/);
  });

  it("takes 5 ranges of sources, and says them as AWS does", () => {
    const ranges = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "2001:DB8::/32", "203.0.113.7/32"];
    const said = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "2001:db8::/32", "203.0.113.7/32"];
    assert.deepEqual(read({ sourceIps: ranges }).sourceIps, said);
  });
});
