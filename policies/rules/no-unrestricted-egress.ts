import { everyPort, portsBeyond } from "../facts/ports";
import { worldChecks } from "../facts/public-groups";
import { type Exposure, type Limits, worldSettings } from "../facts/public-ports";
import { egressOf, groupRuleTypes, groupTypes } from "../facts/security-group-rules";
import { rule } from "../rule";
import { integers } from "../settings";

const exposure = (settings: Limits & { readonly allowedPorts: number[] }): Exposure => ({
  trafficOf: egressOf,
  ports: (rules) => {
    const { allowedPorts } = settings;
    if (allowedPorts.length === 0) return [everyPort("tcp"), everyPort("udp")];
    return [...portsBeyond(rules, "tcp", allowedPorts), ...portsBeyond(rules, "udp", allowedPorts)];
  },
  limits: settings,
  advice: "name the ports and the destinations that it needs",
});

export const noUnrestrictedEgress = rule({
  name: "no-unrestricted-egress",
  displayName: "Not everything may leave for the world",
  description: "No egress rule lets a resource connect to every port of the whole internet.",
  why: "Malware fetches its tools and sends data away over whatever way out there is; egress that is stated leaves it few.",
  severity: "medium",
  level: "disabled",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  remediationSteps:
    "State the egress that is needed, such as 443/tcp, or the security groups and prefix lists of what is called.",
  controls: {},
  settings: {
    allowedPorts: integers([], "The only TCP and UDP ports of the world that may be called; with none, any but all.", {
      minimum: 0,
      maximum: 65535,
    }),
    ...worldSettings,
  },
  types: [...groupTypes, ...groupRuleTypes],
  ...worldChecks(exposure),
});
