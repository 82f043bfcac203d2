import { asText, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const ecsExecLogging = rule({
  name: "ecs-exec-logging",
  displayName: "Sessions in containers are logged",
  description: "What is typed in a session of ECS Exec is logged, to the task's own logs or to a stated place.",
  why: "A shell in a running container can read and change all that is there; without a log nobody knows afterwards what was done.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-logging",
  remediationSteps:
    'Leave executeCommandConfiguration.logging at "DEFAULT", or set it to "OVERRIDE" with a log group or a bucket in logConfiguration.',
  controls: {},
  types: ["aws:ecs/cluster:Cluster"],
  resource({ resource, deny, undecided }) {
    const path = "configuration.executeCommandConfiguration";
    const config = at(resource.props, "configuration", "executeCommandConfiguration");
    const logging = asText(at(config, "logging"));
    if (logging === UNKNOWN) return undecided(`${path}.logging`);
    if (logging === "NONE") return deny(`${path}.logging is ${shown(logging)}; set it to "DEFAULT" or "OVERRIDE"`);
    if (logging !== "OVERRIDE") return;
    const places = ["cloudWatchLogGroupName", "s3BucketName"].map((name) => at(config, "logConfiguration", name));
    if (places.every((place) => place === undefined || place === "")) {
      deny(`${path}.logConfiguration names no place for the logs; name a log group or a bucket`);
    }
  },
});
