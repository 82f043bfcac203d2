import { apiOf, methodSettingsType, protocolOf, restStageType, stageType } from "../facts/api-gateway";
import { methodSettings } from "../facts/method-settings";
import { stated } from "../facts/stated";
import { asText, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const apigwExecutionLogs = rule({
  name: "apigw-execution-logs",
  displayName: "APIs log how they execute requests",
  description: "Every stage of a REST or WebSocket API logs errors, or more, of all its methods or routes.",
  why: "When a call fails between caller and backend, by a mapping, a permission or a timeout, these logs say where.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html#apigateway-1",
  remediationSteps:
    'Add aws.apigateway.MethodSettings with methodPath "*/*" and settings.loggingLevel "ERROR" or "INFO"; for a WebSocket API set defaultRouteSettings.loggingLevel. The account needs a role for it: aws.apigateway.Account.',
  controls: { fsbp: ["APIGateway.1"] },
  types: [],
  subjects: [restStageType, stageType],
  stack({ stack, on }) {
    const settingsOf = methodSettings(stack);
    for (const stage of stack.ofType(restStageType)) {
      const { settings, isVague } = settingsOf(stage);
      const all = settings.filter(({ props }) => isOfAll(at(props, "methodPath")));
      const levels = all.map((one) => asText(at(stated(one).props, "settings", "loggingLevel")));
      if (levels.some(isLogged)) continue;
      if (isVague) on(stage).undecided("what some MethodSettings are about");
      else if (levels.includes(UNKNOWN)) on(stage).undecided("settings.loggingLevel of its MethodSettings");
      else on(stage).deny('no MethodSettings of it log "*/*"; add one with settings.loggingLevel "ERROR" or "INFO"');
    }
    for (const settings of stack.ofType(methodSettingsType)) {
      // What is said of one method counts more than what is said of all.
      if (isOfAll(at(settings.props, "methodPath")) || at(settings.props, "settings", "loggingLevel") !== "OFF")
        continue;
      on(settings).deny('settings.loggingLevel is "OFF"; set it to "ERROR" or "INFO"');
    }
    for (const stage of stack.ofType(stageType)) {
      const level = asText(at(stated(stage).props, "defaultRouteSettings", "loggingLevel"));
      const api = apiOf(stack, stage);
      // HTTP APIs have no such logs.
      if (isLogged(level) || (api && protocolOf(api) === "HTTP")) continue;
      if (!api || protocolOf(api) === UNKNOWN) on(stage).undecided("the protocolType of its API");
      else if (level === UNKNOWN) on(stage).undecided("defaultRouteSettings.loggingLevel");
      else on(stage).deny(`defaultRouteSettings.loggingLevel is ${shown(level)}; set it to "ERROR" or "INFO"`);
    }
  },
});

function isLogged(level: unknown): boolean {
  return level === "ERROR" || level === "INFO";
}

function isOfAll(methodPath: unknown): boolean {
  return methodPath === "*/*";
}
