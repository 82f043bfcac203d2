import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const group = (props: Record<string, unknown>) => ({ type: "aws:lb/targetGroup:TargetGroup", props });
const listener = (protocol: string) => ({
  type: "aws:lb/listener:Listener",
  props: { protocol, port: 443, defaultActions: [{ type: "forward", targetGroupArn: ref("web", "arn") }] },
});

export const examples: Examples = {
  denied: [
    {
      title: "targets that are asked in clear",
      resources: {
        web: group({ protocol: "HTTP" }),
        alias: { type: "aws:alb/targetGroup:TargetGroup", props: { protocol: "http" } },
      },
      says: { web: 'protocol is "HTTP"; set it to "HTTPS"', alias: 'protocol is "HTTP"' },
    },
    {
      title: "targets that get in clear what a listener decrypted",
      resources: { web: group({ protocol: "TCP" }), edge: listener("TLS") },
      says: { web: 'protocol is "TCP" behind a listener that ends TLS; set it to "TLS"' },
    },
  ],
  allowed: [
    {
      title: "encrypted targets, and targets that end TLS themselves",
      resources: { api: group({ protocol: "HTTPS" }), web: group({ protocol: "TCP" }), edge: listener("TCP") },
    },
    {
      title: "targets that have no protocol, or one without TLS",
      resources: {
        call: group({ targetType: "lambda" }),
        dns: group({ protocol: "UDP" }),
        gw: group({ protocol: "GENEVE" }),
      },
    },
  ],
  undecided: [
    {
      title: "a protocol that is not known",
      resources: { web: group({ protocol: UNKNOWN }) },
      says: { web: "protocol is not known yet" },
    },
  ],
};
