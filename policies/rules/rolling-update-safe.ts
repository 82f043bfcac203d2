import { groupType } from "../facts/auto-scaling-groups";
import { environmentType, inheritingEnvironments, inheritsOptions, optionValue } from "../facts/beanstalk-settings";
import { isReplicated, serviceType } from "../facts/ecs-services";
import { asBoolean, asMap, asNumber, asText, at, shown, UNKNOWN } from "../facts/value";
import type { Resource } from "../resource";
import { rule, type Verdicts } from "../rule";

/** The share that must go on serving. */
const halfPercent = 50;

const aliasType = "aws:lambda/alias:Alias";
const functionType = "aws:lambda/function:Function";

type Judge = (resource: Resource, verdicts: Verdicts) => void;

const judges: Readonly<Record<string, Judge>> = {
  [groupType]: judgeRefresh,
  [serviceType]: judgeService,
  "aws:eks/nodeGroup:NodeGroup": judgeNodes,
  [aliasType]: judgeAlias,
  [environmentType]: (resource, verdicts) => {
    if (!inheritsOptions(resource)) judgeEnvironment(resource.props, verdicts);
  },
};

export const rollingUpdateSafe = rule({
  name: "rolling-update-safe",
  displayName: "Updates keep production serving",
  description:
    "While a group, service, node group, function or Beanstalk environment of production is updated, half of it or more goes on serving.",
  why: "An update that stops more than half at once leaves too few for the load, and if the new version is bad, nearly none.",
  severity: "low",
  level: { dev: "disabled", prod: "advisory" },
  url: "https://docs.aws.amazon.com/wellarchitected/latest/framework/rel_tracking_change_management_immutable_infrastructure.html",
  remediationSteps:
    "Keep at least half healthy: minHealthyPercentage of an instance refresh, maxUnavailable of an EKS updateConfig, weights of a Lambda alias, a rolling or immutable DeploymentPolicy of Beanstalk; and leave an ECS service room to start tasks.",
  controls: {},
  types: Object.keys(judges),
  resource({ resource, deny, undecided }) {
    judges[resource.type]?.(resource, { deny, undecided });
  },
  stack({ stack, on }) {
    for (const { environment, props, origin } of inheritingEnvironments(stack)) {
      judgeEnvironment(props, on(environment), origin);
    }
    for (const alias of stack.ofType(aliasType)) {
      if (at(alias.props, "functionVersion") !== UNKNOWN) continue;
      // What a function publishes has a number, although preview does not know which.
      const isPublished = alias
        .references("functionVersion")
        .some(({ type, props }) => type === functionType && asBoolean(at(props, "publish")) === true);
      if (!isPublished) on(alias).undecided("functionVersion");
    }
  },
});

/** What the refresh does not say it takes from the maintenance policy, and else from AWS: 90 %. */
function judgeRefresh({ props }: Resource, { deny, undecided }: Verdicts): void {
  const refresh = at(props, "instanceRefresh");
  if (refresh === undefined) return;
  const places = [["instanceRefresh", "preferences"], ["instanceMaintenancePolicy"]] as const;
  for (const place of places) {
    const percentage = asNumber(at(props, ...place, "minHealthyPercentage"));
    if (percentage === undefined || percentage === -1) continue;
    const property = [...place, "minHealthyPercentage"].join(".");
    if (percentage === UNKNOWN) undecided(property);
    else if (percentage < halfPercent) deny(`${property} is ${percentage}; set it to ${halfPercent} or more`);
    return;
  }
}

/** How few tasks may run is said by ecs-deployment-healthy-percent. */
function judgeService(service: Resource, { deny, undecided }: Verdicts): void {
  const { props } = service;
  const controller = asText(at(props, "deploymentController", "type")) ?? "ECS";
  const maximum = asNumber(at(props, "deploymentMaximumPercent"));
  const minimum = asNumber(at(props, "deploymentMinimumHealthyPercent")) ?? 100;
  if (!isReplicated(service) || maximum === undefined || (controller !== "ECS" && controller !== UNKNOWN)) return;
  if (maximum === UNKNOWN) undecided("deploymentMaximumPercent");
  else if (maximum > 100 || (minimum !== UNKNOWN && minimum < 100)) return;
  else if (minimum === UNKNOWN) undecided("deploymentMinimumHealthyPercent");
  else if (controller === UNKNOWN) undecided("deploymentController.type");
  else {
    deny(
      `deploymentMaximumPercent is ${maximum} and deploymentMinimumHealthyPercent ${minimum}, so that a deployment can start no task and stop none; raise the maximum`,
    );
  }
}

/** One node at a time where nothing is said. */
function judgeNodes({ props }: Resource, { deny, undecided }: Verdicts): void {
  const share = asNumber(at(props, "updateConfig", "maxUnavailablePercentage"));
  const count = asNumber(at(props, "updateConfig", "maxUnavailable"));
  if (share === UNKNOWN) undecided("updateConfig.maxUnavailablePercentage");
  else if (share !== undefined && share > halfPercent) {
    deny(`updateConfig.maxUnavailablePercentage is ${share}; set it to ${halfPercent} or less`);
  }
  if (count === UNKNOWN) undecided("updateConfig.maxUnavailable");
  if (count === UNKNOWN || count === undefined || count <= 1) return;
  const nodes = asNumber(at(props, "scalingConfig", "desiredSize"));
  if (nodes === UNKNOWN) undecided("scalingConfig.desiredSize");
  else if (nodes !== undefined && count * 2 > nodes) {
    deny(`updateConfig.maxUnavailable is ${count} of ${nodes} nodes; set it to half of them or less`);
  }
}

function judgeAlias({ props }: Resource, { deny, undecided }: Verdicts): void {
  if (at(props, "functionVersion") === "$LATEST") {
    deny('functionVersion is "$LATEST", so that a change reaches every call at once; name a published version');
  }
  const weights = asMap(at(props, "routingConfig", "additionalVersionWeights"));
  const property = "routingConfig.additionalVersionWeights";
  if (weights === UNKNOWN) undecided(property);
  for (const [key, value] of weights === UNKNOWN ? [] : Object.entries(weights)) {
    const weight = asNumber(value);
    if (weight === UNKNOWN) undecided(property);
    else if (weight !== undefined && weight >= 1) {
      deny(`${property} sends every call to version ${shown(key)} at once; begin with a part of them, such as 0.1`);
    }
  }
}

/** @param origin where more settings come from that the stack does not define */
function judgeEnvironment(props: unknown, { deny, undecided }: Verdicts, origin?: string): void {
  const kind = optionValue(props, { namespace: "aws:elasticbeanstalk:environment", name: "EnvironmentType" });
  const policy = optionValue(props, { namespace: "aws:elasticbeanstalk:command", name: "DeploymentPolicy" });
  // One instance alone has nobody to serve beside it.
  if (kind === "SingleInstance") return;
  if (policy === UNKNOWN) undecided("the DeploymentPolicy of its settings");
  else if (policy === undefined && origin) undecided(origin);
  // Where nothing is said all instances get a new version at once.
  else if (policy !== undefined && !/^AllAtOnce$/i.test(policy)) return;
  else if (kind === UNKNOWN) undecided("the EnvironmentType of its settings");
  else {
    const value = policy === undefined ? 'not set, which means "AllAtOnce"' : shown(policy);
    deny(
      `DeploymentPolicy is ${value}; set DeploymentPolicy of aws:elasticbeanstalk:command to "Rolling" or "Immutable"`,
    );
  }
}
