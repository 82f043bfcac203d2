import ipaddr from "ipaddr.js";
import { isDomainName } from "./domain-name";

/** The types of records that hold values. SOA is the zone's own; SPF was replaced by TXT. */
export type ValueRecordType = keyof typeof forms;

/** What a value of a type looks like. */
interface Form {
  readonly isValue: (value: string) => boolean;
  readonly requirement: string;
  /** True for a name that can lead to one other name only. */
  readonly single?: boolean;
}

const name = "[a-z0-9_.-]+\\.?";
const number = "\\d{1,5}";
const hex = "[0-9A-Fa-f]+";
const pattern = (source: string) => {
  const whole = new RegExp(`^${source}$`, "i");
  return (value: string) => whole.test(value);
};

/** https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html */
const forms = {
  A: { isValue: (value) => ipaddr.IPv4.isValidFourPartDecimal(value), requirement: 'IPv4 addresses, "192.0.2.1"' },
  AAAA: { isValue: isIpv6, requirement: 'IPv6 addresses, "2001:db8::1"' },
  CAA: { isValue: pattern(`${number} (issue|issuewild|iodef) ".*"`), requirement: "'0 issue \"amazon.com\"'" },
  CNAME: { isValue: isHost, requirement: 'one domain name, "www.example.com"', single: true },
  DS: { isValue: pattern(`${number} ${number} ${number} ${hex}`), requirement: '"12345 13 2 3A4B…"' },
  HTTPS: { isValue: isServiceBinding, requirement: "'1 . alpn=\"h2,h3\"'" },
  MX: { isValue: pattern(`${number} ${name}`), requirement: '"10 mail.example.com"' },
  NAPTR: {
    isValue: pattern(`${number} ${number} ".*" ".*" ".*" (\\.|${name})`),
    requirement: '\'100 50 "u" "E2U+sip" "!^.*$!sip:info@example.com!" .\'',
  },
  NS: { isValue: isHost, requirement: 'domain names, "ns-1.example.com"' },
  PTR: { isValue: isHost, requirement: 'domain names, "www.example.com"' },
  SRV: { isValue: pattern(`${number} ${number} ${number} ${name}`), requirement: '"10 5 443 www.example.com"' },
  SSHFP: { isValue: pattern(`[1-46] [12] ${hex}`), requirement: '"4 2 3a4b…"' },
  SVCB: { isValue: isServiceBinding, requirement: "'1 www.example.com. port=\"8443\"'" },
  TLSA: { isValue: pattern(`[0-3] [01] [0-2] ${hex}`), requirement: '"3 1 1 3a4b…"' },
  // A text above 255 characters is written in parts: the provider puts the outer quotes.
  TXT: { isValue: isText, requirement: 'texts of at most 255 characters, or parts of these with "" between' },
} as const satisfies Record<string, Form>;

/** How the values of a record type are written, and whether a text is one. */
export function formOf(type: ValueRecordType): Form {
  return forms[type];
}

function isIpv6(value: string): boolean {
  return ipaddr.IPv6.isValid(value) && !value.includes("%");
}

function isHost(value: string): boolean {
  return isDomainName(value.toLowerCase());
}

/** `0 other.example.com` says that another name answers, `1 . alpn="h2"` how a service is reached. */
function isServiceBinding(value: string): boolean {
  const [, target = "", parameters = ""] = /^\d{1,5} (\S+)((?: \S+)*)$/.exec(value) ?? [];
  const isParameter = (text: string) => /^[a-z0-9-]+(=.+)?$/.test(text);
  const isTarget = target === "." || isHost(target);
  return isTarget && parameters.split(" ").every((text) => text === "" || isParameter(text));
}

function isText(value: string): boolean {
  return value.length <= 4000 && value.split('""').every((part) => part.length <= 255);
}
