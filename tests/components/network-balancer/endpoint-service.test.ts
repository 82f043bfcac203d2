import assert from "node:assert/strict";
import type { NetworkBalancerArgs } from "../../../components/network-balancer";
import { make } from "./made";

describe("the endpoint service of a network balancer", () => {
  it("is offered over PrivateLink, to whom it is told and after it is asked", async () => {
    const plan = await make({ exposure: "internal", endpointService: { allowedPrincipals: ["*"] } });
    const service = plan.get("edge-endpoint-service");
    assert.deepEqual(service.inputs, {
      acceptanceRequired: true,
      allowedPrincipals: ["*"],
      networkLoadBalancerArns: [plan.get("edge-lb").outputs.arn],
      supportedIpAddressTypes: ["ipv4"],
      tags: { Name: "edge-endpoint-service" },
    });
    assert.equal(plan.get("edge").outputs.endpointServiceName, service.outputs.serviceName);
  });

  it("serves IPv6 too where the balancer is dual stack, and takes all that may ask if that is said", async () => {
    const account = "arn:aws:iam::123456789012:root";
    const endpointService = { allowedPrincipals: [account], acceptanceRequired: false };
    const plan = await make({ exposure: "internal", ipAddressType: "dualstack", endpointService });
    const { acceptanceRequired, allowedPrincipals, supportedIpAddressTypes } = plan.get("edge-endpoint-service").inputs;
    assert.deepEqual([acceptanceRequired, allowedPrincipals], [false, [account]]);
    assert.deepEqual(supportedIpAddressTypes, ["ipv4", "ipv6"]);
  });

  const refused: [string, Partial<NetworkBalancerArgs>][] = [
    [
      'endpointService.allowedPrincipals must be ARNs of accounts, users or roles, such as "arn:aws:iam::123456789012:root", or "*", got "123456789012"',
      { endpointService: { allowedPrincipals: ["123456789012"] } },
    ],
    [
      'endpointService.allowedPrincipals must not repeat a principal, got ["*","*"]',
      { endpointService: { allowedPrincipals: ["*", "*"] } },
    ],
    [
      'endpointService.acceptanceRequired must be true where allowedPrincipals holds "*": any account in the world could connect, got false',
      { endpointService: { allowedPrincipals: ["*"], acceptanceRequired: false } },
    ],
  ];
  for (const [sentence, args] of refused) {
    it(`refuses: ${sentence}`, () => assert.rejects(make(args), { message: `network balancer "edge": ${sentence}` }));
  }
});
