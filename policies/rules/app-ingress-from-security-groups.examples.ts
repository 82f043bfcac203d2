import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string) => (props: object) => ({ type, props: { ...props } });
const app = { protocol: "tcp", fromPort: 8080, toPort: 8080 };
const group = (...ingress: unknown[]) => ({
  type: "aws:ec2/securityGroup:SecurityGroup",
  props: { vpcId: ref("net"), ingress },
});
const net = of("aws:ec2/vpc:Vpc")({ cidrBlock: "10.0.0.0/16" });
const instance = of("aws:ec2/instance:Instance");
const template = of("aws:ec2/launchTemplate:LaunchTemplate")({ vpcSecurityGroupIds: [ref("app")] });
const service = of("aws:ecs/service:Service")({ networkConfiguration: { securityGroups: [ref("app")] } });
const rule = of("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");

export const examples: Examples = {
  denied: [
    {
      title: "tasks that the whole VPC reaches",
      resources: { net, app: group({ ...app, cidrBlocks: ["10.0.0.0/16"] }), service },
      says: {
        app: 'ingress[0] lets 10.0.0.0/16 reach aws.ecs.Service "service"; let in the group of its callers',
      },
    },
    {
      title: "instances that two networks and an office reach, by their template",
      resources: {
        net,
        app: group(
          { ...app, cidrBlocks: ["10.0.1.0/24"], securityGroups: ["sg-1"] },
          { protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["203.0.113.0/24"], self: true },
        ),
        template,
      },
      says: { app: 'ingress[0], ingress[1] let 10.0.1.0/24, 203.0.113.0/24 reach aws.ec2.LaunchTemplate "template"' },
    },
    {
      title: "rule resources, of a group of the stack and of another, and a Beanstalk environment",
      resources: {
        net,
        app: group(),
        in: rule({ securityGroupId: ref("app"), ipProtocol: "tcp", fromPort: 80, toPort: 80, cidrIpv6: "fd00::/8" }),
        old: of("aws:ec2/securityGroupRule:SecurityGroupRule")({
          ...{ type: "ingress", securityGroupId: "sg-0a1b2c3d", ...app, cidrBlocks: ["10.0.0.0/8"] },
        }),
        web: instance({ vpcSecurityGroupIds: ["sg-0a1b2c3d"] }),
        env: of("aws:elasticbeanstalk/environment:Environment")({
          settings: [{ namespace: "aws:autoscaling:launchconfiguration", name: "SecurityGroups", value: ref("app") }],
        }),
      },
      says: { in: "it lets fd00::/8 reach", old: 'it lets 10.0.0.0/8 reach aws.ec2.Instance "web"' },
    },
    {
      title: "addresses outside the VPC where those within it are allowed",
      settings: { allowVpcCidr: true },
      resources: { net, app: group({ ...app, cidrBlocks: ["10.0.1.0/24", "10.1.0.0/16"] }), service },
      says: { app: "ingress[0] lets 10.1.0.0/16 reach" },
    },
  ],
  allowed: [
    {
      title: "tasks that the group of a load balancer reaches",
      resources: {
        net,
        edge: group({ ...app, cidrBlocks: ["10.0.0.0/8"] }),
        app: group({ ...app, securityGroups: [ref("edge")] }, { ...app, self: true }),
        lb: of("aws:lb/loadBalancer:LoadBalancer")({ securityGroups: [ref("edge")], internal: true }),
        service,
      },
    },
    {
      title: "SSH from an office, ping from the network, and the world, which has a rule of its own",
      resources: {
        net,
        app: group(
          { protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["203.0.113.0/24"] },
          { protocol: "icmp", fromPort: -1, toPort: -1, cidrBlocks: ["10.0.0.0/16"] },
          { ...app, cidrBlocks: ["0.0.0.0/0"] },
        ),
        template,
      },
    },
    {
      title: "a database and an endpoint, which are no application",
      resources: {
        net,
        app: group({ ...app, cidrBlocks: ["10.0.0.0/16"] }),
        db: of("aws:rds/instance:Instance")({ vpcSecurityGroupIds: [ref("app")] }),
        endpoint: of("aws:ec2/vpcEndpoint:VpcEndpoint")({ securityGroupIds: [ref("app")] }),
      },
    },
    {
      title: "a NAT instance, and the target of a Network Load Balancer without groups",
      resources: {
        net,
        app: group({ ...app, cidrBlocks: ["10.0.0.0/16"] }),
        nat: instance({ sourceDestCheck: false, vpcSecurityGroupIds: [ref("app")] }),
        nlb: of("aws:lb/loadBalancer:LoadBalancer")({ loadBalancerType: "network" }),
        targets: of("aws:lb/targetGroup:TargetGroup")({ protocol: "TCP" }),
        listener: of("aws:lb/listener:Listener")({
          loadBalancerArn: ref("nlb"),
          defaultActions: [{ type: "forward", targetGroupArn: ref("targets") }],
        }),
        web: instance({ vpcSecurityGroupIds: [ref("app")] }),
        link: of("aws:lb/targetGroupAttachment:TargetGroupAttachment")({
          targetGroupArn: ref("targets"),
          targetId: ref("web"),
        }),
      },
    },
    {
      title: "the VPC where that is allowed",
      settings: { allowVpcCidr: true },
      resources: {
        net,
        app: group({ ...app, cidrBlocks: ["10.0.0.0/16", "10.0.2.0/24"] }),
        more: rule({ securityGroupId: "sg-1", ipProtocol: "-1", cidrIpv4: "192.168.0.0/16" }),
        web: instance({ vpcSecurityGroupIds: ["sg-1"] }),
        service,
      },
    },
  ],
  undecided: [
    {
      title: "a source that is not known, and one that is the network's",
      resources: {
        net,
        app: group({ ...app, cidrBlocks: [UNKNOWN] }),
        v6: rule({ securityGroupId: ref("app"), ipProtocol: "-1", cidrIpv6: ref("net", "ipv6CidrBlock") }),
        service,
      },
      says: { app: "ingress[0].cidrBlocks is not known yet", v6: "cidrIpv6 is not known yet" },
    },
    {
      title: "which of several groups an environment gives to its instances",
      resources: {
        net,
        edge: group({ ...app, cidrBlocks: ["10.0.0.0/8"] }),
        app: group(),
        env: of("aws:elasticbeanstalk/environment:Environment")({
          settings: [
            { namespace: "aws:elbv2:loadbalancer", name: "SecurityGroups", value: ref("edge") },
            { namespace: "aws:autoscaling:launchconfiguration", name: "SecurityGroups", value: ref("app") },
          ],
        }),
      },
      says: { edge: "which resources take its group is not known yet" },
    },
  ],
};
