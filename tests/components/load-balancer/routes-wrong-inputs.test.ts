import assert from "node:assert/strict";
import type { TierRoute } from "../../../components/load-balancer/routes";
import { WebTier } from "../../../components/web-tier";
import { record } from "../../../planner/record";

const network = {
  vpcId: "vpc-1",
  publicSubnetIds: ["subnet-1", "subnet-2"],
  privateSubnetIds: ["subnet-3", "subnet-4"],
};
const tls = { certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/c" };
const make = (routes: Record<string, TierRoute>) =>
  record(() => new WebTier("shop", { network, exposure: "internet", tls, routes }), { environment: "dev" });
const groupArn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/other/0123456789abcdef";
const other = { type: "targetGroup", arn: groupArn } as const;

describe("the routes of a tier are refused, before anything is made:", () => {
  const fixed = { type: "fixedResponse", statusCode: 200 } as const;
  const share = (weight: number) => ({ to: other, weight });
  const weighted = (weights: Record<string, number>): TierRoute => ({
    paths: ["/a"],
    action: {
      type: "weighted",
      targets: Object.fromEntries(Object.entries(weights).map(([key, weight]) => [key, share(weight)])),
    },
  });
  const redirect = (change: object): TierRoute => ({ paths: ["/a"], action: { type: "redirect", ...change } });
  const refused: [string, Record<string, TierRoute>][] = [
    ['routes must have names of 1 to 32 letters, digits and hyphens, got "a b"', { "a b": { paths: ["/a"] } }],
    [
      "routes.all must name a host, path, header, method, query or source: the servers would get nothing, got {}",
      { all: { action: fixed } },
    ],
    [
      'routes.two.paths must differ from those of "one", or have a stated priority: neither is more specific, got ["/a"]',
      { one: { paths: ["/a"] }, two: { paths: ["/a"], action: fixed } },
    ],
    [
      'routes.one.paths must begin with / and have at most 128 characters that a rule takes, got "a"',
      { one: { paths: ["a"] } },
    ],
    [
      "routes.one.action.statusCode must be a whole number from 200 to 299 or from 400 to 599, got 301",
      { one: { paths: ["/a"], action: { type: "fixedResponse", statusCode: 301 } } },
    ],
    [
      "routes.one.action.body must have at most 1024 characters, got 1025",
      { one: { paths: ["/a"], action: { ...fixed, body: "a".repeat(1025) } } },
    ],
    [
      'routes.one.action must change protocol, host, port or path: clients would come back for ever, got {"query":"a=1"}',
      { one: redirect({ query: "a=1" }) },
    ],
    [
      'routes.one.action.protocol must not be HTTP where clients came by HTTPS, got "HTTP"',
      { one: redirect({ protocol: "HTTP" }) },
    ],
    ["routes.one.action.port must be a whole number from 1 to 65535, got 0", { one: redirect({ port: 0 }) }],
    ['routes.one.action.host must have 1 to 128 characters, got ""', { one: redirect({ host: "" }) }],
    [
      'routes.one.action.path must begin with / and have at most 128 characters, got "a"',
      { one: redirect({ path: "a" }) },
    ],
    [
      'routes.one.action.query must have at most 128 characters and no leading ?, got "?a=1"',
      { one: redirect({ path: "/", query: "?a=1" }) },
    ],
    ['routes.one.action.targets must be 2 to 5, got ["a"]', { one: weighted({ a: 1 }) }],
    [
      'routes.one.action.targets must be 2 to 5, got ["a","b","c","d","e","f"]',
      { one: weighted({ a: 1, b: 1, c: 1, d: 1, e: 1, f: 1 }) },
    ],
    [
      "routes.one.action.targets must have weights that are whole numbers between 0 and 999, got 1000",
      { one: weighted({ a: 1000, b: 1 }) },
    ],
    [
      "routes.one.action.targets must have weights that are whole numbers between 0 and 999, got 0.5",
      { one: weighted({ a: 0.5, b: 1 }) },
    ],
    ["routes.one.action.targets must have a weight above 0, got [0,0]", { one: weighted({ a: 0, b: 0 }) }],
    [
      "routes.one.action.stickySeconds must be a whole number between 1 and 604800, got 0",
      {
        one: { paths: ["/a"], action: { type: "weighted", stickySeconds: 0, targets: { a: share(1), b: share(1) } } },
      },
    ],
    ["routes.one.rewrite must change url or host, got {}", { one: { paths: ["/a"], rewrite: {} } }],
  ];
  for (const [sentence, routes] of refused) {
    it(sentence, () => assert.rejects(make(routes), { message: `web tier "shop": ${sentence}` }));
  }

  it("a rewrite of what is not sent on, by the compiler", () => {
    // @ts-expect-error the load balancer answers by itself
    const route: TierRoute = { paths: ["/a"], action: fixed, rewrite: { url: { regex: "a", replace: "b" } } };
    assert.ok(route);
  });
});
