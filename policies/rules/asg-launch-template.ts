import { groupType } from "../facts/auto-scaling-groups";
import { referred } from "../facts/references";
import { stated } from "../facts/stated";
import { at, shown, UNKNOWN } from "../facts/value";
import type { Resource } from "../resource";
import { rule } from "../rule";

const configurationType = "aws:ec2/launchConfiguration:LaunchConfiguration";
const configurationKind = { types: [configurationType], keys: ["id", "name"] };

export const asgLaunchTemplate = rule({
  name: "asg-launch-template",
  displayName: "Auto Scaling groups use launch templates",
  description: "An Auto Scaling group launches from a launch template, and no launch configuration is made.",
  why: "AWS gives launch configurations no new features or instance types any more, and new accounts cannot make them.",
  severity: "medium",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-9",
  remediationSteps:
    "Describe the instances in an aws.ec2.LaunchTemplate, and name it in launchTemplate or mixedInstancesPolicy instead of launchConfiguration.",
  controls: { fsbp: ["AutoScaling.9"] },
  types: [groupType, configurationType],
  resource({ resource, deny }) {
    const { type, props } = resource;
    if (type === configurationType) {
      return deny("launch configurations lack the newer features of EC2; make an aws.ec2.LaunchTemplate instead");
    }
    const configuration = at(props, "launchConfiguration");
    // At preview the name of a configuration is not known, but what it refers to is: the stack part says so.
    if (configuration === UNKNOWN) return;
    if (configuration !== undefined && configuration !== "") {
      deny(`launchConfiguration is ${shown(configuration)}; name a launch template in launchTemplate instead`);
    } else if (!namesTemplate(resource)) {
      deny("it names no launch template; set launchTemplate or mixedInstancesPolicy");
    }
  },
  stack({ stack, on }) {
    for (const group of stack.ofType(groupType)) {
      if (at(group.props, "launchConfiguration") !== UNKNOWN) continue;
      const [configuration] = referred(group, "launchConfiguration", configurationKind);
      if (configuration) {
        on(group).deny(
          `launchConfiguration names "${configuration.name}"; name a launch template in launchTemplate instead`,
        );
      } else if (!namesTemplate(stated(group))) on(group).undecided("launchConfiguration");
    }
  },
});

function namesTemplate({ props }: Resource): boolean {
  return at(props, "launchTemplate") !== undefined || at(props, "mixedInstancesPolicy") !== undefined;
}
