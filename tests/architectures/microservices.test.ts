import assert from "node:assert/strict";
import { join } from "node:path";
import { createColors } from "picocolors";
import { text } from "../../planner/format/text";
import type { Plan } from "../../planner/plan";
import { assertGolden } from "../golden";
import { planned } from "./planned";

const plan = (...set: string[]) => planned("dev", "microservices", ...set);
const domain = ["tls=", "domain.name=api.example.com", "domain.zoneId=Z0123456789EXAMPLE"];

function routes(made: Plan): Record<string, unknown> {
  const found = made.ofType("aws:apigatewayv2/route:Route");
  return Object.fromEntries(found.map(({ inputs }) => [String(inputs.routeKey), inputs.authorizationType]));
}

describe("the architecture microservices", () => {
  it("plans as the golden plan shows", async () => {
    const { plan: made, judgement, region } = await plan();
    const shown = text(
      { plan: made, judgement: await judgement, region, notes: [] },
      { colors: createColors(false), inputs: false },
    );
    assertGolden(join(__dirname, "microservices.plan.txt"), shown);
  });

  it("has nothing that a policy finds fault with but plain HTTP inside the VPC, a build's moving tag, and no WAF", async () => {
    const policies = async (...set: string[]) => {
      const { judgement } = await plan(...set);
      return [...new Set((await judgement).findings.map(({ policy }) => policy))].sort();
    };
    // What runs is named by its digest, so the tag may move; no web ACL can stand before an HTTP API.
    assert.deepEqual(await policies(), ["apigw-waf", "ecr-immutable-tags", "lb-http-redirects-to-https"]);
    assert.deepEqual(await policies(...domain, "image=public.ecr.aws/nginx/nginx:1.29"), ["apigw-waf"]);
  });

  it("asks callers of every route to sign with IAM, unless told otherwise", async () => {
    assert.deepEqual(routes((await plan()).plan), {
      "GET /orders": "AWS_IAM",
      "GET /orders/{id}": "AWS_IAM",
      "GET /summary": "AWS_IAM",
    });
    const { plan: jwt } = await plan("auth={type: jwt, issuer: https://login.example.com, audiences: [shop]}");
    assert.deepEqual(Object.values(routes(jwt)), ["JWT", "JWT", "JWT"]);
    const { plan: own } = await plan("auth={type: function, folder: ./architectures/microservices/app/function}");
    assert.deepEqual(Object.values(routes(own)), ["CUSTOM", "CUSTOM", "CUSTOM"]);
    const { plan: open } = await plan("auth=none");
    assert.deepEqual(Object.values(routes(open)), ["NONE", "NONE", "NONE"]);
  });

  it("keeps the containers private: only the function and the API's link come to their load balancer", async () => {
    const { plan: made } = await plan();
    const [balancer] = made.ofType("aws:lb/loadBalancer:LoadBalancer");
    assert.equal(balancer?.inputs.internal, true);
    const [edge] = (balancer?.inputs.securityGroups ?? []) as string[];
    const admitted = made
      .ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")
      .filter(({ inputs }) => inputs.securityGroupId === edge)
      .map(({ inputs }) => inputs.referencedSecurityGroupId)
      .sort();
    const callers = ["microservices-summary-sg", "microservices-link-sg"].map((name) => made.get(name).id).sort();
    assert.deepEqual(admitted, callers);
  });

  it("tells the function where the containers are", async () => {
    const url = async (...set: string[]) => {
      const { plan: made } = await plan(...set);
      const { variables } = made.get("microservices-summary-function").inputs.environment as {
        variables: Record<string, string>;
      };
      return variables.SERVICE_URL;
    };
    assert.match(String(await url()), /^http:\/\/internal-microservices-orders-lb-/);
    assert.equal(await url(...domain), "https://orders.api.example.com");
  });

  it("runs the function on Graviton, traced, with an alias and logs that are kept for a time", async () => {
    const { plan: made } = await plan();
    const { inputs } = made.get("microservices-summary-function");
    assert.deepEqual(inputs.architectures, ["arm64"]);
    assert.deepEqual(inputs.tracingConfig, { mode: "Active" });
    assert.equal(inputs.publish, true);
    assert.equal(made.ofType("aws:lambda/alias:Alias").length, 1);
    assert.equal(made.get("microservices-summary-logs").inputs.retentionInDays, 14);
  });

  it("asks for a domain, or for plain HTTP by name", () =>
    assert.rejects(
      plan("tls="),
      /^Error: tierwork:settings: microservices needs a domain for HTTPS: .*tls: none for plain HTTP$/,
    ));

  it("refuses EKS, whose load balancer an API cannot name", () =>
    assert.rejects(plan("compute=eks"), {
      message: 'tierwork:settings.compute must be "fargate" or "ec2" for an API to reach it, got "eks"',
    }));
});
