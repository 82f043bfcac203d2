import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const group = (props: Record<string, unknown>) => ({
  type: "aws:lb/targetGroup:TargetGroup",
  props: { port: 80, protocol: "HTTP", ...props },
});
const targets = (healthCheck: unknown, props: object = {}) => group({ healthCheck, ...props });
const good = { path: "/health", matcher: "200" };

export const examples: Examples = {
  denied: [
    {
      title: "a target group that leaves its health check to AWS",
      resources: {
        web: group({}),
        old: { type: "aws:alb/targetGroup:TargetGroup", props: { protocol: "HTTPS", port: 443 } },
      },
      says: { web: "healthCheck is not set; state a path and a matcher", old: "healthCheck is not set" },
    },
    {
      title: "a health check without path or matcher",
      resources: { web: targets({ interval: 10 }) },
      says: { web: ['healthCheck.path is not set, which means "/"', "healthCheck.matcher is not set"] },
    },
    {
      title: "a health check that is off",
      resources: { web: targets({ ...good, enabled: "false" }) },
      says: { web: "healthCheck.enabled is false" },
    },
    {
      title: "a port that is none",
      resources: {
        web: targets({ ...good, port: "0" }),
        api: targets({ ...good, port: "http" }),
        far: targets({ ...good, port: 65536 }),
      },
      says: { web: 'healthCheck.port is "0"', api: 'healthCheck.port is "http"', far: "healthCheck.port is 65536" },
    },
    {
      title: "a path that is not one of the settings'",
      settings: { paths: ["/health", "/ready"] },
      resources: { web: targets({ ...good, path: "/" }) },
      says: { web: 'healthCheck.path is "/"; set it to one of /health, /ready' },
    },
  ],
  allowed: [
    {
      title: "a path and a matcher, on the port of the targets or another",
      resources: {
        web: targets(good),
        api: targets({ ...good, enabled: true, port: "traffic-port" }),
        shop: targets({ ...good, port: 8081 }, { protocol: "HTTPS" }),
      },
    },
    {
      title: "targets that are not asked by HTTP",
      resources: {
        edge: group({ protocol: "TCP" }),
        inspect: group({ protocol: "GENEVE", port: 6081 }),
        resize: { type: "aws:lb/targetGroup:TargetGroup", props: { targetType: "lambda" } },
      },
    },
  ],
  undecided: [
    {
      title: "what is not known of a health check",
      resources: {
        web: targets(UNKNOWN),
        api: targets({ ...good, path: UNKNOWN }),
        shop: targets({ ...good, matcher: UNKNOWN }),
        ports: targets({ ...good, port: UNKNOWN }),
        off: targets({ ...good, enabled: UNKNOWN }),
        tcp: group({ protocol: UNKNOWN }),
      },
      says: {
        web: "healthCheck is not known yet",
        api: "healthCheck.path is not known yet",
        shop: "healthCheck.matcher is not known yet",
        ports: "healthCheck.port is not known yet",
        off: "healthCheck.enabled is not known yet",
        tcp: "protocol is not known yet",
      },
    },
  ],
};
