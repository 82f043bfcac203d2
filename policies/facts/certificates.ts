import { X509Certificate } from "node:crypto";
import { isGiven } from "./given";
import { asText, at, type Fact, UNKNOWN } from "./value";

export const certificateType = "aws:acm/certificate:Certificate";

/** What a certificate of ACM is: one that ACM issues for a public name, of a private authority, or brought along. */
export type CertificateKind = "public" | "private" | "imported";

export function certificateKind(props: unknown): CertificateKind {
  const isImported = ["certificateBody", "privateKey", "privateKeyWo"].some((property) => isGiven(at(props, property)));
  if (isImported) return "imported";
  return isGiven(at(props, "certificateAuthorityArn")) ? "private" : "public";
}

/** What a certificate says that was brought along. */
export interface ImportedCertificate {
  /** The moment after which nobody trusts it, in milliseconds since 1970. */
  readonly notAfter: number;
  /** The length of an RSA key; undefined for keys of other kinds. */
  readonly rsaBits?: number;
}

/** The certificate in the body of an imported one; undefined for what is no certificate, which ACM refuses. */
export function importedCertificate(props: unknown): Fact<ImportedCertificate> {
  const body = asText(at(props, "certificateBody"));
  if (body === UNKNOWN || body === undefined) return body;
  try {
    const { validTo, publicKey } = new X509Certificate(body);
    const { asymmetricKeyType, asymmetricKeyDetails } = publicKey;
    const rsaBits = asymmetricKeyType?.startsWith("rsa") ? asymmetricKeyDetails?.modulusLength : undefined;
    return { notAfter: Date.parse(validTo), rsaBits };
  } catch {
    return undefined;
  }
}
