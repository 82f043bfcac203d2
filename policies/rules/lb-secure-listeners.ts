import { classicType, listenerType, targetGroupKind } from "../facts/load-balancers";
import { referred } from "../facts/references";
import { asList, asNumber, asText, at, type Fact, shown, UNKNOWN, type Unknown } from "../facts/value";
import type { StackResource } from "../resource";
import { rule } from "../rule";
import { flag, integers } from "../settings";

const advice = "end TLS at the load balancer, or pass it through on a port that is only for TLS";

export const lbSecureListeners = rule({
  name: "lb-secure-listeners",
  displayName: "Listeners speak TLS",
  description:
    "A listener of a network or classic load balancer takes TLS, or passes it through to targets that end it; plain HTTP of application load balancers is for lb-http-redirects-to-https.",
  why: "What goes through a plain listener can be read and changed by whoever is on its way.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-18",
  remediationSteps:
    "Give a listener of a network load balancer the protocol TLS, one of a classic load balancer HTTPS or SSL, with a certificate.",
  controls: { fsbp: ["ELB.18", "ELB.3"] },
  settings: {
    allowTcp: flag(
      false,
      "Allow TCP on every port, for protocols of which AWS cannot know whether they are encrypted.",
    ),
    tlsPorts: integers([443, 465, 636, 993, 995, 8443], "Ports on which TCP is taken for TLS that is passed through.", {
      minimum: 1,
      maximum: 65535,
    }),
  },
  types: [classicType],
  subjects: [classicType, listenerType],
  resource({ resource: { props }, settings, deny, undecided }) {
    const listeners = asList(at(props, "listeners"));
    if (listeners === UNKNOWN) return undecided("listeners");
    const plain = listeners.flatMap((listener, index) => {
      const clear = isClear(asText(at(listener, "lbProtocol")), asNumber(at(listener, "lbPort")), settings);
      if (clear === UNKNOWN) undecided(`listeners[${index}].lbProtocol`);
      return clear === true ? [`listeners[${index}]`] : [];
    });
    const [first, ...others] = plain;
    const more = others.length > 0 ? ` and ${others.length} more` : "";
    if (first) deny(`${first}${more} takes what is not encrypted; give it the protocol HTTPS or SSL`);
  },
  stack({ stack, settings, on }) {
    for (const listener of stack.ofType(listenerType)) {
      const protocol = asText(at(listener.props, "protocol"));
      // HTTP belongs to application load balancers, UDP has no TLS, GENEVE no listener protocol.
      if (protocol !== UNKNOWN && protocol?.toUpperCase() !== "TCP") continue;
      const clear = isClear(protocol, asNumber(at(listener.props, "port")), settings);
      if (clear === false || leadsToBalancer(listener)) continue;
      // What is not said is HTTP or HTTPS, by the port; it is unknown at preview, and no other resource gives it.
      if (protocol === UNKNOWN && listener.references("protocol").length === 0) continue;
      if (clear === UNKNOWN) on(listener).undecided("protocol");
      else on(listener).deny(`protocol is "TCP" on port ${shown(at(listener.props, "port"))}; ${advice}`);
    }
  },
});

function isClear(
  protocol: Fact<string>,
  port: Fact<number>,
  { allowTcp, tlsPorts }: { readonly allowTcp: boolean; readonly tlsPorts: readonly number[] },
): boolean | Unknown {
  if (protocol === UNKNOWN) return UNKNOWN;
  const name = (protocol ?? "").toUpperCase();
  if (name === "TCP") {
    if (allowTcp) return false;
    return port === UNKNOWN ? UNKNOWN : !tlsPorts.includes(port ?? 0);
  }
  return name === "HTTP";
}

/** A network load balancer passes TCP on to an application load balancer, whose listeners decide. */
function leadsToBalancer(listener: StackResource): boolean {
  return referred(listener, "defaultActions", targetGroupKind).some(({ props }) => at(props, "targetType") === "alb");
}
