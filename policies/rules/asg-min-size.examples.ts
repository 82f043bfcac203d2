import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const group = (props: object) => ({ type: "aws:autoscaling/group:Group", props: { maxSize: 8, ...props } });
const schedule = (props: object) => ({
  type: "aws:autoscaling/schedule:Schedule",
  props: { scheduledActionName: "night", autoscalingGroupName: ref("web", "name"), ...props },
});
const capacityProvider = (status: unknown) => ({
  type: "aws:ecs/capacityProvider:CapacityProvider",
  props: { autoScalingGroupProvider: { autoScalingGroupArn: ref("hosts", "arn"), managedScaling: { status } } },
});
const size = (value: unknown) => ({ namespace: "aws:autoscaling:asg", name: "MinSize", value });
const kind = (value: unknown) => ({ namespace: "aws:elasticbeanstalk:environment", name: "EnvironmentType", value });
const environment = (settings: unknown, props: object = {}) => ({
  type: "aws:elasticbeanstalk/environment:Environment",
  props: { application: "shop", settings, ...props },
});
const template = (...settings: unknown[]) => ({
  type: "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate",
  props: { application: "shop", settings },
});

export const examples: Examples = {
  denied: [
    {
      title: "groups that may shrink to one instance or none",
      resources: { web: group({ minSize: 1 }), api: group({ minSize: "0" }) },
      says: { web: "minSize is 1; set it to 2 or more", api: 'minSize is "0"; set it to 2 or more' },
    },
    {
      title: "a schedule that leaves one at night, or says nothing, which means none",
      resources: { web: group({ minSize: 3 }), night: schedule({ minSize: 1 }), late: schedule({ maxSize: 2 }) },
      says: {
        night: "minSize is 1; set it to 2 or more, or to -1 to leave it as it is",
        late: "minSize is not set; set it to 2 or more, or to -1",
      },
    },
    {
      title: "environments of Beanstalk with one instance",
      resources: {
        web: environment([size("1")]),
        api: environment([]),
        one: environment([kind("SingleInstance"), size("2")]),
        common: template(kind("LoadBalanced")),
        from: environment(undefined, { templateName: ref("common", "name") }),
      },
      says: {
        web: 'MinSize is "1"; set MinSize of aws:autoscaling:asg to 2 or more',
        api: "MinSize is not set",
        one: 'EnvironmentType is "SingleInstance"; set it to "LoadBalanced" and MinSize to 2 or more',
        from: "MinSize is not set",
      },
    },
    {
      title: "two instances where the settings ask for three",
      settings: { min: 3 },
      resources: { web: group({ minSize: 2 }) },
      says: { web: "minSize is 2; set it to 3 or more" },
    },
  ],
  allowed: [
    {
      title: "groups of two or more, and schedules that keep them",
      resources: {
        web: group({ minSize: "2" }),
        evening: schedule({ minSize: 10 }),
        morning: schedule({ minSize: -1 }),
      },
    },
    {
      title: "a group whose size ECS decides",
      resources: { hosts: group({ minSize: 0 }), ecs: capacityProvider("ENABLED") },
    },
    {
      title: "environments of Beanstalk with two instances, also by their template",
      resources: {
        web: environment([size("2")]),
        common: template(size("2")),
        api: environment([kind("LoadBalanced")], { templateName: ref("common", "name") }),
      },
    },
    {
      title: "one instance where one is enough",
      settings: { min: 1 },
      resources: { web: group({ minSize: 1 }), one: environment([kind("SingleInstance")]) },
    },
  ],
  undecided: [
    {
      title: "a size that is not known",
      resources: {
        web: group({ minSize: UNKNOWN }),
        api: environment([size(UNKNOWN)]),
        one: environment([kind(UNKNOWN)]),
      },
      says: {
        web: "minSize is not known yet",
        api: "the MinSize of its settings",
        one: "the EnvironmentType of its settings",
      },
    },
    {
      title: "a group that ECS may scale",
      resources: { hosts: group({ minSize: 0 }), ecs: capacityProvider(UNKNOWN) },
      says: { hosts: "whether ECS decides its size" },
    },
    {
      title: "a schedule whose size another stack gives",
      resources: {
        other: { type: "pulumi:pulumi:StackReference", props: {} },
        web: group({ minSize: 2 }),
        night: schedule({ minSize: ref("other", "outputs") }),
      },
      says: { night: "minSize is not known yet" },
    },
    {
      title: "an environment with a template that is not in the stack",
      resources: { web: environment([], { templateName: "golden" }) },
      says: { web: 'the configuration template "golden"' },
    },
  ],
};
