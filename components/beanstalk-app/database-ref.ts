import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { ContainerSecret } from "../container-service/containers";

/**
 * A database beside the environment, which outlives it. A database that Elastic Beanstalk makes inside an environment is
 * deleted with it, which is not offered.
 * https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/AWSHowTo.RDS.html
 */
export interface DatabaseRef {
  /** Its host name. */
  readonly address: pulumi.Input<string>;
  /** Its port, 1–65535. */
  readonly port: number;
  /** The name of the database. */
  readonly databaseName: pulumi.Input<string>;
  /** The ARN of a secret in JSON with the keys `username` and `password`, as RDS itself keeps one. */
  readonly secretArn: pulumi.Input<string>;
  /** The ARN of the KMS key that encrypts the secret, to be granted. @default AWS's own key, which needs no grant */
  readonly secretKeyArn?: pulumi.Input<string>;
  /** Its security group, which gets a rule that lets the application in. */
  readonly securityGroupId: pulumi.Input<string>;
}

export function checkDatabase(check: ArgumentCheck, { port }: DatabaseRef): void {
  const isPort = Number.isInteger(port) && port >= 1 && port <= 65535;
  check(isPort, "database.port", "must be a whole number between 1 and 65535", port);
}

/**
 * The variables by which Elastic Beanstalk's own documentation tells an application of its database, and where the secret
 * is. Name and password are read as an instance starts, but RDS changes a password that it keeps every week: an
 * application that connects again later reads RDS_SECRET_ARN, which it may.
 */
export function databaseVariables({ address, port, databaseName, secretArn, secretKeyArn }: DatabaseRef): {
  readonly environment: Readonly<Record<string, pulumi.Input<string>>>;
  readonly secrets: Readonly<Record<string, ContainerSecret>>;
} {
  const secret = (key: string) => ({ secretArn, key, kmsKeyArn: secretKeyArn });
  return {
    environment: {
      RDS_HOSTNAME: address,
      RDS_PORT: String(port),
      RDS_DB_NAME: databaseName,
      RDS_SECRET_ARN: secretArn,
    },
    secrets: { RDS_USERNAME: secret("username"), RDS_PASSWORD: secret("password") },
  };
}
