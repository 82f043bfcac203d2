import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { ActionParts, ActionTrigger } from "./action";
import { checkMembers } from "./action-members";

/** Attaches a policy that denies to roles and groups, until somebody takes it back in the console. */
export interface DenyPolicyAction extends ActionTrigger {
  readonly type: "denyPolicy";
  /** The policy's ARN. @default one that denies to make or start servers, containers, databases, balancers and gateways */
  readonly policyArn?: pulumi.Input<string>;
  /** The names of up to 100 roles, with the path of one that has a path: `ci/deploy`. @default none */
  readonly roles?: readonly pulumi.Input<string>[];
  /** The names of up to 100 groups, with the path of one that has a path. @default none */
  readonly groups?: readonly pulumi.Input<string>[];
}

export function checkDenyPolicy(check: ArgumentCheck, { policyArn, roles, groups }: DenyPolicyAction): void {
  check(roles !== undefined || groups !== undefined, "action", "must name roles or groups", { type: "denyPolicy" });
  for (const [kind, names] of Object.entries({ roles, groups })) {
    if (names === undefined) continue;
    checkMembers(check, `action.${kind}`, names);
    for (const name of names) {
      const isName = typeof name !== "string" || /^([\x21-\x7e]+\/)?[\w+=,.@-]+$/.test(name);
      check(isName && !String(name).startsWith("arn:"), `action.${kind}`, "must be names, not ARNs", name);
    }
  }
  const isArn = typeof policyArn !== "string" || /^arn:aws[\w-]*:iam::(\d{12}|aws):policy\/.+$/.test(policyArn);
  check(isArn, "action.policyArn", "must be the ARN of an IAM policy", policyArn);
}

export function denyPolicy(
  name: string,
  { policyArn, roles = [], groups = [] }: DenyPolicyAction,
  role: aws.iam.Role,
  parent: pulumi.Resource,
): ActionParts {
  const { accountId } = aws.getCallerIdentityOutput({}, { parent });
  const { partition } = aws.getPartitionOutput({}, { parent });
  const denied = policyArn ?? denyNewCosts(name, parent).arn;
  const attach = (kind: "Role" | "Group", names: readonly pulumi.Input<string>[]) => ({
    Effect: "Allow",
    Action: [`iam:Attach${kind}Policy`, `iam:Detach${kind}Policy`],
    Resource: names.map((it) => pulumi.interpolate`arn:${partition}:iam::${accountId}:${kind.toLowerCase()}/${it}`),
    Condition: { ArnEquals: { "iam:PolicyARN": denied } },
  });
  const statements = [
    ...(roles.length > 0 ? [attach("Role", roles)] : []),
    ...(groups.length > 0 ? [attach("Group", groups)] : []),
  ];
  const permission = new aws.iam.RolePolicy(
    `${name}-action-permission`,
    { role: role.id, policy: pulumi.jsonStringify({ Version: "2012-10-17", Statement: statements }) },
    { parent },
  );
  const iamActionDefinition = {
    policyArn: denied,
    roles: roles.length > 0 ? [...roles] : undefined,
    groups: groups.length > 0 ? [...groups] : undefined,
  };
  return { actionType: "APPLY_IAM_POLICY", definition: { iamActionDefinition }, permission };
}

/** Leaves everything that runs alone, and may still be stopped and deleted. */
function denyNewCosts(name: string, parent: pulumi.Resource): aws.iam.Policy {
  return new aws.iam.Policy(
    `${name}-deny-new-costs`,
    {
      description: `Attached by the budget ${name} when it is spent: nothing that costs by the hour is made or started`,
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "NothingNewThatCostsByTheHour",
            Effect: "Deny",
            Action: [
              "autoscaling:CreateAutoScalingGroup",
              "autoscaling:SetDesiredCapacity",
              "ec2:CreateFleet",
              "ec2:CreateNatGateway",
              "ec2:CreateVpcEndpoint",
              "ec2:RequestSpotFleet",
              "ec2:RequestSpotInstances",
              "ec2:RunInstances",
              "ec2:StartInstances",
              "ecs:CreateService",
              "ecs:RunTask",
              "eks:CreateCluster",
              "eks:CreateFargateProfile",
              "eks:CreateNodegroup",
              "elasticache:CreateCacheCluster",
              "elasticache:CreateReplicationGroup",
              "elasticloadbalancing:CreateLoadBalancer",
              "rds:CreateDBCluster",
              "rds:CreateDBInstance",
              "rds:StartDBCluster",
              "rds:StartDBInstance",
            ],
            Resource: "*",
          },
        ],
      }),
      tags: { Name: `${name}-deny-new-costs` },
    },
    { parent },
  );
}
