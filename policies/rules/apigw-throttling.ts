import { restApiKind, restStageType, stageType } from "../facts/api-gateway";
import { methodSettings, stageKeyOf } from "../facts/method-settings";
import { named, referred } from "../facts/references";
import { stated } from "../facts/stated";
import { asList, asNumber, asText, at, type Fact, shown, UNKNOWN } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";
import { integer } from "../settings";

export const apigwThrottling = rule({
  name: "apigw-throttling",
  displayName: "APIs throttle requests",
  description:
    "Every stage of an API limits how many requests it takes, for all methods or routes, or for all keys of a usage plan.",
  why: "All APIs of an account in a region share one limit, and when one of them has used it up the others answer with errors.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html",
  remediationSteps:
    'Set throttlingRateLimit and throttlingBurstLimit in defaultRouteSettings, or for a REST API in aws.apigateway.MethodSettings with methodPath "*/*". Without them one caller can use up what the account has.',
  controls: {},
  settings: {
    // What an account has in most regions: https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
    maxRatePerSecond: integer(10_000, "The most requests a second that a stage may take.", { minimum: 1 }),
    maxBurst: integer(5_000, "The most requests at once that a stage may take.", { minimum: 1 }),
  },
  types: [stageType],
  resource({ resource, settings, deny, undecided }) {
    const limits = at(resource.props, "defaultRouteSettings");
    const fault = limits === UNKNOWN ? UNKNOWN : faultOf(limits, settings);
    if (fault === UNKNOWN) undecided("defaultRouteSettings");
    else if (fault) deny(`defaultRouteSettings.${fault}`);
  },
  stack({ stack, settings, on }) {
    const settingsOf = methodSettings(stack);
    const planned = plannedStages(stack);
    const isPlanned = (stage: StackResource) => {
      const key = stageKeyOf(stack, stage);
      return planned.has(stage.urn) || (key !== UNKNOWN && planned.has(key));
    };
    for (const stage of stack.ofType(restStageType)) {
      const { settings: own, isVague } = settingsOf(stage);
      const all = own.filter(({ props }) => at(props, "methodPath") === "*/*");
      const faults = all.map((one) => faultOf(at(stated(one).props, "settings"), settings));
      if (faults.includes(undefined) || isPlanned(stage)) continue;
      const [fault] = faults.filter((text) => typeof text === "string");
      if (isVague || faults.includes(UNKNOWN)) on(stage).undecided("what its MethodSettings say");
      else if (fault) on(stage).deny(`in its MethodSettings ${fault}`);
      else on(stage).deny('it takes all that the account does; add MethodSettings of "*/*" with throttlingRateLimit');
    }
  },
});

/** What is wrong with limits, as the rest of a sentence that begins with where they stand. */
function faultOf(limits: unknown, most: { maxRatePerSecond: number; maxBurst: number }): Fact<string> {
  const rate = asNumber(at(limits, "throttlingRateLimit"));
  const burst = asNumber(at(limits, "throttlingBurstLimit"));
  // -1 is how the provider says that there is no limit, and 0 what a state holds where nothing was stated.
  if (rate !== UNKNOWN && (rate === undefined || rate <= 0 || rate > most.maxRatePerSecond)) {
    return `throttlingRateLimit is ${shown(rate)}; set it to ${most.maxRatePerSecond} a second at most`;
  }
  if (burst !== UNKNOWN && (burst === undefined || burst <= 0 || burst > most.maxBurst)) {
    return `throttlingBurstLimit is ${shown(burst)}; set it to ${most.maxBurst} at most`;
  }
  return rate === UNKNOWN || burst === UNKNOWN ? UNKNOWN : undefined;
}

/** The stages that a usage plan with limits is about, by their URNs and by their keys: each caller is then throttled. */
function plannedStages(stack: Stack): ReadonlySet<string> {
  const planned = new Set<string>();
  for (const plan of stack.ofType("aws:apigateway/usagePlan:UsagePlan")) {
    const { throttleSettings, apiStages } = stated(plan).props;
    if (asNumber(at(throttleSettings, "rateLimit")) === undefined) continue;
    for (const { urn } of referred(plan, "apiStages", { types: [restStageType], keys: [] })) planned.add(urn);
    const stages = asList(apiStages);
    for (const stage of stages === UNKNOWN ? [] : stages) {
      const [id, name] = [asText(at(stage, "apiId")), asText(at(stage, "stage"))];
      if (typeof name !== "string") continue;
      const apis = named(stack, plan, "apiStages", id, restApiKind).map(({ urn }) => urn);
      const owners = apis.length === 0 && typeof id === "string" ? [id] : apis;
      for (const owner of owners) planned.add(`${owner} ${name}`);
    }
  }
  return planned;
}
