import { instanceType, spotRequestType } from "../facts/launch-specifications";
import { hasTag } from "../facts/tags";
import { UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { texts } from "../settings";

export const ec2InAutoScalingGroup = rule({
  name: "ec2-in-auto-scaling-group",
  displayName: "Instances come from Auto Scaling groups",
  description: "No instance stands by itself, in one zone, where nothing replaces it when it fails.",
  why: "When the instance or its zone fails nothing starts another, and the service is down until somebody does.",
  severity: "medium",
  level: { dev: "disabled", prod: "advisory" },
  url: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html",
  remediationSteps:
    "Describe the instance in a launch template and start it from an Auto Scaling group over two or more zones; a group of one replaces it too.",
  controls: {},
  settings: {
    allowTags: texts([], "Tags of what may stand by itself, as `key=value`, or `key` for any value."),
  },
  types: [instanceType, spotRequestType],
  resource({ resource, settings, deny, undecided }) {
    const exempt = hasTag(resource, settings.allowTags);
    if (exempt === UNKNOWN) undecided("tags");
    else if (!exempt) deny("it stands by itself; start it from an Auto Scaling group");
  },
});
