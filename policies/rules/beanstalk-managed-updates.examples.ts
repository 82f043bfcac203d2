import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const action = (name: string, value: unknown) => ({ namespace: "aws:elasticbeanstalk:managedactions", name, value });
const enabled = action("ManagedActionsEnabled", "true");
const time = action("PreferredStartTime", "Tue:09:00");
const level = (value: unknown) => ({
  namespace: "aws:elasticbeanstalk:managedactions:platformupdate",
  name: "UpdateLevel",
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

export const examples: Examples = {
  denied: [
    {
      title: "environments and templates of which nothing is said, or that turn updates off",
      resources: {
        web: environment(),
        api: environment(action("ManagedActionsEnabled", "false"), time, level("minor")),
        common: template(action("ManagedActionsEnabled", false), time, level("minor")),
      },
      says: {
        web: "settings do not state ManagedActionsEnabled, PreferredStartTime, UpdateLevel; add by namespace, name and value",
        api: 'settings[0] sets ManagedActionsEnabled to "false"; set it to "true"',
        common: 'settings[0] sets ManagedActionsEnabled to "false"',
      },
    },
    {
      title: "updates without a time or a level",
      resources: { web: environment(enabled, level("patch")), api: environment(enabled, time, level("major")) },
      says: {
        web: 'settings do not state PreferredStartTime; add by namespace, name and value: aws:elasticbeanstalk:managedactions PreferredStartTime "Sun:03:00"',
        api: 'settings[2] sets UpdateLevel to "major"; set it to "minor"',
      },
    },
  ],
  allowed: [
    {
      title: "updates at a time and level of their own",
      resources: {
        web: environment(enabled, time, level("minor")),
        common: template(enabled, time, level("patch")),
      },
    },
  ],
  undecided: [
    {
      title: "a time that is not known",
      resources: { web: environment(enabled, action("PreferredStartTime", UNKNOWN), level("minor")) },
      says: { web: "settings[1].value is not known yet" },
    },
    {
      title: "a template that is not in the stack",
      resources: {
        web: {
          type: "aws:elasticbeanstalk/environment:Environment",
          props: { templateName: "golden", settings: [enabled] },
        },
      },
      says: { web: 'the configuration template "golden", which this stack does not define,' },
    },
  ],
};
