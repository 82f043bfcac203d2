import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const group = (preferences: unknown, props: object = {}) => ({
  type: "aws:autoscaling/group:Group",
  props: { minSize: 2, maxSize: 4, instanceRefresh: { strategy: "Rolling", preferences }, ...props },
});
const service = (props: object) => ({ type: "aws:ecs/service:Service", props: { desiredCount: 2, ...props } });
const nodes = (updateConfig: unknown, desiredSize: unknown = 6) => ({
  type: "aws:eks/nodeGroup:NodeGroup",
  props: { clusterName: "main", updateConfig, scalingConfig: { desiredSize, minSize: 2, maxSize: 9 } },
});
const alias = (functionVersion: unknown, additionalVersionWeights?: unknown) => ({
  type: "aws:lambda/alias:Alias",
  props: {
    functionName: "orders",
    functionVersion,
    routingConfig: additionalVersionWeights && { additionalVersionWeights },
  },
});
const policy = (value: unknown) => ({ namespace: "aws:elasticbeanstalk:command", name: "DeploymentPolicy", value });
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
      title: "an instance refresh that keeps less than half, by its own words or those of the group",
      resources: {
        web: group({ minHealthyPercentage: "0" }),
        api: group(undefined, { instanceMaintenancePolicy: { minHealthyPercentage: 25, maxHealthyPercentage: 100 } }),
      },
      says: {
        web: "instanceRefresh.preferences.minHealthyPercentage is 0; set it to 50 or more",
        api: "instanceMaintenancePolicy.minHealthyPercentage is 25; set it to 50 or more",
      },
    },
    {
      title: "a service of ECS that can start no task before it stops one",
      resources: {
        web: service({ deploymentMaximumPercent: 100 }),
        api: service({ deploymentMaximumPercent: "100", deploymentMinimumHealthyPercent: 100 }),
      },
      says: {
        web: "deploymentMaximumPercent is 100 and deploymentMinimumHealthyPercent 100, so that a deployment can start no task",
        api: "raise the maximum",
      },
    },
    {
      title: "nodes of EKS of which more than half go at once",
      resources: { web: nodes({ maxUnavailablePercentage: 100 }), api: nodes({ maxUnavailable: "4" }) },
      says: {
        web: "updateConfig.maxUnavailablePercentage is 100; set it to 50 or less",
        api: "updateConfig.maxUnavailable is 4 of 6 nodes; set it to half of them or less",
      },
    },
    {
      title: "a Lambda alias that moves every call at once",
      resources: { live: alias("$LATEST"), next: alias("4", { 5: 1 }) },
      says: {
        live: 'functionVersion is "$LATEST", so that a change reaches every call at once; name a published version',
        next: 'routingConfig.additionalVersionWeights sends every call to version "5" at once; begin with a part',
      },
    },
    {
      title: "environments of Beanstalk that are deployed all at once",
      resources: {
        web: environment([policy("AllAtOnce")]),
        api: environment([kind("LoadBalanced")]),
        common: template(),
        from: environment(undefined, { templateName: ref("common", "name") }),
      },
      says: {
        web: 'DeploymentPolicy is "AllAtOnce"; set DeploymentPolicy of aws:elasticbeanstalk:command to "Rolling"',
        api: 'DeploymentPolicy is not set, which means "AllAtOnce"',
        from: "DeploymentPolicy is not set",
      },
    },
  ],
  allowed: [
    {
      title: "updates that keep half or more",
      resources: {
        web: group({ minHealthyPercentage: 90 }),
        half: group({ minHealthyPercentage: 50 }),
        silent: group(undefined),
        reset: group({}, { instanceMaintenancePolicy: { minHealthyPercentage: -1, maxHealthyPercentage: -1 } }),
        api: service({ deploymentMaximumPercent: 200, deploymentMinimumHealthyPercent: 100 }),
        tight: service({ deploymentMaximumPercent: 100, deploymentMinimumHealthyPercent: 50 }),
        plain: service({}),
        nodes: nodes({ maxUnavailablePercentage: 33 }),
        pairs: nodes({ maxUnavailable: 3 }),
        live: alias("4", { 5: 0.1 }),
        still: alias("4"),
        code: { type: "aws:lambda/function:Function", props: { publish: true } },
        latest: alias(ref("code", "version")),
        shop: environment([policy("RollingWithAdditionalBatch")]),
        common: template(policy("Immutable")),
        from: environment([], { templateName: ref("common", "name") }),
      },
    },
    {
      title: "what is not rolled, or has only one",
      resources: {
        web: { type: "aws:autoscaling/group:Group", props: { minSize: 2, maxSize: 4 } },
        everywhere: service({ schedulingStrategy: "DAEMON", deploymentMaximumPercent: 100 }),
        green: service({ deploymentController: { type: "CODE_DEPLOY" }, deploymentMaximumPercent: 100 }),
        one: nodes({ maxUnavailable: 1 }, 1),
        single: environment([kind("SingleInstance")]),
      },
    },
    {
      title: "an instance refresh that says nothing beside a group that says half",
      resources: {
        web: group(undefined, { instanceMaintenancePolicy: { minHealthyPercentage: 50, maxHealthyPercentage: 110 } }),
      },
    },
  ],
  undecided: [
    {
      title: "shares that are not known",
      resources: {
        web: group({ minHealthyPercentage: UNKNOWN }),
        api: service({ deploymentMaximumPercent: UNKNOWN }),
        low: service({ deploymentMaximumPercent: 100, deploymentMinimumHealthyPercent: UNKNOWN }),
        other: service({ deploymentMaximumPercent: 100, deploymentController: { type: UNKNOWN } }),
        nodes: nodes({ maxUnavailablePercentage: UNKNOWN }),
        pairs: nodes({ maxUnavailable: UNKNOWN }),
        many: nodes({ maxUnavailable: 3 }, UNKNOWN),
        live: alias(UNKNOWN),
        code: { type: "aws:lambda/function:Function", props: {} },
        moving: alias(ref("code", "version")),
        next: alias("4", { 5: UNKNOWN }),
        all: alias("4", UNKNOWN),
      },
      says: {
        web: "instanceRefresh.preferences.minHealthyPercentage is not known yet",
        api: "deploymentMaximumPercent is not known yet",
        low: "deploymentMinimumHealthyPercent is not known yet",
        other: "deploymentController.type is not known yet",
        nodes: "updateConfig.maxUnavailablePercentage is not known yet",
        pairs: "updateConfig.maxUnavailable is not known yet",
        many: "scalingConfig.desiredSize is not known yet",
        live: "functionVersion is not known yet",
        moving: "functionVersion is not known yet",
        next: "routingConfig.additionalVersionWeights is not known yet",
        all: "routingConfig.additionalVersionWeights is not known yet",
      },
    },
    {
      title: "settings of Beanstalk that are not known, or a template that is not in the stack",
      resources: {
        web: environment([policy(UNKNOWN)]),
        api: environment([kind(UNKNOWN)]),
        from: environment([], { templateName: "golden" }),
      },
      says: {
        web: "the DeploymentPolicy of its settings",
        api: "the EnvironmentType of its settings",
        from: 'the configuration template "golden"',
      },
    },
  ],
};
