import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const imported = (certificateBody: unknown) => ({
  type: "aws:acm/certificate:Certificate",
  props: { certificateBody, privateKey: "..." },
});

/** Of example.com: until 31 January 2026, until 20 November 2026, and until 2100. Examples are judged on 1 November. */
const past = `-----BEGIN CERTIFICATE-----
MIIBEzCBugIBAzAKBggqhkjOPQQDAjAWMRQwEgYDVQQDDAtleGFtcGxlLmNvbTAe
Fw0yNTAxMDEwMDAwMDBaFw0yNjAxMzEwMDAwMDBaMBYxFDASBgNVBAMMC2V4YW1w
bGUuY29tMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEU2ZyVVbs4EgsKfd5XnXz
hQNle0Y6ZVwX9cnChs9TAMzRQYzPDL0IklTvaz5XcwX8K1keHe82gfYE7Vtfk7O1
kzAKBggqhkjOPQQDAgNIADBFAiEAv9QbZkx/YYbPgwfRel2TsWV0HsZ2aei839cn
74Y8/a4CIFriSFBAj2LFgfvjHrk2nxpR2Fh/izlG7eXDMimhyJ25
-----END CERTIFICATE-----`;
const near = `-----BEGIN CERTIFICATE-----
MIIBEzCBugIBAjAKBggqhkjOPQQDAjAWMRQwEgYDVQQDDAtleGFtcGxlLmNvbTAe
Fw0yNjAxMDEwMDAwMDBaFw0yNjExMjAwMDAwMDBaMBYxFDASBgNVBAMMC2V4YW1w
bGUuY29tMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEpF/knYzSC8KX73gCmnRx
KwRwJKrPdWdI1uzTLQZ8YeK0zHq5TMMMc8TCH2bOTuZ1Zsf7mMzZ4eQrif5qu9J9
ODAKBggqhkjOPQQDAgNIADBFAiAMsIpRJB+s3yPlgO4UwsE9sEAiOQ2lfYoJVr3P
XphwogIhAJziW11TDvotnRnicyZrAcKmvlXwi3yFxnMDzKGZeZY3
-----END CERTIFICATE-----`;
const far = `-----BEGIN CERTIFICATE-----
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
      title: "certificates that have expired, or soon will",
      resources: { old: imported(past), soon: imported(near) },
      says: {
        old: "certificateBody expired on 2026-01-31; import its successor, or let ACM issue one that renews itself",
        soon: "certificateBody expires on 2026-11-20; import its successor",
      },
    },
    {
      title: "a certificate that expires within the days of the settings",
      settings: { days: 40_000 },
      resources: { cert: imported(far) },
      says: { cert: "certificateBody expires on 2100-12-31" },
    },
  ],
  allowed: [
    {
      title: "a certificate that is good for long",
      resources: { cert: imported(far) },
    },
    {
      title: "one that soon expires, where the settings give it that time",
      settings: { days: 10 },
      resources: { cert: imported(near) },
    },
    {
      title: "one that ACM issues and renews, and a body that is no certificate",
      resources: {
        issued: { type: "aws:acm/certificate:Certificate", props: { domainName: "example.com" } },
        odd: imported("certificate"),
      },
    },
  ],
  undecided: [
    {
      title: "a body that is not known",
      resources: { cert: imported(UNKNOWN) },
      says: { cert: "certificateBody is not known yet" },
    },
  ],
};
