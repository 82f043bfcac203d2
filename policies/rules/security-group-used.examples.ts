import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const group = (...ingress: unknown[]) => ({ type: "aws:ec2/securityGroup:SecurityGroup", props: { ingress } });
const rule = (props: Record<string, unknown>) => ({
  type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  props: { ipProtocol: "tcp", fromPort: 443, toPort: 443, ...props },
});
const output = (value: unknown) => ({ type: "pulumi:pulumi:Stack", props: { ids: [value] } });

export const examples: Examples = {
  denied: [
    {
      title: "a group that nothing names",
      resources: { idle: group() },
      says: { idle: "nothing uses it; give it to what it is for, or remove it" },
    },
    {
      title: "a group that only its own rules and tags name, also as their source",
      resources: {
        idle: group(),
        https: rule({ securityGroupId: ref("idle"), cidrIpv4: "10.0.0.0/8" }),
        self: rule({ securityGroupId: ref("idle"), referencedSecurityGroupId: ref("idle") }),
        old: {
          type: "aws:ec2/securityGroupRule:SecurityGroupRule",
          props: { type: "egress", securityGroupId: ref("idle"), self: true },
        },
        only: {
          type: "aws:ec2/vpcSecurityGroupRulesExclusive:VpcSecurityGroupRulesExclusive",
          props: { securityGroupId: ref("idle"), ingressRuleIds: [ref("https")] },
        },
        tag: { type: "aws:ec2/tag:Tag", props: { resourceId: ref("idle"), key: "Name", value: "idle" } },
      },
      says: { idle: "nothing uses it" },
    },
    {
      title: "a group beside an output of the stack that is something else",
      resources: { idle: group(), stack: output("https://example.com") },
      says: { idle: "nothing uses it" },
    },
  ],
  allowed: [
    {
      title: "groups of a load balancer, a service and a database",
      resources: {
        edge: group(),
        app: group({ securityGroups: [ref("edge")] }),
        db: group(),
        lb: { type: "aws:lb/loadBalancer:LoadBalancer", props: { securityGroups: [ref("edge")] } },
        service: {
          type: "aws:ecs/service:Service",
          props: { networkConfiguration: { securityGroups: [ref("app")] } },
        },
        data: { type: "aws:rds/instance:Instance", props: { vpcSecurityGroupIds: [ref("db")] } },
      },
    },
    {
      title: "a group that other groups let in, whoever carries it",
      resources: {
        clients: group(),
        cache: rule({ securityGroupId: "sg-1", referencedSecurityGroupId: ref("clients") }),
      },
    },
    { title: "a group whose id the stack exports", resources: { shared: group(), stack: output(ref("shared")) } },
    {
      title: "a group whose id something else keeps",
      resources: {
        pods: group(),
        id: { type: "aws:ssm/parameter:Parameter", props: { type: "String", value: ref("pods") } },
        policy: { type: "kubernetes:vpcresources.k8s.aws/v1beta1:SecurityGroupPolicy", props: { spec: ref("pods") } },
      },
    },
    {
      title: "a default group, which is always there",
      resources: { own: { type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", props: {} } },
    },
  ],
  undecided: [
    {
      title: "a group that may be an output of the stack",
      resources: { shared: group(), stack: output(UNKNOWN) },
      says: { shared: "whether an output of the stack names it is not known yet" },
    },
  ],
};
