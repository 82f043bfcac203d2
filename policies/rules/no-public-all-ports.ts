import { ingressOf, ingressTypes } from "../facts/ingress";
import { everyPort } from "../facts/ports";
import { worldChecks } from "../facts/public-groups";
import { type Exposure, type Limits, worldSettings } from "../facts/public-ports";
import { rule } from "../rule";

const exposure = (limits: Limits): Exposure => ({
  trafficOf: ingressOf,
  ports: () => [everyPort("tcp"), everyPort("udp")],
  limits,
  advice: "let in a security group or a narrow CIDR, or use Session Manager instead",
});

export const noPublicAllPorts = rule({
  name: "no-public-all-ports",
  displayName: "Not every port is open to the world",
  description: "No ingress lets the whole internet reach every port, be it by protocol -1 or by the range 0-65535.",
  why: "Whatever listens there, also what nobody knows of or what is started later, can be reached by anyone.",
  severity: "critical",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-18",
  remediationSteps: "Open to the world only the ports that serve the public, such as 443; give each a rule of its own.",
  controls: { fsbp: ["EC2.18"] },
  settings: worldSettings,
  types: ingressTypes,
  ...worldChecks(exposure),
});
