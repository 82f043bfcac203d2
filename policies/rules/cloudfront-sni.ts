import { distributionTypes, hasOwnCertificate } from "../facts/distributions";
import { asText, at, type Fact, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const cloudfrontSni = rule({
  name: "cloudfront-sni",
  displayName: "CloudFront serves HTTPS by SNI",
  description:
    "A CloudFront distribution with a certificate of its own tells by SNI which name a visitor wants, and pays for no address of its own.",
  why: "An address of its own costs hundreds of dollars a month, and serves only clients that are too old to know SNI.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-8",
  remediationSteps: 'Set viewerCertificate.sslSupportMethod to "sni-only".',
  controls: { fsbp: ["CloudFront.8"] },
  types: distributionTypes,
  resource({ resource: { props }, deny, undecided }) {
    const isOwn = hasOwnCertificate(props);
    const method = methodOf(props);
    if (isOwn === false || method === "sni-only") return;
    if (isOwn === UNKNOWN) return undecided("viewerCertificate");
    if (method === UNKNOWN) return undecided("viewerCertificate.sslSupportMethod");
    deny(`viewerCertificate.sslSupportMethod is ${shown(method)}; set it to "sni-only"`);
  },
  remediate({ props }) {
    const method = methodOf(props);
    if (hasOwnCertificate(props) !== true || method === UNKNOWN || method === "sni-only") return [];
    return [{ path: ["viewerCertificate", "sslSupportMethod"], value: "sni-only" }];
  },
});

function methodOf(props: unknown): Fact<string> {
  return asText(at(props, "viewerCertificate", "sslSupportMethod"));
}
