import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { createColors } from "picocolors";
import { text } from "../../planner/format/text";
import type { Plan } from "../../planner/plan";
import { type Request, ruleFor, rulesOf } from "../components/load-balancer/routing";
import { assertGolden } from "../golden";
import { planned } from "./planned";

const refused = (set: string[], message: RegExp | string) =>
  assert.rejects(planned("path-routing", undefined, ...set), typeof message === "string" ? { message } : message);

/** Which tier answers a request, told by the first page of its servers; undefined where the load balancer does. */
function answeringTier(plan: Plan, request: Request, listener = "path-routing-http"): string | undefined {
  const rule = ruleFor(rulesOf(plan, listener), request);
  const arn = rule?.actions.at(-1)?.targetGroupArn;
  const group = plan
    .ofType("aws:autoscaling/group:Group")
    .find(({ inputs }) => Object(inputs.targetGroupArns)[0] === arn);
  if (arn === undefined || group === undefined) return undefined;
  const template = plan
    .ofType("aws:ec2/launchTemplate:LaunchTemplate")
    .find(({ id }) => JSON.stringify(group.inputs).includes(JSON.stringify(id)));
  return /^tier="(.*)"$/m.exec(Buffer.from(String(template?.inputs.userData), "base64").toString())?.[1];
}

describe("the architecture path-routing", () => {
  it("plans as the golden plan shows", async () => {
    const { plan, judgement, region } = await planned("path-routing");
    const shown = text(
      { plan, judgement: await judgement, region, notes: [] },
      { colors: createColors(false), inputs: false },
    );
    assertGolden(join(__dirname, "path-routing.plan.txt"), shown);
  });

  it("has nothing that a policy finds fault with but plain HTTP, which its stack file exempts", async () => {
    const { judgement } = await planned("path-routing");
    const policies = new Set((await judgement).findings.map(({ policy }) => policy));
    assert.deepEqual([...policies], ["lb-http-redirects-to-https"]);
  });

  it("leads /api and /images to servers of their own, and all else to web's", async () => {
    const { plan } = await planned("path-routing");
    const tier = (path: string) => answeringTier(plan, { path });
    assert.deepEqual(["/api", "/api/orders/7", "/images", "/images/logo.png", "/", "/apis", "/cart"].map(tier), [
      "api",
      "api",
      "images",
      "images",
      "web",
      "web",
      "web",
    ]);
  });

  it("has one load balancer, which alone may connect to the tiers", async () => {
    const { plan } = await planned("path-routing");
    assert.deepEqual(plan.names("aws:lb/loadBalancer:LoadBalancer"), ["path-routing-lb"]);
    const edge = plan.get("path-routing-edge").id;
    for (const tier of ["web", "api", "images"]) {
      const app = plan.get(`path-routing-${tier}-app`).id;
      const inward = plan
        .ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")
        .filter(({ inputs }) => inputs.securityGroupId === app);
      assert.deepEqual(
        inward.map(({ inputs }) => [inputs.referencedSecurityGroupId, inputs.fromPort]),
        [[edge, 80]],
      );
    }
  });

  it("redirects what its routes name", async () => {
    const { plan } = await planned("path-routing");
    const rule = ruleFor(rulesOf(plan, "path-routing-http"), { path: "/old/page" });
    assert.deepEqual(rule?.actions, [{ type: "redirect", redirect: { path: "/", statusCode: "HTTP_301" } }]);
  });

  it("leads by host, header, query, method and source as well, the more specific before the less", async () => {
    const tiers = `tiers={
      web: {},
      partner: {hosts: [partner.example.com]},
      mobile: {headers: {User-Agent: ["*Mobile*"]}, paths: ["/api/*"]},
      orders: {paths: ["/api/*"], methods: [POST, PUT]},
      api: {paths: ["/api/*"]},
      beta: {queryStrings: {version: ["2"]}},
      office: {sourceIps: [198.51.100.0/24], queryStrings: {version: ["2"]}}
    }`.replaceAll("\n", " ");
    const stated = "tiers.mobile.priority=100";
    const { plan } = await planned("path-routing", undefined, tiers, stated);
    const rules = rulesOf(plan, "path-routing-http");
    const priorities = rules.map(({ priority }) => priority);
    assert.equal(new Set(priorities).size, priorities.length);
    const requests: [string, Request][] = [
      ["partner", { host: "partner.example.com", path: "/api/orders" }],
      ["mobile", { path: "/api/orders", headers: { "User-Agent": "Firefox Mobile" } }],
      ["orders", { path: "/api/orders", method: "POST" }],
      ["api", { path: "/api/orders", method: "DELETE" }],
      ["beta", { query: { version: "2" } }],
      ["office", { query: { version: "2" }, source: "198.51.100.7" }],
      ["web", { source: "198.51.100.7", method: "POST" }],
    ];
    for (const [tier, request] of requests) {
      assert.equal(answeringTier(plan, request), tier, JSON.stringify(request));
    }
  });

  it("answers with 404 where no tier takes the rest", async () => {
    const { plan } = await planned("path-routing", undefined, 'tiers={api: {paths: ["/api/*"]}}');
    assert.equal(answeringTier(plan, { path: "/" }), undefined);
    assert.equal(Object(plan.get("path-routing-http").inputs.defaultActions)[0].fixedResponse.statusCode, "404");
  });

  it("lets each tier have its own size, servers, port and rewrite", async () => {
    const { plan } = await planned(
      "path-routing",
      undefined,
      'tiers={web: {}, api: {paths: ["/api/*"], minSize: 3, maxSize: 9, appPort: 8080, instanceTypes: [c7g.large], rewrite: {url: {regex: "^/api/(.*)$", replace: "/$1"}}}}',
    );
    const { minSize, maxSize } = plan.get("path-routing-api-asg").inputs;
    assert.deepEqual([minSize, maxSize], [3, 9]);
    assert.equal(plan.get("path-routing-web-asg").inputs.minSize, 2);
    assert.equal(plan.get("path-routing-api-tg").inputs.port, 8080);
    assert.equal(plan.get("path-routing-api-template").inputs.instanceType, "c7g.large");
    assert.deepEqual(plan.get("path-routing-api-route").inputs.transforms, [
      { type: "url-rewrite", urlRewriteConfig: { rewrite: { regex: "^/api/(.*)$", replace: "/$1" } } },
    ]);
  });

  it("serves HTTPS under a domain, with a record that leads to its load balancer", async () => {
    const domain = ["domain.name=www.example.com", "domain.zoneId=Z1"];
    const { plan } = await planned("path-routing", undefined, "tls=", ...domain);
    assert.equal(plan.outputs.url, "https://www.example.com");
    assert.equal(answeringTier(plan, { path: "/api" }, "path-routing-https"), "api");
    assert.equal(plan.get("path-routing-dns-a").inputs.name, "www.example.com");
  });

  it("is dual stack where its network is, for its servers as well", async () => {
    const { plan } = await planned("path-routing", undefined, "network.ipv6=true");
    assert.equal(plan.get("path-routing-lb").inputs.ipAddressType, "dualstack");
    assert.equal(plan.get("path-routing-api-app-out-tcp-443-0:0:0:0:0:0:0:0/0").inputs.cidrIpv6, "::/0");
  });

  it("tells one topic of the alarms of all tiers, its own or the one that is given", async () => {
    const { plan } = await planned("path-routing");
    const topic = plan.get("path-routing-alarms-topic").outputs.arn;
    const down = ["api", "images", "web"].map((tier) => plan.get(`path-routing-${tier}-down`));
    assert.deepEqual(down, plan.ofType("aws:cloudwatch/compositeAlarm:CompositeAlarm"));
    for (const { inputs, name } of [...down, ...plan.ofType("aws:cloudwatch/metricAlarm:MetricAlarm")]) {
      const isPart = /-(target-5xx|unhealthy-hosts)$/.test(name);
      assert.deepEqual(inputs.alarmActions, isPart ? undefined : [topic], name);
    }
    const own = "alarms.notify.topicArn=arn:aws:sns:us-east-1:123456789012:ours";
    const given = (await planned("path-routing", undefined, own)).plan;
    assert.deepEqual(given.ofType("aws:sns/topic:Topic"), []);
    assert.equal(given.outputs.alarmTopicArn, "arn:aws:sns:us-east-1:123456789012:ours");
  });

  it("has a first page that bash can read", () => {
    execFileSync("bash", ["-n", join(__dirname, "../../architectures/path-routing/user-data.sh")]);
  });

  describe("refuses in one sentence", () => {
    it("two tiers that want the same requests", () =>
      refused(
        ['tiers={a: {paths: ["/api/*"]}, b: {paths: ["/api/*"]}}'],
        /web tier "path-routing-b": balancing.paths must differ from those of "path-routing-a", or have a stated priority/,
      ));
    it("two tiers for the rest", () =>
      refused(["tiers={a: {}, b: {}}"], /web tier "path-routing-b": balancing.headers must differ/));
    it("a tier and a route that want the same requests", () =>
      refused(
        ['tiers={a: {paths: ["/old/*"]}}'],
        /web tier "path-routing-a": balancing.paths must differ from those of "routes\.old-shop"/,
      ));
    it("a path that no rule takes", () =>
      refused(['tiers={a: {paths: ["api"]}}'], /settings\.tiers\.a\.paths must begin with \/.*got "api"/));
    it("no tier at all", () => refused(["tiers={}"], "tierwork:settings.tiers: must hold at least one tier, got {}"));
    it("a topic that is told by its name alone", () =>
      refused(
        ["alarms.notify.topicArn=on-call"],
        'tierwork:settings.alarms.notify.topicArn: must be the ARN of an SNS topic, such as "arn:aws:sns:eu-west-1:123456789012:alarms", got "on-call"',
      ));
    it("an action that there is not", () =>
      refused(
        ['routes={a: {paths: ["/a"], action: {type: teapot}}}'],
        'tierwork:settings.routes.a.action.type must be one of "redirect", "fixedResponse", got "teapot"',
      ));
    it("a setting that a tier has not, with the nearest name", () =>
      refused(
        ["tiers={a: {minsize: 3}}"],
        'tierwork:settings.tiers.a.minsize is not a setting of path-routing; did you mean "minSize"?',
      ));
    it("a tier whose name is too long for a target group", () =>
      refused(
        ["tiers={recommendations: {}}"],
        /web tier "path-routing-recommendations": name must be at most 21 letters/,
      ));
  });
});
