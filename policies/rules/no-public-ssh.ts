import { ingressOf, ingressTypes } from "../facts/ingress";
import { port } from "../facts/ports";
import { worldChecks } from "../facts/public-groups";
import { type Exposure, type Limits, worldSettings } from "../facts/public-ports";
import { rule } from "../rule";
import { integers } from "../settings";

const exposure = (settings: Limits & { readonly ports: readonly number[] }): Exposure => ({
  trafficOf: ingressOf,
  ports: () => settings.ports.map((number) => port(number, "tcp")),
  limits: settings,
  advice: "let in a security group or a narrow CIDR, or use Session Manager instead",
});

export const noPublicSsh = rule({
  name: "no-public-ssh",
  displayName: "SSH is not open to the world",
  description: "No security group, node group or environment lets the whole internet reach an SSH port.",
  why: "On an open SSH port passwords and stolen keys are tried all day; Session Manager gives the same shell with no port open.",
  severity: "critical",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-13",
  remediationSteps:
    "Use Session Manager and open no SSH port, or name a security group or a narrow CIDR as the only source.",
  controls: { fsbp: ["EC2.13", "EC2.18", "EC2.19"], cis: ["6.3", "6.4"] },
  settings: {
    ports: integers([22], "The TCP ports on which SSH listens.", { minimum: 0, maximum: 65535 }),
    ...worldSettings,
  },
  types: ingressTypes,
  ...worldChecks(exposure),
});
