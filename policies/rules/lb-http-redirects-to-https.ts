import { balancerOf, facesInternet, listenerType } from "../facts/load-balancers";
import { named } from "../facts/references";
import { asList, asNumber, asText, at, shown, UNKNOWN, type Unknown } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";
import { flag } from "../settings";

const ruleType = "aws:lb/listenerRule:ListenerRule";
const listenerKind = { types: [listenerType], keys: ["arn", "id"] };

const fix = "redirect to HTTPS with status HTTP_301";

export const lbHttpRedirectsToHttps = rule({
  name: "lb-http-redirects-to-https",
  displayName: "HTTP is redirected to HTTPS",
  description: "A load balancer answers plain HTTP with a redirect to HTTPS, in its default action and in its rules.",
  why: "What visitors send over plain HTTP, passwords and cookies included, can be read and changed on its way.",
  severity: "high",
  level: { dev: "advisory", prod: "mandatory" },
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-1",
  remediationSteps:
    'Give the HTTP listener the default action { type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } } and move its rules to the HTTPS listener.',
  controls: { fsbp: ["ELB.1"] },
  settings: { allowInternal: flag(false, "Allow plain HTTP on load balancers that are internal.") },
  types: [listenerType],
  resource({ resource, settings, deny, undecided }) {
    // Whether the load balancer is internal, only the stack can tell.
    if (settings.allowInternal) return;
    const finding = clearText(resource.props);
    if (finding === UNKNOWN) undecided("its protocol or its default action");
    else if (finding) deny(`${finding}; ${fix}`);
  },
  stack({ stack, settings: { allowInternal }, on }) {
    for (const listener of allowInternal ? stack.ofType(listenerType) : []) {
      const finding = clearText(listener.props);
      const internal = finding === undefined || isInternal(stack, listener);
      if (internal === true) continue;
      if (finding === UNKNOWN) on(listener).undecided("its protocol or its default action");
      else if (internal === UNKNOWN) on(listener).undecided("whether its load balancer is internal");
      else on(listener).deny(`${finding}; ${fix}`);
    }
    for (const listenerRule of stack.ofType(ruleType)) {
      const arn = at(listenerRule.props, "listenerArn");
      const [listener] = named(stack, listenerRule, "listenerArn", arn, listenerKind);
      const finding = staysClear(at(listenerRule.props, "actions"), "its action");
      const plain = listener ? isPlainHttp(listener.props) : UNKNOWN;
      if (finding === undefined || plain === false) continue;
      const internal = allowInternal && (listener ? isInternal(stack, listener) : UNKNOWN);
      if (internal === true) continue;
      if (plain === UNKNOWN) on(listenerRule).undecided("the protocol of its listener");
      else if (internal === UNKNOWN) on(listenerRule).undecided("whether its load balancer is internal");
      else if (finding === UNKNOWN) on(listenerRule).undecided("its action");
      else on(listenerRule).deny(`${finding} on an HTTP listener; ${fix}`);
    }
  },
});

/** What a listener says in clear; `undefined` when nothing, or when it does not speak HTTP at all. */
function clearText(props: unknown): string | undefined | Unknown {
  const plain = isPlainHttp(props);
  if (plain === false) return undefined;
  const action = firstAction(at(props, "defaultActions"));
  const type = asText(at(action, "type"));
  // A rule may refuse in clear; of the default action ELB.1 asks a redirect.
  const refuses = type === "fixed-response" && `the default action is ${shown(type)}`;
  const finding = refuses || staysClear([action], "the default action");
  return plain === UNKNOWN && finding !== undefined ? UNKNOWN : finding;
}

/** HTTP is what an Application Load Balancer takes when no protocol is given; a gateway listener has no port either. */
function isPlainHttp(props: unknown): boolean | Unknown {
  const protocol = asText(at(props, "protocol"));
  if (protocol === UNKNOWN) return UNKNOWN;
  return protocol === undefined ? at(props, "port") !== undefined : protocol.toUpperCase() === "HTTP";
}

/** What an action, or the first of several, sends or leaves in clear: a forward, or a redirect that stays with HTTP. */
function staysClear(actions: unknown, subject: string): string | undefined | Unknown {
  const action = firstAction(actions);
  const type = asText(at(action, "type"));
  if (action === UNKNOWN || type === UNKNOWN) return UNKNOWN;
  if (type !== "redirect") return type === "fixed-response" ? undefined : `${subject} is ${shown(type)}`;
  const protocol = asText(at(action, "redirect", "protocol"));
  const status = asText(at(action, "redirect", "statusCode"));
  if (protocol === UNKNOWN || status === UNKNOWN) return UNKNOWN;
  if (protocol !== "HTTPS") return `${subject} redirects to the protocol ${shown(protocol ?? "#{protocol}")}`;
  if (status === "HTTP_301" || status === "HTTP_302") return undefined;
  return `${subject} redirects with the status ${shown(status)}`;
}

function firstAction(value: unknown): unknown {
  const actions = asList(value);
  if (actions === UNKNOWN) return UNKNOWN;
  const order = (action: unknown, index: number) => {
    const stated = asNumber(at(action, "order"));
    return typeof stated === "number" ? stated : index + 1;
  };
  const [first] = actions
    .map((action, index) => ({ action, order: order(action, index) }))
    .sort((a, b) => a.order - b.order);
  return first?.action;
}

function isInternal(stack: Stack, listener: StackResource): boolean | Unknown {
  const balancer = balancerOf(stack, listener);
  const faces = balancer ? facesInternet(balancer) : UNKNOWN;
  return faces === UNKNOWN ? UNKNOWN : !faces;
}
