import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { RulePeer } from "./peer";

/** One port, and who may use it in which direction. */
export interface Rule {
  readonly direction: "in" | "out";
  /** @default "tcp" */
  readonly protocol?: "tcp" | "udp";
  readonly port: number;
  readonly peer: RulePeer;
  /** What it is for; becomes part of the description. */
  readonly purpose: string;
}

/** The rules of a group, as AWS knows them. */
export interface RuleIds {
  readonly ingressRuleIds: pulumi.Output<string>[];
  readonly egressRuleIds: pulumi.Output<string>[];
}

/** The name of a rule: its whole content and nothing else, so no other rule of the list can change it. */
export function ruleName(group: string, { direction, protocol = "tcp", port, peer }: Rule): string {
  return `${group}-${direction}-${protocol}-${port}-${peer.key}`;
}

/** Makes the rules of a group, each a resource of its own. */
export function createRules(
  group: string,
  securityGroup: { readonly id: pulumi.Input<string> },
  rules: readonly Rule[],
  parent: pulumi.Resource,
): RuleIds {
  const ids: RuleIds = { ingressRuleIds: [], egressRuleIds: [] };
  for (const rule of rules) {
    const { direction, protocol = "tcp", port, peer, purpose } = rule;
    const args = {
      securityGroupId: securityGroup.id,
      description: `${purpose}: ${protocol} ${port} ${direction === "in" ? "from" : "to"} ${peer.shown}`,
      ipProtocol: protocol,
      fromPort: port,
      toPort: port,
      ...peer.target,
    };
    const name = ruleName(group, rule);
    if (direction === "in") {
      ids.ingressRuleIds.push(new aws.vpc.SecurityGroupIngressRule(name, args, { parent }).securityGroupRuleId);
    } else {
      ids.egressRuleIds.push(new aws.vpc.SecurityGroupEgressRule(name, args, { parent }).securityGroupRuleId);
    }
  }
  return ids;
}
