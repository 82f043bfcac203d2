import { domainType, restDomainType } from "../facts/api-gateway";
import { asText, at, shown, UNKNOWN } from "../facts/value";
import type { Resource } from "../resource";
import { type Change, rule } from "../rule";

export const apigwTls = rule({
  name: "apigw-tls",
  displayName: "APIs speak TLS 1.2 or newer",
  description: "Every domain name of API Gateway refuses TLS 1.0.",
  why: "TLS 1.0 has known weaknesses, which an attacker on the way can use as long as it is allowed.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html",
  remediationSteps: 'Set securityPolicy to "TLS_1_2", or to one of the newer policies that begin with SecurityPolicy_.',
  controls: {},
  types: [restDomainType, domainType],
  resource({ resource, deny, undecided }) {
    const path = policyPath(resource);
    const policy = asText(at(resource.props, ...path));
    if (policy === UNKNOWN) undecided(path.join("."));
    else if (isOld(policy)) deny(`${path.join(".")} is ${shown(policy)}; set it to "TLS_1_2"`);
  },
  remediate(resource) {
    const path = policyPath(resource);
    const policy = asText(at(resource.props, ...path));
    return policy !== UNKNOWN && isOld(policy) ? [{ path, value: "TLS_1_2" }] : [];
  },
});

function policyPath({ type }: Resource): Change["path"] {
  return type === domainType ? ["domainNameConfiguration", "securityPolicy"] : ["securityPolicy"];
}

/** One that does not say is old: what AWS then takes depends on the kind of endpoint. */
function isOld(policy: string | undefined): boolean {
  return policy === undefined || !/^(?:TLS_1_[2-9]|SecurityPolicy_)/.test(policy);
}
