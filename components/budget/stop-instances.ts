import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { isRegion } from "../region";
import type { ActionParts, ActionTrigger } from "./action";
import { checkMembers } from "./action-members";

/** Stops EC2 instances, by a document of Systems Manager. */
export interface StopInstancesAction extends ActionTrigger {
  readonly type: "stopInstances";
  /** The ids of 1 to 100 instances. A member of an Auto Scaling group would only be replaced by the group. */
  readonly instanceIds: readonly pulumi.Input<string>[];
  /** Where the instances are. @default the provider's region */
  readonly region?: string;
}

export function checkStopInstances(check: ArgumentCheck, { instanceIds, region }: StopInstancesAction): void {
  checkMembers(check, "action.instanceIds", instanceIds);
  for (const id of instanceIds) {
    const isId = typeof id !== "string" || /^i-([0-9a-f]{8}|[0-9a-f]{17})$/.test(id);
    check(isId, "action.instanceIds", "must be ids of EC2 instances (i-…)", id);
  }
  check(region === undefined || isRegion(region), "action.region", 'must be a region such as "eu-west-1"', region);
}

export function stopInstances(
  name: string,
  { instanceIds, region }: StopInstancesAction,
  role: aws.iam.Role,
  parent: pulumi.Resource,
): ActionParts {
  const { partition } = aws.getPartitionOutput({}, { parent });
  const permission = new aws.iam.RolePolicyAttachment(
    `${name}-action-permission`,
    {
      role: role.name,
      // It starts and stops instances through Systems Manager only, and AWS keeps it in step with what Budgets calls:
      // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBudgetsActions_RolePolicyForResourceAdministrationWithSSM.html
      policyArn: pulumi.interpolate`arn:${partition}:iam::aws:policy/AWSBudgetsActions_RolePolicyForResourceAdministrationWithSSM`,
    },
    { parent },
  );
  const ssmActionDefinition = {
    actionSubType: "STOP_EC2_INSTANCES",
    instanceIds: [...instanceIds],
    region: region ?? aws.getRegionOutput({}, { parent }).region,
  };
  return { actionType: "RUN_SSM_DOCUMENTS", definition: { ssmActionDefinition }, permission };
}
