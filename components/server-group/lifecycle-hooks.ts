import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/**
 * Holds a server as it comes or goes until someone says that it may. EventBridge has an event for each; a queue or a
 * topic can have a message beside. https://docs.aws.amazon.com/autoscaling/ec2/userguide/lifecycle-hooks-overview.html
 */
export interface LifecycleHook {
  /** Before it serves, or before it is terminated. */
  readonly at: "launching" | "terminating";
  /** Seconds that it waits without a heartbeat, 30–7200. @default 3600 */
  readonly heartbeatSeconds?: number;
  /** What is done when nobody answers; a launching server that is abandoned is terminated. @default "abandon" */
  readonly defaultResult?: "continue" | "abandon";
  /** Who has a message. @default EventBridge alone */
  readonly notify?: HookNotice;
}

/** A message of a lifecycle hook. */
export type HookNotice = ({ readonly topicArn: pulumi.Input<string> } | { readonly queueArn: pulumi.Input<string> }) & {
  /** A role that Auto Scaling may take on to send it. @default one that may do just this is made */
  readonly roleArn?: pulumi.Input<string>;
  /** A text that the message carries, at most 4000 printable ASCII characters. @default none */
  readonly metadata?: string;
};

export type LifecycleHooks = Readonly<Record<string, LifecycleHook>>;

/** Limits: https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_LifecycleHookSpecification.html */
export function checkHooks(check: ArgumentCheck, hooks: LifecycleHooks): void {
  for (const [name, { heartbeatSeconds = 3600, notify }] of Object.entries(hooks)) {
    check(/^[\w-]{1,255}$/.test(name), "lifecycleHooks", "must have names of letters, digits, - and _", name);
    const argument = `lifecycleHooks.${name}`;
    const isTime = Number.isInteger(heartbeatSeconds) && heartbeatSeconds >= 30 && heartbeatSeconds <= 7200;
    const limits = "must be a whole number of seconds between 30 and 7200";
    check(isTime, `${argument}.heartbeatSeconds`, limits, heartbeatSeconds);
    const text = notify?.metadata ?? "-";
    const isText = /^[\t\n\r\x20-\x7e]{1,4000}$/.test(text);
    check(isText, `${argument}.notify.metadata`, "must be between 1 and 4000 printable ASCII characters", text);
  }
}

type HookInput = aws.types.input.autoscaling.GroupInitialLifecycleHook & { readonly name: string };

/** The hooks as AWS takes them, with the roles that their messages need. */
export function hookInputs(name: string, hooks: LifecycleHooks, parent: pulumi.Resource): HookInput[] {
  return Object.entries(hooks).map(([key, { at, heartbeatSeconds = 3600, defaultResult = "abandon", notify }]) => ({
    name: key,
    lifecycleTransition: `autoscaling:EC2_INSTANCE_${at === "launching" ? "LAUNCHING" : "TERMINATING"}`,
    heartbeatTimeout: heartbeatSeconds,
    defaultResult: defaultResult === "abandon" ? "ABANDON" : "CONTINUE",
    notificationTargetArn: notify && targetArn(notify),
    roleArn: notify && (notify.roleArn ?? noticeRoleArn(`${name}-${key}`, notify, parent)),
    notificationMetadata: notify?.metadata,
  }));
}

function targetArn(notice: HookNotice): pulumi.Input<string> {
  return "topicArn" in notice ? notice.topicArn : notice.queueArn;
}

/** The ARN of a role that may send the messages, from when it may: Auto Scaling sends one as the hook is made. */
function noticeRoleArn(name: string, notice: HookNotice, parent: pulumi.Resource): pulumi.Output<string> {
  const role = new aws.iam.Role(
    `${name}-role`,
    {
      description: `Messages of the lifecycle hook ${name}`,
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "autoscaling.amazonaws.com" }, Action: "sts:AssumeRole" }],
      }),
    },
    { parent },
  );
  const actions = "topicArn" in notice ? ["sns:Publish"] : ["sqs:SendMessage", "sqs:GetQueueUrl"];
  const policy = aws.iam.getPolicyDocumentOutput(
    { statements: [{ actions, resources: [targetArn(notice)] }] },
    { parent },
  ).json;
  const allowed = new aws.iam.RolePolicy(`${name}-role-send`, { role: role.name, policy }, { parent });
  return pulumi.all([role.arn, allowed.id]).apply(([arn]) => arn);
}

/** The hooks of a group, as resources, which later changes of them reach. */
export function lifecycleHooks(
  name: string,
  group: aws.autoscaling.Group,
  hooks: readonly HookInput[],
  parent: pulumi.Resource,
): void {
  for (const hook of hooks) {
    const args = { ...hook, autoscalingGroupName: group.name };
    new aws.autoscaling.LifecycleHook(`${name}-hook-${hook.name}`, args, { parent });
  }
}
