import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const certificate = (domainName: unknown, subjectAlternativeNames?: unknown) => ({
  type: "aws:acm/certificate:Certificate",
  props: { domainName, subjectAlternativeNames },
});

export const examples: Examples = {
  denied: [
    {
      title: "wildcards, as the first name or another",
      resources: {
        main: certificate("*.example.com"),
        other: certificate("example.com", ["www.example.com", "*.api.example.com"]),
      },
      says: {
        main: "it is for *.example.com; name the hosts instead",
        other: "it is for *.api.example.com",
      },
    },
    {
      title: "a wildcard beside names that are not known",
      resources: { main: certificate("*.example.com", UNKNOWN) },
      says: { main: "it is for *.example.com" },
    },
  ],
  allowed: [
    {
      title: "names of hosts, and a certificate that is imported",
      resources: {
        plain: certificate("example.com", ["www.example.com"]),
        imported: { type: "aws:acm/certificate:Certificate", props: { certificateBody: "...", privateKey: "..." } },
      },
    },
  ],
  undecided: [
    {
      title: "names that are not known",
      resources: { main: certificate(UNKNOWN), others: certificate("example.com", UNKNOWN) },
      says: { main: "one of its names is not known yet", others: "subjectAlternativeNames is not known yet" },
    },
  ],
};
