import { groupType } from "../facts/auto-scaling-groups";
import { asList, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

/** What says whether a group has the instances that it wants. Group metrics cost nothing. */
const metrics = [
  "GroupDesiredCapacity",
  "GroupInServiceInstances",
  "GroupMaxSize",
  "GroupMinSize",
  "GroupPendingInstances",
];

export const asgGroupMetrics = rule({
  name: "asg-group-metrics",
  displayName: "Auto Scaling groups report their size",
  description: "Every Auto Scaling group sends metrics of its size to CloudWatch.",
  why: "Without them there is no graph and no alarm that tells whether a group has the instances that it wants.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-metrics.html",
  remediationSteps:
    "List the metrics in enabledMetrics, such as GroupDesiredCapacity and GroupInServiceInstances; they are free of charge.",
  controls: {},
  types: [groupType],
  resource({ resource: { props }, deny, undecided }) {
    const enabled = asList(at(props, "enabledMetrics"));
    if (enabled === UNKNOWN) undecided("enabledMetrics");
    else if (enabled.length === 0) deny(`enabledMetrics names none; list ${metrics.slice(0, 2).join(", ")} or others`);
  },
  remediate({ props }) {
    const enabled = asList(at(props, "enabledMetrics"));
    return enabled === UNKNOWN || enabled.length > 0 ? [] : [{ path: ["enabledMetrics"], value: metrics }];
  },
});
