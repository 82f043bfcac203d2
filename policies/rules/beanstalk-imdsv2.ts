import { judgeInheritedOptions, judgeOptions, optionChanges, required } from "../facts/beanstalk-requirements";
import { beanstalkTypes } from "../facts/beanstalk-settings";
import { rule } from "../rule";

// What instances do where nothing is said differs between the platforms, so that it must be said.
const options = [required("aws:autoscaling:launchconfiguration", "DisableIMDSv1", "true")];

export const beanstalkImdsv2 = rule({
  name: "beanstalk-imdsv2",
  displayName: "Beanstalk instances require tokens for their metadata",
  description: "Every Elastic Beanstalk environment and configuration template turns off IMDSv1 on its instances.",
  why: "Over IMDSv1 a web application that can be made to fetch a URL gives away the credentials of its role.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environments-cfg-ec2-imds.html",
  remediationSteps:
    'Set the option DisableIMDSv1 of aws:autoscaling:launchconfiguration to "true" in settings; Elastic Beanstalk then launches from a launch template.',
  controls: { fsbp: ["EC2.8"] },
  types: beanstalkTypes,
  resource({ resource, deny, undecided }) {
    judgeOptions(resource, options, { deny, undecided });
  },
  stack(check) {
    judgeInheritedOptions(check, options);
  },
  remediate(resource) {
    return optionChanges(resource, options);
  },
});
