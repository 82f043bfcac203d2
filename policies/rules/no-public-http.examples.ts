import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const http = { protocol: "tcp", fromPort: 80, toPort: 80, cidrBlocks: ["0.0.0.0/0"] };
const group = (...ingress: unknown[]) => ({ type: "aws:ec2/securityGroup:SecurityGroup", props: { ingress } });
const balancer = { type: "aws:lb/loadBalancer:LoadBalancer", props: { securityGroups: [ref("edge")] } };
const listener = (action: unknown, port: unknown = 80) => ({
  type: "aws:lb/listener:Listener",
  props: { loadBalancerArn: ref("lb", "arn"), port, protocol: "HTTP", defaultActions: [action] },
});
const redirect = { type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } };
const forward = { type: "forward", targetGroupArn: "arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/web/1" };

export const examples: Examples = {
  denied: [
    {
      title: "a load balancer that forwards what comes on port 80",
      resources: { edge: group(http), lb: balancer, http: listener(forward), https: listener(redirect, 443) },
      says: {
        edge: "ingress[0] opens 80/tcp to the world (0.0.0.0/0); redirect to HTTPS in a listener on port 80, or close",
      },
    },
    {
      title: "an instance beside a load balancer that redirects",
      resources: {
        edge: group(),
        open: {
          type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
          props: { securityGroupId: ref("edge"), ipProtocol: "-1", cidrIpv6: "::/0" },
        },
        lb: balancer,
        http: listener(redirect),
        web: { type: "aws:ec2/instance:Instance", props: { vpcSecurityGroupIds: [ref("edge")] } },
      },
      says: { open: "it opens 80/tcp to the world (::/0)" },
    },
    {
      title: "a group that nothing of the stack carries",
      resources: { edge: group({ ...http, cidrBlocks: ["0.0.0.0/1", "128.0.0.0/1"] }) },
      says: { edge: "ingress[0] opens 80/tcp to the world (0.0.0.0/1, 128.0.0.0/1)" },
    },
  ],
  allowed: [
    {
      title: "a load balancer that redirects to HTTPS",
      resources: { edge: group(http), lb: balancer, http: listener(redirect, "80") },
    },
    {
      title: "port 443, and port 80 from a network",
      resources: { edge: group({ ...http, fromPort: 443, toPort: 443 }, { ...http, cidrBlocks: ["10.0.0.0/8"] }) },
    },
  ],
  undecided: [
    {
      title: "an answer, or a source, that is not known",
      resources: {
        edge: group(http),
        lb: balancer,
        http: listener({ type: UNKNOWN }),
        other: group({ ...http, cidrBlocks: UNKNOWN }),
      },
      says: {
        edge: "whether the listener on port 80 redirects to HTTPS is not known yet",
        other: "ingress[0].cidrBlocks is not known yet",
      },
    },
  ],
};
