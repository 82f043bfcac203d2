import assert from "node:assert/strict";
import { Budget, type BudgetArgs } from "../../../components/budget";
import type { BudgetActionArgs } from "../../../components/budget/action";
import { record } from "../../../planner/record";

const make = (action: BudgetActionArgs, args: Partial<BudgetArgs> = {}) =>
  record(() => {
    new Budget("shop", { amountUsd: 500, notify: { emails: ["ops@example.com"] }, action, ...args });
  });

const instance = "i-0123456789abcdef0";
const stop: BudgetActionArgs = { type: "stopInstances", instanceIds: [instance] };
const deny: BudgetActionArgs = { type: "denyPolicy", groups: ["developers"] };

describe("the action of a budget", () => {
  it("stops servers by Systems Manager when all is spent and somebody approves", async () => {
    const plan = await make(stop);
    assert.deepEqual(plan.get("shop-action").inputs, {
      budgetName: plan.get("shop-budget").outputs.name,
      actionType: "RUN_SSM_DOCUMENTS",
      actionThreshold: { actionThresholdType: "PERCENTAGE", actionThresholdValue: 100 },
      notificationType: "ACTUAL",
      approvalModel: "MANUAL",
      definition: {
        ssmActionDefinition: { actionSubType: "STOP_EC2_INSTANCES", instanceIds: [instance], region: "eu-west-1" },
      },
      executionRoleArn: plan.get("shop-action-role").outputs.arn,
      subscribers: [{ subscriptionType: "EMAIL", address: "ops@example.com" }],
      tags: { Name: "shop-action" },
    });
    const permission = plan.get("shop-action-permission");
    assert.equal(
      permission.inputs.policyArn,
      "arn:aws:iam::aws:policy/AWSBudgetsActions_RolePolicyForResourceAdministrationWithSSM",
    );
    assert.ok(plan.get("shop-action").dependencies.includes(permission.urn));
  });

  it("acts by itself, earlier, on what is expected, elsewhere, and tells a topic, if told so", async () => {
    const notify = { topic: { topicArn: "arn:aws:sns:us-east-1:123456789012:costs" } };
    const action = { ...stop, region: "us-east-1", atPercent: 90.5, of: "forecast", approval: "automatic" } as const;
    const { inputs } = (await make(action, { notify })).get("shop-action");
    assert.deepEqual(inputs.actionThreshold, { actionThresholdType: "PERCENTAGE", actionThresholdValue: 90.5 });
    assert.deepEqual([inputs.notificationType, inputs.approvalModel], ["FORECASTED", "AUTOMATIC"]);
    assert.equal(Object(inputs.definition).ssmActionDefinition.region, "us-east-1");
    assert.deepEqual(inputs.subscribers, [{ subscriptionType: "SNS", address: notify.topic.topicArn }]);
  });

  it("is done by a role that only budgets of this account may take", async () => {
    const { inputs } = (await make(stop)).get("shop-action-role");
    assert.deepEqual(JSON.parse(String(inputs.assumeRolePolicy)).Statement, [
      {
        Effect: "Allow",
        Principal: { Service: "budgets.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: {
          StringEquals: { "aws:SourceAccount": "123456789012" },
          ArnLike: { "aws:SourceArn": "arn:aws:budgets::123456789012:budget/*" },
        },
      },
    ]);
  });

  it("denies groups and roles to start what costs by the hour, and may attach nothing else to nobody else", async () => {
    const plan = await make({ ...deny, roles: ["ci/deploy"] });
    const policy = plan.get("shop-deny-new-costs");
    const { actionType, definition } = plan.get("shop-action").inputs;
    assert.equal(actionType, "APPLY_IAM_POLICY");
    assert.deepEqual(definition, {
      iamActionDefinition: { policyArn: policy.outputs.arn, roles: ["ci/deploy"], groups: ["developers"] },
    });
    const onlyThat = { ArnEquals: { "iam:PolicyARN": policy.outputs.arn } };
    assert.deepEqual(JSON.parse(String(plan.get("shop-action-permission").inputs.policy)).Statement, [
      {
        Effect: "Allow",
        Action: ["iam:AttachRolePolicy", "iam:DetachRolePolicy"],
        Resource: ["arn:aws:iam::123456789012:role/ci/deploy"],
        Condition: onlyThat,
      },
      {
        Effect: "Allow",
        Action: ["iam:AttachGroupPolicy", "iam:DetachGroupPolicy"],
        Resource: ["arn:aws:iam::123456789012:group/developers"],
        Condition: onlyThat,
      },
    ]);
  });

  it("lets what runs be stopped and deleted", async () => {
    const [statement] = JSON.parse(String((await make(deny)).get("shop-deny-new-costs").inputs.policy)).Statement;
    assert.deepEqual([statement.Effect, statement.Resource], ["Deny", "*"]);
    for (const action of ["ec2:RunInstances", "ecs:RunTask", "rds:CreateDBInstance", "ec2:CreateNatGateway"]) {
      assert.ok(statement.Action.includes(action), action);
    }
    const ends = statement.Action.filter((action: string) => /:(Stop|Terminate|Delete|Describe|List|Get)/.test(action));
    assert.deepEqual(ends, []);
  });

  it("attaches another policy if told", async () => {
    const policyArn = "arn:aws:iam::aws:policy/AWSDenyAll";
    const plan = await make({ ...deny, policyArn });
    assert.deepEqual(plan.get("shop-action").inputs.definition, {
      iamActionDefinition: { policyArn, groups: ["developers"] },
    });
    assert.deepEqual(plan.names("aws:iam/policy:Policy"), []);
  });

  const names = (count: number) => Array.from({ length: count }, (_, index) => `group-${index}`);
  const refused: Record<string, [BudgetActionArgs, string, Partial<BudgetArgs>?]> = {
    "0 percent": [
      { ...stop, atPercent: 0 },
      "action.atPercent must be more than 0 and at most 1000000 (percent), got 0",
    ],
    "too many percent": [
      { ...stop, atPercent: 2_000_000 },
      "action.atPercent must be more than 0 and at most 1000000 (percent), got 2000000",
    ],
    "a forecast of a day": [
      { ...stop, of: "forecast" },
      'action.of must be "actual" for a daily budget: AWS forecasts none, got "forecast"',
      { period: "daily" },
    ],
    "no server": [{ ...stop, instanceIds: [] }, "action.instanceIds must name 1 to 100, got 0"],
    "a server twice": [
      { ...stop, instanceIds: [instance, instance] },
      `action.instanceIds must not repeat one, got ["${instance}","${instance}"]`,
    ],
    "what is no server": [
      { ...stop, instanceIds: ["web"] },
      'action.instanceIds must be ids of EC2 instances (i-…), got "web"',
    ],
    "what is no region": [
      { ...stop, region: "Ireland" },
      'action.region must be a region such as "eu-west-1", got "Ireland"',
    ],
    "a policy for nobody": [{ type: "denyPolicy" }, 'action must name roles or groups, got {"type":"denyPolicy"}'],
    "an empty list of roles": [{ type: "denyPolicy", roles: [] }, "action.roles must name 1 to 100, got 0"],
    "101 groups": [{ type: "denyPolicy", groups: names(101) }, "action.groups must name 1 to 100, got 101"],
    "an ARN for a name": [
      { type: "denyPolicy", roles: ["arn:aws:iam::123456789012:role/deploy"] },
      'action.roles must be names, not ARNs, got "arn:aws:iam::123456789012:role/deploy"',
    ],
    "a policy that is none": [
      { ...deny, policyArn: "AWSDenyAll" },
      'action.policyArn must be the ARN of an IAM policy, got "AWSDenyAll"',
    ],
  };
  for (const [what, [action, message, args]] of Object.entries(refused)) {
    it(`is not ${what}`, () => assert.rejects(make(action, args), { message: `budget "shop": ${message}` }));
  }
});
