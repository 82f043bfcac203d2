import { asList, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

/** What a web page of another origin may be let do. */
const lists = [
  { property: "allowOrigins", fix: "name the origins of your pages" },
  { property: "allowMethods", fix: "name the methods that they use" },
  { property: "allowHeaders", fix: "name the headers that they send" },
];

export const lambdaUrlCors = rule({
  name: "lambda-url-cors",
  displayName: "Function URLs do not trust every web page",
  description: "The CORS settings of a function URL name origins, methods and headers.",
  why: "With wildcards any page that a user visits can call the function from the user's browser, and read the answers.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html#urls-cors",
  remediationSteps:
    "Name origins, methods and headers in cors, or leave cors out where no web page calls the function.",
  controls: {},
  types: ["aws:lambda/functionUrl:FunctionUrl"],
  resource({ resource, deny, undecided }) {
    for (const { property, fix } of lists) {
      const list = asList(at(resource.props, "cors", property));
      if (list !== UNKNOWN && list.some(isAnything)) deny(`cors.${property} holds *; ${fix}`);
      else if (list === UNKNOWN || list.includes(UNKNOWN)) undecided(`cors.${property}`);
    }
  },
});

/** `*`, or every origin of a scheme. */
function isAnything(member: unknown): boolean {
  return typeof member === "string" && /^(?:[a-z]+:\/\/)?\*$/i.test(member);
}
