import { asBoolean, asText, at, shown, UNKNOWN } from "../facts/value";
import { rule, type Verdicts } from "../rule";
import { flag } from "../settings";

const classicType = "aws:elb/loadBalancer:LoadBalancer";

export const lbAccessLogs = rule({
  name: "lb-access-logs",
  displayName: "Load balancers log access",
  description: "Every application, network and classic load balancer writes access logs to a bucket.",
  why: "They tell after an attack or an outage who asked for what and how it was answered, also of requests that no server saw.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-5",
  remediationSteps:
    "Set accessLogs with the name of a bucket whose policy lets the load balancer write, and enabled true.",
  controls: { fsbp: ["ELB.5"], cis: ["4.10"] },
  settings: { connectionLogs: flag(false, "Require connection logs of Application Load Balancers too.") },
  types: ["aws:lb/loadBalancer:LoadBalancer", classicType],
  resource({ resource: { type, props }, settings, deny, undecided }) {
    const kind = type === classicType ? "classic" : (asText(at(props, "loadBalancerType")) ?? "application");
    // A Gateway Load Balancer has no logs of its own.
    if (kind === "gateway") return;
    const verdicts: Verdicts = {
      deny: (finding) => (kind === UNKNOWN ? undecided("loadBalancerType") : deny(finding)),
      undecided,
    };
    judge(props, "accessLogs", kind === "classic", verdicts);
    if (settings.connectionLogs && (kind === "application" || kind === UNKNOWN)) {
      judge(props, "connectionLogs", false, verdicts);
    }
  },
});

/** A classic load balancer logs once a bucket is named; the others only when `enabled` says so too. */
function judge(props: unknown, property: string, onByDefault: boolean, { deny, undecided }: Verdicts): void {
  const logs = at(props, property);
  const enabled = asBoolean(at(logs, "enabled")) ?? onByDefault;
  // The name of a bucket that is made with the stack is not known at preview, but then a bucket is named.
  const bucket = asText(at(logs, "bucket"));
  if (logs === UNKNOWN) undecided(property);
  else if (logs === undefined) deny(`${property} is not set; name a bucket and set enabled to true`);
  else if (enabled === UNKNOWN) undecided(`${property}.enabled`);
  else if (!enabled) deny(`${property}.enabled is ${shown(at(logs, "enabled"))}; set it to true`);
  else if (bucket === undefined || bucket === "") deny(`${property}.bucket is not set; name a bucket`);
}
