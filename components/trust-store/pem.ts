import { X509Certificate } from "node:crypto";
import type { ArgumentCheck } from "../argument-checks";

const certificate = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;
const revocationList = /-----BEGIN X509 CRL-----[\s\S]*?-----END X509 CRL-----/;

/**
 * A text is shown to nobody where it is refused: it may hold what it should not.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html
 */
export function checkAuthorities(check: ArgumentCheck, argument: string, pem: string): void {
  checkPublic(check, argument, pem);
  const blocks = pem.match(certificate) ?? [];
  check(blocks.length > 0, argument, "must hold at least one certificate in PEM form", "a text without");
  blocks.forEach((block, index) => {
    const which = `certificate ${index + 1}`;
    check(block.length <= 16 * 1024, argument, "must hold certificates of at most 16 KiB", which);
    const read = readCertificate(block);
    check(read !== undefined, argument, "must hold certificates that can be read", which);
    check(read.ca, argument, "must hold certificates of authorities, which may issue others", read.subject);
  });
}

export function checkRevocationList(check: ArgumentCheck, argument: string, pem: string): void {
  checkPublic(check, argument, pem);
  check(revocationList.test(pem), argument, "must hold a revocation list in PEM form", "a text without");
}

/** The path of a file is no secret, and shown. */
function checkPublic(check: ArgumentCheck, argument: string, pem: string): void {
  const isText = !/^[^\n]*\.(pem|crt|cer|crl)$/i.test(pem);
  check(isText, argument, "must be the text of the PEM file, not its path", pem);
  check(!/PRIVATE KEY-----/.test(pem), argument, "must hold no private key", "one");
}

function readCertificate(block: string): X509Certificate | undefined {
  try {
    return new X509Certificate(block);
  } catch {
    return undefined;
  }
}
