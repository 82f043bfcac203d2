import { apiType } from "../facts/api-gateway";
import { asBoolean, asList, at, few, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const apigwCors = rule({
  name: "apigw-cors",
  displayName: "APIs do not trust every web page with credentials",
  description: "An HTTP API that lets web pages send credentials names the origins of those pages.",
  why: "Otherwise any page that a user visits can call the API as that user, and read the answers.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html",
  remediationSteps: "Name origins in corsConfiguration.allowOrigins, or set allowCredentials to false.",
  controls: {},
  types: [apiType],
  resource({ resource, deny, undecided }) {
    const cors = at(resource.props, "corsConfiguration");
    const sends = asBoolean(at(cors, "allowCredentials"));
    if (sends === undefined || sends === false) return;
    const origins = asList(at(cors, "allowOrigins"));
    const open = origins === UNKNOWN ? [] : origins.filter(isAnyOrigin);
    if (sends === true && open.length > 0) {
      deny(`corsConfiguration.allowOrigins holds ${few([...new Set(open)])} with allowCredentials; name origins`);
    } else if (sends === true && (origins === UNKNOWN || origins.includes(UNKNOWN))) {
      undecided("corsConfiguration.allowOrigins");
    } else if (sends === UNKNOWN && (origins === UNKNOWN || open.length > 0)) {
      undecided(cors === UNKNOWN ? "corsConfiguration" : "corsConfiguration.allowCredentials");
    }
  },
});

/** `*`, or every origin of a scheme. */
function isAnyOrigin(origin: unknown): origin is string {
  return typeof origin === "string" && /^(?:[a-z]+:\/\/)?\*$/i.test(origin);
}
