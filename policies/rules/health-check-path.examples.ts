import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const targets = (healthCheck: unknown, props: object = {}) => ({
  type: "aws:lb/targetGroup:TargetGroup",
  props: { port: 80, protocol: "HTTP", healthCheck, ...props },
});
const classic = (target: unknown) => ({
  type: "aws:elb/loadBalancer:LoadBalancer",
  props: { healthCheck: { target, interval: 30, timeout: 5, healthyThreshold: 2, unhealthyThreshold: 2 } },
});
const route53 = (type: unknown, props: object = {}) => ({
  type: "aws:route53/healthCheck:HealthCheck",
  props: { type, fqdn: "www.example.com", port: 443, ...props },
});
const task = (...command: unknown[]) => ({
  type: "aws:ecs/taskDefinition:TaskDefinition",
  props: { family: "web", containerDefinitions: JSON.stringify([{ name: "web", healthCheck: { command } }]) },
});

export const examples: Examples = {
  denied: [
    {
      title: "target groups that ask for the first page",
      resources: {
        web: targets({ path: "/", matcher: "200" }),
        old: { ...targets({ path: "/?from=lb" }), type: "aws:alb/targetGroup:TargetGroup" },
        tcp: targets({ protocol: "HTTP" }, { protocol: "TCP" }),
      },
      says: {
        web: 'healthCheck.path asks for "/"; name a page that tells the health, such as "/health"',
        old: 'healthCheck.path asks for "/"',
        tcp: 'healthCheck.path asks for "/"',
      },
    },
    {
      title: "a target group that accepts a page that is not there",
      resources: {
        web: targets({ path: "/health", matcher: "200-499" }),
        api: targets({ path: "/up", matcher: "200,404" }),
      },
      says: {
        web: 'healthCheck.matcher is "200-499", which accepts a page that is not there (404); set it to "200"',
        api: 'healthCheck.matcher is "200,404"',
      },
    },
    {
      title: "a Classic Load Balancer that asks for the first page",
      resources: { web: classic("HTTP:80/"), api: classic("https:8443") },
      says: { web: 'healthCheck.target asks for "/"', api: 'healthCheck.target asks for "/"' },
    },
    {
      title: "health checks of Route 53 that ask for the first page",
      resources: { web: route53("HTTPS"), api: route53("HTTP_STR_MATCH", { resourcePath: "/", searchString: "ok" }) },
      says: { web: 'resourcePath asks for "/"', api: 'resourcePath asks for "/"' },
    },
    {
      title: "a container whose command asks for the first page",
      resources: {
        web: task("CMD-SHELL", "curl -f http://localhost:3000/ || exit 1"),
        api: task("CMD", "wget", "-q", "http://localhost"),
      },
      says: {
        web: 'healthCheck.command of container "web" asks for "/"',
        api: 'healthCheck.command of container "web"',
      },
    },
  ],
  allowed: [
    {
      title: "pages made for it, in each place",
      resources: {
        web: targets({ path: "/health", matcher: "200" }),
        api: targets({ path: "health", matcher: "200-299,301" }),
        old: classic("HTTP:80/status"),
        edge: route53("HTTPS", { resourcePath: "/health" }),
        any: route53(UNKNOWN, { resourcePath: "/health" }),
        task: task("CMD-SHELL", "curl -f http://localhost:3000/health || exit 1"),
      },
    },
    {
      title: "checks that ask for no page",
      resources: {
        tcp: targets({ protocol: "TCP" }, { protocol: "TCP" }),
        bare: targets(undefined, { protocol: "TCP" }),
        grpc: targets({ path: "/" }, { protocolVersion: "GRPC" }),
        old: classic("TCP:5432"),
        port: route53("TCP"),
        sum: route53("CALCULATED"),
        database: task("CMD-SHELL", "pg_isready -U shop"),
      },
    },
    {
      title: "a target group that states no path, of which another policy speaks",
      resources: { web: targets({ matcher: "200" }), api: targets(undefined) },
    },
  ],
  undecided: [
    {
      title: "paths that are not known",
      resources: {
        web: targets({ path: UNKNOWN }),
        api: targets({ protocol: UNKNOWN, path: "/" }),
        old: classic(UNKNOWN),
        edge: route53("HTTPS", { resourcePath: UNKNOWN }),
        kind: route53(UNKNOWN),
        task: {
          type: "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition",
          props: { containerDefinitions: [{ name: "web", healthCheck: { command: UNKNOWN } }] },
        },
        all: { type: "aws:ecs/taskDefinition:TaskDefinition", props: { containerDefinitions: UNKNOWN } },
      },
      says: {
        all: "the list of its containers",
        web: "healthCheck.path is not known yet",
        api: "healthCheck.path is not known yet",
        old: "healthCheck.target is not known yet",
        edge: "resourcePath is not known yet",
        kind: "resourcePath is not known yet",
        task: 'healthCheck.command of container "web" is not known yet',
      },
    },
  ],
};
