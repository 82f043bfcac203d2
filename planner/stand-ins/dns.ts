import type { Json, JsonObject } from "../plan";
import { markedUuid } from "./setting";
import { type Maker, type StandIn, sameAs, text, type Words } from "./words";

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
    const id = zoneId(hex);
    const arn = `arn:${partition}:route53:::hostedzone/${id}`;
    return { id, zoneId: id, arn, nameServers, primaryNameServer: "ns-1.offline.example" };
  },
  "aws:route53/record:Record": ({ inputs }) => {
    const set = typeof inputs.setIdentifier === "string" ? `_${inputs.setIdentifier}` : "";
    const id = `${text(inputs.zoneId)}_${text(inputs.name)}_${text(inputs.type)}${set}`;
    return { id, fqdn: text(inputs.name) };
  },
  "aws:route53/healthCheck:HealthCheck": (words) => global(words, "healthcheck"),
  "aws:route53/queryLog:QueryLog": (words) => global(words, "queryloggingconfig"),
  "aws:route53/delegationSet:DelegationSet": ({ hex, partition }) => {
    const id = `N${hex(20).toUpperCase()}`;
    return { id, arn: `arn:${partition}:route53:::delegationset/${id}`, nameServers };
  },
  "aws:route53/cidrCollection:CidrCollection": (words) => {
    const name = words.named("name", 64);
    return { ...global(words, "cidrcollection"), name, version: 1 };
  },
  "aws:route53/cidrLocation:CidrLocation": ({ inputs, named }) => {
    const name = named("name", 16);
    return { id: `${text(inputs.cidrCollectionId)},${name}`, name };
  },
  "aws:route53/keySigningKey:KeySigningKey": ({ inputs, hex, named }) => ({
    id: `${text(inputs.hostedZoneId)},${named("name", 128)}`,
    name: named("name", 128),
    ...signingKey(hex),
  }),
  "aws:route53/hostedZoneDnsSec:HostedZoneDnsSec": sameAs("hostedZoneId"),
  "aws:route53domains/domain:Domain": ({ inputs, hex }) => ({
    id: text(inputs.domainName),
    hostedZoneId: zoneId(hex),
    // Route 53 makes a zone with the domain, whose servers it has unless others are named.
    nameServers: nameServers.map((name) => ({ name, glueIps: [] })),
  }),
  "aws:route53domains/registeredDomain:RegisteredDomain": sameAs("domainName"),
  "aws:route53domains/delegationSignerRecord:DelegationSignerRecord": ({ inputs, hex }) => {
    const dnssecKeyId = hex(32);
    return { id: `${text(inputs.domainName)},${dnssecKeyId}`, dnssecKeyId };
  },
};

const nameServers = [1, 2, 3, 4].map((n) => `ns-${n}.offline.example`);

function zoneId(hex: Words["hex"]): string {
  return `Z${hex(20).toUpperCase()}`;
}

/** What Route 53 knows by a UUID, in no account and no region. */
function global({ hex, partition }: Words, kind: string): StandIn {
  const id = markedUuid(hex(64));
  return { id, arn: `arn:${partition}:route53:::${kind}/${id}` };
}

/** A key-signing key: ECDSA P-256 (13) and SHA-256 (2), the only ones that Route 53 signs with. */
function signingKey(hex: Words["hex"]) {
  const keyTag = 12345;
  const digestValue = hex(64).toUpperCase();
  const publicKey = Buffer.from(hex(64)).toString("base64");
  return {
    flag: 257,
    keyTag,
    publicKey,
    digestValue,
    digestAlgorithmMnemonic: "SHA-256",
    digestAlgorithmType: 2,
    signingAlgorithmMnemonic: "ECDSAP256SHA256",
    signingAlgorithmType: 13,
    dnskeyRecord: `257 3 13 ${publicKey}`,
    dsRecord: `${keyTag} 13 2 ${digestValue}`,
  };
}
