import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";

/** Arguments of {@link DatabaseConnection}. */
export interface DatabaseConnectionArgs {
  /** The database; a `Database` is one. */
  readonly database: ConnectedDatabase;
  /** What the names of the parameters begin with, once in an account and region, e.g. `"/shop/dev/database"`. */
  readonly path: string;
}

/** What an application needs to know of a database. */
export interface ConnectedDatabase {
  /** Its host name. */
  readonly address: pulumi.Input<string>;
  /** Its port. */
  readonly port: pulumi.Input<number>;
  /** The name of the database. */
  readonly databaseName: pulumi.Input<string>;
  /** The ARN of a secret in JSON with the keys `username` and `password`. */
  readonly secretArn: pulumi.Input<string>;
  /** The ARN of the KMS key that encrypts the secret. @default Secrets Manager's own key, which needs no grant */
  readonly secretKeyArn?: pulumi.Input<string>;
  /** The host names of its replicas, by their names. @default none */
  readonly replicaAddresses?: Readonly<Record<string, pulumi.Input<string>>>;
}

/**
 * How servers come to know of a database, whatever they run: parameters of Systems Manager called DATABASE_HOST,
 * DATABASE_PORT, DATABASE_NAME and DATABASE_SECRET_ARN, with replicas also DATABASE_REPLICA_HOSTS, joined by commas; and a
 * policy to read these and the secret. The secret's value is in none of them: it is read as it is needed, because RDS
 * changes it. A script gets what a program wants in its environment by
 *
 *     aws ssm get-parameters --names /shop/dev/database/DATABASE_{HOST,PORT,NAME,SECRET_ARN} \
 *       --query "Parameters[].[Name,Value]" --output text | sed "s|^[^\t]*DATABASE_|DATABASE_|; s|\t|=|" > /etc/shop.env
 *
 * @example
 * import { DatabaseConnection } from "./components/database-connection";

 *
 * const connection = new DatabaseConnection("shop-database", {
 *   path: "/shop/dev/database",
 *   database: {
 *     address: "shop.0a1b2c3d4e5f.eu-west-1.rds.amazonaws.com",
 *     port: 5432,
 *     databaseName: "shop",
 *     secretArn: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-AbCdEf",
 *   },
 * });
 * export const policyArns = { database: connection.policyArn };
 */
export class DatabaseConnection extends pulumi.ComponentResource {
  /** The ARN of the policy that lets a role read the parameters and the secret. */
  readonly policyArn: pulumi.Output<string>;

  /** @throws when the path is none that Systems Manager takes. */
  constructor(name: string, args: DatabaseConnectionArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:DatabaseConnection", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "database connection", name);
    const { database, path } = args;
    // https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html
    const isPath = /^(\/[\w.-]+){1,14}$/.test(path) && path.length <= 900 && !/^\/(aws|ssm)/i.test(path);
    check(isPath, "path", 'must be such as "/shop/dev/database", not beginning with aws or ssm', path);

    const parameters = Object.entries(variablesOf(database)).map(([variable, value]) => {
      const role = `${name}-${variable.replace("DATABASE_", "").toLowerCase().replaceAll("_", "-")}`;
      return new aws.ssm.Parameter(
        role,
        {
          name: `${path}/${variable}`,
          description: `What servers know of the database ${name}`,
          type: "String",
          // It is none that anybody must hide, and is not hidden.
          insecureValue: value,
          tags: { Name: role },
        },
        { parent: this },
      );
    });
    const { secretArn, secretKeyArn } = database;
    const statement = (Action: string[], Resource: pulumi.Input<pulumi.Input<string>[]>) => ({
      Effect: "Allow" as const,
      Action,
      Resource,
    });
    const policy = new aws.iam.Policy(
      `${name}-policy`,
      {
        description: `Read how to connect to the database ${name}`,
        policy: pulumi.jsonStringify({
          Version: "2012-10-17",
          Statement: [
            statement(
              ["ssm:GetParameter", "ssm:GetParameters"],
              parameters.map((parameter) => parameter.arn),
            ),
            statement(["secretsmanager:GetSecretValue"], [secretArn]),
            ...(secretKeyArn === undefined ? [] : [statement(["kms:Decrypt"], [secretKeyArn])]),
          ],
        }),
        tags: { Name: `${name}-policy` },
      },
      { parent: this },
    );
    this.policyArn = policy.arn;
    this.registerOutputs({ policyArn: this.policyArn });
  }
}

function variablesOf(database: ConnectedDatabase): Record<string, pulumi.Input<string>> {
  const { address, port, databaseName, secretArn, replicaAddresses = {} } = database;
  const replicas = Object.values(replicaAddresses);
  return {
    DATABASE_HOST: address,
    DATABASE_PORT: pulumi.interpolate`${port}`,
    DATABASE_NAME: databaseName,
    DATABASE_SECRET_ARN: secretArn,
    ...(replicas.length > 0 && { DATABASE_REPLICA_HOSTS: pulumi.all(replicas).apply((hosts) => hosts.join(",")) }),
  };
}
