import { classicType, listenerType } from "../facts/load-balancers";
import { asList, asText, at, type Fact, shown, UNKNOWN } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Verdicts } from "../rule";

const acmType = /^aws:acm\//;
const fix = "name one of AWS Certificate Manager, which renews itself";

export const lbListenerCertificate = rule({
  name: "lb-listener-certificate",
  displayName: "Certificates come from ACM",
  description:
    "A listener for HTTPS, TLS or SSL has a certificate of AWS Certificate Manager, not one that was uploaded to IAM and nobody renews.",
  why: "A certificate that ACM issued renews itself; an uploaded one expires on a day that everybody has forgotten, and then clients refuse the service.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-2",
  remediationSteps:
    "Set certificateArn (of a classic load balancer sslCertificateId) to the ARN of an aws.acm.Certificate.",
  controls: { fsbp: ["ELB.2"] },
  types: [],
  subjects: [listenerType, classicType],
  stack({ stack, on }) {
    for (const listener of stack.ofType(listenerType)) {
      const protocol = asText(at(listener.props, "protocol"));
      if (!isEncrypted(protocol)) continue;
      judge(listener, "certificateArn", "certificateArn", asText(at(listener.props, "certificateArn")), on(listener));
    }
    for (const extra of stack.ofType("aws:lb/listenerCertificate:ListenerCertificate")) {
      judge(extra, "certificateArn", "certificateArn", asText(at(extra.props, "certificateArn")), on(extra));
    }
    for (const balancer of stack.ofType(classicType)) {
      const listeners = asList(at(balancer.props, "listeners"));
      for (const [index, listener] of listeners === UNKNOWN ? [] : listeners.entries()) {
        if (!isEncrypted(asText(at(listener, "lbProtocol")))) continue;
        const place = `listeners[${index}].sslCertificateId`;
        judge(balancer, "listeners", place, asText(at(listener, "sslCertificateId")), on(balancer));
      }
    }
  },
});

function isEncrypted(protocol: Fact<string>): boolean {
  return typeof protocol === "string" && ["HTTPS", "TLS", "SSL"].includes(protocol.toUpperCase());
}

function judge(
  holder: StackResource,
  property: string,
  place: string,
  arn: Fact<string>,
  { deny, undecided }: Verdicts,
): void {
  if (arn === UNKNOWN) {
    const sources = holder.references(property);
    if (sources.some(({ type }) => type === "aws:iam/serverCertificate:ServerCertificate")) {
      deny(`${place} is a server certificate of IAM; ${fix}`);
    } else if (!sources.some(({ type }) => acmType.test(type))) {
      // What nobody gives is unknown at preview too.
      if (sources.length > 0) undecided(place);
      else deny(`${place} is not set; ${fix}`);
    }
  } else if (arn === undefined || arn === "") deny(`${place} is not set; ${fix}`);
  else if (/:server-certificate\//.test(arn)) deny(`${place} is ${shown(arn)}, a server certificate of IAM; ${fix}`);
}
