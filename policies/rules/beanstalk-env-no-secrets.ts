import { beanstalkSettings, beanstalkTypes } from "../facts/beanstalk-settings";
import { plainSecret, secretSettings } from "../facts/plain-secrets";
import { UNKNOWN } from "../facts/value";
import { rule } from "../rule";

const environmentVariables = "aws:elasticbeanstalk:application:environment";

export const beanstalkEnvNoSecrets = rule({
  name: "beanstalk-env-no-secrets",
  displayName: "Environments of Beanstalk hold no secrets",
  description: "No secret stands in the environment properties of an Elastic Beanstalk environment or template.",
  why: "Environment properties are shown in plain text to everyone who may describe the environment.",
  severity: "critical",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/AWSHowTo.secrets.env-vars.html",
  remediationSteps:
    "Keep the value in Secrets Manager or Parameter Store, and state its ARN in the namespace aws:elasticbeanstalk:application:environmentsecrets. Replace what was written here: whoever may describe the environment has seen it.",
  controls: {},
  settings: secretSettings,
  types: beanstalkTypes,
  resource({ resource, settings, deny, undecided }) {
    const stated = beanstalkSettings(resource.props);
    if (stated === UNKNOWN) return undecided("settings");
    for (const { namespace, name, value, place } of stated) {
      if (namespace !== UNKNOWN && namespace !== environmentVariables) continue;
      // What comes from another resource is its ARN or name, unless it is called like a secret.
      const suspect = value === UNKNOWN ? "x".repeat(8) : (value ?? "");
      // A name that is not known may be that of a secret; a value that is known may still be one.
      const reason = plainSecret(name === UNKNOWN ? "" : (name ?? ""), suspect, settings);
      if (!reason) continue;
      if (namespace === UNKNOWN) undecided(`${place}.namespace`);
      else if (value === UNKNOWN) undecided(`${place}.value`);
      else deny(`${place}.value ${reason}; state its ARN in the namespace ${environmentVariables}secrets`);
    }
  },
});
