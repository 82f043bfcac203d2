import { certificateType } from "../facts/certificates";
import { asList, asText, at, few, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const acmNoWildcard = rule({
  name: "acm-no-wildcard",
  displayName: "Certificates name what they are for",
  description:
    "A certificate of ACM names each host, not all of a domain by a wildcard, whose key would serve for all.",
  why: "Who gets such a key can pose as any host of the domain, also as those that have nothing to do with the leak.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/acm/latest/userguide/acm-bestpractices.html",
  remediationSteps: "Name the hosts as domainName and subjectAlternativeNames.",
  controls: {},
  types: [certificateType],
  resource({ resource: { props }, deny, undecided }) {
    const others = asList(at(props, "subjectAlternativeNames"));
    const names = [at(props, "domainName"), ...(others === UNKNOWN ? [UNKNOWN] : others)].map(asText);
    const wild = names.filter((name) => typeof name === "string").filter((name) => name.includes("*"));
    if (wild.length > 0) deny(`it is for ${few([...new Set(wild)])}; name the hosts instead`);
    else if (others === UNKNOWN) undecided("subjectAlternativeNames");
    else if (names.includes(UNKNOWN)) undecided("one of its names");
  },
});
