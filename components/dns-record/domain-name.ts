import type { ArgumentCheck } from "../argument-checks";

/**
 * Refuses what is not a name that Route 53 answers; labels of records such as `_dmarc` begin with an underscore.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html
 */
export function checkDomainName(check: ArgumentCheck, argument: string, name: string): void {
  const isName = isDomainName(name.replace(/^\*\./, "")) && !name.endsWith(".");
  check(isName, argument, "must be a domain name in lower case", name);
}

/** True for a domain name in lower case, with or without the dot at its end. */
export function isDomainName(text: string): boolean {
  const name = text.replace(/\.$/, "");
  return name.length <= 253 && /^([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]{2,63}$/.test(name);
}
