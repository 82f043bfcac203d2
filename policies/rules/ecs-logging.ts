import { judgeContainers, taskTypes } from "../facts/container-definitions";
import { asText, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { texts } from "../settings";

export const ecsLogging = rule({
  name: "ecs-logging",
  displayName: "Containers of ECS keep their logs",
  description: "Every container of a task sends its logs to where they outlive it.",
  why: "What a container prints is gone with its task unless it is sent elsewhere, and with it the reason why the task failed.",
  severity: "medium",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-9",
  remediationSteps:
    'Give every container a logConfiguration: logDriver "awslogs" with awslogs-group, awslogs-region and awslogs-stream-prefix, or "awsfirelens" beside a log router.',
  controls: { fsbp: ["ECS.9"] },
  settings: {
    drivers: texts(
      ["awslogs", "awsfirelens", "splunk", "fluentd", "gelf", "syslog"],
      "The log drivers that take logs off the host.",
    ),
  },
  types: taskTypes,
  resource({ resource, settings, deny, undecided }) {
    judgeContainers(resource, { undecided }, ({ place, read }) => {
      const driver = asText(read("logConfiguration", "logDriver"));
      if (driver === UNKNOWN) undecided(`logConfiguration of ${place}`);
      else if (driver === undefined) deny(`${place} has no logConfiguration; add one`);
      else if (!settings.drivers.includes(driver)) {
        deny(`${place} has the log driver ${shown(driver)}; use ${settings.drivers.join(", ")}`);
      } else if (driver === "awslogs" && at(read("logConfiguration", "options"), "awslogs-group") === undefined) {
        deny(`${place} has the log driver "awslogs" without awslogs-group; name a log group in its options`);
      }
    });
  },
});
