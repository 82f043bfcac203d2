import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "./argument-checks";
import { groupPeer, readPeer } from "./secure-sg-pair/peer";
import { createRules, type Rule } from "./secure-sg-pair/rule";

/** What is called within a network: a load balancer, or the tasks of a service. */
export interface Callee {
  /** The id of its security group. */
  readonly securityGroupId: pulumi.Input<string>;
  /** The TCP port on which it listens, 1–65535. */
  readonly port: number;
}

/** Who is called, by a name of yours: letters, digits and dashes. */
export type Calls = Readonly<Record<string, Callee>>;

/** Before the first child of a caller exists. @throws when a name or a port is not what AWS takes. */
export function checkCalls(check: ArgumentCheck, argument: string, calls: Calls): void {
  for (const [name, { securityGroupId: id, port }] of Object.entries(calls)) {
    readPeer({ type: "securityGroup", id, name }, argument, check);
    const isPort = Number.isInteger(port) && port >= 1 && port <= 65535;
    check(isPort, `${argument}.${name}.port`, "must be a whole number from 1 to 65535", port);
  }
}

/**
 * Lets a caller reach what it calls: a rule out of its own group, and a rule into the other's. Both belong to the
 * caller, so what is called admits nobody by itself, and need not know who calls it.
 *
 * @param name what the rules are named after; the callee knows the caller by it
 */
export function openCalls(
  name: string,
  callerGroup: aws.ec2.SecurityGroup,
  calls: Calls,
  parent: pulumi.Resource,
): void {
  for (const [callee, { securityGroupId, port }] of Object.entries(calls)) {
    const purpose = "Calls";
    createRules(
      name,
      callerGroup,
      [{ direction: "out", port, peer: groupPeer(securityGroupId, callee), purpose }],
      parent,
    );
    const admitted: Rule = { direction: "in", port, peer: groupPeer(callerGroup.id, name), purpose };
    createRules(`${name}-${callee}`, { id: securityGroupId }, [admitted], parent);
  }
}
