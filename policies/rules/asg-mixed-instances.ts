import { groupType } from "../facts/auto-scaling-groups";
import { foreignTemplates, templatesOf } from "../facts/launch-templates";
import { overrideTypes } from "../facts/spot-instances";
import { at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const asgMixedInstances = rule({
  name: "asg-mixed-instances",
  displayName: "Auto Scaling groups have several instance types",
  description: "An Auto Scaling group may launch at least two instance types, so that it does not run out of one.",
  why: "When AWS has no more of the only type in a zone, the group cannot grow or replace what failed.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-6",
  remediationSteps:
    "Use a mixedInstancesPolicy with two or more instance types in overrides, or with instanceRequirements.",
  controls: { fsbp: ["AutoScaling.6"] },
  types: [groupType],
  resource({ resource: { props }, deny, undecided }) {
    if (at(props, "mixedInstancesPolicy") === undefined) {
      return deny("it has no mixedInstancesPolicy, and so one instance type; name two or more in one");
    }
    const types = overrideTypes(props);
    // Without overrides the launch template may state requirements.
    if (!types || types.atLeast >= 2) return;
    if (types.atMost >= 2) undecided("mixedInstancesPolicy.launchTemplate.overrides");
    else deny("mixedInstancesPolicy.launchTemplate.overrides name 1 instance type; name two or more");
  },
  stack({ stack, on }) {
    for (const group of stack.ofType(groupType)) {
      const policy = at(group.props, "mixedInstancesPolicy");
      if (policy === undefined || policy === UNKNOWN || overrideTypes(group.props)) continue;
      const requirements = templatesOf(stack, group).map(({ props }) => at(props, "instanceRequirements"));
      const [foreign] = foreignTemplates(stack, group);
      if (requirements.includes(UNKNOWN)) on(group).undecided("instanceRequirements of its launch template");
      else if (requirements.some((stated) => stated !== undefined)) continue;
      else if (foreign) on(group).undecided(foreign);
      else on(group).deny("mixedInstancesPolicy has no overrides, and so one instance type; name two or more");
    }
  },
});
