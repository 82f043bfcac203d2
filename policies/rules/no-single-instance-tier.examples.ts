import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string) => (props: Record<string, unknown>) => ({ type: `aws:${type}`, props });
const instance = of("ec2/instance:Instance")({ instanceType: "t3.micro" });
/** An instance whose address a state knows. */
const web = of("ec2/instance:Instance")({ instanceType: "t3.micro", publicIp: "web.publicIp" });
const targets = of("lb/targetGroup:TargetGroup");
const attach = (targetId: unknown, targetGroupArn: unknown = ref("group", "arn")) =>
  of("lb/targetGroupAttachment:TargetGroupAttachment")({ targetGroupArn, targetId });
const record = (props: Record<string, unknown>) =>
  of("route53/record:Record")({ zoneId: "Z1", name: "www.example.com", type: "A", ttl: 60, ...props });
const group = targets({ port: 80 });
const failover = (type: string, props: Record<string, unknown>) =>
  record({ setIdentifier: type, failoverRoutingPolicies: [{ type }], ...props });

export const examples: Examples = {
  denied: [
    {
      title: "a target group with one instance, also on two ports",
      resources: { group, web: instance, http: attach(ref("web")), more: attach(ref("web")) },
      says: {
        group: 'one instance serves it ("web"); use an Auto Scaling group, or attach others in other zones',
      },
    },
    {
      title: "a target group with one instance that this stack does not define",
      resources: { group, http: attach("i-0123456789abcdef0") },
      says: { group: 'one instance serves it ("i-0123456789abcdef0")' },
    },
    {
      title: "a record that names an instance, or its Elastic IP",
      resources: {
        web,
        address: of("ec2/eip:Eip")({ instance: ref("web"), publicIp: "address.publicIp" }),
        www: record({ records: [ref("web", "publicIp")] }),
        api: record({ name: "api.example.com", records: [ref("address", "publicIp")] }),
      },
      says: {
        www: 'it leads to one instance ("web"); name a load balancer, or add a failover record',
        api: 'it leads to one instance ("web")',
      },
    },
    {
      title: "a failover record that has no partner",
      resources: { web, www: failover("PRIMARY", { records: [ref("web", "publicIp")] }) },
      says: { www: 'it leads to one instance ("web")' },
    },
  ],
  allowed: [
    {
      title: "a target group with two instances, a fleet, or targets of another kind",
      resources: {
        group,
        a: instance,
        b: instance,
        toA: attach(ref("a")),
        toB: attach(ref("b")),
        fleet: group,
        asg: of("autoscaling/group:Group")({ targetGroupArns: [ref("fleet", "arn")] }),
        lambda: targets({ targetType: "lambda" }),
        toLambda: attach("arn:aws:lambda:eu-west-1:123456789012:function:shop", ref("lambda", "arn")),
        proxy: targets({ targetType: "ip" }),
        toProxy: attach("10.1.0.9", ref("proxy", "arn")),
        empty: group,
      },
    },
    {
      title: "one instance beside a fleet",
      resources: {
        group,
        a: instance,
        toA: attach(ref("a")),
        asg: of("autoscaling/group:Group")({ targetGroupArns: [ref("group", "arn")] }),
      },
    },
    {
      title: "records for two instances, by their values or by failover",
      resources: {
        a: instance,
        b: instance,
        both: record({ name: "both.example.com", records: [ref("a", "publicIp"), ref("b", "publicIp")] }),
        first: failover("PRIMARY", { records: [ref("a", "publicIp")] }),
        second: failover("SECONDARY", { records: [ref("b", "publicIp")] }),
      },
    },
    {
      title: "records for a load balancer, an address without an instance and other texts",
      resources: {
        web: of("lb/loadBalancer:LoadBalancer")({ subnets: [] }),
        address: of("ec2/eip:Eip")({ domain: "vpc" }),
        alias: record({ aliases: [{ name: ref("web", "dnsName"), zoneId: ref("web", "zoneId") }] }),
        nat: record({ records: [ref("address", "publicIp")] }),
        mail: record({ type: "TXT", records: ["v=spf1 -all"] }),
      },
    },
  ],
  undecided: [
    {
      title: "attachments of instances that are not known",
      resources: { group, first: attach(UNKNOWN), second: attach(UNKNOWN) },
      says: { group: "which instances it has is not known yet" },
    },
    {
      title: "a failover record beside one whose name is not known",
      resources: {
        a: instance,
        b: instance,
        first: failover("PRIMARY", { records: [ref("a", "publicIp")] }),
        second: failover("SECONDARY", { name: UNKNOWN, records: [ref("b", "publicIp")] }),
      },
      says: {
        first: "whether other records share its name is not known yet",
        second: "whether other records share its name is not known yet",
      },
    },
  ],
};
