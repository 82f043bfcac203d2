import { ingressTypes } from "../facts/ingress";
import { judgeTogether } from "../facts/public-groups";
import { judgeAlone, port, worldSettings } from "../facts/public-ports";
import { rule } from "../rule";
import { integers } from "../settings";

// RDP runs over UDP as well, on the same port.
const targets = (ports: readonly number[]) => ports.flatMap((number) => [port(number, "tcp"), port(number, "udp")]);

export const noPublicRdp = rule({
  name: "no-public-rdp",
  displayName: "RDP is not open to the world",
  description: "No security group, node group or environment lets the whole internet reach a Remote Desktop port.",
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
  resource({ resource, settings, ...verdicts }) {
    judgeAlone(resource, targets(settings.ports), settings, verdicts);
  },
  stack({ settings, ...check }) {
    judgeTogether(check, targets(settings.ports), settings);
  },
});
