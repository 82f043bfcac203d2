import { distributionTypes, hasOwnCertificate } from "../facts/distributions";
import { asText, at, type Fact, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { choice, flag } from "../settings";

const least = ["TLSv1.2_2018", "TLSv1.2_2019", "TLSv1.2_2021", "TLSv1.2_2025", "TLSv1.3_2025"] as const;
const property = "viewerCertificate.minimumProtocolVersion";

export const cloudfrontTlsVersion = rule({
  name: "cloudfront-tls-version",
  displayName: "Visitors of CloudFront speak TLS 1.2",
  description: "A CloudFront distribution with a certificate of its own takes visitors by TLS 1.2 or later alone.",
  why: "Older versions of TLS have known weaknesses, which an attacker on the way can use as long as they are allowed.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-15",
  remediationSteps:
    'Set viewerCertificate.minimumProtocolVersion to "TLSv1.2_2021" or a later policy, and sslSupportMethod to "sni-only".',
  controls: { fsbp: ["CloudFront.15"] },
  narrower: { "CloudFront.15": "distributions with CloudFront's own certificate, unless its settings say otherwise" },
  settings: {
    min: choice(least, "TLSv1.2_2021", "The oldest security policy that a distribution may have."),
    acceptDefaultCertificate: flag(
      true,
      "Accept CloudFront's own certificate, with which AWS takes TLS 1.0 whatever is set: the name cloudfront.net is not the program's.",
    ),
  },
  types: distributionTypes,
  resource({ resource: { props }, settings, deny, undecided }) {
    const isOwn = hasOwnCertificate(props);
    const version = versionOf(props);
    if (isOwn === UNKNOWN) return undecided("viewerCertificate");
    if (!isOwn) {
      if (settings.acceptDefaultCertificate) return;
      return deny("viewerCertificate is CloudFront's own, which takes TLS 1.0; name a certificate for its aliases");
    }
    if (version === UNKNOWN) return undecided(property);
    if (strength(version) >= strength(settings.min)) return;
    const means = version === undefined ? ", which means TLSv1" : "";
    deny(`${property} is ${shown(version)}${means}; set it to "${settings.min}"`);
  },
  remediate({ props }, { min }) {
    const version = versionOf(props);
    // With addresses of its own instead of SNI, a distribution gets none of these policies.
    const method = asText(at(props, "viewerCertificate", "sslSupportMethod")) ?? "sni-only";
    if (hasOwnCertificate(props) !== true || version === UNKNOWN || method !== "sni-only") return [];
    if (strength(version) >= strength(min)) return [];
    return [{ path: ["viewerCertificate", "minimumProtocolVersion"], value: min }];
  },
});

function versionOf(props: unknown): Fact<string> {
  const version = asText(at(props, "viewerCertificate", "minimumProtocolVersion"));
  return version === "" ? undefined : version;
}

/** Security policies by their protocol, and of one protocol by their year: `TLSv1.2_2021`. */
function strength(version = "TLSv1"): number {
  const {
    major,
    minor = "0",
    year = "0",
  } = /^TLSv(?<major>\d)(?:\.(?<minor>\d))?(?:_(?<year>\d{4}))?$/.exec(version)?.groups ?? {};
  return major === undefined ? 0 : Number(major) * 100_000 + Number(minor) * 10_000 + Number(year);
}
