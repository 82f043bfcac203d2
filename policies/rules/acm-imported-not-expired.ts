import { certificateType, importedCertificate } from "../facts/certificates";
import { UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { integer } from "../settings";

const dayMilliseconds = 86_400_000;

export const acmImportedNotExpired = rule({
  name: "acm-imported-not-expired",
  displayName: "Imported certificates are good for a while",
  description: "A certificate that was imported into ACM, which does not renew it, expires neither today nor soon.",
  why: "On the day after it expires, browsers and other clients refuse the service.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/acm-controls.html#acm-1",
  remediationSteps:
    "Import its successor as certificateBody and privateKey, or let ACM issue one, which renews itself.",
  controls: { fsbp: ["ACM.1"] },
  settings: {
    days: integer(30, "For how many days, at least, a certificate is to be good.", { minimum: 0 }),
  },
  types: [],
  subjects: [certificateType],
  // A stack policy, for the run knows which day it is.
  stack({ stack, settings, run, on }) {
    const today = Date.parse(run.context.today);
    for (const certificate of stack.ofType(certificateType)) {
      const imported = importedCertificate(certificate.props);
      if (imported === UNKNOWN) on(certificate).undecided("certificateBody");
      if (imported === UNKNOWN || imported === undefined) continue;
      if (imported.notAfter - today >= settings.days * dayMilliseconds) continue;
      const day = new Date(imported.notAfter).toISOString().slice(0, 10);
      const expires = imported.notAfter < today ? "expired" : "expires";
      on(certificate).deny(
        `certificateBody ${expires} on ${day}; import its successor, or let ACM issue one that renews itself`,
      );
    }
  },
});
