import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { EngineInput } from "./engine";
import { checkInstanceClass } from "./instance-class";
import { logGroups } from "./log-groups";
import type { ObservationSettings } from "./observation";

/** A copy to read from, some moments behind, in the same subnets and behind the same rules. */
export interface Replica {
  /** The class of its instance. @default that of the database */
  readonly instanceClass?: string;
  /** Whether a second instance stands by in another zone. @default false */
  readonly multiAz?: boolean;
}

export type Replicas = Readonly<Record<string, Replica>>;

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html */
const mostReplicas = 15;

/** A replica is named after the database, in 63 characters with what Pulumi and a restore add. */
const mostLetters = 44;

export function checkReplicas(check: ArgumentCheck, database: string, replicas: Replicas): void {
  const names = Object.keys(replicas);
  check(names.length <= mostReplicas, "replicas", `must be at most ${mostReplicas}`, names.length);
  for (const [name, { instanceClass }] of Object.entries(replicas)) {
    const isName = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
    check(isName, "replicas", 'must have names such as "reports", in lower-case letters, digits and hyphens', name);
    const most = mostLetters - database.length;
    check(name.length <= most, "replicas", `must have names of at most ${most} letters beside ${database}`, name);
    if (instanceClass !== undefined) checkInstanceClass(check, `replicas.${name}.instanceClass`, instanceClass);
  }
}

/** What a replica is made from. */
export interface ReplicaSource {
  readonly instance: aws.rds.Instance;
  readonly identifier: pulumi.Output<string>;
  /** What it has in common with the database. */
  readonly common: aws.rds.InstanceArgs;
  readonly engine: EngineInput;
  readonly observation: ObservationSettings;
}

/** It is encrypted with the key of its source, and has its databases, users and passwords. */
export function createReplica(
  database: string,
  key: string,
  { instanceClass, multiAz = false }: Replica,
  { instance, identifier, common, engine, observation }: ReplicaSource,
  parent: pulumi.Resource,
): aws.rds.Instance {
  const name = `${database}-replica-${key}`;
  const own = pulumi.interpolate`${identifier}-${key}`;
  return new aws.rds.Instance(
    name,
    {
      ...common,
      identifier: own,
      replicateSourceDb: instance.identifier,
      instanceClass: instanceClass ?? common.instanceClass,
      multiAz,
      // It can be made again from its source.
      skipFinalSnapshot: true,
      tags: { Name: name },
    },
    { parent, dependsOn: logGroups(name, own, engine, observation, parent) },
  );
}
