import { asText, at, shown, UNKNOWN, type Unknown } from "../facts/value";
import { rule } from "../rule";
import { texts } from "../settings";

/**
 * The policies that AWS recommends: TLS 1.2 with forward secrecy or TLS 1.3, each also with FIPS modules and with
 * post-quantum key exchange. The first is what the console gives a new listener.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
 */
const recommended = [
  "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-2-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-2-FIPS-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
  "ELBSecurityPolicy-TLS13-1-2-2021-06",
  "ELBSecurityPolicy-TLS13-1-3-2021-06",
  "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04",
  "ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04",
  "ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04",
];

/** What a listener made by API gets when it names no policy: it still speaks TLS 1.0. */
const apiDefault = "ELBSecurityPolicy-2016-08";

export const lbTlsPolicy = rule({
  name: "lb-tls-policy",
  displayName: "Load balancers speak TLS 1.2 or newer",
  description: "A listener for HTTPS or TLS names a security policy that allows TLS 1.2 and newer alone.",
  why: "A listener that names no policy still speaks TLS 1.0 and 1.1, whose weaknesses have long been known.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-17",
  remediationSteps: `Set sslPolicy to ${recommended[0]}; without it a listener gets ${apiDefault}.`,
  controls: { fsbp: ["ELB.17"] },
  settings: { policies: texts(recommended, "The security policies that a listener may name; the first is the fix.") },
  types: ["aws:lb/listener:Listener"],
  resource({ resource: { props }, settings: { policies }, deny, undecided }) {
    const secure = isSecure(props);
    const policy = sslPolicy(props);
    if (secure === false || (typeof policy === "string" && policies.includes(policy))) return;
    if (secure === UNKNOWN) return undecided("protocol");
    if (policy === UNKNOWN) return undecided("sslPolicy");
    const said = policy === undefined ? `not set, which means ${apiDefault}` : shown(policy);
    deny(`sslPolicy is ${said}; set it to ${shown(policies[0])}`);
  },
  remediate({ props }, { policies: [first, ...others] }) {
    const policy = sslPolicy(props);
    if (first === undefined || isSecure(props) !== true || policy === UNKNOWN) return [];
    return policy !== undefined && [first, ...others].includes(policy) ? [] : [{ path: ["sslPolicy"], value: first }];
  },
});

function isSecure(props: unknown): boolean | Unknown {
  const protocol = asText(at(props, "protocol"));
  if (protocol === UNKNOWN) return UNKNOWN;
  return ["HTTPS", "TLS"].includes((protocol ?? "").toUpperCase());
}

function sslPolicy(props: unknown) {
  const policy = asText(at(props, "sslPolicy"));
  return policy === "" ? undefined : policy;
}
