import assert from "node:assert/strict";
import { type Example, type ExampleResource, ref } from "../../policies/examples";
import { UNKNOWN } from "../../policies/facts/value";
import { policyOf } from "../../policies/policy";
import type { Rule } from "../../policies/rule";
import { naclAttached } from "../../policies/rules/nacl-attached";
import { securityGroupRulesOneStyle } from "../../policies/rules/security-group-rules-one-style";
import { Run } from "../../policies/run";
import { judgeRequests } from "./judged";
import { analyzeRequests, analyzeStackRequest } from "./requests";

type Resources = Record<string, ExampleResource>;

/** What a rule says when the program states the first, and outputs are as the second: by then others have added to them. */
async function messages(rule: Rule, inputs: Resources, outputs: Resources): Promise<string[]> {
  const pack = [policyOf(rule, new Run({ environment: "prod", exemptions: [], today: "2026-11-01" }, [rule]))];
  const example = (resources: Resources): Example => ({ title: "outputs that hold more", resources });
  const requests = analyzeRequests(example(inputs), "state");
  return (await judgeRequests(pack, requests, analyzeStackRequest(example(outputs), "state"))).map(
    ({ message }) => message,
  );
}

const group = (props: Record<string, unknown>) => ({ type: "aws:ec2/securityGroup:SecurityGroup", props });
const http = {
  type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  props: { securityGroupId: ref("web"), ipProtocol: "tcp", fromPort: 80, toPort: 80, cidrIpv4: "10.0.0.0/8" },
};
const repeated = { protocol: "tcp", fromPort: 80, toPort: 80, cidrBlocks: ["10.0.0.0/8"] };
const foreign = { protocol: "tcp", fromPort: 30000, toPort: 32767, cidrBlocks: ["10.1.0.0/16"] };

describe("what a program states", () => {
  it("is not what a refreshed group repeats of rule resources, and of rules that others made", async () => {
    const outputs = { web: group({ ingress: [repeated, foreign] }), http };
    assert.deepEqual(await messages(securityGroupRulesOneStyle, { web: group({}), http }, outputs), []);
  });

  it("is the inline rules of a group, whatever its outputs hold", async () => {
    const inputs = { web: group({ ingress: [foreign] }), http };
    const outputs = { web: group({ ingress: [repeated, foreign] }), http };
    const [only, ...others] = await messages(securityGroupRulesOneStyle, inputs, outputs);
    assert.match(only ?? "", /it has inline ingress beside rule "http"/);
    assert.deepEqual(others, []);
  });

  it("is told apart from what AWS is yet to fill in", async () => {
    const acl = (props: Record<string, unknown>) => ({ type: "aws:ec2/networkAcl:NetworkAcl", props });
    const outputs = { web: acl({ subnetIds: UNKNOWN }) };
    assert.equal((await messages(naclAttached, { web: acl({}) }, outputs)).length, 1);
    assert.deepEqual(await messages(naclAttached, { web: acl({ subnetIds: UNKNOWN }) }, outputs), []);
  });
});
