import assert from "node:assert/strict";
import type { EndpointGroup } from "../../../components/global-accelerator/endpoint-group";
import { loadBalancerArn, make } from "./made";

const one = { endpoints: [{ loadBalancerArn }] };
const group = (endpoints: Partial<EndpointGroup>) =>
  make({
    listeners: {
      web: { protocol: "tcp", ports: [80, { from: 440, to: 450 }], endpointGroups: { here: { ...one, ...endpoints } } },
    },
  });

describe("an endpoint group of an accelerator", () => {
  it("leads to a load balancer of the provider's region, which sees the client's address", async () => {
    const plan = await group({});
    assert.deepEqual(plan.get("front-web-here").inputs, {
      listenerArn: plan.get("front-web-listener").outputs.arn,
      endpointConfigurations: [{ endpointId: loadBalancerArn, weight: 128, clientIpPreservationEnabled: true }],
      trafficDialPercentage: 100,
      healthCheckProtocol: "TCP",
      healthCheckIntervalSeconds: 30,
      thresholdCount: 3,
    });
  });

  it("takes a region, a share of its traffic, weights, ports and a health check", async () => {
    const plan = await group({
      region: "us-east-1",
      trafficDialPercent: 5,
      endpoints: [
        { loadBalancerArn, weight: 255 },
        { loadBalancerArn: "arn:other", weight: 0, preserveClientIp: false },
      ],
      healthCheck: { protocol: "https", path: "/health", port: 8443, intervalSeconds: 10, threshold: 10 },
      portOverrides: { 80: 8080, 443: 8443 },
    });
    assert.deepEqual(plan.get("front-web-here").inputs, {
      listenerArn: plan.get("front-web-listener").outputs.arn,
      endpointGroupRegion: "us-east-1",
      endpointConfigurations: [
        { endpointId: loadBalancerArn, weight: 255, clientIpPreservationEnabled: true },
        { endpointId: "arn:other", weight: 0, clientIpPreservationEnabled: false },
      ],
      trafficDialPercentage: 5,
      healthCheckProtocol: "HTTPS",
      healthCheckPort: 8443,
      healthCheckPath: "/health",
      healthCheckIntervalSeconds: 10,
      thresholdCount: 10,
      portOverrides: [
        { listenerPort: 80, endpointPort: 8080 },
        { listenerPort: 443, endpointPort: 8443 },
      ],
    });
  });

  const endpoints = (count: number) => Array.from({ length: count }, () => ({ loadBalancerArn }));
  const ports = Object.fromEntries(Array.from({ length: 11 }, (_, n) => [440 + n, 1000 + n]));
  const badInterval = { protocol: "tcp", intervalSeconds: 20 } as unknown as EndpointGroup["healthCheck"];
  const refused: [string, Partial<EndpointGroup>][] = [
    ['region must be a region such as "eu-west-1", got "Ireland"', { region: "Ireland" }],
    ["endpoints must hold 1 to 10 load balancers, got 0", { endpoints: [] }],
    ["endpoints must hold 1 to 10 load balancers, got 11", { endpoints: endpoints(11) }],
    [
      "endpoints.weight must be a whole number between 0 and 255, got 256",
      { endpoints: [{ loadBalancerArn, weight: 256 }] },
    ],
    ["trafficDialPercent must be a whole number between 0 and 100, got 101", { trafficDialPercent: 101 }],
    [
      "healthCheck.port must be a whole number between 1 and 65535, got 0",
      { healthCheck: { protocol: "tcp", port: 0 } },
    ],
    [
      "healthCheck.threshold must be a whole number between 1 and 10, got 11",
      { healthCheck: { protocol: "tcp", threshold: 11 } },
    ],
    ["healthCheck.intervalSeconds must be 10 or 30, got 20", { healthCheck: badInterval }],
    [
      'healthCheck.path must begin with / and have at most 255 characters, got "up"',
      { healthCheck: { protocol: "http", path: "up" } },
    ],
    ["portOverrides must hold at most 10 ports, got 11", { portOverrides: ports }],
    ['portOverrides must be of ports of the listener, got "81"', { portOverrides: { 81: 8080 } }],
    ["portOverrides.80 must be a whole number between 1 and 65535, got 0", { portOverrides: { 80: 0 } }],
  ];
  for (const [sentence, endpointGroup] of refused) {
    it(`refuses: ${sentence}`, () =>
      assert.rejects(group(endpointGroup), {
        message: `global accelerator "front": listeners.web.endpointGroups.here.${sentence}`,
      }));
  }
});
