import { groupType, isOfEcs, scalers, scheduleType } from "../facts/auto-scaling-groups";
import { environmentType, inheritingEnvironments, inheritsOptions, optionValue } from "../facts/beanstalk-settings";
import { stated } from "../facts/stated";
import { asNumber, at, shown, UNKNOWN } from "../facts/value";
import { rule, type Verdicts } from "../rule";
import { integer } from "../settings";

export const asgMinSize = rule({
  name: "asg-min-size",
  displayName: "Groups of production keep two instances",
  description:
    "An Auto Scaling group or Elastic Beanstalk environment of production keeps two instances or more, also by schedule.",
  why: "With one instance each failure, each update and each lost zone is an outage.",
  severity: "medium",
  level: { dev: "disabled", prod: "advisory" },
  url: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html",
  remediationSteps:
    "Set minSize to 2 or more; in an autoscaling.Schedule, minSize to 2 or more or to -1, which leaves it; in a Beanstalk environment, MinSize of aws:autoscaling:asg.",
  controls: {},
  settings: { min: integer(2, "The number of instances that a group must keep.", { minimum: 1 }) },
  types: [environmentType],
  resource({ resource, settings: { min }, deny, undecided }) {
    if (!inheritsOptions(resource)) judgeEnvironment(resource.props, min, { deny, undecided });
  },
  stack({ stack, settings: { min }, on }) {
    const all = scalers(stack);
    // ECS starts as many hosts as its tasks need, and spreads the tasks.
    const ofEcs = new Map(all.filter(isOfEcs).flatMap(({ groups, works }) => groups.map((group) => [group, works])));
    for (const group of stack.ofType(groupType)) {
      const { deny, undecided } = on(group);
      const works = ofEcs.get(group.urn);
      if (works === true) continue;
      const find = works === UNKNOWN ? () => undecided("whether ECS decides its size") : deny;
      judgeSize(at(group.props, "minSize"), "", min, { deny: find, undecided });
    }
    for (const { scaler, groups } of all) {
      if (scaler.type !== scheduleType || groups.some((group) => ofEcs.has(group))) continue;
      const size = at(stated(scaler).props, "minSize");
      if (asNumber(size) !== -1) judgeSize(size, ", or to -1 to leave it as it is", min, on(scaler));
    }
    for (const { environment, props, origin } of inheritingEnvironments(stack)) {
      judgeEnvironment(props, min, on(environment), origin);
    }
  },
});

function judgeSize(value: unknown, otherwise: string, min: number, { deny, undecided }: Verdicts): void {
  const size = asNumber(value);
  if (size === UNKNOWN) undecided("minSize");
  // The provider takes 0 for what is not set.
  else if ((size ?? 0) < min) deny(`minSize is ${shown(value)}; set it to ${min} or more${otherwise}`);
}

/** @param origin where more settings come from that the stack does not define */
function judgeEnvironment(props: unknown, min: number, { deny, undecided }: Verdicts, origin?: string): void {
  const kind = optionValue(props, { namespace: "aws:elasticbeanstalk:environment", name: "EnvironmentType" });
  const value = optionValue(props, { namespace: "aws:autoscaling:asg", name: "MinSize" });
  // An environment keeps one instance where nothing is said.
  const size = asNumber(value) ?? 1;
  if (typeof kind === "string" && /^SingleInstance$/i.test(kind) && min > 1) {
    deny(`EnvironmentType is "SingleInstance"; set it to "LoadBalanced" and MinSize to ${min} or more`);
  } else if (kind === UNKNOWN) undecided("the EnvironmentType of its settings");
  else if (size === UNKNOWN) undecided("the MinSize of its settings");
  else if (value === undefined && origin) undecided(origin);
  else if (size < min) {
    deny(`MinSize is ${shown(value)}; set MinSize of aws:autoscaling:asg to ${min} or more`);
  }
}
