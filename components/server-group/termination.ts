import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { LifecycleHooks } from "./lifecycle-hooks";

/** Which servers go first, which may not go, and what Auto Scaling leaves to people. */
export interface TerminationArgs {
  /**
   * Which server goes first when there are too many, by these rules one after the other; zones are evened out before.
   * https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-termination-policies.html
   *
   * @default AWS's own: the oldest template first, then the one nearest to the next hour
   */
  readonly terminationPolicies?: readonly TerminationPolicy[];
  /** Whether no new server may go by scaling in, until an operator or the app lets it. @default false */
  readonly protectFromScaleIn?: boolean;
  /**
   * What Auto Scaling does not do, such as during an inquiry. Nobody starts servers while `Launch` is suspended.
   * https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-suspend-resume-processes.html
   *
   * @default it does all
   */
  readonly suspendedProcesses?: readonly SuspendedProcess[];
  /**
   * Whether a server whose terminating hook was abandoned is kept, out of service, until someone looks at it and ends it.
   * https://docs.aws.amazon.com/autoscaling/ec2/userguide/instance-lifecycle-policy.html
   *
   * @default false, it is terminated
   */
  readonly retainOnAbandonedHook?: boolean;
}

/** A rule of AWS's, or a Lambda function of yours that is given the candidates. */
export type TerminationPolicy =
  | "AllocationStrategy"
  | "ClosestToNextInstanceHour"
  | "Default"
  | "NewestInstance"
  | "OldestInstance"
  | "OldestLaunchTemplate"
  | { readonly functionArn: pulumi.Input<string> };

export type SuspendedProcess =
  | "AddToLoadBalancer"
  | "AlarmNotification"
  | "AZRebalance"
  | "HealthCheck"
  | "InstanceRefresh"
  | "Launch"
  | "ReplaceUnhealthy"
  | "ScheduledActions"
  | "Terminate";

export function checkTermination(check: ArgumentCheck, args: TerminationArgs, hooks: LifecycleHooks): void {
  const { terminationPolicies: policies, suspendedProcesses: suspended, retainOnAbandonedHook = false } = args;
  const lists: Record<string, readonly unknown[] | undefined> = {
    terminationPolicies: policies,
    suspendedProcesses: suspended,
  };
  for (const [argument, list] of Object.entries(lists)) {
    if (!list) continue;
    check(list.length > 0, argument, "must name at least one, or be left out", list);
    check(new Set(list).size === list.length, argument, "must not repeat one", list);
  }
  const isHooked = !retainOnAbandonedHook || Object.values(hooks).some(({ at }) => at === "terminating");
  check(isHooked, "retainOnAbandonedHook", "must be false without a terminating hook in lifecycleHooks", true);
}

type TerminationInput = Pick<
  aws.autoscaling.GroupArgs,
  "terminationPolicies" | "protectFromScaleIn" | "suspendedProcesses" | "instanceLifecyclePolicy"
>;

/** How servers go, as a group states it; nothing where nothing was said. */
export function terminationInput(args: TerminationArgs): TerminationInput {
  const { terminationPolicies, protectFromScaleIn, suspendedProcesses, retainOnAbandonedHook } = args;
  return {
    terminationPolicies: terminationPolicies?.map((policy) =>
      typeof policy === "string" ? policy : policy.functionArn,
    ),
    protectFromScaleIn: protectFromScaleIn || undefined,
    suspendedProcesses: suspendedProcesses && [...suspendedProcesses],
    instanceLifecyclePolicy: retainOnAbandonedHook
      ? { retentionTriggers: { terminateHookAbandon: "retain" } }
      : undefined,
  };
}
