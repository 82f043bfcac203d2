import { judgeInheritedProtection, judgeProtection, protect } from "../facts/instance-protection";
import { instanceType } from "../facts/launch-specifications";
import { rule } from "../rule";

export const ec2TerminationProtection = rule({
  name: "ec2-termination-protection",
  displayName: "Single instances cannot be terminated by mistake",
  description: "An instance that stands by itself, outside of any Auto Scaling group, has termination protection.",
  why: "An instance that is terminated by mistake is gone, and so are the disks that are deleted with it.",
  severity: "medium",
  level: { dev: "disabled", prod: "advisory" },
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_ChangingDisableAPITermination.html",
  remediationSteps:
    "Set disableApiTermination to true. To destroy or replace the instance, set it to false in an update before.",
  controls: {},
  types: [instanceType],
  resource({ resource, ...verdicts }) {
    judgeProtection(resource, "disableApiTermination", verdicts);
  },
  stack(check) {
    judgeInheritedProtection(check, "disableApiTermination");
  },
  remediate(resource) {
    return protect(resource, "disableApiTermination");
  },
});
