import assert from "node:assert/strict";
import type { BeanstalkAppArgs } from "../../../components/beanstalk-app";
import { app, optionsOf, statements } from "./planned-app";

const plainly = "aws:elasticbeanstalk:application:environment";
const secretly = "aws:elasticbeanstalk:application:environmentsecrets";
const secretArn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-AbCdEf";
const parameterArn = "arn:aws:ssm:eu-west-1:123456789012:parameter/shop/token";
const kmsKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/k";
const database = {
  address: "orders.cluster.eu-west-1.rds.amazonaws.com",
  port: 5432,
  databaseName: "orders",
  secretArn,
  securityGroupId: "sg-database",
};

describe("the variables of an application", () => {
  it("are plain, or names of secrets that the instances may read, and no others", async () => {
    const plan = await app({
      environment: { LOG_LEVEL: "info" },
      secrets: {
        API_KEY: { secretArn },
        SIGNING_KEY: { secretArn, key: "signing", kmsKeyArn },
        TOKEN: { parameterArn },
      },
    });
    assert.deepEqual(optionsOf(plan, plainly), { LOG_LEVEL: "info" });
    assert.deepEqual(optionsOf(plan, secretly), {
      API_KEY: secretArn,
      SIGNING_KEY: `${secretArn}:signing`,
      TOKEN: parameterArn,
    });
    assert.deepEqual(statements(plan, "shop-role-own"), [
      { Effect: "Allow", Action: ["secretsmanager:GetSecretValue"], Resource: [secretArn] },
      { Effect: "Allow", Action: ["ssm:GetParameter", "ssm:GetParameters"], Resource: [parameterArn] },
      { Effect: "Allow", Action: ["kms:Decrypt"], Resource: [kmsKeyArn] },
    ]);
  });

  it("tell of the database, which is let in by a rule on either side, and of nothing secret", async () => {
    const plan = await app({ database: { ...database, secretKeyArn: kmsKeyArn } });
    assert.deepEqual(optionsOf(plan, plainly), {
      RDS_DB_NAME: "orders",
      RDS_HOSTNAME: database.address,
      RDS_PORT: "5432",
      RDS_SECRET_ARN: secretArn,
    });
    assert.deepEqual(optionsOf(plan, secretly), {
      RDS_PASSWORD: `${secretArn}:password`,
      RDS_USERNAME: `${secretArn}:username`,
    });
    assert.deepEqual(
      statements(plan, "shop-role-own").map(({ Action, Resource }) => [Action, Resource]),
      [
        [["secretsmanager:GetSecretValue"], [secretArn]],
        [["kms:Decrypt"], [kmsKeyArn]],
      ],
    );
    const out = plan.get("shop-sg-app-out-tcp-5432-database").inputs;
    assert.deepEqual([out.referencedSecurityGroupId, out.fromPort], ["sg-database", 5432]);
    const into = plan.get("shop-database-in-tcp-5432-app").inputs;
    assert.deepEqual(
      [into.securityGroupId, into.referencedSecurityGroupId, into.description],
      ["sg-database", plan.get("shop-sg-app").id, "Queries: tcp 5432 from group app"],
    );
  });

  const repeated = "must not repeat a variable of secrets, environment or the database";
  const refused: [string, Partial<BeanstalkAppArgs>][] = [
    ['environment must have names of letters, digits and _, got "LOG-LEVEL"', { environment: { "LOG-LEVEL": "info" } }],
    ['secrets must have names of letters, digits and _, got "1KEY"', { secrets: { "1KEY": { secretArn } } }],
    [`secrets ${repeated}, got "KEY"`, { environment: { KEY: "a" }, secrets: { KEY: { secretArn } } }],
    [`environment ${repeated}, got "RDS_PORT"`, { environment: { RDS_PORT: "1" }, database }],
    [
      'secrets.KEY.secretArn must be the full ARN of a secret: a name alone cannot be granted, got "shop"',
      { secrets: { KEY: { secretArn: "shop" } } },
    ],
    ["database.port must be a whole number between 1 and 65535, got 0", { database: { ...database, port: 0 } }],
    [
      'appEgress must not repeat a rule (HTTPS to anywhere is one already), got "tcp 443 to 0.0.0.0/0"',
      { appEgress: [{ to: "0.0.0.0/0", port: 443 }] },
    ],
    ["appEgress must have ports from 1 to 65535, got 0", { appEgress: [{ to: "10.0.0.0/16", port: 0 }] }],
  ];
  for (const [sentence, args] of refused) {
    it(`are refused: ${sentence.slice(0, 100)}`, () =>
      assert.rejects(app(args), { message: `beanstalk app "shop": ${sentence}` }));
  }
});
