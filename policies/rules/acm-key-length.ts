import { certificateKind, certificateType, importedCertificate } from "../facts/certificates";
import { asText, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const acmKeyLength = rule({
  name: "acm-key-length",
  displayName: "Keys of certificates are long enough",
  description: "The RSA key of a certificate in ACM, issued or imported, has 2048 bits or more.",
  why: "Shorter RSA keys can be broken, and browsers do not accept them.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/acm-controls.html#acm-2",
  remediationSteps: 'Set keyAlgorithm to "RSA_2048" or "EC_prime256v1", or import a certificate with such a key.',
  controls: { fsbp: ["ACM.2"] },
  types: [certificateType],
  resource({ resource: { props }, deny, undecided }) {
    if (certificateKind(props) !== "imported") {
      const algorithm = asText(at(props, "keyAlgorithm"));
      if (algorithm === UNKNOWN) undecided("keyAlgorithm");
      if (algorithm === "RSA_1024") deny('keyAlgorithm is "RSA_1024"; set it to "RSA_2048" or "EC_prime256v1"');
      return;
    }
    const imported = importedCertificate(props);
    if (imported === UNKNOWN) undecided("certificateBody");
    else if (imported?.rsaBits && imported.rsaBits < 2048) {
      deny(`certificateBody has an RSA key of ${imported.rsaBits} bits; import one with 2048 or more`);
    }
  },
});
