import type { ArgumentCheck } from "./argument-checks";

/** What Unicode knows besides countries: groups of them, parts of them, and codes that stand for none. */
const otherRegions = ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"];

const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });

/**
 * Refuses what is no country of ISO 3166-1 alpha-2, and "XK", which Route 53 and WAF take for Kosovo: such a code is
 * well formed and matches nobody. https://docs.aws.amazon.com/waf/latest/APIReference/API_GeoMatchStatement.html
 */
export function checkCountry(check: ArgumentCheck, argument: string, code: string): void {
  const country = /^[A-Z]{2}$/i.test(code) ? todaysCode(code) : undefined;
  const perhaps = country === undefined ? 'such as "DE"' : `perhaps "${country}"`;
  check(country === code, argument, `must be a country's ISO 3166 code of two capital letters, ${perhaps}`, code);
}

/** The code that a code of two letters has today: "GB" for "UK" and "gb"; undefined where it is none of a country. */
function todaysCode(code: string): string | undefined {
  const today = new Intl.Locale(`und-${code}`).region;
  const isCountry = today !== undefined && !otherRegions.includes(today) && names.of(today) !== undefined;
  return isCountry ? today : undefined;
}
