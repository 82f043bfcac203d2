import assert from "node:assert/strict";
import { plain, shop, statements, web } from "../shop";

const secretArn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf";
const parameterArn = "arn:aws:ssm:eu-west-1:123456789012:parameter/shop/token";
const kmsKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";
const logs = ["logs:CreateLogStream", "logs:PutLogEvents"];
const pull = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];
const logGroup = "aws:cloudwatch/logGroup:LogGroup";

describe("the roles of a task", () => {
  it("let ECS write the service's logs, pull its image and read its secrets, each by its ARN", async () => {
    const secrets = {
      DB: { secretArn, kmsKeyArn },
      DB_USER: { secretArn, key: "user", kmsKeyArn },
      TOKEN: { parameterArn },
    };
    const plan = await shop({ ...plain, containers: { web: { ...web, secrets }, proxy: { image: web.image } } });
    const allow = (Action: string[], ...Resource: unknown[]) => ({ Effect: "Allow", Action, Resource });
    assert.deepEqual(statements(plan, "shop-execution-role-policy"), [
      allow(logs, `${plan.get("shop-logs", logGroup).outputs.arn}:*`),
      allow(["ecr:GetAuthorizationToken"], "*"),
      allow(pull, "arn:aws:ecr:eu-west-1:123456789012:repository/shop"),
      allow(["secretsmanager:GetSecretValue"], secretArn),
      allow(["ssm:GetParameters"], parameterArn),
      allow(["kms:Decrypt"], kmsKeyArn),
    ]);
  });

  it("let ECS pull nothing of this account for an image of a public registry", async () => {
    const plan = await shop({ ...plain, containers: { web: { ...web, image: "public.ecr.aws/nginx/nginx:1.29" } } });
    assert.deepEqual(
      statements(plan, "shop-execution-role-policy").map(({ Action }) => Action),
      [logs],
    );
  });

  it("are two, taken by tasks of this account and region alone", async () => {
    const plan = await shop();
    const { executionRoleArn, taskRoleArn } = plan.get("shop-task").inputs;
    assert.equal(executionRoleArn, plan.get("shop-execution-role").outputs.arn);
    assert.equal(taskRoleArn, plan.get("shop-task-role").outputs.arn);
    for (const role of ["shop-execution-role", "shop-task-role"]) {
      const [trust] = JSON.parse(String(plan.get(role).inputs.assumeRolePolicy)).Statement;
      assert.deepEqual(trust.Principal, { Service: "ecs-tasks.amazonaws.com" });
      assert.deepEqual(trust.Condition, {
        StringEquals: { "aws:SourceAccount": "123456789012" },
        ArnLike: { "aws:SourceArn": "arn:aws:ecs:eu-west-1:123456789012:*" },
      });
    }
  });

  it("let the containers do nothing until something is said", async () => {
    const attachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
    const ofTask = (names: string[]) => names.filter((name) => name.startsWith("shop-task-role"));
    const silent = await shop();
    assert.deepEqual(ofTask(silent.names("aws:iam/rolePolicy:RolePolicy")), []);
    assert.deepEqual(ofTask(silent.names(attachment)), []);

    const resources = ["arn:aws:s3:::shop-pictures/*"];
    const policyArn = "arn:aws:iam::123456789012:policy/orders";
    const plan = await shop({
      ...plain,
      permissions: [{ actions: ["s3:GetObject", "s3:PutObject"], resources }],
      policyArns: { orders: policyArn },
    });
    assert.deepEqual(statements(plan, "shop-task-role-policy"), [
      { Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject"], Resource: resources },
    ]);
    const { inputs } = plan.get("shop-task-role-orders");
    assert.deepEqual(inputs, { role: plan.get("shop-task-role").outputs.name, policyArn });
  });

  it("have their grants before the first task starts", async () => {
    const plan = await shop({ ...plain, policyArns: { orders: "arn:aws:iam::123456789012:policy/orders" } });
    const { dependencies } = plan.get("shop-service");
    for (const grant of ["shop-execution-role-policy", "shop-task-role-orders"]) {
      assert.ok(dependencies.includes(plan.get(grant).urn), grant);
    }
  });
});
