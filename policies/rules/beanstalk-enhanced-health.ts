import { judgeInheritedOptions, judgeOptions, optionChanges, required } from "../facts/beanstalk-requirements";
import { beanstalkTypes } from "../facts/beanstalk-settings";
import { rule } from "../rule";

const options = [required("aws:elasticbeanstalk:healthreporting:system", "SystemType", "enhanced")];

export const beanstalkEnhancedHealth = rule({
  name: "beanstalk-enhanced-health",
  displayName: "Beanstalk reports enhanced health",
  description: "Every Elastic Beanstalk environment and configuration template turns on enhanced health reporting.",
  why: "Basic health knows little more than the answer to one check; enhanced health reports errors, latency and causes for each instance.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticbeanstalk-controls.html#elasticbeanstalk-1",
  remediationSteps:
    'Set the option SystemType of aws:elasticbeanstalk:healthreporting:system to "enhanced" in settings, and give the environment a service role.',
  controls: { fsbp: ["ElasticBeanstalk.1"] },
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
