import assert from "node:assert/strict";
import { join } from "node:path";
import { createColors } from "picocolors";
import { createArchitecture } from "../../architectures/catalogue";
import { text } from "../../planner/format/text";
import type { Plan } from "../../planner/plan";
import { record } from "../../planner/record";
import { assertGolden } from "../golden";
import { planned } from "./planned";

const refused = (set: string[], message: RegExp | string) =>
  assert.rejects(planned("static-ip", undefined, ...set), typeof message === "string" ? { message } : message);

function userData(plan: Plan): string {
  return Buffer.from(String(plan.get("static-ip-template").inputs.userData), "base64").toString();
}

describe("the architecture static-ip", () => {
  it("plans as the golden plan shows", async () => {
    const { plan, judgement, region } = await planned("static-ip");
    const shown = text(
      { plan, judgement: await judgement, region, notes: [] },
      { colors: createColors(false), inputs: false },
    );
    assertGolden(join(__dirname, "static-ip.plan.txt"), shown);
  });

  it("has nothing that a policy finds fault with, but plain TCP and the public UDP port, which the stack exempts", async () => {
    const { judgement } = await planned("static-ip");
    assert.deepEqual(
      [...new Set((await judgement).findings.map(({ policy, verdict }) => `${verdict} ${policy}`))].sort(),
      ["exempt lb-secure-listeners", "exempt public-ingress-ports-allowlist"],
    );
  });

  it("has an Elastic IP in each zone, and says which", async () => {
    const { plan } = await planned("static-ip");
    const made = ["static-ip-ip-1", "static-ip-ip-2"].map((name) => plan.get(name).outputs);
    assert.deepEqual(
      plan.get("static-ip-lb").inputs.subnetMappings,
      ["a", "b"].map((zone, index) => ({
        subnetId: plan.get(`static-ip-net-public-${zone}`).id,
        allocationId: made[index]?.allocationId,
      })),
    );
    assert.deepEqual(
      plan.outputs.addresses,
      made.map(({ publicIp }) => publicIp),
    );
  });

  it("keeps the addresses that it is given", async () => {
    const { plan } = await planned("static-ip", undefined, "allocationIds=[eipalloc-1, eipalloc-2]");
    const mappings = Object(plan.get("static-ip-lb").inputs.subnetMappings);
    assert.deepEqual([mappings[0].allocationId, mappings[1].allocationId], ["eipalloc-1", "eipalloc-2"]);
    assert.deepEqual(plan.names("aws:ec2/eip:Eip"), ["static-ip-net-nat-a-ip"]);
    assert.deepEqual(plan.outputs.addresses, plan.get("static-ip", "tierwork:index:NetworkBalancer").outputs.addresses);
  });

  it("leads TCP and UDP to servers that register with both and come once there are listeners", async () => {
    const { plan } = await planned("static-ip");
    const { inputs, dependencies } = plan.get("static-ip-asg");
    assert.deepEqual(inputs.targetGroupArns, [
      plan.get("static-ip-tcp-80").outputs.arn,
      plan.get("static-ip-udp-7000").outputs.arn,
    ]);
    assert.equal(inputs.healthCheckType, "ELB");
    for (const name of ["static-ip-web-listener", "static-ip-echo-listener"]) {
      assert.ok(dependencies.includes(plan.get(name).urn), name);
    }
    const { protocol, port, path } = Object(plan.get("static-ip-udp-7000").inputs.healthCheck);
    assert.deepEqual([protocol, port, path], ["HTTP", "80", "/health"]);
    assert.deepEqual(Object(plan.get("static-ip-template").inputs).vpcSecurityGroupIds, [plan.get("static-ip-app").id]);
  });

  it("gives its servers a page on their TCP ports and an echo on their UDP ports", async () => {
    const { plan } = await planned("static-ip");
    assert.match(userData(plan), /^#!\/bin\/bash\n/);
    assert.match(userData(plan), /^tcp_ports="80"$/m);
    assert.match(userData(plan), /^udp_ports="7000"$/m);
    const listeners =
      "listeners={one: {protocol: tcpUdp, port: 5000}, two: {protocol: tcp, port: 81, targetPort: 8081}}";
    const other = (await planned("static-ip", undefined, listeners)).plan;
    assert.match(userData(other), /^tcp_ports="5000 8081"$/m);
    assert.match(userData(other), /^udp_ports="5000"$/m);
  });

  it("runs the user data of the settings in place of the first page", async () => {
    const { plan } = await planned("static-ip", undefined, 'userData="#!/bin/sh\\necho mine"');
    assert.equal(userData(plan), "#!/bin/sh\necho mine");
  });

  it("by itself takes TCP on 80, with a domain TLS on 443 too, both to one port of the servers", async () => {
    const settings = JSON.stringify({ domain: { name: "a.example.com", zoneId: "Z1" } });
    const config = { "tierwork:architecture": "static-ip", "tierwork:settings": settings };
    const plan = await record(() => createArchitecture(), { config });
    const { port, protocol, certificateArn, defaultActions } = plan.get("static-ip-tls-listener").inputs;
    assert.deepEqual([port, protocol], [443, "TLS"]);
    assert.equal(certificateArn, plan.get("static-ip-cert-validation").outputs.certificateArn);
    assert.deepEqual(plan.names("aws:lb/targetGroup:TargetGroup"), ["static-ip-tcp-80"]);
    assert.deepEqual(plan.get("static-ip-web-listener").inputs.defaultActions, defaultActions);
    const { name, aliases } = plan.get("static-ip-dns-a").inputs;
    assert.equal(name, "a.example.com");
    assert.equal(Object(aliases)[0].name, plan.get("static-ip-lb").outputs.dnsName);
    assert.equal(plan.outputs.domainName, "a.example.com");
  });

  it("lets clients through the network ACLs to what they reach with their own address", async () => {
    const { plan } = await planned(
      "static-ip",
      undefined,
      "listeners={dns: {protocol: udp, port: 53, targetPort: 5353}}",
    );
    for (const tier of ["public", "private"]) {
      const opened = Object(plan.get(`static-ip-net-${tier}-acl`).inputs.ingress).filter(
        ({ ruleNo }: { ruleNo: number }) => ruleNo >= 320 && ruleNo < 400,
      );
      assert.deepEqual(
        opened.map(({ protocol, fromPort, toPort }: Record<string, unknown>) => [protocol, fromPort, toPort]),
        [["udp", 53, 53]],
      );
    }
  });

  it("asks servers over HTTP on port 80 where there is no TCP port", async () => {
    const { plan } = await planned("static-ip", undefined, "listeners={dns: {protocol: udp, port: 53}}");
    const { protocol, port } = Object(plan.get("static-ip-udp-53").inputs.healthCheck);
    assert.deepEqual([protocol, port], ["HTTP", "80"]);
    assert.ok(plan.get("static-ip-app-in-tcp-80-edge"));
  });

  describe("refuses in one sentence", () => {
    it("TLS without a domain", () =>
      refused(
        ["listeners={tls: {protocol: tls, port: 443}}"],
        "tierwork:settings.listeners.tls: needs a domain, whose certificate it speaks",
      ));
    it("scaling by requests, which it does not count", () =>
      refused(
        ["scaling=[{type: target, metric: requestsPerTarget, target: 1000}]"],
        /settings\.scaling\[0\]\.metric must be one of "cpu", "networkIn", "networkOut"/,
      ));
    it("a protocol that there is not", () =>
      refused(
        ["listeners={web: {protocol: http, port: 80}}"],
        /settings\.listeners\.web\.protocol must be one of "tcp"/,
      ));
    it("too few addresses for its zones", () =>
      refused(
        ["allocationIds=[eipalloc-1]"],
        /network balancer "static-ip": addresses.allocationIds must hold 2, one for each subnet, got 1/,
      ));
    it("more ports than network ACLs have rules for", () =>
      refused(
        [
          `listeners=${JSON.stringify(
            Object.fromEntries(
              [1, 2, 3, 4, 5, 6].map((n) => [`l${n}`, { protocol: "tcp", port: 100 + n, targetPort: 200 + n }]),
            ),
          )}`,
        ],
        "tierwork:settings.listeners: must listen and lead to at most 10 ports below 1024, as network ACLs take 20 rules, got 12",
      ));
    it("one address for two zones", () =>
      refused(
        ["allocationIds=[eipalloc-1, eipalloc-1]"],
        'tierwork:settings.allocationIds must not repeat an id, got "eipalloc-1"',
      ));
    it("two listeners on one port", () =>
      refused(
        ["listeners={a: {protocol: tcp, port: 80}, b: {protocol: udp, port: 80}}"],
        /listeners must not repeat a port; "tcpUdp" takes both on one, got 80/,
      ));
    it("a port that no listener can have", () =>
      refused(
        ["listeners={web: {protocol: tcp, port: 22, targetPort: 2222}}"],
        /listeners.web.port must be .* neither 22 nor 3389/,
      ));
  });
});
