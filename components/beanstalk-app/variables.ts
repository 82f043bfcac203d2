import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { checkSecret } from "../container-service/container-checks";
import type { ContainerSecret } from "../container-service/containers";
import { checkDatabase, type DatabaseRef, databaseVariables } from "./database-ref";
import type { Options } from "./options";

/** What the application is told. */
export interface VariableArgs {
  /** Plain variables. They are readable to whoever may see the environment: secrets have a place of their own. @default none */
  readonly environment?: Readonly<Record<string, pulumi.Input<string>>>;
  /**
   * Secrets by the name of the variable that gets them; the instances may read exactly these. They are read as an instance
   * starts: after a rotation, restart the application servers.
   * https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/AWSHowTo.secrets.env-vars.html
   *
   * @default none
   */
  readonly secrets?: Readonly<Record<string, ContainerSecret>>;
  /**
   * A database beside the environment, as RDS_HOSTNAME, RDS_PORT, RDS_DB_NAME, RDS_SECRET_ARN, RDS_USERNAME and
   * RDS_PASSWORD. The last two are those of the instance's start: after a change, which RDS makes every week, an
   * application reads the secret itself.
   *
   * @default none
   */
  readonly database?: DatabaseRef;
}

/** All variables, checked. */
export interface Variables {
  readonly environment: Readonly<Record<string, pulumi.Input<string>>>;
  readonly secrets: Readonly<Record<string, ContainerSecret>>;
}

export function readVariables(
  check: ArgumentCheck,
  { environment = {}, secrets = {}, database }: VariableArgs,
): Variables {
  if (database) checkDatabase(check, database);
  const own = database ? databaseVariables(database) : { environment: {}, secrets: {} };
  const taken = new Set([...Object.keys(own.environment), ...Object.keys(own.secrets)]);
  for (const [argument, variables] of Object.entries({ environment, secrets })) {
    for (const name of Object.keys(variables)) {
      check(/^[A-Za-z_]\w*$/.test(name), argument, "must have names of letters, digits and _", name);
      check(!taken.has(name), argument, "must not repeat a variable of secrets, environment or the database", name);
      taken.add(name);
    }
  }
  for (const [name, secret] of Object.entries(secrets)) checkSecret(check, `secrets.${name}`, secret);
  return { environment: { ...environment, ...own.environment }, secrets: { ...secrets, ...own.secrets } };
}

/** @param isEcs whether ECS reads the secrets, which has a form of its own for the key of a JSON object */
export function variableOptions({ environment, secrets }: Variables, isEcs: boolean): Options {
  const values = Object.entries(secrets).map(([name, secret]) => [name, secretValue(secret, isEcs)] as const);
  return {
    "aws:elasticbeanstalk:application:environment": environment,
    "aws:elasticbeanstalk:application:environmentsecrets": Object.fromEntries(values),
  };
}

function secretValue(secret: ContainerSecret, isEcs: boolean): pulumi.Input<string> {
  if ("parameterArn" in secret) return secret.parameterArn;
  const { secretArn, key } = secret;
  if (key === undefined) return secretArn;
  return isEcs ? pulumi.interpolate`${secretArn}:${key}::` : pulumi.interpolate`${secretArn}:${key}`;
}
