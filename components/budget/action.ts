import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { BudgetPeriod } from "./alerts";
import { checkDenyPolicy, type DenyPolicyAction, denyPolicy } from "./deny-policy";
import { checkStopInstances, type StopInstancesAction, stopInstances } from "./stop-instances";

/** When a budget acts. */
export interface ActionTrigger {
  /** The percentage of the budget at which it acts, more than 0. @default 100 */
  readonly atPercent?: number;
  /** Whether that is of what has been spent, or of what AWS expects. @default actual */
  readonly of?: "actual" | "forecast";
  /** Whether it acts by itself, or somebody must approve in the console. @default manual */
  readonly approval?: "automatic" | "manual";
}

/** What a budget does beside calling: https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-controls.html */
export type BudgetActionArgs = StopInstancesAction | DenyPolicyAction;

/** What one kind of action is made of: its words, and the right to do it. */
export interface ActionParts {
  readonly actionType: "RUN_SSM_DOCUMENTS" | "APPLY_IAM_POLICY";
  readonly definition: aws.types.input.budgets.BudgetActionDefinition;
  readonly permission: pulumi.Resource;
}

export function checkAction(check: ArgumentCheck, action: BudgetActionArgs, period: BudgetPeriod): void {
  const { atPercent = 100, of = "actual" } = action;
  // https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_ActionThreshold.html
  const isPercent = atPercent > 0 && atPercent <= 1_000_000;
  check(isPercent, "action.atPercent", "must be more than 0 and at most 1000000 (percent)", atPercent);
  const isForecast = of === "actual" || period !== "daily";
  check(isForecast, "action.of", 'must be "actual" for a daily budget: AWS forecasts none', of);
  switch (action.type) {
    case "stopInstances":
      checkStopInstances(check, action);
      break;
    case "denyPolicy":
      checkDenyPolicy(check, action);
      break;
    default:
      unreachable(action);
  }
}

/** The budget that acts, and who hears of it. */
export interface ActingBudget {
  readonly budget: aws.budgets.Budget;
  readonly emails: readonly string[];
  readonly topicArn: pulumi.Input<string> | undefined;
}

export function budgetAction(
  name: string,
  action: BudgetActionArgs,
  { budget, emails, topicArn }: ActingBudget,
  parent: pulumi.Resource,
): aws.budgets.BudgetAction {
  const { atPercent = 100, of = "actual", approval = "manual" } = action;
  const role = actionRole(name, parent);
  const { actionType, definition, permission } = partsOf(name, action, role, parent);
  const mail = emails.map((address) => ({ subscriptionType: "EMAIL", address }));
  return new aws.budgets.BudgetAction(
    `${name}-action`,
    {
      budgetName: budget.name,
      actionType,
      actionThreshold: { actionThresholdType: "PERCENTAGE", actionThresholdValue: atPercent },
      notificationType: of === "actual" ? "ACTUAL" : "FORECASTED",
      approvalModel: approval === "automatic" ? "AUTOMATIC" : "MANUAL",
      definition,
      executionRoleArn: role.arn,
      subscribers: topicArn === undefined ? mail : [...mail, { subscriptionType: "SNS", address: topicArn }],
      tags: { Name: `${name}-action` },
    },
    { parent, dependsOn: [permission] },
  );
}

function partsOf(name: string, action: BudgetActionArgs, role: aws.iam.Role, parent: pulumi.Resource): ActionParts {
  switch (action.type) {
    case "stopInstances":
      return stopInstances(name, action, role, parent);
    case "denyPolicy":
      return denyPolicy(name, action, role, parent);
    default:
      return unreachable(action);
  }
}

function unreachable(action: never): never {
  throw new pulumi.RunError(`a budget has no action ${JSON.stringify(action)}`);
}

/** A role for the budgets of this account alone: https://docs.aws.amazon.com/cost-management/latest/userguide/cross-service-confused-deputy-prevention.html */
function actionRole(name: string, parent: pulumi.Resource): aws.iam.Role {
  const { accountId } = aws.getCallerIdentityOutput({}, { parent });
  const { partition } = aws.getPartitionOutput({}, { parent });
  return new aws.iam.Role(
    `${name}-action-role`,
    {
      description: `What the budget ${name} may do when it acts`,
      assumeRolePolicy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: "budgets.amazonaws.com" },
            Action: "sts:AssumeRole",
            Condition: {
              StringEquals: { "aws:SourceAccount": accountId },
              ArnLike: { "aws:SourceArn": pulumi.interpolate`arn:${partition}:budgets::${accountId}:budget/*` },
            },
          },
        ],
      }),
      tags: { Name: `${name}-action-role` },
    },
    { parent },
  );
}
