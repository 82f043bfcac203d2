import { homeChecks, pageCheckTypes } from "../facts/health-checks";
import { asText, at, shown } from "../facts/value";
import { rule } from "../rule";

export const healthCheckPath = rule({
  name: "health-check-path",
  displayName: "Health checks ask for a page of their own",
  description:
    "A health check of a load balancer, Route 53 or an ECS container asks for a page made for it, and accepts no error.",
  why: "A check of the front page or a bare port finds servers healthy that can no longer do their work.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html",
  remediationSteps:
    'Let the application answer a page such as "/health" with 200 when all that it needs works, and ask for that page instead of "/".',
  controls: {},
  types: pageCheckTypes,
  resource({ resource, deny, undecided }) {
    for (const { place, isCertain } of homeChecks(resource)) {
      if (isCertain) deny(`${place} asks for "/"; name a page that tells the health, such as "/health"`);
      else undecided(place);
    }
    const matcher = asText(at(resource.props, "healthCheck", "matcher"));
    if (typeof matcher === "string" && accepts(matcher, 404)) {
      deny(`healthCheck.matcher is ${shown(matcher)}, which accepts a page that is not there (404); set it to "200"`);
    }
  },
});

/** `200`, `200,302` or `200-299`. */
function accepts(matcher: string, code: number): boolean {
  return matcher.split(",").some((part) => {
    const [low, high = low] = part.split("-").map(Number);
    return low !== undefined && high !== undefined && low <= code && code <= high;
  });
}
