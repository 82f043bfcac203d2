import assert from "node:assert/strict";
import type { Route } from "../../../components/load-balancer/route";
import { ServiceBalancer } from "../../../components/service-balancer";
import { record } from "../../../planner/record";
import { application, network, overTls, Service, targets } from "./placed-service";

/** Services by their name that share one balancer. */
const share = (routes: Record<string, Route>, twoVersions = false) =>
  record(
    () => {
      const balancer = new ServiceBalancer("edge", { ...application, network });
      for (const [name, route] of Object.entries(routes)) {
        new Service(name, { balancing: { type: "shared", balancer, ...route }, twoVersions });
      }
    },
    { environment: "dev" },
  );

describe("a service's place on a balancer that others share", () => {
  it("is the hosts, paths and headers that it names", async () => {
    const plan = await share({
      images: { hosts: ["shop.example.com"], paths: ["/images/*", "/thumbs/*"], headers: { "X-Client": ["mobile*"] } },
      shop: {},
    });
    const { listenerArn, conditions, actions } = plan.get("images-route").inputs;
    assert.equal(listenerArn, plan.get("edge-https").outputs.arn);
    assert.deepEqual(conditions, [
      { hostHeader: { values: ["shop.example.com"] } },
      { pathPattern: { values: ["/images/*", "/thumbs/*"] } },
      { httpHeader: { httpHeaderName: "X-Client", values: ["mobile*"] } },
    ]);
    assert.deepEqual(actions, [{ type: "forward", targetGroupArn: plan.get("images-tg").outputs.arn }]);
    assert.ok(Number(plan.get("images-route").inputs.priority) < Number(plan.get("shop-route").inputs.priority));
    assert.deepEqual(plan.names("aws:lb/loadBalancer:LoadBalancer"), ["edge-lb"]);
  });

  it("adds the test header to what it names", async () => {
    const plan = await share({ api: { paths: ["/api/*"] } }, true);
    const [serving, testing] = [plan.get("api-route").inputs, plan.get("api-test").inputs];
    assert.deepEqual(testing.conditions, [
      { pathPattern: { values: ["/api/*"] } },
      { httpHeader: { httpHeaderName: "X-Test-Traffic", values: ["true"] } },
    ]);
    assert.equal(testing.priority, Number(serving.priority) - 1);
  });

  it("does not move when another service comes or goes", async () => {
    const routes = {
      api: { paths: ["/api/*"] },
      images: { paths: ["/images/*"] },
      shop: { hosts: ["shop.example.com"] },
    };
    const all = await share(routes);
    const { images: _images, ...others } = routes;
    const fewer = await share(others);
    for (const name of Object.keys(others)) {
      assert.deepEqual(fewer.get(`${name}-route`).inputs, all.get(`${name}-route`).inputs);
    }
  });

  it("is refused if another service has it", () =>
    assert.rejects(
      record(() => {
        const balancer = new ServiceBalancer("edge", { ...application, network });
        new Service("a", { balancing: { type: "shared", balancer, paths: ["/api/*"] } });
        new Service("b", { balancing: { type: "shared", balancer, paths: ["/api/*"] } });
      }),
      {
        message:
          'container service "b": balancing.paths must differ from those of "a", or have a stated priority: neither is more specific, got ["/api/*"]',
      },
    ));

  it("is refused on a network balancer, which has no rules", () =>
    assert.rejects(
      record(() => {
        const balancer = new ServiceBalancer("edge", { ...overTls, network });
        new Service("shop", { balancing: { type: "shared", balancer } });
      }),
      { message: 'container service "shop": balancing.balancer must be an application balancer, got "network"' },
    ));

  it("is refused without TLS to containers that speak HTTP/2", () =>
    assert.rejects(
      record(() => {
        const balancer = new ServiceBalancer("edge", { ...application, tls: "none", network });
        new Service("shop", { balancing: { type: "shared", balancer }, targets: { ...targets, protocol: "http2" } });
      }),
      { message: 'container service "shop": balancing.balancer must have tls for HTTP/2 and gRPC, got "none"' },
    ));
});
