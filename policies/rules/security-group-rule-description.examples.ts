import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const https = { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/8"] };
const said = { ...https, description: "HTTPS from the offices" };
const rule = (type: string, props: object) => ({ type, props: { securityGroupId: "sg-1", ...props } });
const older = "aws:ec2/securityGroupRule:SecurityGroupRule";
const ingressRule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const egressRule = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const group = (props: Record<string, unknown>) => ({ type: "aws:ec2/securityGroup:SecurityGroup", props });

export const examples: Examples = {
  denied: [
    {
      title: "inline rules without a description, of both directions",
      resources: {
        web: group({ ingress: [said, https], egress: [{ ...https, description: " " }] }),
        own: { type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", props: { ingress: [https] } },
      },
      says: {
        web: "ingress[1], egress[0] have no description; say who may connect and why",
        own: "ingress[0] has no description",
      },
    },
    {
      title: "rule resources without a description",
      resources: {
        in: rule(ingressRule, { ipProtocol: "tcp", cidrIpv4: "10.0.0.0/8" }),
        out: rule(egressRule, { ipProtocol: "-1", description: "" }),
        old: rule(older, { type: "ingress", ...https }),
        oldOut: rule(older, { type: "egress", ...https }),
      },
      says: {
        in: "it has no description",
        out: "it has no description",
        old: "it has no description",
        oldOut: "it has no description",
      },
    },
  ],
  allowed: [
    {
      title: "rules that say what they are for",
      resources: {
        web: group({ ingress: [said], egress: [said] }),
        in: rule(ingressRule, { ipProtocol: "tcp", description: "HTTPS from the load balancer" }),
        old: rule(older, { type: "egress", ...said }),
      },
    },
    { title: "groups without rules of their own", resources: { web: group({ description: "web" }) } },
  ],
  undecided: [
    {
      title: "a description, rules or a direction that are not known",
      resources: {
        web: group({ ingress: [{ ...https, description: UNKNOWN }] }),
        all: group({ egress: UNKNOWN }),
        old: rule(older, { type: UNKNOWN, ...https }),
      },
      says: {
        web: "ingress[0].description is not known yet",
        all: "egress is not known yet",
        old: "type is not known yet",
      },
    },
  ],
};
