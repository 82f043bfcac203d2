import assert from "node:assert/strict";
import { BeanstalkApp } from "../../../components/beanstalk-app";
import type { SharedBalancerTier } from "../../../components/beanstalk-app/shared-balancer";
import { ServiceBalancer } from "../../../components/service-balancer";
import { record } from "../../../planner/record";
import { app, certificateArn, network, optionsOf, plain, settingsOf, shared } from "./planned-app";

const make = (tier: Partial<SharedBalancerTier> = {}) => app({ tier: { ...shared, ...tier } });

describe("an environment behind a shared load balancer", () => {
  it("gets the requests for its CNAME from the listener on 443, unless told otherwise", async () => {
    const plan = await make();
    assert.deepEqual(optionsOf(plan, "aws:elasticbeanstalk:environment"), {
      EnvironmentType: "LoadBalanced",
      LoadBalancerIsShared: "true",
      LoadBalancerType: "application",
      ServiceRole: plan.get("shop-service-role").outputs.name,
    });
    // AWS takes these two alone for a shared load balancer.
    assert.deepEqual(optionsOf(plan, "aws:elbv2:loadbalancer"), {
      SecurityGroups: "sg-front",
      SharedLoadBalancer: shared.loadBalancerArn,
    });
    assert.deepEqual(optionsOf(plan, "aws:elbv2:listener:443"), { Rules: "default" });
    assert.ok(!settingsOf(plan).some(({ namespace }) => namespace.startsWith("aws:elbv2:listenerrule:")));
    assert.ok(!settingsOf(plan).some(({ namespace }) => namespace === "aws:elbv2:listener:default"));
  });

  it("gets the requests for hosts and paths of its own, in its place among the others", async () => {
    const plan = await make({
      listenerPort: 8443,
      hosts: ["shop.example.com", "*.shop.example.com"],
      paths: ["/api/*"],
      priority: 10,
    });
    assert.deepEqual(optionsOf(plan, "aws:elbv2:listener:8443"), { Rules: "app" });
    assert.deepEqual(optionsOf(plan, "aws:elbv2:listenerrule:app"), {
      HostHeaders: "shop.example.com,*.shop.example.com",
      PathPatterns: "/api/*",
      Priority: "10",
      Process: "default",
    });
    const onlyPaths = optionsOf(await make({ paths: ["/api/*"] }), "aws:elbv2:listenerrule:app");
    assert.deepEqual(onlyPaths, { PathPatterns: "/api/*", Priority: "1", Process: "default" });
  });

  it("lets in the load balancer alone, which gets a rule that lets it out", async () => {
    const plan = await make();
    const app = plan.get("shop-app-in-tcp-80-edge").inputs;
    assert.deepEqual(
      [app.securityGroupId, app.referencedSecurityGroupId],
      [plan.ofType("aws:ec2/securityGroup:SecurityGroup")[0]?.id, "sg-front"],
    );
    const edge = plan.get("shop-edge-out-tcp-80-app").inputs;
    assert.deepEqual([edge.securityGroupId, edge.referencedSecurityGroupId], ["sg-front", app.securityGroupId]);
    assert.equal(plan.ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").length, 1);
  });

  it("shares a ServiceBalancer as it is", async () => {
    const plan = await record(
      () => {
        const balancer = new ServiceBalancer("front", {
          ...{ type: "application", network, exposure: "internet" },
          tls: { certificateArn },
        });
        new BeanstalkApp("shop", {
          ...plain,
          tier: {
            type: "sharedBalancer",
            loadBalancerArn: balancer.loadBalancerArn,
            securityGroupId: balancer.edgeGroupId,
          },
        });
      },
      { environment: "dev" },
    );
    assert.equal(optionsOf(plan, "aws:elbv2:loadbalancer").SharedLoadBalancer, plan.get("front-lb").outputs.arn);
    assert.deepEqual(Object(plan.get("shop-env").outputs.loadBalancers), [plan.get("front-lb").outputs.arn]);
  });

  const arn = "must be the ARN of an Application Load Balancer that is not Elastic Beanstalk's own";
  const own = shared.loadBalancerArn.replace("front", "awseb-AWSEB-1");
  const patterns = "must be patterns of at most 128 characters and three wildcards";
  const long = `/${"a".repeat(128)}`;
  const refused: [string, Partial<SharedBalancerTier>][] = [
    [`tier.loadBalancerArn ${arn}, got "front"`, { loadBalancerArn: "front" }],
    [`tier.loadBalancerArn ${arn}, got "${own}"`, { loadBalancerArn: own }],
    ["tier.listenerPort must be a whole number between 1 and 65535, got 0", { listenerPort: 0 }],
    [`tier.hosts ${patterns}, got "shop/example"`, { hosts: ["shop/example"] }],
    [`tier.hosts ${patterns}, got "*.*.*.*"`, { hosts: ["*.*.*.*"] }],
    [`tier.paths ${patterns}, got "api"`, { paths: ["api"] }],
    [`tier.paths ${patterns}, got "${long}"`, { paths: [long] }],
    [
      "tier.hosts must make at most 4 conditions with tier.paths, got 5",
      { hosts: ["a.example.com", "b.example.com"], paths: ["/a", "/b", "/c"] },
    ],
    ["tier.priority must be a whole number between 1 and 1000, got 1001", { priority: 1001 }],
  ];
  for (const [sentence, tier] of refused) {
    it(`is refused: ${sentence.slice(0, 100)}`, () =>
      assert.rejects(make(tier), { message: `beanstalk app "shop": ${sentence}` }));
  }
});
