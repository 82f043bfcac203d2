import { listenerType, targetGroupType } from "../facts/load-balancers";
import { usesOf } from "../facts/references";
import { asText, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const lbTargetGroupProtocol = rule({
  name: "lb-target-group-protocol",
  displayName: "Traffic to targets is encrypted too",
  description: "A load balancer that ends TLS encrypts again what it sends to its targets.",
  why: "Otherwise requests travel from the load balancer to the targets in plain text, for all to read who get into the network.",
  severity: "medium",
  level: "disabled",
  url: "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_protect_data_transit_encrypt.html",
  remediationSteps: "Set the protocol of the target group to HTTPS or TLS, and give the targets a certificate.",
  controls: {},
  types: [targetGroupType],
  resource({ resource: { props }, deny, undecided }) {
    const protocol = asText(at(props, "protocol"));
    if (protocol === UNKNOWN) undecided("protocol");
    else if (protocol?.toUpperCase() === "HTTP") deny(`protocol is "HTTP"; set it to "HTTPS"`);
  },
  stack({ stack, on }) {
    for (const group of stack.ofType(targetGroupType)) {
      const protocol = asText(at(group.props, "protocol"));
      if (protocol === UNKNOWN || protocol?.toUpperCase() !== "TCP") continue;
      const endsTls = usesOf(stack, group).some(
        ({ user }) => user.type === listenerType && at(user.props, "protocol") === "TLS",
      );
      if (endsTls) on(group).deny('protocol is "TCP" behind a listener that ends TLS; set it to "TLS"');
    }
  },
});
