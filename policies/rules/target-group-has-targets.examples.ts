import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const group = { type: "aws:lb/targetGroup:TargetGroup", props: { port: 80, protocol: "HTTP" } };
const forward = (target: string) => [{ type: "forward", targetGroupArn: ref(target, "arn") }];
const listener = (target: string) => ({ type: "aws:lb/listener:Listener", props: { defaultActions: forward(target) } });
const attachment = (target: string) => ({
  type: "aws:lb/targetGroupAttachment:TargetGroupAttachment",
  props: { targetGroupArn: ref(target, "arn"), targetId: "10.0.0.7" },
});

export const examples: Examples = {
  denied: [
    {
      title: "a target group that nothing uses",
      resources: { web: group },
      says: {
        web: [
          "no listener or listener rule sends requests to it; name it in one, or remove it",
          "nothing registers targets with it; attach a group, a service or targets",
        ],
      },
    },
    {
      title: "a target group without targets, and one without requests",
      resources: { web: group, http: listener("web"), api: group, one: attachment("api") },
      says: { web: "nothing registers targets with it", api: "no listener or listener rule sends requests to it" },
    },
  ],
  allowed: [
    {
      title: "targets by an attachment, a group and a traffic source",
      resources: {
        one: group,
        a: listener("one"),
        x: attachment("one"),
        two: group,
        b: { type: "aws:lb/listenerRule:ListenerRule", props: { actions: forward("two") } },
        fleet: { type: "aws:autoscaling/group:Group", props: { targetGroupArns: [ref("two", "arn")] } },
        three: { type: "aws:alb/targetGroup:TargetGroup", props: {} },
        c: { type: "aws:alb/listener:Listener", props: { defaultActions: forward("three") } },
        y: {
          type: "aws:autoscaling/trafficSourceAttachment:TrafficSourceAttachment",
          props: { trafficSource: { identifier: ref("three", "arn"), type: "elbv2" } },
        },
      },
    },
    {
      title: "both groups of a blue/green service",
      resources: {
        blue: group,
        green: group,
        http: listener("blue"),
        service: {
          type: "aws:ecs/service:Service",
          props: {
            loadBalancers: [
              {
                targetGroupArn: ref("blue", "arn"),
                advancedConfiguration: { alternateTargetGroupArn: ref("green", "arn") },
              },
            ],
          },
        },
      },
    },
    {
      title: "targets that a controller of Kubernetes registers",
      resources: {
        web: group,
        http: listener("web"),
        binding: {
          type: "kubernetes:elbv2.k8s.aws/v1beta1:TargetGroupBinding",
          props: { spec: { targetGroupARN: ref("web", "arn") } },
        },
      },
    },
  ],
  undecided: [
    {
      title: "a listener and an attachment that may be for any target group",
      resources: {
        web: group,
        http: {
          type: "aws:lb/listener:Listener",
          props: { defaultActions: [{ type: "forward", targetGroupArn: UNKNOWN }] },
        },
        one: { type: "aws:lb/targetGroupAttachment:TargetGroupAttachment", props: { targetGroupArn: UNKNOWN } },
      },
      says: { web: "where a listener forwards to is not known yet" },
    },
    {
      title: "a rule whose actions are not known",
      resources: {
        web: group,
        one: attachment("web"),
        rule: { type: "aws:lb/listenerRule:ListenerRule", props: { actions: UNKNOWN } },
      },
      says: { web: "where a listener forwards to is not known yet" },
    },
  ],
};
