import { distributionType, hasOwnCertificate } from "../facts/distributions";
import { asList, at, few, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const cloudfrontCustomCertificate = rule({
  name: "cloudfront-custom-certificate",
  displayName: "Names of a distribution have a certificate",
  description: "A CloudFront distribution with aliases shows a certificate for them, of ACM or of IAM.",
  why: "CloudFront's own certificate is for cloudfront.net alone: under any other name a browser warns of the site.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-7",
  remediationSteps:
    "Set viewerCertificate.acmCertificateArn to a certificate of us-east-1 that is for all aliases, without cloudfrontDefaultCertificate.",
  controls: { fsbp: ["CloudFront.7"] },
  narrower: { "CloudFront.7": "distributions without aliases" },
  types: [distributionType],
  resource({ resource: { props }, deny, undecided }) {
    const isOwn = hasOwnCertificate(props);
    const aliases = asList(at(props, "aliases"));
    if (isOwn === true || (aliases !== UNKNOWN && aliases.length === 0)) return;
    if (isOwn === UNKNOWN) return undecided("viewerCertificate");
    if (aliases === UNKNOWN) return undecided("aliases");
    const names = aliases.map((name) => (typeof name === "string" ? name : "a name that is not known yet"));
    deny(
      `viewerCertificate is CloudFront's own, which is not for ${few(names)}; set acmCertificateArn to one of us-east-1`,
    );
  },
});
