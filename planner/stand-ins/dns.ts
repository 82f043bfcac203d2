import type { Json, JsonObject } from "../plan";
import { markedUuid } from "./setting";
import { type Maker, text } from "./words";

/** One record per name, in the form that ACM asks for: https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html */
function validationOptions(inputs: JsonObject, hex: (digits: number) => string): Json {
  const alternatives = Array.isArray(inputs.subjectAlternativeNames) ? inputs.subjectAlternativeNames : [];
  const names = [inputs.domainName, ...alternatives].filter((name) => typeof name === "string");
  return [...new Set(names)].map((domainName) => ({
    domainName,
    // A wildcard is validated by the same record as the name below it.
    resourceRecordName: `_${hex(32)}.${domainName.replace(/^\*\./, "")}.`,
    resourceRecordType: "CNAME",
    resourceRecordValue: `_${hex(32)}.offline.acm-validations.aws.`,
  }));
}

/** Stand-ins of Route 53 and Certificate Manager. */
export const dns: Readonly<Record<string, Maker>> = {
  "aws:acm/certificate:Certificate": ({ inputs, hex, arn }) => {
    const own = arn("acm", `certificate/${markedUuid(hex(64))}`);
    return { id: own, arn: own, domainValidationOptions: validationOptions(inputs, hex) };
  },
  "aws:acm/certificateValidation:CertificateValidation": ({ hex }) => ({
    id: `2026-01-01 00:00:00 +0000 UTC ${hex(6)}`,
  }),
  "aws:route53/zone:Zone": ({ hex, partition }) => {
    const id = `Z${hex(20).toUpperCase()}`;
    const nameServers = [1, 2, 3, 4].map((n) => `ns-${n}.offline.example`);
    return { id, zoneId: id, arn: `arn:${partition}:route53:::hostedzone/${id}`, nameServers };
  },
  "aws:route53/record:Record": ({ inputs }) => {
    const id = `${text(inputs.zoneId)}_${text(inputs.name)}_${text(inputs.type)}`;
    return { id, fqdn: text(inputs.name) };
  },
};
