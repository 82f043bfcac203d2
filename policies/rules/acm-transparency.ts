import { certificateKind, certificateType } from "../facts/certificates";
import { asText, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

const path = ["options", "certificateTransparencyLoggingPreference"] as const;

export const acmTransparency = rule({
  name: "acm-transparency",
  displayName: "Certificates are logged publicly",
  description:
    "A public certificate of ACM is recorded in the transparency logs, without which browsers do not trust it.",
  why: "The logs are also how the owner of a domain learns of a certificate that was issued to somebody else.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/acm/latest/userguide/acm-concepts.html#concept-transparency",
  remediationSteps:
    'Leave out options.certificateTransparencyLoggingPreference, or set it to "ENABLED". For a name that must stay secret, take a certificate of a private authority.',
  controls: {},
  types: [certificateType],
  resource({ resource: { props }, deny, undecided }) {
    if (certificateKind(props) !== "public") return;
    const preference = asText(at(props, ...path));
    if (preference === UNKNOWN) undecided(path.join("."));
    if (preference === "DISABLED") deny(`${path.join(".")} is "DISABLED"; set it to "ENABLED"`);
  },
  remediate({ props }) {
    const isOff = certificateKind(props) === "public" && at(props, ...path) === "DISABLED";
    return isOff ? [{ path, value: "ENABLED" }] : [];
  },
});
