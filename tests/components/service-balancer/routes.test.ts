import assert from "node:assert/strict";
import type { BalancerRoute } from "../../../components/load-balancer/routes";
import { ServiceBalancer } from "../../../components/service-balancer";
import { record } from "../../../planner/record";
import { ruleFor, rulesOf } from "../load-balancer/routing";
import { application, network, Service } from "./placed-service";

const groupArn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/other/0123456789abcdef";
const make = (routes: Record<string, BalancerRoute>, around: (balancer: ServiceBalancer) => void = () => undefined) =>
  record(() => around(new ServiceBalancer("edge", { ...application, network, routes })), { environment: "dev" });

describe("the routes of a shared balancer", () => {
  it("stand beside the rules of its services, the more specific before the less", async () => {
    const plan = await make(
      {
        old: { paths: ["/old/*"], action: { type: "redirect", path: "/" } },
        health: { paths: ["/api/health"], action: { type: "fixedResponse", statusCode: 200, body: "ok" } },
      },
      (balancer) => new Service("api", { balancing: { type: "shared", balancer, paths: ["/api/*"] } }),
    );
    const rules = rulesOf(plan, "edge-https");
    const taken = (path: string) => ruleFor(rules, { path })?.name;
    assert.deepEqual(
      [taken("/old/page"), taken("/api/health"), taken("/api/orders"), taken("/")],
      ["edge-old-route", "edge-health-route", "api-route", undefined],
    );
    assert.deepEqual(plan.get("edge-old-route").inputs.actions, [
      { type: "redirect", redirect: { path: "/", statusCode: "HTTP_301" } },
    ]);
    assert.ok(plan.get("edge-old-route").parent?.endsWith("ServiceBalancer::edge"));
  });

  it("send requests to target groups, functions and addresses, and open the way to them", async () => {
    const plan = await make({
      other: { paths: ["/other"], action: { type: "forward", to: { type: "targetGroup", arn: groupArn } } },
      office: {
        paths: ["/office"],
        action: {
          type: "forward",
          to: { type: "addresses", addresses: { crm: "192.168.7.9" }, location: "outside", appPort: 8080 },
        },
      },
      call: {
        paths: ["/call"],
        action: {
          type: "forward",
          to: { type: "lambda", function: { functionName: "f", aliasName: "live", aliasArn: "arn:f:live" } },
        },
      },
    });
    const { vpcId, targetType } = plan.get("edge-office-tg").inputs;
    assert.deepEqual([vpcId, targetType], ["vpc-1", "ip"]);
    assert.equal(plan.get("edge-call-tg").inputs.targetType, "lambda");
    assert.deepEqual(plan.get("edge-other-route").inputs.actions, [{ type: "forward", targetGroupArn: groupArn }]);
    assert.equal(plan.get("edge-edge-out-tcp-8080-192.168.7.9/32").inputs.securityGroupId, plan.get("edge-edge").id);
  });

  it("may take what is nobody's, in place of 404", async () => {
    const plan = await make({ rest: { action: { type: "redirect", host: "www.example.com" } } });
    assert.equal(plan.get("edge-rest-route").inputs.priority, 50000);
    assert.deepEqual(plan.get("edge-rest-route").inputs.conditions, [{ pathPattern: { values: ["/*"] } }]);
  });

  it("are refused where a service has the same requests", () =>
    assert.rejects(
      make({ api: { paths: ["/api/*"], action: { type: "fixedResponse", statusCode: 503 } } }, (balancer) => {
        new Service("api", { balancing: { type: "shared", balancer, paths: ["/api/*"] } });
      }),
      {
        message:
          'container service "api": balancing.paths must differ from those of "routes.api", or have a stated priority: neither is more specific, got ["/api/*"]',
      },
    ));

  it("are refused with a value that AWS does not take", () =>
    assert.rejects(make({ api: { methods: ["get"], action: { type: "fixedResponse", statusCode: 503 } } }), {
      message:
        'service balancer "edge": routes.api.methods must be methods of 1 to 40 characters of A-Z, - and _, got "get"',
    }));

  it("have an action, as there are no servers, and a network balancer has none: the compiler says so", () => {
    // @ts-expect-error nothing is done with the requests
    const idle: BalancerRoute = { paths: ["/a"] };
    // @ts-expect-error there are no servers of its own
    const own: BalancerRoute = { paths: ["/a"], action: { type: "forward", to: { type: "servers" } } };
    assert.ok(idle && own);
  });
});
