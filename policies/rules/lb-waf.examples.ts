import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const balancer = (props: Record<string, unknown> = {}) => ({ type: "aws:lb/loadBalancer:LoadBalancer", props });
const association = (resourceArn: unknown) => ({
  type: "aws:wafv2/webAclAssociation:WebAclAssociation",
  props: { resourceArn, webAclArn: "arn:acl" },
});

export const examples: Examples = {
  denied: [
    {
      title: "application load balancers that face the internet alone",
      resources: { web: balancer(), alias: { type: "aws:alb/loadBalancer:LoadBalancer", props: { internal: false } } },
      says: {
        web: "it faces the internet without a web ACL; add an aws.wafv2.WebAclAssociation",
        alias: "it faces the internet without a web ACL",
      },
    },
    {
      title: "one beside another that has a web ACL",
      resources: { web: balancer(), api: balancer(), waf: association(ref("api", "arn")) },
      says: { web: "it faces the internet without a web ACL" },
    },
  ],
  allowed: [
    {
      title: "a web ACL of either generation, by reference and by ARN",
      resources: {
        web: balancer(),
        waf: association(ref("web", "arn")),
        old: balancer({ loadBalancerType: "application" }),
        regional: {
          type: "aws:wafregional/webAclAssociation:WebAclAssociation",
          props: { resourceArn: ref("old", "arn"), webAclId: "acl" },
        },
        named: balancer({ arn: "arn:aws:elasticloadbalancing:eu-west-1:1:loadbalancer/app/named/1" }),
        byArn: association("arn:aws:elasticloadbalancing:eu-west-1:1:loadbalancer/app/named/1"),
      },
    },
    {
      title: "load balancers that are internal, or read no HTTP",
      resources: { api: balancer({ internal: "true" }), edge: balancer({ loadBalancerType: "network" }) },
    },
  ],
  undecided: [
    {
      title: "a scheme that another resource gives",
      resources: {
        parameter: { type: "aws:ssm/parameter:Parameter", props: {} },
        web: balancer({ internal: ref("parameter", "value") }),
      },
      says: { web: "internal is not known yet" },
    },
    {
      title: "an association with something that is not known",
      resources: { web: balancer(), waf: association(UNKNOWN) },
      says: { web: "the resourceArn of a WebAclAssociation is not known yet" },
    },
  ],
};
