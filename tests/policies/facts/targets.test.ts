import assert from "node:assert/strict";
import { targetGroupsByBalancer, targetSources } from "../../../policies/facts/targets";
import { UNKNOWN } from "../../../policies/facts/value";
import { fake, fakeStack } from "./fake-stack";

const balancer = fake("aws:lb/loadBalancer:LoadBalancer", "web", { arn: UNKNOWN });
const [main, api, canary] = ["main", "api", "canary"].map((name) =>
  fake("aws:lb/targetGroup:TargetGroup", name, { arn: `arn:${name}` }),
) as [ReturnType<typeof fake>, ReturnType<typeof fake>, ReturnType<typeof fake>];
const listener = fake(
  "aws:lb/listener:Listener",
  "https",
  { arn: "arn:listener", loadBalancerArn: UNKNOWN, defaultActions: [{ type: "forward", targetGroupArn: UNKNOWN }] },
  { loadBalancerArn: [balancer], defaultActions: [main] },
);

describe("the target groups of a load balancer", () => {
  it("are those that its listeners and their rules forward to, by reference or by ARN", () => {
    const rule = fake("aws:lb/listenerRule:ListenerRule", "api", {
      listenerArn: "arn:listener",
      actions: [{ type: "forward", forward: { targetGroups: [{ arn: "arn:api" }, { arn: "arn:canary" }, null] } }],
    });
    const found = targetGroupsByBalancer(fakeStack(balancer, main, api, canary, listener, rule));
    assert.deepEqual([...(found.get(balancer.urn) ?? [])], [main, api, canary]);
  });

  it("are none where actions are not known or belong to another load balancer", () => {
    const other = fake("aws:lb/listener:Listener", "http", { loadBalancerArn: "arn:other", defaultActions: UNKNOWN });
    assert.equal(targetGroupsByBalancer(fakeStack(balancer, main, other)).size, 0);
  });
});

describe("what gives a target group its targets", () => {
  const user = (type: string, name: string, property: string, props: Record<string, unknown> = {}) =>
    fake(type, name, props, { [property]: [main] });
  const server = fake("aws:ec2/instance:Instance", "server", { id: "i-1" });
  const group = fake("aws:autoscaling/group:Group", "fleet", { name: "fleet" });
  const kinds = (...users: ReturnType<typeof fake>[]) =>
    targetSources(fakeStack(main, server, group, ...users), main).map((source) => {
      const instance = source.kind === "target" ? source.instance : undefined;
      return [source.kind, source.source.name, ...(instance ? [instance.name] : [])];
    });

  it("is a fleet that names it, or that an attachment ties to it", () => {
    assert.deepEqual(kinds(user("aws:ecs/service:Service", "orders", "loadBalancers")), [["fleet", "orders"]]);
    const attachment = { autoscalingGroupName: "fleet" };
    assert.deepEqual(
      kinds(
        user("aws:autoscaling/attachment:Attachment", "tie", "lbTargetGroupArn", attachment),
        user("aws:autoscaling/trafficSourceAttachment:TrafficSourceAttachment", "other", "trafficSource", {}),
      ),
      [
        ["fleet", "fleet"],
        ["other", "other"],
      ],
    );
  });

  it("is an instance by an attachment, also one that the stack does not define", () => {
    const attach = (name: string, targetId: unknown) =>
      user("aws:lb/targetGroupAttachment:TargetGroupAttachment", name, "targetGroupArn", { targetId });
    assert.deepEqual(kinds(attach("a", "i-1"), attach("b", "i-9")), [
      ["target", "a", "server"],
      ["target", "b"],
    ]);
  });

  it("is no listener, but may be a controller of Kubernetes", () => {
    const binding = "kubernetes:elbv2.k8s.aws/v1beta1:TargetGroupBinding";
    assert.deepEqual(kinds(listener, user(binding, "binding", "spec")), [["other", "binding"]]);
  });
});
