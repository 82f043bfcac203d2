import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { environment } from "./environment";
import { type OperatingSystem, operatingSystems, patchBaseline } from "./patch-policy/baseline";
import { type PatchLimits, readLimits } from "./patch-policy/limits";
import { type PatchWindow, readWindow } from "./patch-policy/window";
import { awsCron } from "./scaling/aws-cron";
import { logGroup, readLogs, type ServiceLogs } from "./service-logs";

/** Arguments of {@link PatchPolicy}. */
export interface PatchPolicyArgs extends PatchLimits {
  /** The value of the tag `PatchGroup` of the servers that are patched; a region of an account has each once. @default project, stack and name */
  readonly patchGroup?: string;
  /** What they run. @default ["amazonLinux2023", "ubuntu"] */
  readonly operatingSystems?: readonly OperatingSystem[];
  /** Days from the release of a patch until it is installed, 0–360; Ubuntu tells no dates, so there at once. @default 7 in prod, 0 in dev */
  readonly approveAfterDays?: number;
  /** Patches that are never installed, at most 50: names of packages, or KB numbers on Windows. @default none */
  readonly rejectedPatches?: readonly string[];
  /** When servers are patched. @default Sunday, 3:00 to 6:00 UTC */
  readonly window?: PatchWindow;
  /** Whether patches are installed, or only counted. @default "install" */
  readonly operation?: "install" | "scan";
  /** Whether a server restarts when a patch asks for it. @default "ifNeeded" */
  readonly reboot?: "ifNeeded" | "never";
  /** The log group of what was done. @default kept for 365 days in prod, 14 in dev */
  readonly logs?: ServiceLogs;
}

/**
 * Patches for servers that live long: those that have the tag are patched by Systems Manager in a window of time, a few
 * at once, until one fails. What an image or a launch template replaces needs none.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager.html
 *
 * @example
 * import { Network } from "./components/network";
 * import { PatchPolicy } from "./components/patch-policy";
 * import { Server } from "./components/server";
 *
 * const patches = new PatchPolicy("patches", { window: { recurrence: "0 2 * * 6", timeZone: "Europe/London" } });
 * const wiki = new Server("wiki", {
 *   network: new Network("net", { zones: 2 }),
 *   instanceTags: patches.instanceTags,
 *   policyArns: { patches: patches.logPolicyArn },
 * });
 */
export class PatchPolicy extends pulumi.ComponentResource {
  /** The tag by which a server is patched, for its `instanceTags`. */
  readonly instanceTags: Readonly<Record<string, string>>;
  /** The ARN of the policy by which a server may write what was done, for its `policyArns`. */
  readonly logPolicyArn: pulumi.Output<string>;
  /** The id of the maintenance window. */
  readonly windowId: pulumi.Output<string>;
  /** The ids of the patch baselines, by operating system. */
  readonly baselineIds: Readonly<Record<string, pulumi.Output<string>>>;
  /** The name of the log group. */
  readonly logGroupName: pulumi.Output<string>;

  /** @throws when an argument is not one that AWS takes. */
  constructor(name: string, args: PatchPolicyArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:PatchPolicy", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "patch policy", name);
    const isProd = environment() === "prod";
    const { patchGroup = ownGroup(name), operation = "install", reboot = "ifNeeded" } = args;
    const { operatingSystems: systems = ["amazonLinux2023", "ubuntu"], rejectedPatches: rejected = [] } = args;
    const { approveAfterDays = isProd ? 7 : 0 } = args;
    checkArgs(check, { patchGroup, systems, approveAfterDays, rejected });
    const window = readWindow(check, args.window ?? {});
    const limits = readLimits(check, args);
    const logs = readLogs(check, args.logs ?? {});

    const baselines = systems.map((system) => {
      const baseline = patchBaseline(`${name}-${system}`, system, { approveAfterDays, rejected }, this);
      new aws.ssm.PatchGroup(`${name}-${system}-group`, { baselineId: baseline.id, patchGroup }, { parent: this });
      return [system, baseline.id] as const;
    });
    const logged = logGroup(`${name}-logs`, logs, this);
    const made = new aws.ssm.MaintenanceWindow(
      `${name}-window`,
      {
        description: `Patches the servers of ${name}`,
        schedule: awsCron(window.recurrence),
        scheduleTimezone: window.timeZone,
        duration: window.durationHours,
        cutoff: window.cutoffHours,
        allowUnassociatedTargets: false,
        tags: { Name: `${name}-window` },
      },
      { parent: this },
    );
    const target = new aws.ssm.MaintenanceWindowTarget(
      `${name}-servers`,
      {
        windowId: made.id,
        description: `The servers of ${name}`,
        resourceType: "INSTANCE",
        targets: [{ key: "tag:PatchGroup", values: [patchGroup] }],
      },
      { parent: this },
    );
    new aws.ssm.MaintenanceWindowTask(
      `${name}-patch`,
      {
        windowId: made.id,
        description: operation === "install" ? "Installs patches" : "Counts missing patches",
        taskType: "RUN_COMMAND",
        taskArn: "AWS-RunPatchBaseline",
        priority: 1,
        ...limits,
        // A command that is cancelled may leave a server with half of its patches.
        cutoffBehavior: "CONTINUE_TASK",
        targets: [{ key: "WindowTargetIds", values: [target.id] }],
        taskInvocationParameters: {
          runCommandParameters: {
            comment: `Patches of ${name}`,
            documentVersion: "$DEFAULT",
            parameters: [
              { name: "Operation", values: [operation === "install" ? "Install" : "Scan"] },
              { name: "RebootOption", values: [reboot === "ifNeeded" ? "RebootIfNeeded" : "NoReboot"] },
            ],
            // Seconds in which a server that is off or out of reach must take up the command.
            timeoutSeconds: 600,
            cloudwatchConfig: { cloudwatchLogGroupName: logged.name, cloudwatchOutputEnabled: true },
          },
        },
      },
      { parent: this },
    );
    const logPolicy = new aws.iam.Policy(
      `${name}-log-policy`,
      {
        description: `Writes what was patched to the log group of ${name}`,
        policy: pulumi.jsonStringify({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
              Resource: pulumi.interpolate`${logged.arn}:*`,
            },
            // The agent looks for the group before it writes to it.
            { Effect: "Allow", Action: "logs:DescribeLogGroups", Resource: logged.arn.apply(anyGroup) },
          ],
        }),
        tags: { Name: `${name}-log-policy` },
      },
      { parent: this },
    );

    this.instanceTags = { PatchGroup: patchGroup };
    this.logPolicyArn = logPolicy.arn;
    this.windowId = made.id;
    this.baselineIds = Object.fromEntries(baselines);
    this.logGroupName = logged.name;
    const { instanceTags, logPolicyArn, windowId, baselineIds, logGroupName } = this;
    this.registerOutputs({ instanceTags, logPolicyArn, windowId, baselineIds, logGroupName });
  }
}

/** Two stacks that patch have each its own. */
function ownGroup(name: string): string {
  return `${pulumi.getProject()}-${pulumi.getStack()}-${name}`.replace(/[^\w.:/=+@-]/g, "-");
}

/** All log groups of the account and region of one. */
function anyGroup(arn: string): string {
  return [...arn.split(":").slice(0, 6), "*"].join(":");
}

interface Checked {
  readonly patchGroup: string;
  readonly systems: readonly string[];
  readonly approveAfterDays: number;
  readonly rejected: readonly string[];
}

/** Limits: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreatePatchBaseline.html */
function checkArgs(check: ArgumentCheck, { patchGroup, systems, approveAfterDays, rejected }: Checked): void {
  const isGroup = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,256}$/u.test(patchGroup);
  check(isGroup, "patchGroup", "must be 1 to 256 letters, digits, spaces and any of _.:/=+-@", patchGroup);
  const isKnown = systems.length > 0 && systems.every((system) => operatingSystems.includes(system));
  check(isKnown, "operatingSystems", `must name one or more of ${operatingSystems.join(", ")}`, systems);
  check(new Set(systems).size === systems.length, "operatingSystems", "must not repeat a value", systems);
  const isDays = Number.isInteger(approveAfterDays) && approveAfterDays >= 0 && approveAfterDays <= 360;
  check(isDays, "approveAfterDays", "must be a whole number of days between 0 and 360", approveAfterDays);
  check(rejected.length <= 50, "rejectedPatches", "must be at most 50", rejected.length);
  const wrong = rejected.find((patch) => patch.length < 1 || patch.length > 100);
  check(wrong === undefined, "rejectedPatches", "must have 1 to 100 characters each", wrong);
}
