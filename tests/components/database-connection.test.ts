import assert from "node:assert/strict";
import { type ConnectedDatabase, DatabaseConnection } from "../../components/database-connection";
import { record } from "../../planner/record";

const secretArn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-AbCdEf";
const shop = { address: "shop.example.com", port: 5432, databaseName: "shop", secretArn };

const make = (database: ConnectedDatabase = shop, path = "/shop/dev/database") =>
  record(() => {
    new DatabaseConnection("shop", { database, path });
  });

describe("DatabaseConnection", () => {
  it("says in parameters that any script can read how to connect, and nothing that is secret", async () => {
    const plan = await make();
    const parameters = plan.ofType("aws:ssm/parameter:Parameter").map(({ inputs }) => inputs);
    assert.deepEqual(Object.fromEntries(parameters.map(({ name, insecureValue }) => [name, insecureValue])), {
      "/shop/dev/database/DATABASE_HOST": "shop.example.com",
      "/shop/dev/database/DATABASE_PORT": "5432",
      "/shop/dev/database/DATABASE_NAME": "shop",
      "/shop/dev/database/DATABASE_SECRET_ARN": secretArn,
    });
    assert.deepEqual(plan.get("shop-host").inputs, {
      name: "/shop/dev/database/DATABASE_HOST",
      description: "What servers know of the database shop",
      type: "String",
      insecureValue: "shop.example.com",
      tags: { Name: "shop-host" },
    });
  });

  it("lets its policy's bearers read exactly these parameters and that secret", async () => {
    const plan = await make();
    const parameter = (name: string) =>
      `arn:aws:ssm:eu-west-1:123456789012:parameter/shop/dev/database/DATABASE_${name}`;
    assert.deepEqual(JSON.parse(String(plan.get("shop-policy").inputs.policy)).Statement, [
      {
        Effect: "Allow",
        Action: ["ssm:GetParameter", "ssm:GetParameters"],
        Resource: ["HOST", "PORT", "NAME", "SECRET_ARN"].map(parameter),
      },
      { Effect: "Allow", Action: ["secretsmanager:GetSecretValue"], Resource: [secretArn] },
    ]);
    assert.equal(plan.get("shop").outputs.policyArn, plan.get("shop-policy").outputs.arn);
  });

  it("lets them decrypt with a key of yours", async () => {
    const secretKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/own";
    const plan = await make({ ...shop, secretKeyArn });
    assert.deepEqual(JSON.parse(String(plan.get("shop-policy").inputs.policy)).Statement[2], {
      Effect: "Allow",
      Action: ["kms:Decrypt"],
      Resource: [secretKeyArn],
    });
  });

  it("names the replicas where there are any", async () => {
    const plan = await make({ ...shop, replicaAddresses: { one: "one.example.com", two: "two.example.com" } });
    assert.equal(plan.get("shop-replica-hosts").inputs.insecureValue, "one.example.com,two.example.com");
  });

  for (const path of ["shop", "/", "/shop/", "/aws/shop", "/ssm-shop", "/the shop", `/${"a/".repeat(14)}a`]) {
    it(`refuses the path "${path}"`, () =>
      assert.rejects(make(shop, path), {
        message: `database connection "shop": path must be such as "/shop/dev/database", not beginning with aws or ssm, got "${path}"`,
      }));
  }
});
