import { asBoolean, asNumber, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { integer } from "../settings";

const path = "securityHeadersConfig.strictTransportSecurity";

export const cloudfrontHsts = rule({
  name: "cloudfront-hsts",
  displayName: "Browsers are told to come by HTTPS",
  description:
    "A response headers policy of CloudFront sends Strict-Transport-Security, for long enough and whatever the origin says.",
  why: "Without it the first request of a visit may go over plain HTTP, where others can catch it and keep the visitor there.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html#understanding-response-headers-policies-security",
  remediationSteps:
    "Set securityHeadersConfig.strictTransportSecurity with accessControlMaxAgeSec 31536000 and override true.",
  controls: {},
  settings: {
    seconds: integer(31_536_000, "For how many seconds, at least, a browser is to come by HTTPS alone; a year.", {
      minimum: 0,
    }),
  },
  types: ["aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy"],
  resource({ resource: { props }, settings, deny, undecided }) {
    const header = at(props, "securityHeadersConfig", "strictTransportSecurity");
    if (header === UNKNOWN) return undecided(path);
    if (header === undefined) return deny(`${path} is not set; set it for ${settings.seconds} seconds`);
    const seconds = asNumber(at(header, "accessControlMaxAgeSec"));
    const overrides = asBoolean(at(header, "override"));
    if (seconds === UNKNOWN) undecided(`${path}.accessControlMaxAgeSec`);
    else if ((seconds ?? 0) < settings.seconds) {
      deny(`${path}.accessControlMaxAgeSec is ${shown(seconds)}; set it to ${settings.seconds} or more`);
    }
    if (overrides === UNKNOWN) undecided(`${path}.override`);
    else if (!overrides) deny(`${path}.override is ${shown(overrides)}; set it to true, or an origin can take it away`);
  },
});
