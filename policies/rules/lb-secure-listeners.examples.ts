import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const listener = (props: Record<string, unknown>) => ({
  type: "aws:lb/listener:Listener",
  props: { loadBalancerArn: "arn:lb", defaultActions: [{ type: "forward", targetGroupArn: "arn:tg" }], ...props },
});
const classic = (...listeners: object[]) => ({ type: "aws:elb/loadBalancer:LoadBalancer", props: { listeners } });

export const examples: Examples = {
  denied: [
    {
      title: "TCP on a port that says nothing of TLS",
      resources: {
        db: listener({ protocol: "TCP", port: 5432 }),
        alias: { type: "aws:alb/listener:Listener", props: { protocol: "tcp", port: "80" } },
      },
      says: { db: 'protocol is "TCP" on port 5432; end TLS at the load balancer', alias: 'on port "80"' },
    },
    {
      title: "classic load balancers that take plain HTTP or TCP",
      resources: {
        web: classic({ lbProtocol: "http", lbPort: 80 }, { lbProtocol: "HTTPS", lbPort: 443 }),
        both: classic({ lbProtocol: "HTTP", lbPort: 80 }, { lbProtocol: "TCP", lbPort: 8080 }),
      },
      says: {
        web: "listeners[0] takes what is not encrypted; give it the protocol HTTPS or SSL",
        both: "listeners[0] and 1 more takes what is not encrypted",
      },
    },
  ],
  allowed: [
    {
      title: "TLS, and TLS that is passed through",
      resources: {
        edge: listener({ protocol: "TLS", port: 443 }),
        through: listener({ protocol: "TCP", port: "443" }),
        old: classic({ lbProtocol: "SSL", lbPort: 8443 }, { lbProtocol: "TCP", lbPort: 443 }),
      },
    },
    {
      title: "listeners that another policy judges, or that know no TLS",
      resources: {
        http: listener({ protocol: "HTTP", port: 80 }),
        https: listener({ protocol: "HTTPS", port: 443 }),
        dns: listener({ protocol: "UDP", port: 53 }),
        inspect: listener({}),
      },
    },
    {
      title: "TCP to an application load balancer, whose own listeners decide",
      resources: {
        tg: { type: "aws:lb/targetGroup:TargetGroup", props: { targetType: "alb", protocol: "TCP", port: 80 } },
        edge: listener({
          protocol: "TCP",
          port: 80,
          defaultActions: [{ type: "forward", targetGroupArn: ref("tg", "arn") }],
        }),
      },
    },
    {
      title: "TCP where the settings allow it",
      resources: { db: listener({ protocol: "TCP", port: 5432 }), old: classic({ lbProtocol: "TCP", lbPort: 5432 }) },
      settings: { allowTcp: true },
    },
    {
      title: "TCP on the ports of the settings",
      resources: { mqtt: listener({ protocol: "TCP", port: 8883 }) },
      settings: { tlsPorts: [8883] },
    },
  ],
  undecided: [
    {
      title: "a protocol or a port that is not known",
      resources: {
        other: { type: "aws:ssm/parameter:Parameter", props: {} },
        edge: listener({ protocol: ref("other", "value"), port: 80 }),
        db: listener({ protocol: "TCP", port: ref("other", "value") }),
        old: classic({ lbProtocol: UNKNOWN, lbPort: 80 }),
      },
      says: {
        edge: "protocol is not known yet",
        db: "protocol is not known yet",
        old: "listeners[0].lbProtocol is not known yet",
      },
    },
    {
      title: "a list of listeners that is not known",
      resources: { old: { type: "aws:elb/loadBalancer:LoadBalancer", props: { listeners: UNKNOWN } } },
      says: { old: "listeners is not known yet" },
    },
  ],
};
