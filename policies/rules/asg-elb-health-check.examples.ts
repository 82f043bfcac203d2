import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const group = (props: object) => ({ type: "aws:autoscaling/group:Group", props: { minSize: 2, maxSize: 4, ...props } });
const targets = { type: "aws:lb/targetGroup:TargetGroup", props: { port: 80, protocol: "HTTP" } };
const attachment = (props: object) => ({
  type: "aws:autoscaling/attachment:Attachment",
  props: { lbTargetGroupArn: ref("targets", "arn"), ...props },
});

export const examples: Examples = {
  denied: [
    {
      title: "a group behind a load balancer in each place it can say so",
      resources: {
        targets,
        web: group({ targetGroupArns: [ref("targets", "arn")] }),
        old: group({ loadBalancers: ["classic"], healthCheckType: "EC2" }),
        api: group({
          trafficSources: [{ identifier: ref("targets", "arn"), type: "elbv2" }],
          healthCheckType: "EC2,EBS",
        }),
      },
      says: {
        web: 'healthCheckType is not set; set it to "ELB"',
        old: 'healthCheckType is "EC2"',
        api: 'healthCheckType is "EC2,EBS"',
      },
    },
    {
      title: "a group that an attachment puts behind a load balancer",
      resources: {
        targets,
        web: group({ healthCheckType: "EC2" }),
        attachment: attachment({ autoscalingGroupName: ref("web", "name") }),
        second: attachment({ autoscalingGroupName: ref("web", "name"), lbTargetGroupArn: "arn:other" }),
      },
      says: { web: 'healthCheckType is "EC2"' },
      beyondRemedy: ["web"],
    },
    {
      title: "a group by its name, through an attachment of a traffic source",
      resources: {
        web: group({ name: "web-fleet" }),
        attachment: {
          type: "aws:autoscaling/trafficSourceAttachment:TrafficSourceAttachment",
          props: { autoscalingGroupName: "web-fleet", trafficSource: { identifier: "arn:tg", type: "elbv2" } },
        },
      },
      says: { web: "healthCheckType is not set" },
      beyondRemedy: ["web"],
    },
    {
      title: "no time to start",
      resources: { web: group({ loadBalancers: ["classic"], healthCheckType: "ELB", healthCheckGracePeriod: 0 }) },
      says: { web: "healthCheckGracePeriod is 0" },
    },
  ],
  allowed: [
    {
      title: "health checks of the load balancer, with or without a period of their own",
      resources: {
        targets,
        web: group({ targetGroupArns: [ref("targets", "arn")], healthCheckType: "ELB" }),
        api: group({ loadBalancers: ["classic"], healthCheckType: "EC2,EBS,ELB", healthCheckGracePeriod: 120 }),
        attached: group({ healthCheckType: "ELB" }),
        attachment: attachment({ autoscalingGroupName: ref("attached", "name") }),
      },
    },
    { title: "a group without a load balancer", resources: { workers: group({ targetGroupArns: [] }) } },
    {
      title: "a group behind VPC Lattice, which has a check of its own",
      resources: { web: group({ trafficSources: [{ identifier: "arn:lattice", type: "vpc-lattice" }] }) },
    },
  ],
  undecided: [
    {
      title: "a type of check that is not known",
      resources: {
        targets,
        web: group({ loadBalancers: ["classic"], healthCheckType: UNKNOWN }),
        api: group({ healthCheckType: UNKNOWN }),
        attachment: attachment({ autoscalingGroupName: ref("api", "name") }),
      },
      says: { web: "healthCheckType is not known yet", api: "healthCheckType is not known yet" },
    },
    {
      title: "target groups that are not known",
      resources: { web: group({ targetGroupArns: UNKNOWN }) },
      says: { web: "whether a load balancer stands before it" },
    },
    {
      title: "a grace period that is not known",
      resources: {
        web: group({ loadBalancers: ["classic"], healthCheckType: "ELB", healthCheckGracePeriod: UNKNOWN }),
      },
      says: { web: "healthCheckGracePeriod is not known yet" },
    },
  ],
};
