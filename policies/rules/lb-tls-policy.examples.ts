import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const listener = (props: Record<string, unknown>) => ({
  type: "aws:lb/listener:Listener",
  props: { port: 443, protocol: "HTTPS", certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/1", ...props },
});

export const examples: Examples = {
  denied: [
    {
      title: "a listener that names no policy",
      resources: { web: listener({}), edge: listener({ protocol: "TLS", sslPolicy: "" }) },
      says: {
        web: "sslPolicy is not set, which means ELBSecurityPolicy-2016-08; set it to",
        edge: "sslPolicy is not set",
      },
    },
    {
      title: "policies that still speak TLS 1.0 or 1.1",
      resources: {
        web: listener({ sslPolicy: "ELBSecurityPolicy-2016-08" }),
        api: listener({ sslPolicy: "ELBSecurityPolicy-TLS13-1-0-2021-06" }),
        edge: listener({ protocol: "TLS", sslPolicy: "ELBSecurityPolicy-TLS13-1-1-2021-06" }),
        old: {
          type: "aws:alb/listener:Listener",
          props: { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-FS-2018-06" },
        },
      },
      says: {
        web: 'sslPolicy is "ELBSecurityPolicy-2016-08"; set it to "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"',
        api: 'sslPolicy is "ELBSecurityPolicy-TLS13-1-0-2021-06"',
        edge: 'sslPolicy is "ELBSecurityPolicy-TLS13-1-1-2021-06"',
        old: 'sslPolicy is "ELBSecurityPolicy-FS-2018-06"',
      },
    },
    {
      title: "a policy that the settings leave out",
      settings: { policies: ["ELBSecurityPolicy-TLS13-1-3-2021-06"] },
      resources: { web: listener({ sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06" }) },
      says: { web: 'set it to "ELBSecurityPolicy-TLS13-1-3-2021-06"' },
    },
  ],
  allowed: [
    {
      title: "policies of TLS 1.2 and 1.3",
      resources: {
        web: listener({ sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06" }),
        edge: listener({ protocol: "TLS", sslPolicy: "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09" }),
        fips: listener({ sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04" }),
      },
    },
    {
      title: "listeners that do not end TLS",
      resources: {
        web: listener({ port: 80, protocol: "HTTP" }),
        pass: listener({ protocol: "TCP" }),
        plain: { type: "aws:lb/listener:Listener", props: { port: 80 } },
      },
    },
    {
      title: "a good policy whatever the protocol is",
      resources: { web: listener({ protocol: UNKNOWN, sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06" }) },
    },
  ],
  undecided: [
    {
      title: "a policy or a protocol that is not known",
      resources: { web: listener({ sslPolicy: UNKNOWN }), api: listener({ protocol: UNKNOWN }) },
      says: { web: "sslPolicy is not known yet", api: "protocol is not known yet" },
    },
  ],
};
