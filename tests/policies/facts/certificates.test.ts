import assert from "node:assert/strict";
import { certificateKind, importedCertificate } from "../../../policies/facts/certificates";
import { UNKNOWN } from "../../../policies/facts/value";

/** Until 20 November 2026, with a P-256 key; and until the end of 2100, with an RSA key of 1024 bits. */
const elliptic = `-----BEGIN CERTIFICATE-----
MIIBEzCBugIBAjAKBggqhkjOPQQDAjAWMRQwEgYDVQQDDAtleGFtcGxlLmNvbTAe
Fw0yNjAxMDEwMDAwMDBaFw0yNjExMjAwMDAwMDBaMBYxFDASBgNVBAMMC2V4YW1w
bGUuY29tMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEpF/knYzSC8KX73gCmnRx
KwRwJKrPdWdI1uzTLQZ8YeK0zHq5TMMMc8TCH2bOTuZ1Zsf7mMzZ4eQrif5qu9J9
ODAKBggqhkjOPQQDAgNIADBFAiAMsIpRJB+s3yPlgO4UwsE9sEAiOQ2lfYoJVr3P
XphwogIhAJziW11TDvotnRnicyZrAcKmvlXwi3yFxnMDzKGZeZY3
-----END CERTIFICATE-----`;
const rsa = `-----BEGIN CERTIFICATE-----
MIIBnTCCAQYCAQQwDQYJKoZIhvcNAQELBQAwFjEUMBIGA1UEAwwLZXhhbXBsZS5j
b20wIBcNMjYwMTAxMDAwMDAwWhgPMjEwMDEyMzEwMDAwMDBaMBYxFDASBgNVBAMM
C2V4YW1wbGUuY29tMIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQC2wiJe49KB
PmWNxkjFVGPuJFdr5Lg6kzoM08Tzo51i3RfurDg37rsY2oOYx8u4cLY/YB+LtcvE
y4ZmNh5oVcQLa0V4q96rgPG17qwuyBoXcjcSd5FTOC5vgInABQ3bJI4MUUXFtVCu
dod8GRMhlDYEkwunbFUaconItaht3qZZQQIDAQABMA0GCSqGSIb3DQEBCwUAA4GB
AI+Q5ddYuMEz7NXiax9NkrbwyRXyOH9I7PeIW4y+PRmzF30JkHAnXks67/r6yYj2
rcFw++kSo3sJvdNj66CXykU44XtLfZuJ7B45HNSYRQhwoAwU8Wd6QD1gEX8ylBsz
ymsWc+7JUrpHCFA1fRKqt+FkFMOjOr1CeykLMuQ3bn5R
-----END CERTIFICATE-----`;

describe("a certificate of ACM", () => {
  it("is public unless it is brought along or of a private authority", () => {
    assert.equal(certificateKind({ domainName: "example.com" }), "public");
    assert.equal(certificateKind({ domainName: "example.com", certificateAuthorityArn: UNKNOWN }), "private");
    for (const property of ["certificateBody", "privateKey", "privateKeyWo"]) {
      assert.equal(certificateKind({ [property]: UNKNOWN }), "imported", property);
    }
  });
});

describe("an imported certificate", () => {
  it("says when it expires, and how long an RSA key is", () => {
    assert.deepEqual(importedCertificate({ certificateBody: elliptic }), {
      notAfter: Date.UTC(2026, 10, 20),
      rsaBits: undefined,
    });
    assert.deepEqual(importedCertificate({ certificateBody: rsa }), {
      notAfter: Date.UTC(2100, 11, 31),
      rsaBits: 1024,
    });
  });

  it("is read with lines of any end, and none is read from what is no certificate", () => {
    assert.deepEqual(
      importedCertificate({ certificateBody: `\n${elliptic.replaceAll("\n", "\r\n")}\r\n` }),
      importedCertificate({ certificateBody: elliptic }),
    );
    for (const certificateBody of [undefined, "", "certificate", elliptic.slice(0, 200)]) {
      assert.equal(importedCertificate({ certificateBody }), undefined);
    }
    assert.equal(importedCertificate({ certificateBody: UNKNOWN }), UNKNOWN);
  });
});
