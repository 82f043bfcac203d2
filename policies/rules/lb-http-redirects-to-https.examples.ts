import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const balancer = (props: Record<string, unknown> = {}) => ({
  type: "aws:lb/loadBalancer:LoadBalancer",
  props: { ...props },
});
const listener = (props: Record<string, unknown>) => ({ type: "aws:lb/listener:Listener", props: { ...props } });
const listenerRule = (listenerArn: unknown, ...actions: unknown[]) => ({
  type: "aws:lb/listenerRule:ListenerRule",
  props: { listenerArn, actions, conditions: [{ pathPattern: { values: ["/api/*"] } }] },
});
const forward = { type: "forward", targetGroupArn: "arn:tg" };
const redirect = (props: Record<string, unknown> = {}) => ({
  type: "redirect",
  redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301", ...props },
});
const http = (...defaultActions: unknown[]) => listener({ port: 80, protocol: "HTTP", defaultActions });
const https = listener({ port: 443, protocol: "HTTPS", defaultActions: [forward] });

export const examples: Examples = {
  denied: [
    {
      title: "a listener that forwards plain HTTP",
      resources: { web: http(forward) },
      says: { web: 'the default action is "forward"; redirect to HTTPS with status HTTP_301' },
    },
    {
      title: "a listener without a protocol, which is HTTP, under an older name of its type",
      resources: { web: { type: "aws:alb/listener:Listener", props: { port: "80", defaultActions: [forward] } } },
      says: { web: 'the default action is "forward"' },
    },
    {
      title: "plain HTTP on another port",
      resources: { web: listener({ port: 8080, protocol: "HTTP", defaultActions: [forward] }) },
      says: { web: 'the default action is "forward"' },
    },
    {
      title: "an answer in clear that is no redirect",
      resources: { web: http({ type: "fixed-response", fixedResponse: { contentType: "text/plain" } }) },
      says: { web: 'the default action is "fixed-response"' },
    },
    {
      title: "a redirect that stays with HTTP or says that nothing moved",
      resources: {
        web: http({ type: "redirect", redirect: { port: "443", statusCode: "HTTP_301" } }),
        api: http(redirect({ protocol: "HTTP" })),
        odd: http(redirect({ statusCode: "HTTP_303" })),
      },
      says: {
        web: 'redirects to the protocol "#{protocol}"',
        api: 'redirects to the protocol "HTTP"',
        odd: 'redirects with the status "HTTP_303"',
      },
    },
    {
      title: "the action that comes first by its order",
      resources: { web: http({ ...redirect(), order: 2 }, { ...forward, order: 1 }) },
      says: { web: 'the default action is "forward"' },
    },
    {
      title: "in dev as advice",
      environment: "dev",
      resources: { web: http(forward) },
      says: { web: 'the default action is "forward"' },
    },
    {
      title: "a rule that forwards in clear beside a default redirect",
      resources: { web: http(redirect()), api: listenerRule(ref("web", "arn"), forward) },
      says: { api: 'its action is "forward" on an HTTP listener' },
    },
    {
      title: "an internet-facing load balancer where internal ones are allowed",
      settings: { allowInternal: true },
      resources: {
        balancer: balancer({ internal: false }),
        web: listener({
          loadBalancerArn: ref("balancer", "arn"),
          port: 80,
          protocol: "HTTP",
          defaultActions: [forward],
        }),
        api: listenerRule(ref("web", "arn"), forward),
      },
      says: { web: 'the default action is "forward"', api: 'its action is "forward"' },
    },
  ],
  allowed: [
    {
      title: "redirects to HTTPS, lasting or not, beside an HTTPS listener",
      resources: { web: http(redirect()), old: http(redirect({ statusCode: "HTTP_302" })), secure: https },
    },
    {
      title: "rules on HTTP that redirect or refuse, and rules on HTTPS that forward",
      resources: {
        web: http(redirect()),
        secure: https,
        moved: listenerRule(ref("web", "arn"), redirect({ host: "www.example.com" })),
        refused: listenerRule(ref("web", "arn"), { type: "fixed-response" }),
        api: listenerRule(ref("secure", "arn"), forward),
      },
    },
    {
      title: "listeners of a network and of a gateway load balancer",
      resources: {
        tcp: listener({ port: 80, protocol: "TCP", defaultActions: [forward] }),
        geneve: listener({ defaultActions: [forward] }),
      },
    },
    {
      title: "plain HTTP inside the network, when the settings allow it",
      settings: { allowInternal: true },
      resources: {
        balancer: balancer({ internal: true }),
        web: listener({
          loadBalancerArn: ref("balancer", "arn"),
          port: 80,
          protocol: "HTTP",
          defaultActions: [forward],
        }),
        api: listenerRule(ref("web", "arn"), forward),
      },
    },
  ],
  undecided: [
    {
      title: "what is not known of a listener",
      resources: {
        web: listener({ port: 80, protocol: UNKNOWN, defaultActions: [forward] }),
        api: http(UNKNOWN),
        shop: http(redirect({ protocol: UNKNOWN })),
      },
      says: {
        web: "its protocol or its default action is not known yet",
        api: "its protocol or its default action is not known yet",
        shop: "its protocol or its default action is not known yet",
      },
    },
    {
      title: "a rule on a listener from elsewhere, and a rule whose action is not known",
      resources: {
        web: http(redirect()),
        stray: listenerRule("arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/x/1/2", forward),
        api: listenerRule(ref("web", "arn"), UNKNOWN),
      },
      says: { stray: "the protocol of its listener is not known yet", api: "its action is not known yet" },
    },
    {
      title: "a load balancer that may be internal",
      settings: { allowInternal: true },
      resources: {
        balancer: balancer({ internal: UNKNOWN }),
        web: listener({
          loadBalancerArn: ref("balancer", "arn"),
          port: 80,
          protocol: "HTTP",
          defaultActions: [forward],
        }),
        api: listenerRule(ref("web", "arn"), forward),
      },
      says: {
        web: "whether its load balancer is internal is not known yet",
        api: "whether its load balancer is internal is not known yet",
      },
    },
  ],
};
