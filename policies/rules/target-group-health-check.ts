import { asBoolean, asNumber, asText, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { texts } from "../settings";

export const targetGroupHealthCheck = rule({
  name: "target-group-health-check",
  displayName: "Target groups check health",
  description: "A target group for HTTP or HTTPS states the path and the status codes by which a target is healthy.",
  why: "What AWS asks by default, / with 200, finds a target healthy that merely serves a page, and unhealthy one that redirects.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html",
  remediationSteps: 'Set healthCheck with the path of a real check such as "/health" and a matcher such as "200".',
  controls: {},
  settings: { paths: texts([], "The paths that a health check may ask for; any path when empty.") },
  types: ["aws:lb/targetGroup:TargetGroup"],
  resource({ resource: { props }, settings: { paths }, deny, undecided }) {
    const protocol = asText(at(props, "protocol"));
    if (protocol !== UNKNOWN && !["HTTP", "HTTPS"].includes((protocol ?? "").toUpperCase())) return;
    const find = protocol === UNKNOWN ? () => undecided("protocol") : deny;
    const check = at(props, "healthCheck");
    if (check === UNKNOWN) return undecided("healthCheck");
    if (check === undefined) return find("healthCheck is not set; state a path and a matcher");
    const enabled = asBoolean(at(check, "enabled"));
    if (enabled === UNKNOWN) undecided("healthCheck.enabled");
    else if (enabled === false) find("healthCheck.enabled is false; set it to true");
    const path = asText(at(check, "path"));
    if (path === UNKNOWN) undecided("healthCheck.path");
    else if (!path) find('healthCheck.path is not set, which means "/"; state the path of a real check');
    else if (paths.length > 0 && !paths.includes(path)) {
      find(`healthCheck.path is ${shown(path)}; set it to one of ${paths.join(", ")}`);
    }
    const matcher = asText(at(check, "matcher"));
    if (matcher === UNKNOWN) undecided("healthCheck.matcher");
    else if (!matcher) find("healthCheck.matcher is not set; state the status codes of a healthy target");
    const port = at(check, "port");
    if (port === UNKNOWN) undecided("healthCheck.port");
    else if (!isPort(port))
      find(`healthCheck.port is ${shown(port)}; set it to "traffic-port" or to a port from 1 to 65535`);
  },
});

/** The port of the targets when it is not set. */
function isPort(value: unknown): boolean {
  if (value === undefined || value === "" || value === "traffic-port") return true;
  const port = asNumber(value);
  return typeof port === "number" && Number.isInteger(port) && port >= 1 && port <= 65535;
}
