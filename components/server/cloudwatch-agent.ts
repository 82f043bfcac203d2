import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** Where the agent's metrics are. */
export const agentNamespace = "CWAgent";

/** The names under which memory and disks are measured, on Linux as on Windows. */
export const agentMetrics = { memory: "mem_used_percent", disk: "disk_used_percent", diskFree: "disk_free_percent" };

/** The disks that the agent measures: each by a role, and as its metrics know it. */
export interface MeasuredDisks {
  /** Whose metrics they are: of one server, or of a group together, however many servers it has. */
  readonly of: "InstanceId" | "AutoScalingGroupName";
  readonly isWindows: boolean;
  readonly disks: readonly { readonly role: string; readonly dimensions: Readonly<Record<string, string>> }[];
}

/** @param mountPaths where disks beside the root one are, by device name */
export function measuredDisks(isWindows: boolean, mountPaths: Readonly<Record<string, string>>): MeasuredDisks {
  const of = "InstanceId";
  if (isWindows) return { of, isWindows, disks: [{ role: "root", dimensions: { instance: "C:" } }] };
  const others = Object.entries(mountPaths).map(([device, path]) => {
    return { role: device.replace("/dev/", ""), dimensions: { path } };
  });
  return { of, isWindows, disks: [{ role: "root", dimensions: { path: "/" } }, ...others] };
}

/**
 * What the agent measures. Metrics are counted for the server or the group alone, as alarms read them, not also for an
 * image, a type or a host, each of which would be paid for.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Agent-Configuration-File-Details.html
 */
export function agentConfiguration({ of, isWindows, disks }: MeasuredDisks): string {
  const resources = disks.flatMap(({ dimensions }) => Object.values(dimensions));
  const linux = {
    mem: { measurement: [agentMetrics.memory] },
    disk: { measurement: [agentMetrics.disk], resources, drop_device: true },
  };
  const windows = {
    Memory: { measurement: [{ name: "% Committed Bytes In Use", rename: agentMetrics.memory }] },
    LogicalDisk: { measurement: [{ name: "% Free Space", rename: agentMetrics.diskFree }], resources },
  };
  return JSON.stringify(
    {
      agent: { metrics_collection_interval: 60, ...(of === "AutoScalingGroupName" && { omit_hostname: true }) },
      metrics: {
        namespace: agentNamespace,
        // The agent fills it in.
        append_dimensions: { [of]: `\${aws:${of}}` },
        aggregation_dimensions: [[of], [of, isWindows ? "instance" : "path"]],
        metrics_collected: isWindows ? windows : linux,
      },
    },
    undefined,
    2,
  );
}

/** Which servers have the agent, as Systems Manager finds them. */
export interface AgentTarget {
  readonly key: "InstanceIds" | "tag:aws:autoscaling:groupName";
  readonly values: readonly pulumi.Input<string>[];
}

/**
 * Has Systems Manager install the CloudWatch agent and start it, again each day, whenever what it measures changes, and on
 * each server that comes: none of it needs a new server, on no kind of image.
 */
export function cloudWatchAgent(
  name: string,
  { key, values }: AgentTarget,
  measured: MeasuredDisks,
  parent: pulumi.Resource,
): void {
  const document = new aws.ssm.Document(
    `${name}-agent`,
    {
      documentType: "Command",
      documentFormat: "JSON",
      targetType: "/AWS::EC2::Instance",
      content: JSON.stringify({
        schemaVersion: "2.2",
        description: `Installs and starts the CloudWatch agent of ${name}`,
        mainSteps: [
          {
            action: "aws:configurePackage",
            name: "install",
            inputs: { name: "AmazonCloudWatchAgent", action: "Install" },
          },
          measured.isWindows ? startOnWindows(measured) : startOnLinux(measured),
        ],
      }),
      tags: { Name: `${name}-agent` },
    },
    { parent },
  );
  new aws.ssm.Association(
    `${name}-agent-association`,
    {
      name: document.name,
      // A number, so that a new version is applied at once.
      documentVersion: document.latestVersion,
      associationName: `${name}-agent`,
      targets: [{ key, values: [...values] }],
      scheduleExpression: "rate(1 day)",
      complianceSeverity: "MEDIUM",
    },
    { parent },
  );
}

function startOnLinux(measured: MeasuredDisks) {
  const file = "/opt/aws/amazon-cloudwatch-agent/etc/server.json";
  return {
    action: "aws:runShellScript",
    name: "start",
    inputs: {
      runCommand: [
        `cat > ${file} <<'END'`,
        ...agentConfiguration(measured).split("\n"),
        "END",
        `/opt/aws/amazon-cloudwatch-agent/bin/amazon-cloudwatch-agent-ctl -a fetch-config -m ec2 -s -c file:${file}`,
      ],
    },
  };
}

function startOnWindows(measured: MeasuredDisks) {
  const file = "$env:ProgramData\\Amazon\\AmazonCloudWatchAgent\\server.json";
  return {
    action: "aws:runPowerShellScript",
    name: "start",
    inputs: {
      runCommand: [
        "@'",
        ...agentConfiguration(measured).split("\n"),
        `'@ | Set-Content -Encoding ascii "${file}"`,
        `& "$env:ProgramFiles\\Amazon\\AmazonCloudWatchAgent\\amazon-cloudwatch-agent-ctl.ps1" -a fetch-config -m ec2 -s -c "file:${file}"`,
      ],
    },
  };
}
