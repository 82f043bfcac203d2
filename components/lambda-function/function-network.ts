import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { NetworkRef } from "../network-ref";
import { type Calls, checkCalls, openCalls } from "../private-call";
import type { AppEgress } from "../secure-sg-pair";
import { internet, readPeer } from "../secure-sg-pair/peer";
import { createRules, type Rule, ruleName } from "../secure-sg-pair/rule";

/** The place of a function in a VPC. */
export interface FunctionVpc {
  /** Where its network interfaces stand: subnets in two zones or more. */
  readonly network: NetworkRef;
  /** Which of them. Isolated ones reach AWS by endpoints alone. @default "private" */
  readonly subnets?: "private" | "isolated";
  /** Whether it also speaks IPv6; its subnets must. @default false */
  readonly ipv6?: boolean;
  /**
   * What it calls within the network, each by a name of yours. Their security groups admit the function, and need admit
   * nobody else.
   *
   * @default nothing
   */
  readonly calls?: Calls;
  /** What it may connect to besides HTTPS and `calls`. @default nothing else */
  readonly egress?: readonly AppEgress[];
}

export interface FunctionNetwork {
  readonly group: aws.ec2.SecurityGroup;
  readonly vpcConfig: aws.types.input.lambda.FunctionVpcConfig;
}

export function checkVpc(check: ArgumentCheck, { network, subnets, calls = {}, ...vpc }: FunctionVpc): void {
  const tier = subnets === "isolated" ? "isolatedSubnetIds" : "privateSubnetIds";
  const subnetIds = network[tier] ?? [];
  // A list that is not known yet is left to the policies.
  const spans = !Array.isArray(subnetIds) || subnetIds.length >= 2;
  check(spans, `vpc.network.${tier}`, "must hold subnets of at least two zones", subnetIds);
  checkCalls(check, "vpc.calls", calls);
  const rules = egressRules(check, vpc);
  const names = rules.map((rule) => ruleName("", rule));
  const repeated = rules.find((_, index) => names.indexOf(names[index] ?? "") < index);
  check(
    repeated === undefined,
    "vpc.egress",
    "must not repeat a rule (HTTPS to anywhere is one already)",
    repeated && `tcp ${repeated.port} to ${repeated.peer.shown}`,
  );
}

function egressRules(
  check: ArgumentCheck,
  { ipv6 = false, egress = [] }: Pick<FunctionVpc, "ipv6" | "egress">,
): Rule[] {
  const https: AppEgress[] = (ipv6 ? internet : internet.slice(0, 1)).map((to) => ({ to, port: 443 }));
  return [...https, ...egress].map(({ to, port }): Rule => {
    const isPort = Number.isInteger(port) && port >= 1 && port <= 65535;
    check(isPort, "vpc.egress", "must hold ports from 1 to 65535", port);
    return { direction: "out", port, peer: readPeer(to, "vpc.egress", check), purpose: "Calls" };
  });
}

/** The security group of a function, which admits nobody, and its interfaces. */
export function functionNetwork(
  name: string,
  check: ArgumentCheck,
  vpc: FunctionVpc,
  parent: pulumi.Resource,
): FunctionNetwork {
  const { network, subnets = "private", ipv6 = false, calls = {} } = vpc;
  const group = new aws.ec2.SecurityGroup(
    `${name}-sg`,
    {
      vpcId: network.vpcId,
      description: "Function: nobody in, HTTPS and stated peers out",
      tags: { Name: `${name}-sg` },
    },
    { parent },
  );
  createRules(name, group, egressRules(check, vpc), parent);
  openCalls(name, group, calls, parent);
  const subnetIds = subnets === "private" ? network.privateSubnetIds : (network.isolatedSubnetIds ?? []);
  return { group, vpcConfig: { subnetIds, securityGroupIds: [group.id], ipv6AllowedForDualStack: ipv6 } };
}
