import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const health = (value: unknown) => ({
  namespace: "aws:elasticbeanstalk:healthreporting:system",
  name: "SystemType",
  value,
});
const environment = (...settings: unknown[]) => ({
  type: "aws:elasticbeanstalk/environment:Environment",
  props: { application: "shop", settings },
});
const template = (...settings: unknown[]) => ({
  type: "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate",
  props: { application: "shop", settings },
});
const role = { namespace: "aws:elasticbeanstalk:environment", name: "ServiceRole", value: "beanstalk" };

export const examples: Examples = {
  denied: [
    {
      title: "environments and templates with basic health reporting",
      resources: { web: environment(role), api: environment(role, health("basic")), common: template(health("basic")) },
      says: {
        web: 'settings do not state SystemType; add by namespace, name and value: aws:elasticbeanstalk:healthreporting:system SystemType "enhanced"',
        api: 'settings[1] sets SystemType to "basic"; set it to "enhanced"',
        common: 'settings[0] sets SystemType to "basic"',
      },
    },
  ],
  allowed: [
    {
      title: "enhanced health reporting, also by a template",
      resources: {
        web: environment(role, health("enhanced")),
        common: template(health("Enhanced")),
        api: {
          type: "aws:elasticbeanstalk/environment:Environment",
          props: { application: "shop", templateName: ref("common", "name") },
        },
      },
    },
  ],
  undecided: [
    {
      title: "a system that is not known",
      resources: { web: environment(health(UNKNOWN)) },
      says: { web: "settings[0].value is not known yet" },
    },
    {
      title: "a template that is not in the stack",
      resources: {
        web: { type: "aws:elasticbeanstalk/environment:Environment", props: { templateName: "golden" } },
      },
      says: { web: 'the configuration template "golden"' },
    },
  ],
};
