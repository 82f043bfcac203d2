import { ingressOf, ingressTypes } from "../facts/ingress";
import { portsBeyond } from "../facts/ports";
import { worldChecks } from "../facts/public-groups";
import { type Exposure, type Limits, worldSettings } from "../facts/public-ports";
import { rule } from "../rule";
import { integers } from "../settings";

const bounds = { minimum: 0, maximum: 65535 };

const exposure = (settings: Limits & { readonly ports: number[]; readonly udpPorts: number[] }): Exposure => ({
  trafficOf: ingressOf,
  ports: (rules) => [...portsBeyond(rules, "tcp", settings.ports), ...portsBeyond(rules, "udp", settings.udpPorts)],
  limits: settings,
  advice: "let in a security group or a narrow CIDR, or add the port to those that may be open",
});

export const publicIngressPortsAllowlist = rule({
  name: "public-ingress-ports-allowlist",
  displayName: "Only listed ports are open to the world",
  description:
    "Ingress lets the whole internet reach no TCP or UDP port but those that are listed, such as 80 and 443.",
  why: "Each port that is open to the world is one more service that anybody may attack, and few systems need more than 80 and 443.",
  severity: "high",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-18",
  remediationSteps:
    "Name a security group or a narrow CIDR as the source, or add a port that serves the public to ports or udpPorts.",
  controls: { fsbp: ["EC2.18"] },
  settings: {
    ports: integers([80, 443], "The TCP ports that may be open to the world.", bounds),
    udpPorts: integers([], "The UDP ports that may be open to the world.", bounds),
    ...worldSettings,
  },
  types: ingressTypes,
  ...worldChecks(exposure),
});
