import { aclKind, aclsOf } from "../facts/network-acls";
import { port } from "../facts/ports";
import { type AclExposure, judgeAcl, judgeAcls } from "../facts/public-acls";
import { worldLimitSettings } from "../facts/public-ports";
import { rule } from "../rule";
import { integers, type Values } from "../settings";

const settings = {
  ports: integers([22, 3389], "The TCP and UDP ports that the world may not reach.", { minimum: 0, maximum: 65535 }),
  ...worldLimitSettings,
};

const exposure = (limits: Values<typeof settings>): AclExposure => ({
  ports: limits.ports.flatMap((number) => [port(number, "tcp"), port(number, "udp")]),
  limits,
});

export const naclNoPublicAdminPorts = rule({
  name: "nacl-no-public-admin-ports",
  displayName: "Network ACLs keep SSH and RDP from the world",
  description: "No network ACL lets the whole internet reach an SSH or Remote Desktop port, its rules taken in order.",
  why: "SSH and Remote Desktop are scanned for all the time; an ACL that denies them keeps instances safe when a security group is opened by mistake.",
  severity: "medium",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-21",
  remediationSteps:
    "Deny the ports in rules with lower numbers than those that let in the world; ranges for replies, such as 1024-65535, hold 3389.",
  controls: { fsbp: ["EC2.21"], cis: ["6.2"] },
  settings,
  types: aclKind.types,
  resource({ resource, settings, ...verdicts }) {
    judgeAcl(resource, exposure(settings), verdicts);
  },
  stack({ stack, settings, on }) {
    judgeAcls(aclsOf(stack), exposure(settings), on);
  },
});
