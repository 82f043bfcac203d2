import { certificateKind, certificateType } from "../facts/certificates";
import { named } from "../facts/references";
import { stated } from "../facts/stated";
import { asText, at, shown, UNKNOWN } from "../facts/value";
import type { StackResource } from "../resource";
import { rule } from "../rule";

const certificateKinds = { types: [certificateType], keys: ["arn", "id"] };
const validationType = "aws:acm/certificateValidation:CertificateValidation";

export const acmDnsValidation = rule({
  name: "acm-dns-validation",
  displayName: "Certificates are proven by DNS",
  description:
    "A public certificate of ACM is proven by DNS, by which it renews itself, and the stack waits until it is issued.",
  why: "A certificate that is proven by mail is renewed only if somebody answers the mail, and what uses one before it is issued fails to deploy.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html",
  remediationSteps:
    'Set validationMethod to "DNS", make the records of domainValidationOptions, and add an aws.acm.CertificateValidation, whose certificateArn what uses the certificate takes.',
  controls: {},
  types: [certificateType],
  resource({ resource: { props }, deny, undecided }) {
    if (certificateKind(props) !== "public") return;
    const method = asText(at(props, "validationMethod"));
    if (method === UNKNOWN) undecided("validationMethod");
    else if (method !== "DNS") deny(`validationMethod is ${shown(method)}; set it to "DNS", by which ACM can renew it`);
  },
  stack({ stack, on }) {
    const validated = new Set<StackResource>();
    let isVague = false;
    for (const validation of stack.ofType(validationType)) {
      const arn = at(validation.props, "certificateArn");
      const certificates = named(stack, validation, "certificateArn", arn, certificateKinds);
      for (const certificate of certificates) validated.add(certificate);
      if (certificates.length === 0 && arn === UNKNOWN) isVague = true;
    }
    for (const certificate of stack.ofType(certificateType)) {
      const { props } = stated(certificate);
      const isByDns = certificateKind(props) === "public" && at(props, "validationMethod") === "DNS";
      if (!isByDns || validated.has(certificate)) continue;
      if (isVague) on(certificate).undecided("the certificateArn of a CertificateValidation");
      else on(certificate).deny("nothing waits until it is issued; add an aws.acm.CertificateValidation");
    }
  },
});
