import { judgeInheritedProtection, judgeProtection, protect } from "../facts/instance-protection";
import { instanceType } from "../facts/launch-specifications";
import { rule } from "../rule";

export const ec2StopProtection = rule({
  name: "ec2-stop-protection",
  displayName: "Single instances cannot be stopped by mistake",
  description: "An instance that stands by itself, outside of any Auto Scaling group, has stop protection.",
  why: "A stop by mistake ends the service, and what lies on instance stores is lost with it.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-stop-protection.html",
  remediationSteps:
    "Set disableApiStop to true. To destroy, replace or resize the instance, set it to false in an update before.",
  controls: {},
  types: [instanceType],
  resource({ resource, ...verdicts }) {
    judgeProtection(resource, "disableApiStop", verdicts);
  },
  stack(check) {
    judgeInheritedProtection(check, "disableApiStop");
  },
  remediate(resource) {
    return protect(resource, "disableApiStop");
  },
});
