import * as pulumi from "@pulumi/pulumi";
import type { z } from "zod";
import type { OrNone } from "../../components/alarm-set";
import type { Notify } from "../../components/alarm-topic";
import { Database } from "../../components/database";
import { DatabaseConnection } from "../../components/database-connection";
import type { NetworkRef } from "../../components/network-ref";
import type { AppEgress } from "../../components/secure-sg-pair";
import { type database, watchedDatabase } from "../settings/database";

/** What servers are told that their database adds to. */
interface ServerSettings {
  readonly policyArns?: Readonly<Record<string, pulumi.Input<string>>>;
  readonly appEgress?: readonly AppEgress[];
}

/** A database behind the servers, and how they come to know of it. */
export interface DataTier {
  readonly database: Database;
  /** What the names of its parameters begin with. */
  readonly path: string;
  /** What the servers are given: the way to it, and the right to read where it is and its secret, for which they wait. */
  readonly servers: {
    readonly policyArns: Readonly<Record<string, pulumi.Input<string>>>;
    readonly appEgress: readonly AppEgress[];
  };
}

export function dataTier(
  name: string,
  network: NetworkRef,
  settings: z.output<typeof database>,
  { policyArns, appEgress = [] }: ServerSettings,
  stackAlarms: OrNone<{ readonly notify: Notify }>,
): DataTier {
  const database = new Database(`${name}-database`, {
    network,
    ...watchedDatabase(settings, stackAlarms),
  });
  // Stacks of an account may have their name in common, but then not their own one.
  const path = `/${name}/${pulumi.getStack()}/database`;
  const connection = new DatabaseConnection(`${name}-database-connection`, { database, path });
  const servers = {
    policyArns: { database: connection.policyArn, ...policyArns },
    appEgress: [database.egress(), ...appEgress],
  };
  return { database, path, servers };
}
