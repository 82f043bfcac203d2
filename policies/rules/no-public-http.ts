import { ingressOf } from "../facts/ingress";
import { balancerOf, listenerType } from "../facts/load-balancers";
import { port } from "../facts/ports";
import { exposedIn } from "../facts/public-groups";
import { denyEach, type Exposure, type Limits, worldSettings } from "../facts/public-ports";
import { attachmentsOf } from "../facts/security-group-users";
import { type Group, groupsOf } from "../facts/security-groups";
import { anyOf } from "../facts/three-valued";
import { asList, asNumber, asText, at, UNKNOWN, type Unknown } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";

const exposure = (limits: Limits): Exposure => ({
  trafficOf: ingressOf,
  ports: () => [port(80, "tcp")],
  limits,
  advice: "redirect to HTTPS in a listener on port 80, or close the port",
});

export const noPublicHttp = rule({
  name: "no-public-http",
  displayName: "Port 80 is open to the world only to redirect",
  description: "A security group lets the whole internet reach port 80 only on load balancers that redirect to HTTPS.",
  why: "Over plain HTTP others on the way can read and change what visitors send and get, passwords and cookies included.",
  severity: "medium",
  level: "disabled",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-http-listener.html",
  remediationSteps: "Give the load balancer a listener on port 80 that redirects to HTTPS, or take the port away.",
  controls: {},
  settings: worldSettings,
  types: [],
  stack({ stack, settings, on }) {
    const asked = exposure(settings);
    const redirecting = redirectsByBalancer(stack);
    for (const group of groupsOf(stack, ingressOf)) {
      const isHarmless = onlyRedirects(stack, group, redirecting);
      if (isHarmless === true) continue;
      for (const { resource, openings, doubt } of exposedIn(stack, group, asked)) {
        if (doubt) on(resource).undecided(doubt);
        else if (isHarmless === UNKNOWN) on(resource).undecided("whether the listener on port 80 redirects to HTTPS");
        else denyEach(openings, asked.advice, on(resource));
      }
    }
  },
});

/** True when all that carries a group are load balancers with a listener on port 80 that redirects. */
function onlyRedirects(
  stack: Stack,
  group: Group,
  redirecting: ReadonlyMap<StackResource, boolean | Unknown>,
): boolean | Unknown {
  const users = attachmentsOf(stack, group).map(({ user }) => redirecting.get(user) ?? false);
  if (users.length === 0 || users.includes(false)) return false;
  return users.includes(UNKNOWN) ? UNKNOWN : true;
}

/** Whether a listener of each load balancer answers on port 80 with a redirect to HTTPS. */
function redirectsByBalancer(stack: Stack): ReadonlyMap<StackResource, boolean | Unknown> {
  const found = new Map<StackResource, boolean | Unknown>();
  for (const listener of stack.ofType(listenerType)) {
    const number = asNumber(at(listener.props, "port"));
    const balancer = number === 80 || number === UNKNOWN ? balancerOf(stack, listener) : undefined;
    if (!balancer) continue;
    const redirects = redirectsToHttps(listener);
    const answer = redirects === true && number === UNKNOWN ? UNKNOWN : redirects;
    found.set(balancer, anyOf([found.get(balancer) ?? false, answer]));
  }
  return found;
}

function redirectsToHttps({ props }: StackResource): boolean | Unknown {
  const actions = asList(at(props, "defaultActions"));
  if (actions === UNKNOWN) return UNKNOWN;
  return anyOf(
    actions.map((action) => {
      const said = [asText(at(action, "type")), asText(at(action, "redirect", "protocol"))];
      if (said.includes(UNKNOWN)) return UNKNOWN;
      return said[0] === "redirect" && said[1] === "HTTPS";
    }),
  );
}
