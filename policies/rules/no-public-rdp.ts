import { ingressOf, ingressTypes } from "../facts/ingress";
import { port } from "../facts/ports";
import { worldChecks } from "../facts/public-groups";
import { type Exposure, type Limits, worldSettings } from "../facts/public-ports";
import { rule } from "../rule";
import { integers } from "../settings";

const exposure = (settings: Limits & { readonly ports: readonly number[] }): Exposure => ({
  trafficOf: ingressOf,
  // RDP runs over UDP as well, on the same port.
  ports: () => settings.ports.flatMap((number) => [port(number, "tcp"), port(number, "udp")]),
  limits: settings,
  advice: "let in a security group or a narrow CIDR, or use Session Manager instead",
});

export const noPublicRdp = rule({
  name: "no-public-rdp",
  displayName: "RDP is not open to the world",
  description: "No security group, node group or environment lets the whole internet reach a Remote Desktop port.",
  why: "An open Remote Desktop port is a common way in for ransomware: passwords are guessed all day, and some faults of the service need none.",
  severity: "critical",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-14",
  remediationSteps:
    "Use Fleet Manager and open no RDP port, or name a security group or a narrow CIDR as the only source.",
  controls: { fsbp: ["EC2.14", "EC2.19"], cis: ["6.3", "6.4"] },
  settings: {
    ports: integers([3389], "The TCP and UDP ports on which Remote Desktop listens.", { minimum: 0, maximum: 65535 }),
    ...worldSettings,
  },
  types: ingressTypes,
  ...worldChecks(exposure),
});
