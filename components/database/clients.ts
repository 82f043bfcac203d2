import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { groupPeer, type NamedPeer, type RulePeer, readPeer } from "../secure-sg-pair/peer";
import { createRules } from "../secure-sg-pair/rule";

/** Who may connect to a database: the members of a security group. */
export interface DatabaseClient extends NamedPeer {
  readonly type: "securityGroup";
  /** Whether the group also gets the rule that lets its members out to the database. @default false: it has a way out */
  readonly egress?: boolean;
}

/** A client, checked. */
export interface ReadClient {
  readonly name: string;
  readonly id: pulumi.Input<string>;
  readonly peer: RulePeer;
  readonly egress: boolean;
}

/** @throws when one is no security group, a name is none, or two have the same. */
export function readClients(check: ArgumentCheck, clients: readonly DatabaseClient[]): ReadClient[] {
  const read = clients.map((client) => {
    const isGroup = client.type === "securityGroup";
    check(isGroup, "allowedFrom", "must hold security groups alone, as a range says not who it is", client.type);
    const { name, id, egress = false } = client;
    return { name, id, egress, peer: readPeer(client, "allowedFrom", check) };
  });
  const repeated = read.find(({ name }, index) => read.findIndex((other) => other.name === name) < index);
  check(repeated === undefined, "allowedFrom", "must not repeat a name", repeated?.name);
  return read;
}

/** The rules that let clients in, each a resource of its own, and out of their own groups where asked. */
export function admitClients(
  name: string,
  port: number,
  group: Pick<aws.ec2.SecurityGroup, "id">,
  clients: readonly ReadClient[],
  parent: pulumi.Resource,
): void {
  const purpose = "Database";
  for (const { name: client, id, peer, egress } of clients) {
    createRules(`${name}-sg`, group, [{ direction: "in", port, peer, purpose }], parent);
    if (!egress) continue;
    const to = groupPeer(group.id, name);
    createRules(`${name}-${client}`, { id }, [{ direction: "out", port, peer: to, purpose }], parent);
  }
}
