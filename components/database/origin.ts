import type * as pulumi from "@pulumi/pulumi";
import type { DatabaseEngine } from "./engine";
import type { DatabaseParameter } from "./parameters";
import type { StorageArgs } from "./storage";
import type { CaCertificate } from "./upkeep";

/** What a replica in another region needs to know of its database. */
export interface DatabaseOrigin extends Omit<StorageArgs, "kmsKeyArn"> {
  readonly arn: pulumi.Output<string>;
  readonly engine: DatabaseEngine;
  readonly instanceClass: string;
  readonly caCertificate: CaCertificate;
  readonly parameters: Readonly<Record<string, DatabaseParameter>>;
  /** Whether its password is in a secret of its owner's: RDS copies no other. */
  readonly hasOwnPassword: boolean;
}
