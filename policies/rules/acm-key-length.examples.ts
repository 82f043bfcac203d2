import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const certificate = (props: Record<string, unknown>) => ({ type: "aws:acm/certificate:Certificate", props });
const requested = (keyAlgorithm?: unknown) =>
  certificate({ domainName: "example.com", validationMethod: "DNS", keyAlgorithm });
const imported = (certificateBody: unknown) => certificate({ certificateBody, privateKey: "..." });

/** Of example.com, until 2100: with an RSA key of 1024 bits, and with a P-256 key. */
const short = `-----BEGIN CERTIFICATE-----
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
const elliptic = `-----BEGIN CERTIFICATE-----
MIIBFjCBvAIBATAKBggqhkjOPQQDAjAWMRQwEgYDVQQDDAtleGFtcGxlLmNvbTAg
Fw0yNjAxMDEwMDAwMDBaGA8yMTAwMTIzMTAwMDAwMFowFjEUMBIGA1UEAwwLZXhh
bXBsZS5jb20wWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARy6M4HwCLiTOl20jf3
PL1nXiFytxSoEIjTtvA6ltVC5ZtdCiRDsDK0aLLMerU39LwKCeqf7KJan2249JOp
zvUNMAoGCCqGSM49BAMCA0kAMEYCIQDAPG1h+GmxCQCOKr9GxbrRUkWLw2KmVhkB
jpS2qZ8kAgIhAMp6tbzUYEYnktbGdo6oCo3abuNlA8PVWDIMYINHSLu4
-----END CERTIFICATE-----`;

export const examples: Examples = {
  denied: [
    {
      title: "an RSA key of 1024 bits, asked for or imported",
      resources: { cert: requested("RSA_1024"), old: imported(short) },
      says: {
        cert: 'keyAlgorithm is "RSA_1024"; set it to "RSA_2048" or "EC_prime256v1"',
        old: "certificateBody has an RSA key of 1024 bits; import one with 2048 or more",
      },
    },
  ],
  allowed: [
    {
      title: "longer keys, of which RSA 2048 is the default, and elliptic curves",
      resources: {
        plain: requested(),
        rsa: requested("RSA_2048"),
        curve: requested("EC_prime256v1"),
        imported: imported(elliptic),
      },
    },
    { title: "a body that is no certificate, which ACM refuses", resources: { odd: imported("certificate") } },
  ],
  undecided: [
    {
      title: "an algorithm, or a body, that is not known",
      resources: { cert: requested(UNKNOWN), old: imported(UNKNOWN) },
      says: { cert: "keyAlgorithm is not known yet", old: "certificateBody is not known yet" },
    },
  ],
};
