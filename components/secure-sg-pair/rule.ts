import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { RulePeer } from "./peer";

/** One TCP port, and who may use it in which direction. */
export interface Rule {
  readonly direction: "in" | "out";
  readonly port: number;
  readonly peer: RulePeer;
  /** What it is for; becomes part of the description. */
  readonly purpose: string;
}

/** The name of a rule: its whole content and nothing else, so no other rule of the list can change it. */
export function ruleName(group: string, { direction, port, peer }: Rule): string {
  return `${group}-${direction}-tcp-${port}-${peer.key}`;
}

/** Makes the rules of a group, each a resource of its own. */
export function createRules(
  group: string,
  securityGroup: { readonly id: pulumi.Input<string> },
  rules: readonly Rule[],
  parent: pulumi.Resource,
) {
  for (const rule of rules) {
    const { direction, port, peer, purpose } = rule;
    const args = {
      securityGroupId: securityGroup.id,
      description: `${purpose}: tcp ${port} ${direction === "in" ? "from" : "to"} ${peer.shown}`,
      ipProtocol: "tcp",
      fromPort: port,
      toPort: port,
      ...peer.target,
    };
    if (direction === "in") new aws.vpc.SecurityGroupIngressRule(ruleName(group, rule), args, { parent });
    else new aws.vpc.SecurityGroupEgressRule(ruleName(group, rule), args, { parent });
  }
}
