import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const inZone = (availabilityZone: unknown) => ({ type: "aws:ec2/subnet:Subnet", props: { availabilityZone } });
const network = { a: inZone("eu-west-1a"), b: inZone("eu-west-1b"), c: inZone("eu-west-1c") };
const of = (type: string) => (props: Record<string, unknown>) => ({ type: `aws:${type}`, props });
const balancer = of("lb/loadBalancer:LoadBalancer");
const classic = of("elb/loadBalancer:LoadBalancer");
const group = of("autoscaling/group:Group");
const service = of("ecs/service:Service");
const instance = of("ec2/instance:Instance");
const targets = of("lb/targetGroup:TargetGroup")({ port: 80, protocol: "HTTP" });
/** A load balancer in two zones, its listener, and a rule that leads elsewhere. */
const entry = {
  ...network,
  web: balancer({ subnets: [ref("a"), ref("b")] }),
  listener: of("lb/listener:Listener")({
    loadBalancerArn: ref("web", "arn"),
    defaultActions: [{ type: "forward", targetGroupArn: ref("main", "arn") }],
  }),
  rule: of("lb/listenerRule:ListenerRule")({
    listenerArn: ref("listener", "arn"),
    actions: [{ type: "forward", forward: { targetGroups: [{ arn: ref("api", "arn"), weight: 1 }] } }],
  }),
  main: targets,
  api: targets,
};
const three = [ref("a"), ref("b"), ref("c")];
const two = [ref("a"), ref("b")];

export const examples: Examples = {
  denied: [
    {
      title: "a group that also runs in a third zone",
      resources: { ...entry, shop: group({ vpcZoneIdentifiers: three, targetGroupArns: [ref("main", "arn")] }) },
      says: { web: '"shop" behind it also runs in eu-west-1c, where it has no subnet; add one' },
    },
    {
      title: "a service behind a rule, and a group that is attached",
      resources: {
        ...entry,
        orders: service({
          networkConfiguration: { subnets: [ref("c")] },
          loadBalancers: [{ targetGroupArn: ref("api", "arn"), containerName: "orders", containerPort: 80 }],
        }),
        shop: group({ availabilityZones: ["eu-west-1d"] }),
        attachment: of("autoscaling/attachment:Attachment")({
          autoscalingGroupName: ref("shop", "name"),
          lbTargetGroupArn: ref("main", "arn"),
        }),
      },
      says: { web: ['"orders" behind it also runs in eu-west-1c', '"shop" behind it also runs in eu-west-1d'] },
    },
    {
      title: "an instance in another zone, also behind a classic load balancer",
      resources: {
        ...entry,
        server: instance({ subnetId: ref("c") }),
        attachment: of("lb/targetGroupAttachment:TargetGroupAttachment")({
          targetGroupArn: ref("main", "arn"),
          targetId: ref("server"),
        }),
        old: classic({ subnets: two }),
        classicAttachment: of("elb/attachment:Attachment")({ elb: ref("old"), instance: ref("server") }),
      },
      says: {
        web: '"server" behind it also runs in eu-west-1c',
        old: '"server" behind it also runs in eu-west-1c',
      },
    },
  ],
  allowed: [
    {
      title: "targets in the zones of the load balancer, in subnets of their own",
      resources: {
        ...entry,
        appA: inZone("eu-west-1a"),
        appB: inZone("eu-west-1b"),
        shop: group({
          vpcZoneIdentifiers: [ref("appA"), ref("appB")],
          availabilityZones: UNKNOWN,
          targetGroupArns: [ref("main", "arn")],
        }),
        orders: service({
          networkConfiguration: { subnets: two },
          loadBalancers: [{ targetGroupArn: ref("api", "arn"), containerName: "orders", containerPort: 80 }],
        }),
      },
    },
    {
      title: "a load balancer and a group that know nothing of each other",
      resources: { web: balancer({ subnets: ["subnet-1"] }), shop: group({ availabilityZones: ["eu-west-1d"] }) },
    },
    {
      title: "tasks that share the network of their hosts, and a group behind nothing",
      resources: {
        ...entry,
        orders: service({
          loadBalancers: [{ targetGroupArn: ref("api", "arn"), containerName: "orders", containerPort: 80 }],
        }),
        workers: group({ vpcZoneIdentifiers: three }),
      },
    },
  ],
  undecided: [
    {
      title: "zones that are not known",
      resources: {
        ...entry,
        c: inZone(UNKNOWN),
        shop: group({ vpcZoneIdentifiers: three, targetGroupArns: [ref("main", "arn")] }),
      },
      says: { web: 'the zones in which "shop" runs is not known yet' },
    },
    {
      title: "a load balancer in subnets that this stack does not define",
      resources: {
        ...entry,
        web: balancer({ subnets: ["subnet-1", "subnet-2"] }),
        shop: group({ vpcZoneIdentifiers: two, targetGroupArns: [ref("main", "arn")] }),
      },
      says: { web: "the zones of its subnets is not known yet" },
    },
  ],
};
