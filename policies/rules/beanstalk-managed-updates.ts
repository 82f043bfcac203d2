import {
  judgeInheritedOptions,
  judgeOptions,
  optionChanges,
  type RequiredOption,
  required,
} from "../facts/beanstalk-requirements";
import { beanstalkTypes } from "../facts/beanstalk-settings";
import { rule } from "../rule";

const namespace = "aws:elasticbeanstalk:managedactions";

/** Updates are made only where all three are stated: the page below. */
const options: readonly RequiredOption[] = [
  required(namespace, "ManagedActionsEnabled", "true"),
  { namespace, name: "PreferredStartTime", remedy: "Sun:03:00", accepted: /^\s*[a-z]{3}:\d\d?:\d\d\s*$/i },
  {
    namespace: `${namespace}:platformupdate`,
    name: "UpdateLevel",
    remedy: "minor",
    accepted: ["minor", "patch"],
  },
];

export const beanstalkManagedUpdates = rule({
  name: "beanstalk-managed-updates",
  displayName: "Beanstalk platforms are kept up to date",
  description:
    "Every Elastic Beanstalk environment and configuration template lets AWS update its platform, at a time and level that it states.",
  why: "A platform that nobody updates keeps the known faults of its operating system and its runtime.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environment-platform-update-managed.html",
  remediationSteps:
    'Set ManagedActionsEnabled to "true", PreferredStartTime to a quiet hour of the week (UTC) and UpdateLevel to "minor" or "patch" in settings. A remediation picks Sun:03:00 where no time is stated.',
  controls: { fsbp: ["ElasticBeanstalk.2"] },
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
