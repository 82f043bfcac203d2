import { pathTo, written } from "../facts/property-paths";
import { routeSettingsOf, routeSettingsTypes } from "../facts/route-settings";
import { asBoolean, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const apigwNoDataTrace = rule({
  name: "apigw-no-data-trace",
  displayName: "APIs do not log whole requests",
  description: "No method, route or stage of API Gateway logs the whole of requests and responses.",
  why: "Everyone who may read the logs then reads what callers sent and got, for as long as the logs are kept.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html",
  remediationSteps:
    "Set dataTraceEnabled to false: what it logs can hold passwords, tokens and personal data. Access logs tell who called what.",
  controls: {},
  types: routeSettingsTypes,
  resource({ resource, deny, undecided }) {
    const { members, unknownLists } = routeSettingsOf(resource);
    for (const { place, value } of members) {
      const property = written(pathTo(place, "dataTraceEnabled"));
      const isTraced = asBoolean(at(value, "dataTraceEnabled"));
      if (isTraced === UNKNOWN) undecided(value === UNKNOWN ? written(place) : property);
      else if (isTraced) deny(`${property} is true; set it to false`);
    }
    for (const list of unknownLists) undecided(list);
  },
  remediate(resource) {
    return routeSettingsOf(resource)
      .members.filter(({ value }) => asBoolean(at(value, "dataTraceEnabled")) === true)
      .map(({ place }) => ({ path: pathTo(place, "dataTraceEnabled"), value: false }));
  },
});
